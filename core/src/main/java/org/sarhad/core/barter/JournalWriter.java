package org.sarhad.core.barter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sarhad.core.data.IndexMap;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Vouchers on their way into a journal, one after the other: what the accounts come to is known
/// behind each of them, and those that name each voucher are changed once for all. For one act, in
/// one thread.
final class JournalWriter {
  private final Journal before;
  private final List<Voucher> added = new ArrayList<>();
  private PersistentMap<Line.Position, Long> posted;
  private PersistentMap<Line.Position, Long> held;
  private PersistentMap<Long, Money> days;
  private Money net;
  private long residue;
  private Hash chain;

  JournalWriter(Journal before) {
    this.before = before;
    this.posted = before.posted();
    this.held = before.held();
    this.days = before.days();
    this.net = before.net();
    this.residue = before.residue();
    this.chain = before.chain();
  }

  /// Behind those before it, `voucher`.
  ///
  /// @throws ArithmeticException when an account would come to more than can be kept; nothing can
  ///   be made of this writer then
  JournalWriter add(Voucher voucher) {
    posted = with(posted, voucher.posted());
    held = with(held, voucher.held());
    move(voucher);
    residue = Math.addExact(residue, voucher.residue());
    chain = Merkle.chained(chain, voucher.digest());
    added.add(voucher);
    return this;
  }

  private static PersistentMap<Line.Position, Long> with(
      PersistentMap<Line.Position, Long> sums, List<Line> lines) {
    PersistentMap<Line.Position, Long> after = sums;
    for (Line line : lines) {
      Line.Position position = line.position();
      Money sum = Money.of(after.getOrElse(position, 0L) + line.amount());
      after = after.put(position, sum.minor());
    }
    return after;
  }

  private void move(Voucher voucher) {
    Money moved = voucher.moved();
    if (!moved.isZero()) {
      long day = voucher.on().orElseThrow().toEpochDay();
      days = days.put(day, days.getOrElse(day, Money.ZERO).plus(moved));
      net = net.plus(moved);
    }
  }

  /// What B owes A behind all of them.
  Money net() {
    return net;
  }

  /// What is reserved on `account` behind all of them.
  Money held(AccountCode account) {
    return Money.of(held.getOrElse(new Line.Position(Ledger.MONEY, account), 0L));
  }

  /// The journal with all of them, of one entry, in the order of its lines.
  Journal journal() {
    return added.size() == 1 ? journal(added.getFirst()) : many();
  }

  /// The same of one alone, which most are.
  private Journal journal(Voucher voucher) {
    VoucherRef ref = voucher.ref();
    int place = before.order().size();
    return new Journal(
        before.vouchers().put(ref, voucher),
        numbered(before.numbers(), voucher.id(), List.of(ref)),
        before.order().put(place, ref),
        voucher.isOfMoney() ? before.unclosed().put(place, ref) : before.unclosed(),
        posted,
        held,
        days,
        net,
        residue,
        chain);
  }

  /// The act itself, which is numbered in one series and books nothing, and its lines, which are
  /// numbered one after the other in another.
  private Journal many() {
    Voucher whole = added.getFirst();
    List<Voucher> lines = added.subList(1, added.size());
    List<VoucherRef> refs = lines.stream().map(Voucher::ref).toList();
    int first = before.order().size() + 1;
    return new Journal(
        before.vouchers().put(whole.ref(), whole).putAll(whole.entry(), IndexMap.run(1, lines)),
        numbered(
            numbered(before.numbers(), whole.id(), List.of(whole.ref())),
            lines.getFirst().id(),
            refs),
        before.order().put(first - 1L, whole.ref()).putAll(IndexMap.run(first, refs)),
        before.unclosed().putAll(ofMoney(first, lines)),
        posted,
        held,
        days,
        net,
        residue,
        chain);
  }

  /// `numbers`, in which `refs` have the numbers from `first` on.
  private static PersistentMap<Series, IndexMap<VoucherRef>> numbered(
      PersistentMap<Series, IndexMap<VoucherRef>> numbers, VoucherId first, List<VoucherRef> refs) {
    Series series = first.series();
    IndexMap<VoucherRef> known = numbers.getOrElse(series, IndexMap.empty());
    return numbers.put(
        series,
        refs.size() == 1
            ? known.put(first.number(), refs.getFirst())
            : known.putAll(IndexMap.run(first.number(), refs)));
  }

  /// Those of `lines` that are of money, by their places from `first` on.
  private static IndexMap<VoucherRef> ofMoney(int first, List<Voucher> lines) {
    int[] places = IntStream.range(0, lines.size()).filter(i -> lines.get(i).isOfMoney()).toArray();
    return IndexMap.ofAscending(
        IntStream.of(places).mapToLong(i -> first + (long) i).toArray(),
        IntStream.of(places).mapToObj(i -> lines.get(i).ref()).toList());
  }
}
