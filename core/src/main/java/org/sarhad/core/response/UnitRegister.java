package org.sarhad.core.response;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.fact.FactContext;

/// One side's units and what it sent them to do.
///
/// Where a side told its own fold more than it told the other (an exact position, a unit it never
/// showed), the two folds differ by exactly that.
///
/// @param units by name, those that left included
/// @param taskings by name, those that ended included
/// @param lastUnit highest number given to a unit, 0 for none
/// @param lastTask highest number given to a tasking, 0 for none
public record UnitRegister(
    PersistentMap<UnitId, Unit> units,
    PersistentMap<TaskId, Tasking> taskings,
    int lastUnit,
    int lastTask) {
  static final UnitRegister EMPTY =
      new UnitRegister(PersistentMap.empty(), PersistentMap.empty(), 0, 0);

  /// The incident that `unit` is working on.
  public Optional<IncidentId> incidentOf(UnitId unit) {
    return units
        .find(unit)
        .flatMap(Unit::tasking)
        .flatMap(taskings::find)
        .map(tasking -> tasking.order().incident());
  }

  Folded<UnitRegister> apply(FactContext context, UnitFact fact) {
    if (!fact.unit().owner().equals(context.author())) {
      return Folded.unchanged(this, Anomaly.NOT_THE_OWNER);
    }
    Optional<Unit> unit = units.find(fact.unit()).filter(known -> !known.retired());
    return switch (fact) {
      case UnitFact.Registered registered ->
          units.containsKey(registered.unit())
              ? Folded.unchanged(this, Anomaly.NAME_TAKEN)
              : Folded.to(
                  with(
                      unseen(registered.unit(), registered.description())
                          .reporting(registered.status(), context.time(), Optional.empty())));
      case UnitFact.Redescribed described ->
          change(unit, known -> known.described(described.description()));
      case UnitFact.Shown shown -> Folded.to(with(show(context, unit, shown)));
      case UnitFact.Hidden _ -> change(unit, UnitRegister::hide);
      case UnitFact.StatusReported report -> status(context, unit, report);
      case UnitFact.Retired _ -> change(unit, Unit::retire);
      case UnitFact.Tasked tasked -> task(context, unit, tasked);
      case UnitFact.TaskEnded ended -> end(context, ended);
    };
  }

  private Folded<UnitRegister> change(Optional<Unit> unit, UnaryOperator<Unit> change) {
    return unit.isEmpty()
        ? Folded.unchanged(this, Anomaly.UNKNOWN_SUBJECT)
        : Folded.to(with(change.apply(unit.get())));
  }

  /// Its own side knows the unit already and knows it better; the other side meets it here.
  private static Unit show(FactContext context, Optional<Unit> unit, UnitFact.Shown shown) {
    var showing =
        new Unit.Showing(
            shown.description(),
            shown.status(),
            context.time(),
            unit.flatMap(Unit::shown).flatMap(Unit.Showing::fix),
            true);
    return unit.map(known -> known.showing(showing))
        .orElseGet(
            () ->
                unseen(shown.unit(), shown.description())
                    .reporting(shown.status(), context.time(), Optional.empty())
                    .showing(showing));
  }

  private static Unit hide(Unit unit) {
    return unit.shown()
        .map(
            last ->
                unit.showing(
                    new Unit.Showing(
                        last.description(), last.status(), last.statusSince(), last.fix(), false)))
        .orElse(unit);
  }

  private Folded<UnitRegister> status(
      FactContext context, Optional<Unit> unit, UnitFact.StatusReported report) {
    if (unit.isEmpty()) {
      return Folded.unchanged(this, Anomaly.UNKNOWN_SUBJECT);
    }
    Unit now = unit.get().reporting(report.status(), context.time(), report.fix());
    if (context.released()) {
      Optional<Fix> known = now.shown().flatMap(Unit.Showing::fix);
      now =
          now.showing(
              new Unit.Showing(
                  now.shown().map(Unit.Showing::description).orElse(now.description()),
                  report.status(),
                  context.time(),
                  report.fix().or(() -> known),
                  now.isShown()));
    }
    return Folded.to(progress(context, now));
  }

  /// A status report moves the tasking along, and a unit that is ready again has finished it.
  private UnitRegister progress(FactContext context, Unit unit) {
    Optional<Tasking> tasking = unit.tasking().flatMap(taskings::find).filter(Tasking::running);
    if (tasking.isEmpty()) {
      return with(unit.on(Optional.empty()));
    }
    Tasking moved = tasking.get().progressed(unit.status(), context.time());
    return unit.status().endsTask()
        ? with(unit.on(Optional.empty())).with(moved.ended(UnitFact.Outcome.DONE, context.time()))
        : with(unit).with(moved);
  }

  private Folded<UnitRegister> task(
      FactContext context, Optional<Unit> unit, UnitFact.Tasked order) {
    if (!order.task().owner().equals(context.author())) {
      return Folded.unchanged(this, Anomaly.NOT_THE_OWNER);
    }
    if (unit.isEmpty()) {
      return Folded.unchanged(this, Anomaly.UNKNOWN_SUBJECT);
    }
    if (taskings.containsKey(order.task())) {
      return Folded.unchanged(this, Anomaly.NAME_TAKEN);
    }
    var tasking =
        new Tasking(
            order,
            new Said(context, order, Optional.empty()),
            UnitStatus.DSP,
            context.time(),
            Optional.empty());
    Unit sent =
        unit.get()
            .reporting(UnitStatus.DSP, context.time(), Optional.empty())
            .on(Optional.of(order.task()));
    return Folded.to(with(context.released() ? told(context, sent) : sent).with(tasking));
  }

  /// What the other side was told of the unit now includes its status.
  private static Unit told(FactContext context, Unit unit) {
    return unit.shown()
        .map(
            last ->
                unit.showing(
                    new Unit.Showing(
                        last.description(),
                        unit.status(),
                        context.time(),
                        last.fix(),
                        last.current())))
        .orElse(unit);
  }

  private Folded<UnitRegister> end(FactContext context, UnitFact.TaskEnded end) {
    Optional<Tasking> tasking = taskings.find(end.task()).filter(Tasking::running);
    if (tasking.isEmpty()) {
      return Folded.unchanged(this, Anomaly.UNKNOWN_SUBJECT);
    }
    UnitRegister ended = with(tasking.get().ended(end.outcome(), context.time()));
    return Folded.to(
        units
            .find(tasking.get().order().unit())
            .filter(unit -> unit.tasking().equals(Optional.of(end.task())))
            .map(unit -> ended.with(unit.on(Optional.empty())))
            .orElse(ended));
  }

  private static Unit unseen(UnitId id, UnitDescription description) {
    return new Unit(
        id,
        description,
        UnitStatus.OFF,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private UnitRegister with(Unit unit) {
    return new UnitRegister(
        units.put(unit.id(), unit), taskings, Math.max(lastUnit, unit.id().number()), lastTask);
  }

  private UnitRegister with(Tasking tasking) {
    return new UnitRegister(
        units,
        taskings.put(tasking.id(), tasking),
        lastUnit,
        Math.max(lastTask, tasking.id().number()));
  }
}
