package org.sarhad.core.response;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.DailyReport.Count;

/// Counts one side's day. Of a released report only released facts are counted, so that its figures
/// give away nothing internal and the other side can count them again.
public final class DailyCounts {
  private final ResponseState state;
  private final PartyId own;
  private final ResponseSettings.Daily daily;

  /// For the day of `own`, ending at the cut-off of `daily`.
  public DailyCounts(ResponseState state, PartyId own, ResponseSettings.Daily daily) {
    this.state = state;
    this.own = own;
    this.daily = daily;
  }

  /// The report on the period that ended at the last cut-off before `now`. Reads everything `own`
  /// has said: O(n).
  public DailyReport report(Instant now, boolean releasedOnly, Words restrictions) {
    ZonedDateTime to = lastCutOff(now);
    ZonedDateTime from = to.minusDays(1);
    ZonedDateTime before = from.minusDays(1);
    int last = state.side(own).shelf().daily().last().map(entry -> entry.key()).orElse(0);
    return new DailyReport(
        last + 1,
        to.toLocalDate(),
        from.toInstant(),
        to.toInstant(),
        count(from.toInstant(), to.toInstant(), releasedOnly),
        count(before.toInstant(), from.toInstant(), releasedOnly),
        restrictions);
  }

  /// Whether the report on `day` has been issued to that audience.
  public boolean isIssued(LocalDate day, boolean released) {
    return state
        .side(own)
        .shelf()
        .daily()
        .values()
        .filter(said -> said.released() == released)
        .map(said -> ((ReportFact.DailyReported) said.fact()).report().day())
        .anyMatch(day::equals);
  }

  private ZonedDateTime lastCutOff(Instant now) {
    ZonedDateTime local = now.atZone(daily.zone());
    ZonedDateTime today = local.toLocalDate().atTime(daily.cutOff()).atZone(daily.zone());
    return today.isAfter(local) ? today.minusDays(1) : today;
  }

  private SortedMap<Count, Integer> count(Instant from, Instant to, boolean releasedOnly) {
    var counts = new TreeMap<Count, Integer>();
    state
        .side(own)
        .ledger()
        .said()
        .values()
        .filter(said -> said.anomaly().isEmpty())
        .filter(said -> said.released() || !releasedOnly)
        .filter(said -> !said.time().isBefore(from) && said.time().isBefore(to))
        .filter(said -> !isExercise(said.fact()))
        .forEach(said -> add(counts, said.fact(), said.released()));
    return counts;
  }

  private static boolean isExercise(ResponseFact fact) {
    return fact.aboutIncident().filter(IncidentId::exercise).isPresent();
  }

  private static void add(SortedMap<Count, Integer> counts, ResponseFact fact, boolean released) {
    switch (fact) {
      case IncidentFact.Opened _ -> {
        plusOne(counts, Count.INCIDENTS_OPENED);
        if (released) {
          plusOne(counts, Count.NOTICES_GIVEN);
        }
      }
      case IncidentFact.Notified _ -> plusOne(counts, Count.NOTICES_GIVEN);
      case IncidentFact.Acknowledged _ -> plusOne(counts, Count.NOTICES_ACKNOWLEDGED);
      case IncidentFact.StageReached reached when reached.stage() == Stage.CLOSED ->
          plusOne(counts, Count.INCIDENTS_CLOSED);
      case UnitFact.Tasked _ -> plusOne(counts, Count.TASKINGS);
      case AssistanceFact.Requested _ -> plusOne(counts, Count.ASSISTANCE_REQUESTED);
      case AssistanceFact.Answered _ -> plusOne(counts, Count.ASSISTANCE_ANSWERED);
      case HotlineFact.Logged _ -> plusOne(counts, Count.HOTLINE_NOTICES);
      case ReportFact.SitrepIssued _ -> plusOne(counts, Count.SITREPS);
      case ResponseFact _ -> {
        // The rest is no line of the report.
      }
    }
  }

  private static void plusOne(SortedMap<Count, Integer> counts, Count count) {
    counts.merge(count, 1, Integer::sum);
  }
}
