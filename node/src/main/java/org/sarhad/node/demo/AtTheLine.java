package org.sarhad.node.demo;

import static org.sarhad.node.demo.JointWork.SOON;
import static org.sarhad.node.demo.JointWork.act;
import static org.sarhad.node.demo.JointWork.await;
import static org.sarhad.node.demo.JointWork.body;
import static org.sarhad.node.demo.JointWork.id;
import static org.sarhad.node.demo.JointWork.say;
import static org.sarhad.node.demo.JointWork.state;
import static org.sarhad.node.demo.Side.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.CrossingTerms;
import org.sarhad.core.crossing.LaneWork;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.handover.Briefing;
import org.sarhad.core.handover.HandoverTerms;
import org.sarhad.core.handover.Part;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.register.Wording;

/// Who may be on whose soil, and who is responsible: the fast lane of step 12, and steps 13, 14 and
/// 17 of the acceptance scenario, over the public API. Each red line is tried.
final class AtTheLine {
  private static final String CROSSINGS = "/api/v1/crossings";

  /// In the middle of the search area, on A's soil.
  private static final Position SEARCHED = Position.ofDegrees(26.28, 61.88);

  /// On the operational line, as the demo's own file has it.
  private static final Position LINE = Position.ofDegrees(26.2427, 61.8576);

  private static final double HALF_DEGREES = 0.02;
  private static final Duration WINDOW = Duration.ofMinutes(90);
  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(5);
  private static final Duration TOO_LONG = Duration.ofHours(6);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Side a;
  private final Side b;
  private final Checks checks;
  private final JointWork work;

  /// What the day has come to so far.
  ///
  /// @param incident its name
  /// @param patrol a unit of B that is on its way
  /// @param reserve a unit of B that is free
  /// @param ambulance a unit of A
  record Day(String incident, String patrol, String reserve, String ambulance) {}

  AtTheLine(Side a, Side b, Checks checks) {
    this.a = a;
    this.b = b;
    this.checks = checks;
    this.work = new JointWork(checks);
  }

  // --- 12: the fast lane -------------------------------------------------------------------------

  /// A's ambulance crosses by what was signed with the rules; nobody has to be asked.
  void useFastLane(Day day) {
    checks.tell("A's ambulance uses the fast lane that was signed for beforehand");
    checks.equal(
        "not for longer than is agreed",
        "crossing.too_long",
        said(a, Desk.WATCH, lane(day, TOO_LONG)).code());
    checks.equal(
        "and a patrol does not cross in it",
        "crossing.lane_service",
        said(b, Desk.WATCH, lane(a, day.incident(), day.reserve(), HOUR)).code());
    var use = told(a, b, Desk.WATCH, lane(day, HOUR));
    for (var side : List.of(a, b)) {
      checks.within(
          SOON,
          side.neighbour().letter() + " has the ambulance's leave, and who of B is in charge of it",
          () ->
              crossing(side, use).path("stage").asText().equals("live")
                  && crossing(side, use).path("inCharge").path("role").asText().length() > 0);
    }
  }

  private CrossingFact lane(Day day, Duration time) {
    return lane(b, day.incident(), day.ambulance(), time);
  }

