package org.sarhad.core.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;

/// The rules for own units. Every one of them objects to a unit of the other side.
record UnitRules(Case at) {
  private static final int CALL_SIGN_MAX = 100;

  /// What a unit reports that moves towards something.
  private static final Set<UnitStatus> UNDER_WAY =
      Ordered.set(UnitStatus.DSP, UnitStatus.ACK, UnitStatus.ENR, UnitStatus.TRN);

  Decision<ResponseFact, ResponseReply, Refusal> register(ResponseRequest.RegisterUnit request) {
    int last = at.ownSide().units().lastUnit();
    var id = new UnitId(at.own(), at.nextAfter(last));
    return at.objectionsTo(request)
        .text("callSign", request.description().callSign(), CALL_SIGN_MAX)
        .unless(last < ResponseId.MAX_NUMBER, Refusal.SERIES_EXHAUSTED, id.toString())
        .otherwise(
            id.toString(),
            () -> {
              var facts = new ArrayList<Authored<ResponseFact>>();
              facts.add(
                  Case.internal(
                      new UnitFact.Registered(id, request.description(), request.status())));
              if (request.audience() == Audience.RELEASE) {
                facts.add(Case.released(shown(id, request.description(), request.status())));
              }
              return facts;
            });
  }

  Decision<ResponseFact, ResponseReply, Refusal> describe(ResponseRequest.DescribeUnit request) {
    UnitId id = request.unit();
    return inRegister(at.objectionsTo(request), id)
        .text("callSign", request.description().callSign(), CALL_SIGN_MAX)
        .otherwise(
            id.toString(),
            () -> List.of(Case.internal(new UnitFact.Redescribed(id, request.description()))));
  }

  Decision<ResponseFact, ResponseReply, Refusal> show(ResponseRequest.ShowUnit request) {
    UnitId id = request.unit();
    Optional<Unit> unit = at.ownUnit(id);
    Optional<UnitFact.Shown> fact =
        unit.map(known -> shown(id, known.description(), known.status()));
    boolean nothingNew =
        unit.filter(Unit::isShown)
            .flatMap(Unit::shown)
            .filter(
                last ->
                    fact.map(UnitFact.Shown::description).equals(Optional.of(last.description())))
            .filter(last -> fact.map(UnitFact.Shown::status).equals(Optional.of(last.status())))
            .isPresent();
    return inRegister(at.objectionsTo(request), id)
        .unless(!nothingNew, Refusal.ALREADY_RELEASED, id.toString())
        .otherwise(id.toString(), () -> List.of(Case.released(fact.orElseThrow())));
  }

  Decision<ResponseFact, ResponseReply, Refusal> hide(ResponseRequest.HideUnit request) {
    UnitId id = request.unit();
    return inRegister(at.objectionsTo(request), id)
        .optional("reason", request.reason(), at.textMax())
        .unless(at.ownUnit(id).filter(Unit::isShown).isPresent(), Refusal.ALREADY_SO, id.toString())
        .otherwise(
            id.toString(), () -> List.of(Case.released(new UnitFact.Hidden(id, request.reason()))));
  }

  Decision<ResponseFact, ResponseReply, Refusal> report(ResponseRequest.ReportStatus request) {
    UnitId id = request.unit();
    Objections objections =
        inRegister(at.objectionsTo(request), id)
            .optional("words", request.words(), at.textMax())
            .unless(canBeTold(id, request.audience()), Refusal.NOT_RELEASED_YET, id.toString());
    request.fix().ifPresent(fix -> objections.past("fix", fix.at()));
    return objections.otherwise(id.toString(), () -> statusFacts(atLine(request)));
  }

  /// A unit on its way that has come to the line without a leave to cross is staged there, whatever
  /// it says it does (red line 1). Beyond the line nothing is made of its report: a status never
  /// says less than is known, and [LineAlarm] tells the own watch.
  private ResponseRequest.ReportStatus atLine(ResponseRequest.ReportStatus request) {
    boolean isHeld =
        UNDER_WAY.contains(request.status())
            && request.fix().filter(fix -> isAtLine(fix.position())).isPresent()
            && !at.context().passes().holds(request.unit(), at.now());
    return isHeld ? request.as(UnitStatus.STG_L) : request;
  }

  private boolean isAtLine(Position position) {
    return at.context().soil().isAtLine(position);
  }

  /// What the other side gets is coarsened; where that loses something, the own side keeps the
  /// exact report beside it, said last so that it is the one in force at home.
  private List<Authored<ResponseFact>> statusFacts(ResponseRequest.ReportStatus request) {
    var exact =
        new UnitFact.StatusReported(
            request.unit(), request.status(), request.fix(), request.words());
    if (request.audience() == Audience.INTERNAL) {
      return List.of(Case.internal(exact));
    }
    var told =
        new UnitFact.StatusReported(
            request.unit(),
            request.status(),
            request.fix().map(fix -> Coarse.fix(fix, at.settings().releasedPositionM())),
            request.words());
    return told.equals(exact)
        ? List.of(Case.released(told))
        : List.of(Case.released(told), Case.internal(exact));
  }

