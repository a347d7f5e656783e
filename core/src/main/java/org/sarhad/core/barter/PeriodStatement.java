package org.sarhad.core.barter;

import java.time.LocalDate;
import java.util.List;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// What the account was in a period: computed by each node for itself, and signed by both when it
/// is the same (protocol clause 14-5.5).
///
/// @param period 1 for the first
/// @param from its first day
/// @param until its last
/// @param opening what B owed A when it began
/// @param interest what is due for it
/// @param residue what was rounded away of that
/// @param closing what B owes A at its end, interest included
/// @param vouchers how many with money were booked in it
/// @param journal the hash over them
public record PeriodStatement(
    int period,
    LocalDate from,
    LocalDate until,
    Money opening,
    Money interest,
    long residue,
    Money closing,
    int vouchers,
    Hash journal) {

  /// The statement of the period from `from` to `until`, as the book stands. O(vouchers of it).
  static PeriodStatement of(
      Journal journal,
      int period,
      LocalDate from,
      LocalDate until,
      Money opening,
      BarterSettings settings) {
    List<Voucher> vouchers = journal.unclosedUntil(until);
    Rounded interest = Interest.of(opening, journal.days(), from, until, settings);
    Money moved = vouchers.stream().map(Voucher::moved).reduce(Money.ZERO, Money::plus);
    return new PeriodStatement(
        period,
        from,
        until,
        opening,
        interest.money(),
        interest.residue(),
        opening.plus(moved).plus(interest.money()),
        vouchers.size(),
        hash(vouchers));
  }

  /// The vouchers that it counts, in the order in which they were booked: of one that is signed.
  /// Its own, which books the interest, is not among them. O(all vouchers).
  public List<Voucher> counted(Journal journal) {
    return booked(journal).stream()
        .filter(voucher -> voucher.id().kind() != VoucherKind.STATEMENT)
        .toList();
  }

  /// The same, and its own: those that lead from its opening to its closing.
  public List<Voucher> booked(Journal journal) {
    return journal
        .booked()
        .filter(voucher -> voucher.on().filter(this::contains).isPresent())
        .toList();
  }

  /// Of those, the ones that move the account.
  List<Voucher> moving(Journal journal) {
    return booked(journal).stream().filter(voucher -> !voucher.moved().isZero()).toList();
  }

  private boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /// Whether the hash over `vouchers` is the one it states.
  public boolean isOf(List<Voucher> counted) {
    return hash(counted).equals(journal);
  }

  private static Hash hash(List<Voucher> vouchers) {
    Hash hash = Merkle.sha256(Bytes.ofUtf8("sarhad period v1\n"));
    for (Voucher voucher : vouchers) {
      hash = Merkle.sha256(Bytes.concat(hash.toBytes(), voucher.digest().toBytes()));
    }
    return hash;
  }

  /// The terms by which it is signed.
  ///
  /// @param number in the proposer's series
  public StatementTerms terms(int number) {
    return new StatementTerms(number, period, until, opening, interest, closing, vouchers, journal);
  }
}