  private static CrossingFact lane(Side host, String incident, String unit, Duration time) {
    return new CrossingFact.FastLaneUsed(
        IncidentName.of(incident),
        PartyId.of(host.id()),
        Ordered.map(Map.of(UnitName.parse(unit), LaneWork.MEDICAL)),
        now().plus(time),
        Wording.of("en", "two wounded at post 42"));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  // --- 13: at the line ---------------------------------------------------------------------------

  /// B's unit comes to the line without an assent, and holds there.
  void stageAtTheLine(Day day) {
    checks.step(13, "B's patrol reaches the line without an assent, and stages there");
    checks.equal(
        "nobody sends a unit across",
        "response.crossing_needs_assent",
        sent(day, day.reserve()).code());
    var status = object().put("status", "ENR").put("audience", "release").put("precisionM", 20);
    status.set("position", position(LINE));
    b.as(Desk.DISPATCH)
        .post("/api/v1/units/%s/status".formatted(day.patrol()), status)
        .orThrow("reporting at the line");
    checks.equal(
        "on its way or not, it is staged at the line",
        "STG-L",
        unit(b, day.patrol()).path("status").asText());
    checks.within(
        SOON,
        "A sees that it waits, and nothing finer than agreed of where",
        () ->
            unit(a, day.patrol()).path("status").asText().equals("STG-L")
                && unit(a, day.patrol()).path("precisionM").asInt() >= 500);
    checks.that(
        "B's own watch has where it stands",
        unit(b, day.patrol()).path("precisionM").asInt() == 20);
  }

  private Answer sent(Day day, String unit) {
    var order = object().put("unit", unit).put("order", "Search the valley north of the line.");
    var destination = object().put("label", "valley north of the line").put("radiusM", 500);
    destination.set("position", position(SEARCHED));
    order.set("destination", destination);
    return b.as(Desk.DISPATCH)
        .post("/api/v1/incidents/%s/taskings".formatted(day.incident()), order);
  }

  private static ObjectNode position(Position position) {
    return object().put("lat", position.latitudeDegrees()).put("lon", position.longitudeDegrees());
  }

  private static JsonNode unit(Side side, String id) {
    return StreamSupport.stream(side.read("/api/v1/units").path("items").spliterator(), false)
        .filter(unit -> unit.path("id").asText().equals(id))
        .findFirst()
        .orElseGet(Side::object);
  }

  // --- 14: the yes, and STOP ---------------------------------------------------------------------

  /// A's chief gives leave for ninety minutes under A's officer, and takes it back by STOP.
  void assentAndStop(Day day) {
    checks.step(14, "A gives leave: an area, 90 minutes, an officer in charge; then STOP");
    var offer = act("crossing", body(terms(day).toJson()));
    offer.put("expires", now().plus(ANSWERED_WITHIN).toString());
    var leave = work.agreed(a, b, offer).act();
    for (var side : List.of(a, b)) {
      checks.within(
          SOON,
          side.neighbour().letter() + " has it live, with A's officer in charge",
          () ->
              crossing(side, leave).path("stage").asText().equals("live")
                  && crossing(side, leave).path("inCharge").has("officer"));
    }
    checks.that("now B may send the unit there", sent(day, day.reserve()).isSuccess());
    var unit = UnitName.parse(day.reserve());
    told(b, a, Desk.WATCH, new CrossingFact.Entered(id(b, leave), unit, now()));
    checks.within(
        SOON,
        "A sees that it is inside",
        () -> crossing(a, leave).path("units").path(0).path("inside").asBoolean());
    checks.equal(
        "B cannot stop itself in A's name",
        "crossing.not_host",
        said(
                b,
                Desk.WATCH,
                new CrossingFact.Stopped(
                    Optional.of(id(b, leave)), Ordered.set(), Optional.empty()))
            .code());
    a.as(Desk.WATCH)
        .post("%s/%s/stop".formatted(CROSSINGS, leave), object())
        .orThrow("saying STOP");
    checks.within(
        SOON,
        "B's node has the STOP, and a clock runs until the unit has confirmed",
        () -> stop(b, leave).path("units").path(0).has("clock"));
    checks.equal(
        "no unit goes in any more; only another yes of A would let it",
        "crossing.under_stop",
        said(b, Desk.WATCH, new CrossingFact.Entered(id(b, leave), unit, now())).code());
    var stop = id(b, stop(b, leave).path("stop").asText());
    told(b, a, Desk.WATCH, new CrossingFact.StopConfirmed(stop, unit, now()));
    told(b, a, Desk.WATCH, new CrossingFact.Left(unit, now()));
    checks.within(
        SOON,
        "A has the unit's own confirmation, and that it has gone",
        () ->
            stop(a, leave).path("units").path(0).has("confirmedAt")
                && !crossing(a, leave).path("units").path(0).path("inside").asBoolean(true));
    told(b, a, Desk.WATCH, new CrossingFact.Ended(id(b, leave), CrossingFact.End.EARLY));
    checks.that(
        "a report is owed within a day",
        crossing(b, leave).path("report").path("owed").asBoolean());
    told(
        b,
        a,
        Desk.WATCH,
        new CrossingFact.Reported(
            id(b, leave), Wording.of("en", "searched the valley, found tracks"), Optional.empty()));
    checks.within(
        SOON, "A has the report", () -> crossing(a, leave).path("report").path("made").size() == 1);
  }

  private CrossingTerms terms(Day day) {
    var officer =
        a.as(Desk.COMMANDER).get("/api/v1/session").orThrow("reading the session").path("officer");
    return new CrossingTerms(
        IncidentName.of(day.incident()),
        PartyId.of(b.id()),
        PartyId.of(a.id()),
        Ordered.set(UnitName.parse(day.reserve())),
        around(SEARCHED),
        now(),
        now().plus(WINDOW),
        Wording.of("en", "look for the two vehicles"),
        OfficerId.of(officer.asText()),
        Optional.empty(),
        Ordered.set("en"));
  }

  private static Ring around(Position centre) {
    double lat = centre.latitudeDegrees();
    double lon = centre.longitudeDegrees();
    return new Ring(
        List.of(
            Position.ofDegrees(lat - HALF_DEGREES, lon - HALF_DEGREES),
            Position.ofDegrees(lat - HALF_DEGREES, lon + HALF_DEGREES),
            Position.ofDegrees(lat + HALF_DEGREES, lon + HALF_DEGREES),
            Position.ofDegrees(lat + HALF_DEGREES, lon - HALF_DEGREES)));
  }

  private static JsonNode crossing(Side side, String name) {
    return side.as(Desk.WATCH).get("%s/%s".formatted(CROSSINGS, name)).body();
  }

  private static JsonNode stop(Side side, String crossing) {
    return crossing(side, crossing).path("stops").path(0);
  }

  // --- 17: who is responsible --------------------------------------------------------------------

  /// The search goes on on A's soil: B offers that A be responsible for it, and is until A accepts.
  void handOver(Day day) {
    checks.step(17, "B offers A the responsibility for the search, and has it until A accepts");
    var terms =
        new HandoverTerms(
            IncidentName.of(day.incident()),
            new Part(Part.Kind.SEARCH, Optional.empty()),
            PartyId.of(b.id()),
            PartyId.of(a.id()),
            Optional.empty(),
            Wording.of("en", "the vehicles were last seen on your soil"),
            Briefing.NONE);
    checks.equal(
        "A cannot take it by itself",
        "handover.not_the_offerer",
        JointWork.propose(a, Desk.COMMANDER, act("handover", body(terms.toJson()))).code());
    var offer = work.offered(b, Desk.COMMANDER, a, act("handover", body(terms.toJson())));
    checks.equal("offered, it is B's", b.id(), responsible(a, day));
    JointWork.assent(a, Desk.COMMANDER, offer, offer.leaf()).orThrow("accepting the search");
    for (var side : List.of(a, b)) {
      checks.within(
          SOON,
          side.neighbour().letter() + " has A responsible for the search",
          () -> responsible(side, day).equals(a.id()));
    }
  }

  /// Who is responsible for the search, as `side` shows it.
  private static String responsible(Side side, Day day) {
    var known = side.read("/api/v1/incidents/" + day.incident()).path("responsibility");
    return StreamSupport.stream(known.path("parts").spliterator(), false)
        .filter(holding -> holding.path("part").path("kind").asText().equals("search"))
        .map(holding -> holding.path("party").asText())
        .findFirst()
        .orElse(known.path("whole").path("party").asText());
  }

  // --- saying ------------------------------------------------------------------------------------

  private static Answer said(Side side, Desk desk, CrossingFact fact) {
    return say(side, desk, fact.kind().kind().value(), body(fact.toJson()));
  }

  private static String told(Side by, Side to, Desk desk, CrossingFact fact) {
    var entry = state(by, desk, fact.kind().kind().value(), body(fact.toJson()));
    await(to, entry);
    return entry;
  }
}
