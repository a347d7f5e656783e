package org.sarhad.core.barter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What it takes to book something back: its lines the other way, and what it did to what is under
/// way undone (protocol clause 14-5.4). Of an acceptance that is everything that is owed for it by
/// now, with what later prices have added.
///
/// @param posted the lines
/// @param held the room that is taken again
/// @param residue what was rounded away, the other way
/// @param trade what is under way after it
record Reversal(List<Line> posted, List<Line> held, long residue, Trade trade) {
  /// Books back `voucher`.
  static Reversal of(Account account, Trade trade, Voucher voucher) {
    return switch (voucher.id().kind()) {
      case ACCEPTANCE -> ofAcceptance(account, trade, voucher);
      case DIFFERENCE -> ofDifference(account, trade, voucher);
      case SETTLEMENT -> plain(voucher, trade, List.of(), List.of());
      case SHORTFALL -> plain(voucher, trade.withoutUntaken(voucher.entry()), List.of(), List.of());
      case ACCOUNT,
          CONTRACT,
          RESERVATION,
          ACCEPTANCES,
          CONTRA,
          PRICE,
          STATEMENT,
          SWING,
          YEAR_END,
          CREDIT,
          RESTATEMENT,
          TERMINATION,
          DESPATCH,
          RECEIPT,
          CERTIFICATE,
          LAPSE,
          VOIDING ->
          throw new IllegalArgumentException(voucher.id() + " is not booked back");
    };
  }

  /// Whether vouchers of `kind` are corrected in this way.
  static boolean isFor(VoucherKind kind) {
    return kind == VoucherKind.ACCEPTANCE
        || kind == VoucherKind.DIFFERENCE
        || kind == VoucherKind.SETTLEMENT
        || kind == VoucherKind.SHORTFALL;
  }

  private static Reversal ofAcceptance(Account account, Trade trade, Voucher voucher) {
    Delivery delivery = trade.takenBy(voucher.ref()).orElseThrow();
    Delivery.Taken taken = delivery.taken().orElseThrow();
    Reservation before = trade.reservation(delivery);
    Reservation after = before.accepting(-delivery.sent(), taken.open().negated());
    Postings postings = Postings.of(account, trade.contract(before));
    return plain(
        voucher,
        trade.with(after).with(delivery.taken(Optional.empty())),
        postings.priced(taken.added().negated()),
        postings.held(after.holding().minus(before.holding())));
  }

  private static Reversal ofDifference(Account account, Trade trade, Voucher voucher) {
    Delivery delivery = trade.settledBy(voucher.entry()).orElseThrow();
    Delivery.Taken taken = delivery.taken().orElseThrow();
    Reservation before = trade.reservation(delivery);
    Reservation after = before.accepting(0, taken.disputed());
    return plain(
        voucher,
        trade.with(after).with(delivery.taken(Optional.of(taken.settled(Optional.empty())))),
        List.of(),
        Postings.of(account, trade.contract(before)).held(after.holding().minus(before.holding())));
  }

  private static Reversal plain(Voucher voucher, Trade trade, List<Line> more, List<Line> held) {
    List<Line> lines = new ArrayList<>(voucher.posted().stream().map(Line::mirrored).toList());
    lines.addAll(more);
    return new Reversal(List.copyOf(lines), held, -voucher.residue(), trade);
  }

  /// This, and then `next`.
  Reversal and(Reversal next) {
    List<Line> lines = new ArrayList<>(posted);
    lines.addAll(next.posted);
    List<Line> room = new ArrayList<>(held);
    room.addAll(next.held);
    return new Reversal(List.copyOf(lines), List.copyOf(room), residue + next.residue, next.trade);
  }
}
