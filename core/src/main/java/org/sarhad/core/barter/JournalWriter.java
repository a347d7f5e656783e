package org.sarhad.core.barter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Vouchers on their way into a journal, one after the other: what the accounts come to is known
/// behind each of them, and the maps of the journal are changed once for all. For one act, in one
/// thread.
final class JournalWriter {
  private final Journal before;
  private final List<Voucher> added = new ArrayList<>();
  private final SortedMap<Line.Position, Long> posted = new TreeMap<>();
  private final SortedMap<Line.Position, Long> held = new TreeMap<>();
  private final SortedMap<Long, Money> days = new TreeMap<>();
  private Money net;
  private long residue;
  private Hash chain;

  JournalWriter(Journal before) {
    this.before = before;
    this.net = before.net();
    this.residue = before.residue();
    this.chain = before.chain();
  }

  /// Behind those before it, `voucher`.
  ///
  /// @throws ArithmeticException when an account would come to more than can be kept; nothing can
  ///   be made of this writer then
  JournalWriter add(Voucher voucher) {
    add(posted, before.posted(), voucher.posted());
    add(held, before.held(), voucher.held());
    move(voucher);
    residue = Math.addExact(residue, voucher.residue());
    chain = Merkle.sha256(Bytes.concat(chain.toBytes(), voucher.digest().toBytes()));
    added.add(voucher);
    return this;
  }

  private static void add(
      SortedMap<Line.Position, Long> sums,
      PersistentMap<Line.Position, Long> before,
      Iterable<Line> lines) {
    for (Line line : lines) {
      Line.Position position = line.position();
      Long known = sums.get(position);
      long sum = (known == null ? before.getOrElse(position, 0L) : known) + line.amount();
      sums.put(position, Money.of(sum).minor());
    }
  }

  private void move(Voucher voucher) {
    Money moved = voucher.moved();
    if (!moved.isZero()) {
      long day = voucher.on().orElseThrow().toEpochDay();
      Money known = days.get(day);
      days.put(day, (known == null ? before.days().getOrElse(day, Money.ZERO) : known).plus(moved));
      net = net.plus(moved);
    }
  }

  /// What B owes A behind all of them.
  Money net() {
    return net;
  }

  /// What is reserved on `account` behind all of them.
  Money held(AccountCode account) {
    Long known = held.get(new Line.Position(Ledger.MONEY, account));
    return known == null ? before.held(account) : Money.of(known);
  }

  /// The journal with all of them, of one entry, in the order of its lines. O(m log(n/m + 1)).
  Journal journal() {
    return added.size() == 1 ? journal(added.getFirst()) : many();
  }

  /// The same of one alone, which most are.
  private Journal journal(Voucher voucher) {
    VoucherRef ref = voucher.ref();
    int place = before.order().size();
    return new Journal(
        before.vouchers().put(ref, voucher),
        before.numbers().put(voucher.id(), ref),
        before.order().put(place, ref),
        voucher.isOfMoney() ? before.unclosed().put(place, ref) : before.unclosed(),
        put(before.posted(), posted),
        put(before.held(), held),
        put(before.days(), days),
        net,
        residue,
        chain);
  }

  private static <K extends Comparable<K>, V> PersistentMap<K, V> put(
      PersistentMap<K, V> before, SortedMap<K, V> changed) {
    PersistentMap<K, V> after = before;
    for (Map.Entry<K, V> each : changed.entrySet()) {
      after = after.put(each.getKey(), each.getValue());
    }
    return after;
  }

  private Journal many() {
    int first = before.order().size();
    List<VoucherRef> refs = added.stream().map(Voucher::ref).toList();
    List<Integer> places = IntStream.range(first, first + refs.size()).boxed().toList();
    List<Integer> ofMoney =
        places.stream().filter(place -> added.get(place - first).isOfMoney()).toList();
    SortedMap<VoucherId, VoucherRef> numbers = new TreeMap<>();
    added.forEach(voucher -> numbers.put(voucher.id(), voucher.ref()));
    return new Journal(
        before.vouchers().putAll(PersistentMap.ofAscending(refs, added)),
        before.numbers().putAll(changed(numbers)),
        before.order().putAll(PersistentMap.ofAscending(places, refs)),
        before
            .unclosed()
            .putAll(
                PersistentMap.ofAscending(
                    ofMoney, ofMoney.stream().map(place -> refs.get(place - first)).toList())),
        before.posted().putAll(changed(posted)),
        before.held().putAll(changed(held)),
        before.days().putAll(changed(days)),
        net,
        residue,
        chain);
  }

  private static <K extends Comparable<K>, V> PersistentMap<K, V> changed(SortedMap<K, V> sorted) {
    return PersistentMap.ofAscending(
        new ArrayList<>(sorted.keySet()), new ArrayList<>(sorted.values()));
  }
}
