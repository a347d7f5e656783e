package org.sarhad.core.barter;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.data.IndexMap;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Every voucher in the order in which it was booked, and what the accounts come to (protocol
/// clause 14-5). Immutable; a step costs the same however many there are.
///
/// @param vouchers by what they are known by
/// @param numbers what they are known by, by series and number
/// @param order the same as they were booked, by place from 0
/// @param unclosed those with money that no statement has yet, by their place in the journal
/// @param posted what each account stands at
/// @param held what is only reserved
/// @param days how much more B owed A by each day of the open period and after it, by epoch day
/// @param net what B owes A, less than nothing where A owes B: all clearing accounts together
/// @param residue what was rounded away until now ([Rounded])
/// @param chain chain of SHA-256 over all vouchers
public record Journal(
    VoucherMap<Voucher> vouchers,
    PersistentMap<Series, IndexMap<VoucherRef>> numbers,
    IndexMap<VoucherRef> order,
    IndexMap<VoucherRef> unclosed,
    PersistentMap<Line.Position, Long> posted,
    PersistentMap<Line.Position, Long> held,
    PersistentMap<Long, Money> days,
    Money net,
    long residue,
    Hash chain) {
  /// Nothing booked yet.
  static final Journal NONE =
      new Journal(
          VoucherMap.empty(),
          PersistentMap.empty(),
          IndexMap.empty(),
          IndexMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          Money.ZERO,
          0,
          Merkle.sha256(Bytes.ofUtf8("sarhad journal v1\n")));

  // ---- asking ---------------------------------------------------------------------------------

  /// What `account` of `ledger` stands at.
  public long balance(Ledger ledger, AccountCode account) {
    return posted.getOrElse(new Line.Position(ledger, account), 0L);
  }

  /// What `account` stands at in money.
  public Money balance(AccountCode account) {
    return Money.of(balance(Ledger.MONEY, account));
  }

  /// What is reserved on `account`.
  public Money held(AccountCode account) {
    return Money.of(held.getOrElse(new Line.Position(Ledger.MONEY, account), 0L));
  }

  /// The voucher that is known by `ref`.
  public Optional<Voucher> voucher(VoucherRef ref) {
    return vouchers.find(ref);
  }

  /// The voucher of the act or fact in `entry` itself.
  public Optional<Voucher> voucher(EntryId entry) {
    return voucher(VoucherRef.of(entry));
  }

  /// The vouchers of the lines of `act`, in their order; none where it is no act of many.
  public Stream<Voucher> lines(EntryId act) {
    return vouchers.lines(act).values();
  }

  /// The last number that `side` has given in the series `kind`; 0 before the first.
  public int last(PartyId side, VoucherKind kind) {
    // A series has no gaps: as many as there are is the last one.
    return series(new Series(side, kind)).size();
  }

  /// What is known under `id`, if it was given.
  Optional<VoucherRef> ref(VoucherId id) {
    return series(id.series()).find(id.number());
  }

  private IndexMap<VoucherRef> series(Series series) {
    return numbers.getOrElse(series, IndexMap.empty());
  }

  /// Why a voucher of that number and content is not booked; empty when it is the next one.
  Optional<BarterRefusal> objection(VoucherId id, Hash content) {
    if (id.number() == last(id.side(), id.kind()) + 1) {
      return Optional.empty();
    }
    return ref(id)
        .flatMap(vouchers::find)
        .map(
            known ->
                known.content().equals(content)
                    ? BarterRefusal.REPEATED
                    : BarterRefusal.NUMBER_TAKEN)
        .or(() -> Optional.of(BarterRefusal.NUMBER_GAP));
  }

  /// Those with money that count for the time up to `day`, and that no statement has yet, in the
  /// order in which they were booked.
  List<Voucher> unclosedUntil(LocalDate day) {
    return unclosed
        .values()
        .map(vouchers::get)
        .filter(voucher -> !voucher.on().orElseThrow().isAfter(day))
        .toList();
  }

  // ---- booking --------------------------------------------------------------------------------

  /// This, and `voucher`.
  ///
  /// @throws ArithmeticException when an account would come to more than can be kept
  Journal with(Voucher voucher) {
    return new JournalWriter(this).add(voucher).journal();
  }

  /// This, where what is known by `ref` was booked back by `by`.
  Journal reversed(VoucherRef ref, VoucherRef by) {
    return new Journal(
        vouchers.put(ref, vouchers.get(ref).reversed(by)),
        numbers,
        order,
        unclosed,
        posted,
        held,
        days,
        net,
        residue,
        chain);
  }

  /// This after a statement of everything up to `day`.
  Journal closedUntil(LocalDate day) {
    IndexMap<VoucherRef> open = IndexMap.empty();
    for (IndexMap.Entry<VoucherRef> one : unclosed) {
      boolean isAfter = vouchers.get(one.value()).on().orElseThrow().isAfter(day);
      open = isAfter ? open.put(one.index(), one.value()) : open;
    }
    return new Journal(
        vouchers,
        numbers,
        order,
        open,
        posted,
        held,
        days.from(day.toEpochDay() + 1),
        net,
        residue,
        chain);
  }

  /// Every voucher, in the order in which they were booked.
  public Stream<Voucher> booked() {
    return order.values().map(vouchers::get);
  }

  /// Those with money, by their day; of one day in the order in which they were booked. O(n log n).
  public List<Voucher> dated() {
    return booked()
        .filter(Voucher::isOfMoney)
        .sorted(Comparator.comparing(voucher -> voucher.on().orElseThrow()))
        .toList();
  }
}
