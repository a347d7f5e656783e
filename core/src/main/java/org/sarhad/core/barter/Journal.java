package org.sarhad.core.barter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Every voucher in the order in which it was booked, and what the accounts come to (protocol
/// clause 14-5). Immutable; a step is O(log n).
///
/// @param vouchers by the entry that they are known by
/// @param numbers the same by their numbers
/// @param order the same as they were booked, from 0
/// @param unclosed those with money that no statement has yet, by their place in the journal
/// @param posted what each account stands at
/// @param held what is only reserved
/// @param days how much more B owed A by each day of the open period and after it, by epoch day
/// @param residue what was rounded away until now ([Rounded])
/// @param chain chain of SHA-256 over all vouchers
public record Journal(
    PersistentMap<EntryId, Voucher> vouchers,
    PersistentMap<VoucherId, EntryId> numbers,
    PersistentMap<Integer, EntryId> order,
    PersistentMap<Integer, EntryId> unclosed,
    PersistentMap<Line.Position, Long> posted,
    PersistentMap<Line.Position, Long> held,
    PersistentMap<Long, Money> days,
    long residue,
    Hash chain) {
  /// Nothing booked yet.
  static final Journal NONE =
      new Journal(
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
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

  /// What B owes A; less than nothing where A owes B.
  public Money net() {
    return AccountCode.clearing().stream().map(this::balance).reduce(Money.ZERO, Money::plus);
  }

  /// The voucher that is known by `entry`.
  public Optional<Voucher> voucher(EntryId entry) {
    return vouchers.find(entry);
  }

  /// The last number that `side` has given in the series `kind`; 0 before the first.
  public int last(PartyId side, VoucherKind kind) {
    return numbers
        .floor(new VoucherId(side, kind, VoucherId.NUMBER_MAX))
        .map(PersistentMap.Entry::key)
        .filter(id -> id.side().equals(side) && id.kind() == kind)
        .map(VoucherId::number)
        .orElse(0);
  }

  /// Why a voucher of that number and content is not booked; empty when it is the next one.
  Optional<BarterRefusal> objection(VoucherId id, Hash content) {
    Optional<Voucher> known = numbers.find(id).flatMap(vouchers::find);
    if (known.isPresent()) {
      return Optional.of(
          known.get().content().equals(content)
              ? BarterRefusal.REPEATED
              : BarterRefusal.NUMBER_TAKEN);
    }
    return id.number() == last(id.side(), id.kind()) + 1
        ? Optional.empty()
        : Optional.of(BarterRefusal.NUMBER_GAP);
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
    return new Journal(
        vouchers.put(voucher.entry(), voucher),
        numbers.put(voucher.id(), voucher.entry()),
        order.put(order.size(), voucher.entry()),
        voucher.isOfMoney() ? unclosed.put(order.size(), voucher.entry()) : unclosed,
        added(posted, voucher.posted()),
        added(held, voucher.held()),
        moved(voucher),
        Math.addExact(residue, voucher.residue()),
        Merkle.sha256(Bytes.concat(chain.toBytes(), voucher.digest().toBytes())));
  }

  private static PersistentMap<Line.Position, Long> added(
      PersistentMap<Line.Position, Long> balances, List<Line> lines) {
    PersistentMap<Line.Position, Long> next = balances;
    for (Line line : lines) {
      long sum = next.getOrElse(line.position(), 0L) + line.amount();
      next = next.put(line.position(), Money.of(sum).minor());
    }
    return next;
  }

  private PersistentMap<Long, Money> moved(Voucher voucher) {
    if (voucher.moved().isZero()) {
      return days;
    }
    return days.update(
        voucher.on().orElseThrow().toEpochDay(), Money.ZERO, day -> day.plus(voucher.moved()));
  }

  /// This, where what is known by `entry` was booked back by `by`.
  Journal reversed(EntryId entry, EntryId by) {
    return new Journal(
        vouchers.put(entry, vouchers.get(entry).reversed(by)),
        numbers,
        order,
        unclosed,
        posted,
        held,
        days,
        residue,
        chain);
  }

  /// This after a statement of everything up to `day`.
  Journal closedUntil(LocalDate day) {
    PersistentMap<Integer, EntryId> open = unclosed;
    for (PersistentMap.Entry<Integer, EntryId> one : unclosed) {
      boolean isAfter = vouchers.get(one.value()).on().orElseThrow().isAfter(day);
      open = isAfter ? open : open.remove(one.key());
    }
    return new Journal(
        vouchers,
        numbers,
        order,
        open,
        posted,
        held,
        days.from(day.toEpochDay() + 1),
        residue,
        chain);
  }

  /// Every voucher, in the order in which they were booked.
  public Stream<Voucher> booked() {
    return order.values().map(vouchers::get);
  }
}
