package org.sarhad.core.crossing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.IncidentName;

/// Which duties about crossings run and which are late (protocol clause 11-6.2). Pure: the same
/// state, time and view of the link give the same answer; nothing here is folded.
///
/// A clock that begins with being told begins when the node of the side that has to act had the
/// entry, by that side's own signature. Until then nobody is late. Own duties run whatever the link
/// does.
///
/// @param state as the node knows it
/// @param grounds what is agreed
/// @param own whose node looks
/// @param now its time
/// @param silentSince since when the other side is out of sight; empty while it is heard
/// @param received when an entry was had by the other side than its author's, if that is known
public record CrossingClocks(
    CrossingState state,
    CrossingGrounds grounds,
    PartyId own,
    Instant now,
    Optional<Instant> silentSince,
    Function<EntryId, Optional<Instant>> received) {

  /// All of them, the soonest due first. O(crossings, STOPs and breaches).
  public List<CrossingDuty> duties() {
    return Stream.of(
            state.crossings().values().flatMap(this::about),
            state.stops().values().flatMap(this::confirmations),
            state.inside().stream().flatMap(there -> returns(there.key(), there.value()).stream()))
        .flatMap(duties -> duties)
        .sorted(Comparator.comparing(CrossingDuty::due).thenComparing(CrossingDuty::subject))
        .toList();
  }

  private Stream<CrossingDuty> about(Crossing crossing) {
    return switch (crossing.stage(now, grounds.report())) {
      case REPORT_DUE, REPORT_OVERDUE -> Stream.of(report(crossing));
      case ASKED, NOT_GIVEN, VOID, REPLACED, GRANTED, LIVE, STOPPED, ENDED, REPORTED ->
          Stream.empty();
    };
  }

  private CrossingDuty report(Crossing crossing) {
    return duty(
        CrossingDuty.Sort.REPORT,
        crossing.id(),
        Optional.of(crossing.leave().incident()),
        Optional.empty(),
        crossing.leave().visitor(),
        Optional.of(crossing.over()),
        crossing.reportDue(grounds.report()));
  }

  /// The alarm lasts until each unit has confirmed.
  private Stream<CrossingDuty> confirmations(Stop stop) {
    Optional<Instant> told = received.apply(stop.id());
    Instant due = told.orElse(stop.said().at()).plus(grounds.confirmation());
    return stop.unconfirmed()
        .filter(unit -> isStillAsked(stop, unit))
        .map(
            unit ->
                duty(
                    CrossingDuty.Sort.CONFIRM_STOP,
                    stop.id(),
                    incident(stop),
                    Optional.of(unit),
                    unit.owner(),
                    told,
                    due));
  }

  /// A unit that is there, or whose leave was not over when it was stopped, has to confirm. One
  /// that never went and whose window has passed has nothing to stop any more.
  private boolean isStillAsked(Stop stop, UnitName unit) {
    return state.inside().containsKey(unit)
        || state
            .crossings()
            .values()
            .filter(
                crossing -> stop.id().equals(crossing.course().stopped().find(unit).orElse(null)))
            .anyMatch(crossing -> !crossing.isOverAt(now));
  }

  private Optional<IncidentName> incident(Stop stop) {
    return stop.said()
        .said()
        .crossing()
        .flatMap(state::crossing)
        .map(crossing -> crossing.leave().incident());
  }

  /// A unit is there and has no leave any more, or never had one.
  private Optional<CrossingDuty> returns(UnitName unit, Inside there) {
    Optional<Crossing> crossing = there.crossing().flatMap(state::crossing);
    Instant due =
        crossing
            .map(
                known ->
                    known
                        .course()
                        .stopped()
                        .find(unit)
                        .flatMap(state::stop)
                        .map(stop -> earlier(stop.said().at(), known.over()))
                        .orElse(known.over()))
            .orElse(there.entered().said());
    boolean isOver = crossing.filter(known -> known.isLeaveFor(unit, now)).isEmpty();
    return isOver
        ? Optional.of(
            duty(
                CrossingDuty.Sort.GO_BACK,
                there.crossing().orElse(there.entered().entry()),
                crossing.map(known -> known.leave().incident()),
                Optional.of(unit),
                unit.owner(),
                Optional.of(there.entered().at()),
                due))
        : Optional.empty();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private CrossingDuty duty(
      CrossingDuty.Sort what,
      EntryId subject,
      Optional<IncidentName> incident,
      Optional<UnitName> unit,
      PartyId owner,
      Optional<Instant> started,
      Instant due) {
    CrossingDuty.Status status = status(owner, started, due);
    boolean isLoud = what == CrossingDuty.Sort.CONFIRM_STOP || what == CrossingDuty.Sort.GO_BACK;
    return new CrossingDuty(
        what,
        subject,
        incident,
        unit,
        owner,
        started,
        due,
        status,
        isLoud && (owner.equals(own) || status == CrossingDuty.Status.OVERDUE));
  }

  private CrossingDuty.Status status(PartyId owner, Optional<Instant> started, Instant due) {
    if (started.isEmpty()) {
      return CrossingDuty.Status.NOT_DELIVERED;
    }
    if (now.isBefore(due)) {
      return CrossingDuty.Status.RUNNING;
    }
    boolean isOutOfSight =
        !owner.equals(own) && silentSince.filter(since -> !since.isAfter(due)).isPresent();
    return isOutOfSight ? CrossingDuty.Status.CANNOT_BE_JUDGED : CrossingDuty.Status.OVERDUE;
  }
}
