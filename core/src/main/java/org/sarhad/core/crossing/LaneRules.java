package org.sarhad.core.crossing;

import static org.sarhad.core.crossing.CrossingTermsRules.minutes;
import static org.sarhad.core.crossing.CrossingTermsRules.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.modalities.CrossingSettings;
import org.sarhad.core.modalities.FastLane;
import org.sarhad.core.party.PartyId;

/// Who may use the fast lane (protocol clause 11-5): what was signed beforehand is used by one side
/// alone, within its limits.
///
/// @param state where it is used
/// @param grounds what is agreed there
/// @param entry that says so
record LaneRules(CrossingState state, CrossingGrounds grounds, ActEntry entry) {
  Optional<CrossingObjection> objection(CrossingFact.FastLaneUsed said) {
    LaneUse use = new LaneUse(author(), now(), said);
    return toSides(use)
        .or(
            () ->
                when(
                    !grounds.isLaneOpen(entry),
                    CrossingRefusal.LANE_CLOSED,
                    grounds.cite(CrossingSettings.LANE_SURVIVES)))
        .or(() -> toLimits(use))
        .or(() -> toStops(use))
        .or(
            () ->
                when(
                    !now().isBefore(use.until()),
                    CrossingRefusal.WINDOW_OVER,
                    "until " + use.until()));
  }

  private Optional<CrossingObjection> toSides(LaneUse use) {
    return Stream.of(
            when(
                !state.parties().contains(use.host()),
                CrossingRefusal.SIDE_UNKNOWN,
                use.host().value()),
            when(use.host().equals(author()), CrossingRefusal.OWN_SOIL, use.host().value()),
            use.units().stream()
                .filter(unit -> !unit.owner().equals(author()))
                .findFirst()
                .map(
                    unit ->
                        new CrossingObjection(
                            CrossingRefusal.UNIT_NOT_VISITORS, unit + " is not of " + author())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<CrossingObjection> toLimits(LaneUse use) {
    FastLane lane = grounds.lane();
    int units = unitsWith(use).size();
    Duration stay = Stay.length(state, entry.id(), use);
    return Stream.of(
            when(
                units > lane.units(),
                CrossingRefusal.TOO_MANY_UNITS,
                units + " at a time; " + grounds.cite(CrossingSettings.LANE_UNITS)),
            when(
                use.length().compareTo(lane.duration()) > 0,
                CrossingRefusal.TOO_LONG,
                minutes(use.length()) + "; " + grounds.cite(CrossingSettings.LANE_DURATION)),
            when(
                stay.compareTo(grounds.limits().hardCap()) > 0,
                CrossingRefusal.STAY_TOO_LONG,
                minutes(stay) + "; " + grounds.cite(CrossingSettings.HARD_CAP)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// The units that would be in the lane at one time: those that may still be there count.
  private SortedSet<UnitName> unitsWith(LaneUse use) {
    TreeSet<UnitName> units = new TreeSet<>(use.units());
    state
        .crossings()
        .values()
        .filter(known -> known.isInLane() && !known.isOverAt(now()))
        .filter(
            known ->
                known.leave().visitor().equals(author()) && known.leave().host().equals(use.host()))
        .forEach(
            known ->
                known.leave().units().stream()
                    .filter(
                        unit -> known.course().visits().find(unit).flatMap(Visit::left).isEmpty())
                    .forEach(units::add));
    return units;
  }

  private Optional<CrossingObjection> toStops(LaneUse use) {
    return use.units().stream()
        .filter(unit -> state.stopsOn(use, unit, grounds).anyMatch(stop -> entry.knows(stop.id())))
        .findFirst()
        .map(unit -> new CrossingObjection(CrossingRefusal.UNDER_STOP, unit.toString()));
  }

  private Instant now() {
    return entry.context().time();
  }

  private PartyId author() {
    return entry.context().author();
  }
}
