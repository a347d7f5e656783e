package org.sarhad.node.api;

import static org.sarhad.core.party.Role.CHIEF;
import static org.sarhad.core.party.Role.DISPATCHER;
import static org.sarhad.core.party.Role.SECTOR_COMMANDER;
import static org.sarhad.core.party.Role.UNIT_LEADER;
import static org.sarhad.core.party.Role.WATCH_OFFICER;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.joint.Dispatch;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.Alert;
import org.sarhad.core.response.Capability;
import org.sarhad.core.response.Fix;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.Ranking;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.RunCards;
import org.sarhad.core.response.TaskId;
import org.sarhad.core.response.TravelTime;
import org.sarhad.core.response.Unit;
import org.sarhad.core.response.UnitDescription;
import org.sarhad.core.response.UnitFact;
import org.sarhad.core.response.UnitId;
import org.sarhad.core.response.UnitStatus;
import org.sarhad.core.response.UnitType;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.TravelViews;
import org.sarhad.node.api.view.UnitViews;

/// The register, what units do, who could go, and who is sent.
final class UnitOperations {
  private static final String ROOT = "/api/v1/units";
  private static final String ONE = ROOT + "/{unit}";
  private static final int TEXT_MAX = 4_000;
  private static final int PRECISION_M = 50;

  private static final Access KEEPS_REGISTER = Access.of(DISPATCHER, SECTOR_COMMANDER, CHIEF);
  private static final Access COMMANDS = Access.of(WATCH_OFFICER, SECTOR_COMMANDER, CHIEF);
  private static final Access REPORTS =
      Access.of(WATCH_OFFICER, DISPATCHER, UNIT_LEADER, SECTOR_COMMANDER);

  private final Surface surface;
  private final Ground ground;

