package org.sarhad.node.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.record.PayloadId;
import org.sarhad.node.store.Damage.Repair;
import org.sarhad.node.verify.Finding.Kind;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.TilePath;

/// Whether the payloads that entries name are there. One that was withheld, or erased on record,
/// need not be. For several threads.
final class PayloadCheck {
  private final Shelf shelf;
  private final Optional<Shelf> mirror;
  private final Set<PayloadId> erased;
  private final NamedExhibits exhibits;
  private final Predicate<Entry> leftOut;
  private final AtomicLong named = new AtomicLong();
  private final Collection<Missing> missing = new ConcurrentLinkedQueue<>();
  private final Set<Long> bundles = ConcurrentHashMap.newKeySet();
  private final ThreadLocal<Beside> lastRead = ThreadLocal.withInitial(() -> Beside.NOTHING);

  /// Where the payloads beside entries are kept.
  interface Shelf {
    /// The file with the payloads beside bundle `bundle`.
    String path(long bundle);

    /// What is in it, held or known to be erased; nothing if it cannot be read.
    Optional<Set<Hash>> payloads(long bundle);

    /// Why it cannot be read, unless whoever checks files says so anyway.
    Optional<String> findFlaw(long bundle);

    /// The payload of the entry at `index`, if it is there and intact.
    Optional<Bytes> find(long index, Hash sha256);
  }

  private record Missing(long index, boolean isElsewhere) {}

  private record Beside(long bundle, Optional<Set<Hash>> hashes) {
    static final Beside NOTHING = new Beside(-1, Optional.empty());
  }

  /// @param mirror a second copy
  /// @param erased what was erased on record
  /// @param exhibits is told of every entry
  /// @param leftOut whose payloads need not be here
  PayloadCheck(
      Shelf shelf,
      Optional<Shelf> mirror,
      Set<PayloadId> erased,
      NamedExhibits exhibits,
      Predicate<Entry> leftOut) {
    this.shelf = shelf;
    this.mirror = mirror;
    this.erased = new HashSet<>(erased);
    this.exhibits = exhibits;
    this.leftOut = leftOut;
  }

  /// How many payloads the entries name that were looked for.
  long named() {
    return named.get();
  }

  /// Looks for the payloads of an entry.
  void look(Entry entry) {
    long index = entry.id().index();
    bundles.add(index / TilePath.FULL_WIDTH);
    if (leftOut.test(entry)) {
      return;
    }
    exhibits.look(entry, shelf);
    for (PayloadRef ref : entry.envelope().payloads()) {
      named.incrementAndGet();
      boolean isExcused =
          ref.isSealed() || erased.contains(new PayloadId(entry.id(), ref.sha256()));
      boolean isHere =
          beside(index / TilePath.FULL_WIDTH)
              .map(hashes -> hashes.contains(ref.sha256()))
              .orElse(true);
      if (!isExcused && !isHere) {
        boolean isElsewhere =
            mirror.filter(copy -> copy.find(index, ref.sha256()).isPresent()).isPresent();
        missing.add(new Missing(index, isElsewhere));
      }
    }
  }

  private Optional<Set<Hash>> beside(long bundle) {
    if (lastRead.get().bundle != bundle) {
      lastRead.set(new Beside(bundle, shelf.payloads(bundle)));
    }
    return lastRead.get().hashes;
  }

  /// What is missing, neighbours together.
  List<Finding> findings() {
    var sorted = missing.stream().sorted(Comparator.comparingLong(Missing::index)).toList();
    var found = new ArrayList<Finding>();
    for (long bundle : bundles) {
      shelf.findFlaw(bundle).ifPresent(what -> found.add(unreadable(bundle, what)));
    }
    for (int from = 0; from < sorted.size(); ) {
      int to = from + 1;
      while (to < sorted.size() && isBeside(sorted.get(to - 1), sorted.get(to))) {
        to++;
      }
      found.add(finding(sorted.subList(from, to)));
      from = to;
    }
    return found;
  }

  private Finding unreadable(long bundle, String what) {
    return new Finding(
        Kind.PAYLOAD,
        shelf.path(bundle),
        bundle * TilePath.FULL_WIDTH,
        (bundle + 1) * TilePath.FULL_WIDTH,
        what,
        mirror.isEmpty() ? Repair.UNKNOWN : Repair.NONE);
  }

  private static boolean isBeside(Missing one, Missing next) {
    return next.index - one.index <= 1
        && next.isElsewhere == one.isElsewhere
        && next.index / TilePath.FULL_WIDTH == one.index / TilePath.FULL_WIDTH;
  }

  private Finding finding(List<Missing> run) {
    long first = run.getFirst().index;
    return new Finding(
        Kind.PAYLOAD,
        shelf.path(first / TilePath.FULL_WIDTH),
        first,
        run.getLast().index + 1,
        run.size() == 1
            ? "a payload that it names is missing"
            : run.size() + " payloads that they name are missing",
        mirror.isEmpty()
            ? Repair.UNKNOWN
            : run.getFirst().isElsewhere ? Repair.MIRROR : Repair.NONE);
  }
}
