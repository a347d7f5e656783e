package org.sarhad.core.barter;

import java.util.ArrayList;
import java.util.List;

/// One line of a voucher.
///
/// @param ledger in which it is counted
/// @param account on which
/// @param amount a debit if more than nothing, else a credit; in the smallest unit of the ledger
public record Line(Ledger ledger, AccountCode account, long amount) {
  /// A line in the ledger of money.
  static Line of(AccountCode account, Money amount) {
    return new Line(Ledger.MONEY, account, amount.minor());
  }

  /// Where it is counted.
  Position position() {
    return new Position(ledger, account);
  }

  /// The same the other way.
  Line mirrored() {
    return new Line(ledger, account, -amount);
  }

  /// `100630/TNE 4A00 40`.
  @Override
  public String toString() {
    return ledger + " " + account.code() + " " + amount;
  }

  /// An account of a ledger.
  public record Position(Ledger ledger, AccountCode account) implements Comparable<Position> {
    /// By ledger, then by account.
    @Override
    public int compareTo(Position other) {
      int byLedger = ledger.compareTo(other.ledger);
      return byLedger != 0 ? byLedger : account.compareTo(other.account);
    }
  }

  /// These without those of nothing.
  static List<Line> kept(Line... lines) {
    List<Line> kept = new ArrayList<>();
    for (Line line : lines) {
      if (line.amount() != 0) {
        kept.add(line);
      }
    }
    return List.copyOf(kept);
  }

  /// `lines`, if they sum to nothing in every ledger.
  ///
  /// @throws IllegalArgumentException when they do not
  static List<Line> balanced(List<Line> lines) {
    // Few lines, of one ledger nearly always: summing up once for each is the shortest way.
    for (Line line : lines) {
      long sum = 0;
      for (Line other : lines) {
        sum = other.ledger().equals(line.ledger()) ? Math.addExact(sum, other.amount()) : sum;
      }
      if (sum != 0) {
        throw new IllegalArgumentException("lines of " + line.ledger() + " sum to " + sum);
      }
    }
    return List.copyOf(lines);
  }
}
