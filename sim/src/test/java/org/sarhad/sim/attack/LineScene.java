package org.sarhad.sim.attack;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.crossing.Crossing;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.CrossingState;
import org.sarhad.core.crossing.CrossingTerms;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.register.Wording;
import org.sarhad.core.response.Fix;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.Unit;
import org.sarhad.core.response.UnitDescription;
import org.sarhad.core.response.UnitId;
import org.sarhad.core.response.UnitStatus;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.response.Words;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.machine.Session;
import org.sarhad.sim.check.Checkers;
import org.sarhad.sim.check.CrossingsChecker;
import org.sarhad.sim.check.LeaksChecker;
import org.sarhad.sim.check.LineChecker;
import org.sarhad.sim.check.VisitorsChecker;
import org.sarhad.sim.testing.Chief;
import org.sarhad.sim.world.SimBorder;
import org.sarhad.sim.world.SimNode;

/// Two sides with rules in force, an incident that both know, and a unit of the right side that the
/// left one is shown: the visitor and the host. The red lines are checked after every event.
final class LineScene {
  static final UnitName UNIT = UnitName.parse("U-PK-1");
  static final IncidentName INCIDENT = IncidentName.of("INC-PK-1");
  static final Duration WINDOW = Duration.ofMinutes(10);

  /// East of the line is the visitor's soil, west of it the host's.
  static final Position HOME = east(40_123);

  static final Position AT_LINE = east(1_234);
  static final Position ACROSS = east(-12_345);

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Capacity CHIEF = Capacity.of(Role.CHIEF);

  private final Scene scene;
  private final Checkers checkers;

  private LineScene(Scene scene) {
    this.scene = scene;
    var world = scene.world();
    this.checkers =
        new Checkers(
            world,
            List.of(
                new CrossingsChecker(world),
                new VisitorsChecker(world),
                new LineChecker(world),
                new LeaksChecker()));
  }

  /// The world of `seed`, with all of that.
  static LineScene of(long seed) {
    var scene = new LineScene(Scene.of(seed));
    scene.checkers.begin();
    new Chief(scene.scene.world(), scene.host()).agreesOnRules();
    scene.does(
        scene.visitor(),
        new ResponseRequest.RegisterUnit(
            new UnitDescription(
                "Taftan 1", UnitType.AMBULANCE, Place.at("Post", HOME, 5), Set.of()),
            UnitStatus.AVL,
            Audience.RELEASE));
    scene.passes(SOON);
    return scene;
  }

  private static Position east(int offset) {
    return new Position(29_520_123, SimBorder.MERIDIAN + offset);
  }

  /// Where the sentences are by which an attack is judged.
  Scene scene() {
    return scene;
  }

  SimNode host() {
    return scene.victim();
  }

  SimNode visitor() {
    return scene.other();
  }

  // ---- what goes wrong ------------------------------------------------------------------------

  void passes(Duration time) {
    scene.passes(time);
  }

  void cut() {
    scene.world().link().cut();
  }

  /// The line is there again, and everything that waited for it has come to rest.
  void mended() {
    scene.world().link().mend();
    passes(Duration.ofSeconds(60));
  }

