package org.sarhad.core.barter;

import java.time.LocalDate;
import java.util.Comparator;
import org.sarhad.core.entry.EntryId;

/// A month of a contract, of which what was not taken is paid for once.
///
/// @param contract the act that made it
/// @param first the first day of the month
public record UntakenMonth(EntryId contract, LocalDate first) implements Comparable<UntakenMonth> {
  private static final Comparator<UntakenMonth> ORDER =
      Comparator.comparing(UntakenMonth::contract).thenComparing(UntakenMonth::first);

  static UntakenMonth of(ShortfallTerms terms) {
    return new UntakenMonth(terms.contract(), terms.month().atDay(1));
  }

  /// By contract, then by month.
  @Override
  public int compareTo(UntakenMonth other) {
    return ORDER.compare(this, other);
  }
}
