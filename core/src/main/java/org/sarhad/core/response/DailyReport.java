package org.sarhad.core.response;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The day in numbers, beside the day before, with what could not be observed.
///
/// `number` counts from 1 per author. `day` is the author's local day; the period is `from`
/// (inclusive) to `to` (exclusive), its end being the cut-off both sides agreed.
public record DailyReport(
    int number,
    LocalDate day,
    Instant from,
    Instant to,
    SortedMap<Count, Integer> counts,
    SortedMap<Count, Integer> previous,
    Words restrictions) {
  public DailyReport {
    ResponseId.checkNumber(number);
    from = from.truncatedTo(ChronoUnit.MILLIS);
    to = to.truncatedTo(ChronoUnit.MILLIS);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("from is " + from + ", expected before to, " + to);
    }
    counts = complete(counts);
    previous = complete(previous);
  }

  /// What is counted. Every report has every line; nothing happened is written as 0, not left out.
  public enum Count {
    INCIDENTS_OPENED,
    INCIDENTS_CLOSED,
    NOTICES_GIVEN,
    NOTICES_ACKNOWLEDGED,
    TASKINGS,
    ASSISTANCE_REQUESTED,
    ASSISTANCE_ANSWERED,
    HOTLINE_NOTICES,
    SITREPS
  }

  private static SortedMap<Count, Integer> complete(SortedMap<Count, Integer> counts) {
    var all = new TreeMap<Count, Integer>();
    for (Count count : Count.values()) {
      all.put(count, counts.getOrDefault(count, 0));
    }
    return Collections.unmodifiableSortedMap(all);
  }
}