  /// The power goes at `node` and comes back. Whose neighbour does not answer signs nothing until
  /// it does.
  void crashes(SimNode node) {
    node.crash();
    passes(Duration.ofSeconds(2));
    node.start();
    passes(SOON);
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// The time at the visitor's.
  Instant now() {
    return visitor().clock().now().truncatedTo(ChronoUnit.MILLIS);
  }

  private Outcome asks(SimNode node, Session by, NodeRequest request) {
    var outcome = new Chief(scene.world(), node).asks(by, request, Optional.empty()).orElseThrow();
    checkers.tell(checker -> checker.told(node, outcome));
    return outcome;
  }

  private Outcome asks(SimNode node, NodeRequest request) {
    return asks(node, node.identity().chief(), request);
  }

  private static List<EntryId> accepted(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> accepted.entries();
      case Outcome.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private static String refused(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> throw new AssertionError(accepted.toString());
      case Outcome.Refused refused -> refused.code();
    };
  }

  /// The chief at `node` does that, and is not refused.
  List<EntryId> does(SimNode node, ResponseRequest request) {
    return accepted(asks(node, new NodeRequest.Respond(request)));
  }

  /// What the chief at `node` is refused with who asks that.
  String isRefused(SimNode node, ResponseRequest request) {
    return refused(asks(node, new NodeRequest.Respond(request)));
  }

  /// The chief at `node` says that, and is not refused.
  EntryId says(SimNode node, CrossingFact fact) {
    return says(node, new Statement.OnCrossings(fact));
  }

  EntryId says(SimNode node, Statement statement) {
    return accepted(asks(node, new NodeRequest.State(statement))).getFirst();
  }

  /// What the chief at `node` is refused with who says that.
  String isRefused(SimNode node, CrossingFact fact) {
    return isRefused(node, new Statement.OnCrossings(fact));
  }

  String isRefused(SimNode node, Statement statement) {
    return refused(asks(node, new NodeRequest.State(statement)));
  }

  // ---- crossing -------------------------------------------------------------------------------

  /// Ten minutes on the host's soil, under `inCharge`.
  CrossingTerms terms(OfficerId inCharge) {
    return new CrossingTerms(
        INCIDENT,
        visitor().party(),
        host().party(),
        Ordered.set(UNIT),
        new Ring(
            List.of(
                Position.ofDegrees(29.50, 61.40),
                Position.ofDegrees(29.50, 61.44),
                Position.ofDegrees(29.54, 61.44),
                Position.ofDegrees(29.54, 61.40))),
        now(),
        now().plus(WINDOW),
        Wording.of("en", "to look for somebody"),
        inCharge,
        Optional.empty(),
        Ordered.set("en"));
  }

  /// The visitor asks for that, to be answered within four minutes.
  ActFact.Proposed proposal(CrossingTerms terms) {
    return new ActFact.Proposed(
        CrossingTerms.KIND,
        terms.toJson(),
        1,
        CHIEF,
        Optional.of(now().plus(Duration.ofMinutes(4))),
        Optional.empty(),
        Optional.empty());
  }

  /// It asks for ten minutes under the host's commander.
  ActFact.Proposed proposal() {
    return proposal(terms(host().identity().commander().officer()));
  }

  /// The visitor has asked, and both know.
  EntryId asked() {
    var id = says(visitor(), new Statement.OnAct(proposal()));
    passes(SOON);
    return id;
  }

  /// The host's yes to what was asked for in `id`.
  Statement yes(EntryId id) {
    var act = host().seen().expected().acts().act(id).orElseThrow();
    return new Statement.OnAct(new ActFact.Assented(act.ref(), 1, CHIEF));
  }

  /// A leave that both know of.
  EntryId granted() {
    var id = asked();
    says(host(), yes(id));
    passes(SOON);
    return id;
  }

  CrossingFact.Entered entered(EntryId crossing) {
    return new CrossingFact.Entered(crossing, UNIT, now());
  }

  static CrossingFact.Stopped stop(EntryId crossing) {
    return new CrossingFact.Stopped(Optional.of(crossing), Ordered.set(), Optional.empty());
  }

  // ---- the unit -------------------------------------------------------------------------------

  static UnitId unit() {
    return new UnitId(UNIT.owner(), UNIT.number());
  }

  /// The unit says what it does and where it is, for both sides.
  void reports(UnitStatus status, Position where) {
    does(
        visitor(),
        new ResponseRequest.ReportStatus(
            unit(),
            status,
            Optional.of(new Fix(where, 5, visitor().clock().now())),
            Words.NONE,
            Audience.RELEASE));
  }

  /// An order to go there.
  static ResponseRequest order(Position where) {
    return new ResponseRequest.TaskUnit(
        IncidentId.parse(INCIDENT.value()),
        unit(),
        Words.en("go and see"),
        Place.at("Wadi", where, 10),
        Audience.INTERNAL);
  }

  // ---- what is to be seen ---------------------------------------------------------------------

  /// Crossings, by everything that `node` knows.
  CrossingState crossings(SimNode node) {
    return node.seen().expected().crossings();
  }

  Crossing crossing(SimNode node, EntryId id) {
    return crossings(node).crossing(id).orElseThrow();
  }

  /// Whether the unit has a leave, as `node` knows it.
  boolean hasLeave(SimNode node) {
    return crossings(node).leavesOf(UNIT, now()).findAny().isPresent();
  }

  Unit seen(SimNode node) {
    return node.seen().response().unit(unit()).orElseThrow();
  }
}
