package org.sarhad.core.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;

/// Who could go: own ready units by arrival, and beside them the other side's units, which can be
/// asked for and never tasked. Every place in the list comes with its reasons.
///
/// @param taskable own ready units, soonest arrival first; those whose arrival is unknown last
/// @param askable the other side's units that it has shown, in the same order
public record Ranking(List<Candidate> taskable, List<Candidate> askable) {
  private static final Comparator<Candidate> SOONEST_FIRST =
      Comparator.comparing(
              (Candidate candidate) ->
                  candidate.travel().map(TravelTime.Travel::duration).orElse(Duration.ofDays(999)))
          .thenComparing(candidate -> !candidate.fits())
          .thenComparing(Candidate::id);

  public Ranking {
    taskable = List.copyOf(taskable);
    askable = List.copyOf(askable);
  }

  /// One unit in the list.
  ///
  /// @param description, status, fix as the ranking side knows them
  /// @param travel empty when either end has no position
  /// @param fits whether it is of a type the run card asks for, or can do what it asks for
  /// @param reasons why it stands where it stands, in the order to say them
  public record Candidate(
      UnitId id,
      UnitDescription description,
      UnitStatus status,
      Optional<TravelTime.Travel> travel,
      boolean fits,
      List<Reason> reasons) {
    public Candidate {
      reasons = List.copyOf(reasons);
    }
  }

  /// A reason as a key of the screens' catalogues with its numbers, and its English sentence.
  public record Reason(String key, List<String> values, String sentence) {
    public Reason {
      values = List.copyOf(values);
    }
  }

  /// Ranks the units for a destination. O(units).
  ///
  /// @param card the run card whose types and capabilities count as fitting; empty when all do
  public static Ranking of(
      ResponseState state,
      PartyId own,
      Optional<Position> destination,
      Optional<RunCard> card,
      ResponseSettings settings,
      Instant now,
      TravelTime travelTime) {
    var ranker = new Ranker(destination, card, settings, now, travelTime);
    return new Ranking(
        state
            .side(own)
            .units()
            .units()
            .values()
            .filter(Unit::isReady)
            .map(ranker::own)
            .sorted(SOONEST_FIRST)
            .toList(),
        state
            .others(own)
            .flatMap(side -> side.units().units().values())
            .flatMap(unit -> ranker.asked(unit).stream())
            .sorted(SOONEST_FIRST)
            .toList());
  }

  private record Ranker(
      Optional<Position> destination,
      Optional<RunCard> card,
      ResponseSettings settings,
      Instant now,
      TravelTime travelTime) {
    Candidate own(Unit unit) {
      return candidate(
          unit.id(),
          unit.description(),
          unit.status(),
          unit.fix(),
          Stream.<Reason>empty(),
          unit.isStaleAt(now, settings.reportingInterval()));
    }

    Optional<Candidate> asked(Unit unit) {
      return unit.shown()
          .filter(Unit.Showing::current)
          .map(
              shown ->
                  candidate(
                      unit.id(),
                      shown.description(),
                      shown.status(),
                      shown.fix(),
                      Stream.of(reason("ask_dont_task", "ask, don't task")),
                      false));
    }

    private Candidate candidate(
        UnitId id,
        UnitDescription description,
        UnitStatus status,
        Optional<Fix> fix,
        Stream<Reason> first,
        boolean stale) {
      Optional<Position> from = fix.map(Fix::position).or(() -> description.station().position());
      Optional<TravelTime.Travel> travel =
          from.flatMap(
              here ->
                  destination.map(there -> travelTime.estimate(here, there, description.type())));
      boolean fits = card.map(wanted -> fits(wanted.support(), description)).orElse(true);
      var reasons = new ArrayList<>(first.toList());
      reasons.add(way(travel));
      reasons.add(fix.map(this::seen).orElseGet(() -> reason("at_station", "at its station")));
      reasons.add(reason("status", "status " + status.code(), status.code()));
      if (!fits) {
        reasons.add(reason("other_kind", "not a kind the run card asks for"));
      }
      if (stale) {
        reasons.add(reason("stale", "no report for long"));
      }
      return new Candidate(id, description, status, travel, fits, reasons);
    }

    private static boolean fits(RunCard.Support wanted, UnitDescription unit) {
      return wanted.types().contains(unit.type())
          || wanted.capabilities().stream().anyMatch(unit.capabilities()::contains);
    }

    private static Reason way(Optional<TravelTime.Travel> travel) {
      return travel
          .map(
              known -> {
                String km = Long.toString(Math.round(known.distanceM() / 1000.0));
                String minutes = Long.toString(known.duration().toMinutes());
                return switch (known.basis()) {
                  case ESTIMATED ->
                      reason("estimated", km + " km, " + minutes + " min estimated", km, minutes);
                  case ROUTED -> reason("routed", km + " km, " + minutes + " min", km, minutes);
                };
              })
          .orElseGet(() -> reason("no_position", "position unknown"));
    }

    private Reason seen(Fix fix) {
      String minutes = Long.toString(fix.ageAt(now).toMinutes());
      return reason("position_age", "position " + minutes + " min old", minutes);
    }

    private static Reason reason(String key, String sentence, String... values) {
      return new Reason("response.ranking." + key, List.of(values), sentence);
    }
  }
}
