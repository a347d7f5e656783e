package org.sarhad.core.barter;

import java.util.List;

/// What is booked when something happens to a contract (protocol clause 14-5.2): pure functions
/// from figures to lines, each of which sums to nothing in its ledger.
///
/// @param way the accounts of its exporter
/// @param contract whose
record Postings(Account.Way way, Contract contract) {
  static Postings of(Account account, Contract contract) {
    return new Postings(account.way(contract.exporter()), contract);
  }

  // ---- quantities -----------------------------------------------------------------------------

  /// So much is contracted.
  List<Line> contracted(long amount) {
    return moved(AccountCode.CONTRACTED, AccountCode.OPEN, amount);
  }

  /// So much of it is reserved.
  List<Line> reserved(long amount) {
    return moved(AccountCode.OPEN, way.reserved(), amount);
  }

  /// So much is free again.
  List<Line> released(long amount) {
    return moved(way.reserved(), AccountCode.OPEN, amount);
  }

  /// So much has left; what of it goes beyond what was reserved comes on top of the contract.
  List<Line> despatched(long amount, long reserved) {
    return Line.kept(
        quantity(way.reserved(), -reserved),
        quantity(AccountCode.CONTRACTED, reserved - amount),
        quantity(way.inTransit(), amount));
  }

  /// So much of what was sent was received.
  List<Line> received(long sent, long received) {
    return Line.kept(
        quantity(way.inTransit(), -sent),
        quantity(way.delivered(), received),
        quantity(AccountCode.MEASURE, sent - received));
  }

  private List<Line> moved(AccountCode from, AccountCode to, long amount) {
    return Line.kept(quantity(from, -amount), quantity(to, amount));
  }

  private Line quantity(AccountCode account, long amount) {
    return new Line(contract.ledger(), account, amount);
  }

  // ---- money ----------------------------------------------------------------------------------

  /// So much more is reserved in the account, or less.
  List<Line> held(Money more) {
    return Line.kept(
        Line.of(clearing(), way.signed(more)), Line.of(way.reserved(), way.signed(more).negated()));
  }

  /// What was accepted: `owed` is owed, `disputed` is not yet, `delivered` has come; where the
  /// three differ, it is a difference of measure.
  List<Line> accepted(Money owed, Money disputed, Money delivered) {
    Money measured = delivered.minus(owed).minus(disputed);
    return Line.kept(
        Line.of(clearing(), way.signed(owed)),
        Line.of(AccountCode.DISPUTED, way.signed(disputed)),
        Line.of(AccountCode.MEASURE, way.signed(measured)),
        Line.of(way.delivered(), way.signed(delivered).negated()));
  }

  /// Of what was `disputed`, `granted` is owed and the rest is put down to `rest`.
  List<Line> settled(Money disputed, Money granted, AccountCode rest) {
    return Line.kept(
        Line.of(clearing(), way.signed(granted)),
        Line.of(rest, way.signed(disputed.minus(granted))),
        Line.of(AccountCode.DISPUTED, way.signed(disputed).negated()));
  }

  /// So much is owed for what was not taken.
  List<Line> untaken(Money worth) {
    return Line.kept(
        Line.of(clearing(), way.signed(worth)),
        Line.of(AccountCode.NOT_TAKEN, way.signed(worth).negated()));
  }

  /// What was delivered costs so much more, or less.
  List<Line> priced(Money more) {
    return Line.kept(
        Line.of(clearing(), way.signed(more)),
        Line.of(way.delivered(), way.signed(more).negated()));
  }

  private AccountCode clearing() {
    return contract.terms().goods().account();
  }
}