  UnitOperations(Surface surface, Ground ground) {
    this.surface = surface;
    this.ground = ground;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listUnits", ROOT, Access.signedIn(), this::units),
        Operation.post("registerUnit", ROOT, KEEPS_REGISTER, this::register),
        Operation.put("describeUnit", ONE, KEEPS_REGISTER, this::describe),
        Operation.post("setUnitStatus", ONE + "/status", REPORTS, this::status),
        Operation.post("showUnit", ONE + "/show", COMMANDS, this::show),
        Operation.post("hideUnit", ONE + "/hide", COMMANDS, this::hide),
        Operation.post("retireUnit", ONE + "/retire", KEEPS_REGISTER, this::retire),
        Operation.get(
            "rankUnits", "/api/v1/incidents/{incident}/ranking", Access.signedIn(), this::ranking),
        Operation.post(
            "taskUnit",
            "/api/v1/incidents/{incident}/taskings",
            IncidentOperations.access("taskUnit"),
            this::task),
        Operation.post("endTask", "/api/v1/taskings/{task}/end", REPORTS, this::endTask));
  }

  // ---- looking --------------------------------------------------------------------------------

  private Answer units(Call call) throws MalformedRequestException {
    var query = call.query();
    var party = query.parsed("party", PartyId::new, "expected a party, such as ir");
    query.finish();
    var lens = surface.look(call);
    var items =
        known(lens)
            .filter(view -> party.isEmpty() || view.party().equals(party.get().value()))
            .toList();
    return Answer.ok(new UnitViews.UnitList(items, lens.now()));
  }

  /// Every unit the caller may see: own ones first, then by name.
  static Stream<UnitViews.UnitView> known(Lens lens) {
    var own = lens.response().side(lens.own()).units().units().values();
    var others = lens.response().others(lens.own()).flatMap(side -> side.units().units().values());
    return Stream.concat(
        own.filter(unit -> !unit.retired())
            .filter(unit -> unit.isShown() || !lens.releasedOnly())
            .sorted(Comparator.comparing(Unit::id))
            .map(unit -> lens.releasedOnly() ? shown(lens, unit) : own(lens, unit)),
        others
            .filter(unit -> unit.shown().isPresent() && !unit.retired())
            .sorted(Comparator.comparing(Unit::id))
            .map(unit -> shown(lens, unit)));
  }

  private static UnitViews.UnitView own(Lens lens, Unit unit) {
    return view(
        lens,
        unit.id(),
        unit.description(),
        unit.status(),
        unit.statusSince(),
        unit.fix(),
        unit.isStaleAt(lens.now(), lens.settings().reportingInterval()),
        unit.isShown(),
        unit.isReady());
  }

  /// A unit as the other side is shown it.
  private static UnitViews.UnitView shown(Lens lens, Unit unit) {
    var last = unit.shown().orElseThrow();
    var heard = last.fix().map(Fix::at).filter(at -> at.isAfter(last.statusSince()));
    Duration twice = lens.settings().reportingInterval().multipliedBy(2);
    boolean stale =
        !last.current() || heard.orElse(last.statusSince()).plus(twice).isBefore(lens.now());
    return view(
        lens,
        unit.id(),
        last.description(),
        last.status(),
        last.statusSince(),
        last.fix(),
        stale,
        true,
        false);
  }

  private static UnitViews.UnitView view(
      Lens lens,
      UnitId id,
      UnitDescription description,
      UnitStatus status,
      Instant since,
      Optional<Fix> fix,
      boolean stale,
      boolean released,
      boolean mayTask) {
    return new UnitViews.UnitView(
        id.toString(),
        id.owner().value(),
        description.callSign(),
        Codes.of(description.type()),
        GeoViews.of(description.station()),
        description.capabilities().stream().map(Codes::of).toList(),
        status.code(),
        since,
        fix.map(Fix::precisionM),
        fix.map(Fix::position).map(GeoViews::of),
        fix.map(Fix::at),
        fix.map(known -> known.ageAt(lens.now()).toSeconds()),
        stale,
        lens.response()
            .side(id.owner())
            .units()
            .incidentOf(id)
            .filter(incident -> lens.response().incident(incident).filter(lens::shows).isPresent())
            .map(Object::toString),
        Rooms.audience(released),
        mayTask);
  }

  private Answer ranking(Call call) throws MalformedRequestException {
    var query = call.query();
    var type =
        query.parsed(
            "type",
            word ->
                Optional.ofNullable(Codes.lower(UnitType.class).get(word))
                    .orElseThrow(() -> new IllegalArgumentException(word)),
            "expected a type of unit");
    query.finish();
    var lens = surface.look(call);
    return lens.incident(call.part("incident"))
        .map(incident -> Answer.ok(ranked(lens, incident, type)))
        .orElseGet(() -> Answer.unknown(call.part("incident")));
  }

  private UnitViews.RankingView ranked(Lens lens, Incident incident, Optional<UnitType> type) {
    var alert = incident.alert();
    var card =
        alert
            .flatMap(Alert::codeWord)
            .flatMap(
                word -> RunCards.find(lens.response(), lens.own(), lens.settings().cards(), word));
    var ranking =
        Ranking.of(
            lens.response(),
            lens.own(),
            alert.flatMap(known -> known.where().position()),
            card,
            lens.settings(),
            lens.now(),
            ground.travel(lens));
    var travels = new Travels(lens, ground);
    var dispatch =
        lens.releasedOnly() ? Optional.<Dispatch>empty() : Optional.of(travels.dispatch(ranking));
    var all =
        Stream.concat(
                lens.releasedOnly() ? Stream.empty() : ranking.taskable().stream(),
                ranking.askable().stream())
            .filter(c -> type.isEmpty() || c.description().type() == type.get())
            .toList();
    boolean routed =
        all.stream()
            .flatMap(candidate -> candidate.travel().stream())
            .anyMatch(way -> way.basis() == TravelTime.Basis.ROUTED);
    return new UnitViews.RankingView(
        incident.id().toString(),
        routed ? "routed" : "estimated",
        ground.held().map(held -> held.sha256().hex()),
        dispatch.map(travels::advice),
        all.stream()
            .map(candidate -> candidate(lens, candidate, cover(dispatch, candidate.id())))
            .toList());
  }

  private static Optional<TravelViews.CoverView> cover(Optional<Dispatch> dispatch, UnitId unit) {
    return dispatch.stream()
        .flatMap(advice -> advice.losses().stream())
        .filter(loss -> loss.unit().equals(unit))
        .findFirst()
        .map(loss -> new TravelViews.CoverView(loss.others(), loss.permille()));
  }

  private static UnitViews.CandidateView candidate(
      Lens lens, Ranking.Candidate candidate, Optional<TravelViews.CoverView> cover) {
    boolean own = candidate.id().owner().equals(lens.own());
    var unit = lens.response().unit(candidate.id()).orElseThrow();
    return new UnitViews.CandidateView(
        own && !lens.releasedOnly() ? own(lens, unit) : shown(lens, unit),
        own,
        own,
        candidate.travel().map(TravelTime.Travel::distanceM),
        candidate.travel().map(way -> way.duration().toSeconds()),
        candidate.travel().flatMap(TravelTime.Travel::way).map(Travels::way),
        candidate.travel().map(way -> Codes.of(way.basis())),
        cover,
        candidate.fits(),
        String.join(", ", candidate.reasons().stream().map(Ranking.Reason::sentence).toList()),
        candidate.reasons().stream()
            .map(reason -> new UnitViews.ReasonView(reason.key(), reason.values()))
            .toList());
  }

  // ---- saying ---------------------------------------------------------------------------------

  private Answer register(Call call) throws MalformedRequestException {
    var fields = call.body();
    var description = description(fields);
    var status = fields.optionalChoice("status", Codes.STATUSES).orElse(UnitStatus.AVL);
    var audience = fields.choice("audience", Codes.AUDIENCES);
    fields.finish();
    return surface.respond(call, new ResponseRequest.RegisterUnit(description, status, audience));
  }

  private Answer describe(Call call) throws MalformedRequestException {
    var fields = call.body();
    var description = description(fields);
    fields.finish();
    return withUnit(call, unit -> new ResponseRequest.DescribeUnit(unit.id(), description));
  }

  private static UnitDescription description(Fields fields) {
    var name = fields.text("name", 1, 100);
    var type = fields.choice("type", Codes.lower(UnitType.class));
    var station = fields.place("station");
    var capabilities = EnumSet.noneOf(Capability.class);
    capabilities.addAll(AssistanceOperations.enums(fields, "capabilities", Capability.class));
    return new UnitDescription(name.isBlank() ? "?" : name, type, station, capabilities);
  }

  private Answer status(Call call) throws MalformedRequestException {
    var fields = call.body();
    var words = Texts.in(fields).optionalWords("text", 1_000);
    var status = fields.choice("status", Codes.STATUSES);
    var position = fields.optionalPosition("position");
    var at = fields.optionalTime("positionAt").orElseGet(surface.clock()::now);
    int precision = fields.number("precisionM", PRECISION_M, 0, 1_000_000);
    var audience = fields.optionalChoice("audience", Codes.AUDIENCES);
    fields.finish();
    return withUnit(
        call,
        unit ->
            new ResponseRequest.ReportStatus(
                unit.id(),
                status,
                position.map(where -> new Fix(where, precision, at)),
                words,
                audience.orElse(unit.isShown() ? Audience.RELEASE : Audience.INTERNAL)));
  }

  private Answer show(Call call) throws MalformedRequestException {
    call.body().finish();
    return withUnit(call, unit -> new ResponseRequest.ShowUnit(unit.id()));
  }

  private Answer hide(Call call) throws MalformedRequestException {
    var reason = Texts.in(call.body()).words("reason", TEXT_MAX);
    call.body().finish();
    return withUnit(call, unit -> new ResponseRequest.HideUnit(unit.id(), reason));
  }

  private Answer retire(Call call) throws MalformedRequestException {
    var reason = Texts.in(call.body()).words("reason", TEXT_MAX);
    call.body().finish();
    return withUnit(call, unit -> new ResponseRequest.RetireUnit(unit.id(), reason));
  }

  private Answer task(Call call) throws MalformedRequestException {
    var fields = call.body();
    var order = Texts.in(fields).words("order", 2_000);
    var unit =
        fields.parsed(
            "unit",
            new UnitId(surface.parties().ownId(), 1),
            UnitId::parse,
            "expected the name of a unit, such as U-IR-3");
    var destination = fields.optionalPlace("destination");
    var audience = IncidentOperations.audience(fields, Audience.INTERNAL);
    fields.finish();
    return surface
        .look(call)
        .incident(call.part("incident"))
        .flatMap(
            incident ->
                destination
                    .or(() -> incident.alert().map(Alert::where))
                    .map(
                        where ->
                            surface.respond(
                                call,
                                new ResponseRequest.TaskUnit(
                                    incident.id(), unit, order, where, audience))))
        .orElseGet(() -> Answer.unknown(call.part("incident")));
  }

  private Answer endTask(Call call) throws MalformedRequestException {
    var fields = call.body();
    var words = Texts.in(fields).optionalWords("text", TEXT_MAX);
    var outcome = fields.choice("outcome", Codes.lower(UnitFact.Outcome.class));
    fields.finish();
    return AssistanceOperations.named(call, "task", TaskId::parse)
        .map(task -> surface.respond(call, new ResponseRequest.EndTask(task, outcome, words)))
        .orElseGet(() -> Answer.unknown(call.part("task")));
  }

  private Answer withUnit(Call call, Function<Unit, ResponseRequest> request) {
    return AssistanceOperations.named(call, "unit", UnitId::parse)
        .flatMap(id -> surface.node().view().response().unit(id))
        .map(unit -> surface.respond(call, request.apply(unit)))
        .orElseGet(() -> Answer.unknown(call.part("unit")));
  }
}
