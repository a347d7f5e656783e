package org.sarhad.core.barter;

/// One of the ledgers of the book: of money, or of the quantities of one commodity in one unit.
/// What is booked in one of them sums to nothing in it (protocol clause 14-5.1).
///
/// @param name `ua`, or commodity and unit: `100630/TNE`
public record Ledger(String name) implements Comparable<Ledger> {
  /// In the unit of account, in ten-thousandths.
  public static final Ledger MONEY = new Ledger("ua");

  /// In `unit`, of the goods of `commodity`.
  static Ledger of(String commodity, UnitCode unit) {
    return new Ledger(commodity + "/" + unit.code());
  }

  /// By name.
  @Override
  public int compareTo(Ledger other) {
    // Nearly always the same one; to find that out is cheaper than to compare.
    return this == other ? 0 : name.compareTo(other.name);
  }

  /// The name.
  @Override
  public String toString() {
    return name;
  }
}
