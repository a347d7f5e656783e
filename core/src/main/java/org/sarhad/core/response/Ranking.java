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
import org.sarhad.core.travel.Gate;
import org.sarhad.core.travel.Way;

/// Who could go: own ready units by arrival, and beside them the other side's units, which can be
/// asked for and never tasked. Every place in the list comes with its reasons.
///
/// @param taskable own ready units, soonest arrival first; those whose arrival is unknown last
/// @param askable the other side's units that it has shown, in the same order
public record Ranking(List<Candidate> taskable, List<Candidate> askable) {
  /// Who is farther than that is not on the way to anything: a patrol vehicle drives no longer.
  public static final Duration HORIZON = Duration.ofDays(1);

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
  /// @param from where it sets out; empty when that is not known
  /// @param travel empty when either end has no position, or there is no way within [#HORIZON]
  /// @param fits whether it is of a type the run card asks for, or can do what it asks for
  /// @param reasons why it stands where it stands, in the order to say them
  public record Candidate(
      UnitId id,
      UnitDescription description,
      UnitStatus status,
      Optional<Position> from,
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

  /// Ranks the units for a destination. O(units), and once for each side the ground around it.
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
    var ranker = new Ranker(destination, card, settings, now);
    var ways = destination.map(there -> travelTime.toward(there, own, HORIZON));
    return new Ranking(
        state
            .side(own)
            .units()
            .units()
            .values()
            .filter(Unit::isReady)
            .map(unit -> ranker.own(unit, ways))
            .sorted(SOONEST_FIRST)
            .toList(),
        state
            .others(own)
            .flatMap(side -> asked(side, ranker, travelTime))
            .sorted(SOONEST_FIRST)
            .toList());
  }

  private static Stream<Candidate> asked(SideState side, Ranker ranker, TravelTime travelTime) {
    List<Unit> shown =
        side.units().units().values().filter(unit -> unit.shown().isPresent()).toList();
    if (shown.isEmpty()) {
      return Stream.empty();
    }
    var ways =
        ranker
            .destination()
            .map(there -> travelTime.toward(there, shown.getFirst().id().owner(), HORIZON));
    return shown.stream().flatMap(unit -> ranker.asked(unit, ways).stream());
  }

  private record Ranker(
      Optional<Position> destination,
      Optional<RunCard> card,
      ResponseSettings settings,
      Instant now) {
    Candidate own(Unit unit, Optional<TravelTime.Approach> ways) {
      return candidate(
          unit.id(),
          unit.description(),
          unit.status(),
          unit.fix(),
          ways,
          Stream.<Reason>empty(),
          unit.isStaleAt(now, settings.reportingInterval()));
    }

    Optional<Candidate> asked(Unit unit, Optional<TravelTime.Approach> ways) {
      return unit.shown()
          .filter(Unit.Showing::current)
          .map(
              shown ->
                  candidate(
                      unit.id(),
                      shown.description(),
                      shown.status(),
                      shown.fix(),
                      ways,
                      Stream.of(reason("ask_dont_task", "ask, don't task")),
                      false));
    }

    private Candidate candidate(
        UnitId id,
        UnitDescription description,
        UnitStatus status,
        Optional<Fix> fix,
        Optional<TravelTime.Approach> ways,
        Stream<Reason> first,
        boolean stale) {
      Optional<Position> from = fix.map(Fix::position).or(() -> description.station().position());
      Optional<TravelTime.Travel> travel =
          from.flatMap(here -> ways.flatMap(way -> way.from(here, description.type())));
      boolean fits = card.map(wanted -> fits(wanted.support(), description)).orElse(true);
      var reasons = new ArrayList<>(first.toList());
      reasons.addAll(way(travel, from.isPresent() && ways.isPresent()));
      reasons.add(fix.map(this::seen).orElseGet(() -> reason("at_station", "at its station")));
      reasons.add(reason("status", "status " + status.code(), status.code()));
      if (!fits) {
        reasons.add(reason("other_kind", "not a kind the run card asks for"));
      }
      if (stale) {
        reasons.add(reason("stale", "no report for long"));
      }
      return new Candidate(id, description, status, from, travel, fits, reasons);
    }

    private static boolean fits(RunCard.Support wanted, UnitDescription unit) {
      return wanted.types().contains(unit.type())
          || wanted.capabilities().stream().anyMatch(unit.capabilities()::contains);
    }

    private static List<Reason> way(Optional<TravelTime.Travel> travel, boolean isKnown) {
      return travel
          .map(Ranker::way)
          .orElseGet(
              () ->
                  List.of(
                      isKnown
                          ? reason("no_way", "no way over the ground within a day")
                          : reason("no_position", "position unknown")));
    }

    private static List<Reason> way(TravelTime.Travel known) {
      String km = kilometres(known.distanceM());
      String minutes = Long.toString(known.duration().toMinutes());
      return switch (known.basis()) {
        case ESTIMATED ->
            List.of(reason("estimated", km + " km, " + minutes + " min estimated", km, minutes));
        case ROUTED -> {
          var reasons = new ArrayList<Reason>();
          reasons.add(reason("routed", km + " km, " + minutes + " min", km, minutes));
          known.way().ifPresent(way -> reasons.addAll(ground(way)));
          yield reasons;
        }
      };
    }

    /// What there is to know of the way itself: how much of it is off the roads, and where it goes
    /// through the line.
    private static List<Reason> ground(Way way) {
      var reasons = new ArrayList<Reason>();
      String off = kilometres(way.metres() - way.roadMetres());
      if (!off.equals("0")) {
        reasons.add(reason("off_road", off + " km of it off the roads", off));
      }
      way.gate()
          .ifPresent(
              gate -> reasons.add(reason("gate", "through the gate " + gate.name(), gate.name())));
      way.gate()
          .filter(Gate::changesHand)
          .ifPresent(_ -> reasons.add(reason("side_change", "the driving side changes there")));
      return reasons;
    }

    private static String kilometres(long metres) {
      return Long.toString(Math.round(metres / 1000.0));
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
