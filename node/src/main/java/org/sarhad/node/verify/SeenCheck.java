package org.sarhad.node.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.order.SeenRules;
import org.sarhad.core.order.SeenVerdict;
import org.sarhad.core.party.Origin;
import org.sarhad.node.store.Damage.Repair;
import org.sarhad.node.verify.Finding.Kind;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.TilePath;

/// Whether what the entries of one log say they have seen can be true (03-1): never less than
/// before, and of no other tree than the other log's. For several threads, each of which reads a
/// bundle in order.
final class SeenCheck {
  private static final int WIDTH = TilePath.FULL_WIDTH;

  private final Map<Long, Strand> bundles = new ConcurrentHashMap<>();
  private final Map<Claim, Range> claims = new ConcurrentHashMap<>();

  /// The ends of what was read of a bundle.
  private record Strand(long first, Seen atFirst, long last, Seen atLast) {}

  /// Something that entries say they have seen.
  private record Claim(Origin log, SeenHead head) {}

  /// The entries that say so, both ends among them.
  private record Range(long first, long last) {
    Range and(Range other) {
      return new Range(Math.min(first, other.first), Math.max(last, other.last));
    }
  }

  /// What the trees at hand say of a claim.
  @FunctionalInterface
  interface Trees {
    /// The root of `log` at `size`; nothing if that cannot be told.
    Optional<Hash> findRoot(Origin log, long size);
  }

  /// What is wrong with what the entry at `index` has seen, beside the one before it.
  Optional<String> findObjection(long index, Seen now) {
    now.heads()
        .forEach(
            head ->
                claims.merge(
                    new Claim(head.key(), head.value()), new Range(index, index), Range::and));
    var strand = Optional.ofNullable(bundles.get(index / WIDTH));
    bundles.put(
        index / WIDTH,
        strand
            .map(read -> new Strand(read.first, read.atFirst, index, now))
            .orElseGet(() -> new Strand(index, now, index, now)));
    return strand
        .filter(read -> read.last == index - 1)
        .flatMap(read -> contradiction(read.atLast, now));
  }

  /// What is wrong between the bundles, once all were read.
  List<Finding> betweenBundles() {
    var found = new ArrayList<Finding>();
    bundles.forEach(
        (bundle, strand) ->
            Optional.ofNullable(bundles.get(bundle - 1))
                .filter(before -> before.last == strand.first - 1)
                .flatMap(before -> contradiction(before.atLast, strand.atFirst))
                .ifPresent(
                    what -> found.add(finding(new Range(strand.first, strand.first), what))));
    return found;
  }

  /// Which claims are of another tree than `trees` hold.
  List<Finding> otherTrees(Trees trees) {
    var found = new ArrayList<Finding>();
    claims.forEach(
        (claim, range) ->
            trees
                .findRoot(claim.log, claim.head.size())
                .filter(root -> !root.equals(claim.head.root()))
                .ifPresent(
                    root ->
                        found.add(
                            finding(
                                range,
                                "it has seen %s at %d entries with the root %s, which is %s here"
                                    .formatted(
                                        claim.log, claim.head.size(), claim.head.root(), root)))));
    return found;
  }

  /// How many entries of each other log were seen.
  Map<Origin, Long> largest() {
    var largest = new java.util.TreeMap<Origin, Long>();
    claims.keySet().forEach(claim -> largest.merge(claim.log, claim.head.size(), Math::max));
    return largest;
  }

  private static Finding finding(Range range, String what) {
    var path = new TilePath.Entries(range.first / WIDTH, WIDTH).path();
    return new Finding(Kind.SEEN, path, range.first, range.last + 1, what, Repair.NONE);
  }

  private static Optional<String> contradiction(Seen before, Seen now) {
    var verdict =
        SeenRules.judge(before, now, (log, _) -> now.heads().find(log).map(SeenHead::root));
    return verdict instanceof SeenVerdict.Contradicts(var log, var earlier, var later)
        ? Optional.of(
            "it has seen %s of %s, the entry before it %d"
                .formatted(
                    later.map(head -> head.size() + " entries").orElse("nothing"),
                    log,
                    earlier.size()))
        : Optional.empty();
  }
}