  Decision<ResponseFact, ResponseReply, Refusal> retire(ResponseRequest.RetireUnit request) {
    UnitId id = request.unit();
    Optional<Unit> unit = at.ownUnit(id);
    return inRegister(at.objectionsTo(request), id)
        .optional("reason", request.reason(), at.textMax())
        .unless(unit.flatMap(Unit::tasking).isEmpty(), Refusal.UNIT_ON_TASKING, id.toString())
        .otherwise(
            id.toString(),
            () -> {
              var facts = new ArrayList<Authored<ResponseFact>>();
              if (unit.filter(Unit::isShown).isPresent()) {
                facts.add(Case.released(new UnitFact.Hidden(id, Words.NONE)));
              }
              facts.add(Case.internal(new UnitFact.Retired(id, request.reason())));
              return facts;
            });
  }

  Decision<ResponseFact, ResponseReply, Refusal> task(ResponseRequest.TaskUnit request) {
    UnitId id = request.unit();
    IncidentId incident = request.incident();
    int last = at.ownSide().units().lastTask();
    var task = new TaskId(at.own(), at.nextAfter(last));
    Optional<Unit> unit = at.ownUnit(id);
    return at.objectionsTo(request)
        .required("instruction", request.instruction(), at.textMax())
        .unless(at.isKnown(incident), Refusal.INCIDENT_UNKNOWN, incident.toString())
        .unless(!at.isOwn(id) || unit.isPresent(), Refusal.UNIT_UNKNOWN, id.toString())
        .unless(at.isOwn(id), Refusal.PEER_UNIT_ASK_DONT_TASK, id.toString())
        .unless(!at.isClosedHere(incident), Refusal.INCIDENT_CLOSED, incident.toString())
        .unless(unit.filter(Unit::retired).isEmpty(), Refusal.UNIT_RETIRED, id.toString())
        .unless(unit.flatMap(Unit::tasking).isEmpty(), Refusal.UNIT_ON_TASKING, id.toString())
        .unless(
            unit.map(Unit::isReady).orElse(true),
            Refusal.UNIT_NOT_READY,
            id + ": " + unit.map(known -> known.status().code()).orElse(""))
        .unless(
            mayGo(id, request.destination()),
            Refusal.CROSSING_NEEDS_ASSENT,
            request.destination().label())
        .unless(
            at.canBeTold(incident, request.audience()) && canBeTold(id, request.audience()),
            Refusal.NOT_RELEASED_YET,
            incident + ", " + id)
        .unless(last < ResponseId.MAX_NUMBER, Refusal.SERIES_EXHAUSTED, task.toString())
        .otherwise(
            task.toString(),
            () ->
                List.of(
                    Case.fact(
                        new UnitFact.Tasked(
                            task, incident, id, request.instruction(), request.destination()),
                        request.audience())));
  }

  Decision<ResponseFact, ResponseReply, Refusal> endTask(ResponseRequest.EndTask request) {
    TaskId id = request.task();
    Optional<Tasking> tasking = at.state().side(id.owner()).units().taskings().find(id);
    return at.objectionsTo(request)
        .optional("words", request.words(), at.textMax())
        .unless(tasking.isPresent(), Refusal.TASKING_UNKNOWN, id.toString())
        .unless(tasking.isEmpty() || at.isOwn(id), Refusal.NOT_YOURS, id.toString())
        .unless(tasking.map(Tasking::running).orElse(true), Refusal.ALREADY_SO, id.toString())
        .otherwise(id.toString(), () -> List.of(ended(request, tasking.orElseThrow())));
  }

  private static Authored<ResponseFact> ended(ResponseRequest.EndTask request, Tasking tasking) {
    return Case.fact(
        new UnitFact.TaskEnded(
            tasking.id(),
            tasking.order().incident(),
            tasking.order().unit(),
            request.outcome(),
            request.words()),
        Case.audienceOf(tasking.said()));
  }

  private UnitFact.Shown shown(UnitId id, UnitDescription description, UnitStatus status) {
    return new UnitFact.Shown(
        id, Coarse.unit(description, at.settings().releasedPositionM()), status);
  }

  /// An own unit that has not left.
  private Objections inRegister(Objections objections, UnitId id) {
    Optional<Unit> unit = at.ownUnit(id);
    return objections
        .unless(!at.isOwn(id) || unit.isPresent(), Refusal.UNIT_UNKNOWN, id.toString())
        .unless(at.isOwn(id), Refusal.NOT_YOURS, id.toString())
        .unless(unit.filter(Unit::retired).isEmpty(), Refusal.UNIT_RETIRED, id.toString());
  }

  private boolean canBeTold(UnitId id, Audience audience) {
    return audience == Audience.INTERNAL || at.ownUnit(id).map(Unit::isShown).orElse(true);
  }

  /// On own soil, or where a leave to cross covers it now.
  private boolean mayGo(UnitId id, Place destination) {
    return destination
        .position()
        .filter(
            position ->
                at.context().soil().of(position).filter(side -> !side.equals(at.own())).isPresent())
        .map(position -> at.context().passes().covers(id, position, at.now()))
        .orElse(true);
  }
}
