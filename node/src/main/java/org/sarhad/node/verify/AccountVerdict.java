package org.sarhad.node.verify;

import java.util.List;
import java.util.Optional;

/// What was found about the statement of a period of the barter account (14-9).
///
/// @param period its number
/// @param parties between whom, in words
/// @param signers who has signed it, side by side
/// @param rows figure by figure
/// @param counts how much was computed again
/// @param findings everything that is wrong, one sentence each
/// @param elapsedMs how long it took, in milliseconds
public record AccountVerdict(
    long period,
    String parties,
    List<String> signers,
    List<Row> rows,
    Counts counts,
    List<String> findings,
    long elapsedMs) {
  /// One figure, in the words of whoever gives it.
  ///
  /// @param name what it is
  /// @param carried what the bundle says
  /// @param signed what both have signed; empty where the terms have no such member
  /// @param computed what it comes to
  public record Row(String name, String carried, Optional<String> signed, String computed) {
    /// Whether all who give it give the same.
    boolean isOne() {
      return carried.equals(computed) && signed.filter(text -> !text.equals(computed)).isEmpty();
    }
  }

  /// How much was computed again.
  ///
  /// @param entries of all logs, in the joint order
  /// @param booked vouchers, from the first one on
  /// @param compared vouchers of the period that are the same in the bundle
  /// @param ledgers that sum to nothing
  public record Counts(long entries, int booked, int compared, int ledgers) {}

  /// Copies the lists.
  public AccountVerdict {
    signers = List.copyOf(signers);
    rows = List.copyOf(rows);
    findings = List.copyOf(findings);
  }

  /// Whether everything that is said of the period is what follows from the logs.
  public boolean isSound() {
    return findings.isEmpty();
  }
}
