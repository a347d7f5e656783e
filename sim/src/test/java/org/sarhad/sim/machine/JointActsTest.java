package org.sarhad.sim.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.Role;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.machine.Session;
import org.sarhad.sim.testing.Chief;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.tlog.tree.Merkle;

/// Joint acts between two whole nodes (protocol chapter 07): what their chiefs ask, what both come
/// to, and when.
public class JointActsTest {
  private static final Capacity CHIEF = Capacity.of(Role.CHIEF);
  private static final Duration SOON = Duration.ofSeconds(20);

  private final SimWorld world = SimWorld.of(11);
  private final SimNode left = world.left();
  private final SimNode right = world.right();

  @BeforeEach
  void begin() {
    world.begin();
    world.run(SOON);
    new Chief(world, left).agreesOnRules();
  }

  // ---- asking ---------------------------------------------------------------------------------

  private static ActFact.Proposed crossing() {
    return crossing(CHIEF);
  }

  private static ActFact.Proposed crossing(Capacity as) {
    return new ActFact.Proposed(
        ActKind.of("local_agreement"),
        Json.obj().put("minutes", 90).build(),
        1,
        as,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private EntryId does(SimNode node, ActFact fact) {
    return new Chief(world, node).does(new NodeRequest.State(new Statement.OnAct(fact))).getFirst();
  }

  private String isRefused(SimNode node, ActFact fact) {
    var outcome =
        new Chief(world, node)
            .asks(new NodeRequest.State(new Statement.OnAct(fact)), Optional.empty())
            .orElseThrow();
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).code();
  }

  private EntryId proposed() {
    var id = does(left, crossing());
    world.run(SOON);
    return id;
  }

  private static Act at(SimNode node, EntryId id) {
    return node.seen().expected().acts().act(id).orElseThrow();
  }

  private static ActFact assent(Act act) {
    return new ActFact.Assented(act.ref(), 1, CHIEF);
  }

  private void assertBoth(EntryId id, ActStage stage) {
    for (var node : world.nodes()) {
      assertThat(node.seen().agreed().acts().act(id).map(Act::stage))
          .as("final at %s", node.party())
          .contains(stage);
      assertThat(node.seen().joint().equal()).as("%s agrees", node.party()).isTrue();
    }
    assertThat(left.seen().agreed().digest()).isEqualTo(right.seen().agreed().digest());
  }

  private void restart(SimNode node) {
    node.crash();
    world.run(Duration.ofSeconds(1));
    node.start();
    world.run(SOON);
  }

  // ---- agreeing -------------------------------------------------------------------------------

  @Test
  void whatOneProposesAndTheOtherAssentsToIsInForceOnBoth() {
    var id = proposed();
    assertBoth(id, ActStage.PROPOSED);
    does(right, assent(at(right, id)));
    world.run(SOON);
    assertBoth(id, ActStage.EFFECTIVE);
  }

  @Test
  void itIsInForceWithinASecond() {
    var id = proposed();
    does(right, assent(at(right, id)));
    world.runUntil(() -> isInForceOnBoth(id), Duration.ofSeconds(1));
    assertThat(isInForceOnBoth(id)).isTrue();
  }

  private boolean isInForceOnBoth(EntryId id) {
    return world.nodes().stream()
        .allMatch(node -> node.seen().agreed().acts().act(id).filter(Act::isEffective).isPresent());
  }

  @Test
  void whatIsNotFinalIsExpectedAndBindsNobody() {
    world.link().cut();
    var id = does(left, crossing());
    world.run(Duration.ofSeconds(2));
    assertThat(left.seen().expected().acts().act(id)).isPresent();
    assertThat(left.seen().agreed().acts().act(id)).isEmpty();
  }

  @Test
  void oneNoIsEnough() {
    var id = proposed();
    does(right, new ActFact.Refused(at(right, id).ref(), CHIEF, "not without a host officer"));
    world.run(SOON);
    assertBoth(id, ActStage.REFUSED);
    assertThat(isRefused(right, assent(at(right, id)))).isEqualTo("act.act_refused");
  }

  @Test
  void nobodySignsOtherBytesThanTheyWereShown() {
    var id = proposed();
    var other = new ActRef(id, Merkle.sha256(at(right, id).ref().leaf().toBytes()));
    assertThat(isRefused(right, new ActFact.Assented(other, 1, CHIEF)))
        .isEqualTo("act.other_bytes");
  }

  /// The second request comes before the first is durable.
  @Test
  void twoRequestsInOneMomentAreOneAssent() {
    var id = proposed();
    var outcomes = new ArrayList<Outcome>();
    var request = new NodeRequest.State(new Statement.OnAct(assent(at(right, id))));
    right.request(right.identity().chief(), request, outcomes::add);
    right.request(right.identity().chief(), request, outcomes::add);
    world.runUntil(() -> outcomes.size() == 2, SOON);
    assertThat(outcomes.stream().map(Outcome::getClass))
        .containsExactlyInAnyOrder(Outcome.Accepted.class, Outcome.Refused.class);
    assertThat(outcomes.stream().filter(Outcome.Refused.class::isInstance))
        .extracting(refused -> ((Outcome.Refused) refused).code())
        .containsExactly("act.act_in_force");
  }

  // ---- taking back ----------------------------------------------------------------------------

  @Test
  void anAssentBeatsAWithdrawalThatItsAuthorDidNotKnowOf() {
    var id = proposed();
    world.link().cut();
    does(left, new ActFact.Withdrawn(at(left, id).ref(), CHIEF, "the weather has turned"));
    does(right, assent(at(right, id)));
    world.run(Duration.ofMinutes(2));
    world.link().mend();
    world.run(Duration.ofMinutes(3));
    assertBoth(id, ActStage.EFFECTIVE);
  }

  /// Nobody says anything else: the nodes themselves have to bring it to its end, each within a
  /// second (07-5.10), and not only when the exchange has settled.
  @Test
  void aWithdrawalEndsTheActOnceTheOtherSideKnows() {
    var id = proposed();
    does(left, new ActFact.Withdrawn(at(left, id).ref(), CHIEF, "the weather has turned"));
    world.run(Duration.ofSeconds(4));
    assertBoth(id, ActStage.WITHDRAWN);
    assertThat(isRefused(right, assent(at(right, id)))).isEqualTo("act.act_withdrawn");
  }

  @Test
  void whatWasAnnouncedToExpireDoesSoByItself() {
    var end = left.clock().now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(60);
    var id = does(left, crossing().expiring(end));
    world.run(Duration.ofSeconds(50));
    assertBoth(id, ActStage.PROPOSED);
    world.run(Duration.ofSeconds(40));
    assertBoth(id, ActStage.EXPIRED);
  }

  @Test
  void whatExpiredBehindACutMayHaveBeenAssentedTo() {
    var end = left.clock().now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(60);
    var id = does(left, crossing().expiring(end));
    world.run(SOON);
    world.link().cut();
    world.run(Duration.ofMinutes(2));
    assertThat(at(left, id).isBeingWithdrawn()).isTrue();
    does(right, assent(at(right, id)));
    world.link().mend();
    world.run(Duration.ofMinutes(3));
    assertBoth(id, ActStage.EFFECTIVE);
  }

  @Test
  void anExpiryThatCameWhileTheNodeWasOffIsWrittenWhenItIsBack() {
    var end = left.clock().now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(30);
    var id = does(left, crossing().expiring(end));
    world.run(Duration.ofSeconds(5));
    left.crash();
    world.run(Duration.ofMinutes(2));
    left.start();
    world.run(Duration.ofMinutes(2));
    assertBoth(id, ActStage.EXPIRED);
  }

  // ---- lending --------------------------------------------------------------------------------

  @Test
  void aLentRoleRunsOutByItself() {
    var deputy = grant(left, "deputy");
    var until = left.clock().now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(60);
    var lent =
        does(
            left,
            new ActFact.Delegated(deputy.officer(), Role.CHIEF, List.of(), Optional.of(until)));
    var asDeputy = new Capacity(Role.CHIEF, Optional.of(lent));
    var fact = crossing(asDeputy);
    assertThat(asks(left, deputy, fact)).isInstanceOf(Outcome.Accepted.class);
    world.run(Duration.ofSeconds(90));
    assertThat(asks(left, deputy, fact))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("act.no_delegation"));
    for (var node : world.nodes()) {
      assertThat(node.seen().agreed().acts().delegations().get(lent).ended()).isPresent();
    }
  }

  private Session grant(SimNode node, String name) {
    var session = world.officer(node, node.party() + ".sarhad.example/officer/" + name);
    new Chief(world, node)
        .does(
            new NodeRequest.GrantOfficer(
                session.signer().verifierKey(), Set.of(Role.WATCH_OFFICER)));
    return session;
  }

  private Outcome asks(SimNode node, Session session, ActFact fact) {
    var outcomes = new ArrayList<Outcome>();
    node.request(session, new NodeRequest.State(new Statement.OnAct(fact)), outcomes::add);
    world.runUntil(() -> !outcomes.isEmpty(), SOON);
    return outcomes.getFirst();
  }

  // ---- staying --------------------------------------------------------------------------------

  @Test
  void whatWasAgreedIsThereAfterACrash() {
    var id = proposed();
    var open = does(left, crossing());
    does(right, assent(at(right, id)));
    world.run(SOON);
    world.nodes().forEach(this::restart);
    assertBoth(id, ActStage.EFFECTIVE);
    assertThat(at(right, open).stage()).isEqualTo(ActStage.PROPOSED);
    for (var node : world.nodes()) {
      assertThat(node.seen().agreed()).isEqualTo(node.foldedAnew().agreed());
    }
  }
}
