package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActFactKind;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.ActRefusal;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.PayloadId;
import org.sarhad.core.record.RecordFact;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.testing.Chief;
import org.sarhad.sim.world.SimNode;
import org.sarhad.tlog.tree.Merkle;

/// The other side signs what it has no business signing, or wants to be rid of what it signed
/// (protocol chapter 07): what it says is kept, shown as void, and binds nobody.
public class ActAttacksTest {
  private static final Capacity CHIEF = Capacity.of(Role.CHIEF);
  private static final String SAID_NO = "no";

  private final Scene scene = Scene.of(3);

  @BeforeEach
  void rulesAreInForce() {
    new Chief(scene.world(), scene.victim()).agreesOnRules();
  }

  private static ActFact.Proposed crossing() {
    return new ActFact.Proposed(
        ActKind.of("local_agreement"),
        Json.obj().put("minutes", 90).build(),
        1,
        CHIEF,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The victim has proposed an act, and the other side has it.
  private EntryId proposed() {
    return says(scene.victim(), crossing());
  }

  private EntryId says(SimNode node, ActFact fact) {
    var accepted =
        (Outcome.Accepted) scene.asks(node, new NodeRequest.State(new Statement.OnAct(fact)));
    scene.passes(Duration.ofSeconds(20));
    return accepted.entries().getFirst();
  }

  private Act act(EntryId id) {
    return scene.victim().seen().expected().acts().act(id).orElseThrow();
  }

  private static ActFact assentTo(ActRef ref) {
    return new ActFact.Assented(ref, 1, CHIEF);
  }

  /// What the rogue says, by itself, of the state after it.
  private void isVoid(Rogue rogue, ActRefusal why) {
    long old = rogue.size() - 1;
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(5));
    var entry = new EntryId(rogue.keys().origin(), old);
    assertThat(scene.victim().seen().expected().acts().voids().find(entry)).contains(why);
    assertThat(scene.shown().getLast().id()).as("it is kept all the same").isEqualTo(entry);
    scene.victimGoesOn();
  }

  @Test
  void anAssentByTheNodeAlone() {
    var id = proposed();
    var rogue = scene.rogue();
    isVoid(rogue.saysAlone(assentTo(act(id).ref())), ActRefusal.NO_OFFICER);
    assertThat(act(id).stage()).isEqualTo(ActStage.PROPOSED);
  }

  @Test
  void anAssentToBytesThatWereNotProposed() {
    var id = proposed();
    var rogue = scene.rogue();
    var other = new ActRef(id, Merkle.sha256(act(id).ref().leaf().toBytes()));
    isVoid(rogue.says(assentTo(other)), ActRefusal.OTHER_BYTES);
    assertThat(act(id).stage()).isEqualTo(ActStage.PROPOSED);
  }

  @Test
  void anAssentInARoleThatSignsNothing() {
    var id = proposed();
    var rogue = scene.rogue();
    var clerk = new ActFact.Assented(act(id).ref(), 1, Capacity.of(Role.CLERK));
    isVoid(rogue.says(clerk), ActRefusal.NO_SEAT);
    assertThat(act(id).stage()).isEqualTo(ActStage.PROPOSED);
  }

  @Test
  void anAssentAfterTheWithdrawalItHasSeen() {
    var id = proposed();
    says(scene.victim(), new ActFact.Withdrawn(act(id).ref(), CHIEF, SAID_NO));
    var rogue = scene.rogue();
    isVoid(rogue.says(assentTo(act(id).ref())), ActRefusal.ACT_WITHDRAWN);
    assertThat(act(id).stage()).isEqualTo(ActStage.WITHDRAWN);
  }

  /// It has signed for the withdrawal, goes on writing as if it had not, and then assents: bound,
  /// for all that the assent itself says. The victim's node finds the two signatures that prove it,
  /// by itself, and the act is void on every node (07-7).
  @Test
  void anAssentThatDeniesWhatItsNodeHasSigned() {
    var id = proposed();
    var withdrawal = takesBackUnanswered(id);
    var rogue = scene.rogue();
    scene.passes(Duration.ofSeconds(5));
    long old = rogue.size();
    assertThat(rogue.seen().sizeOf(withdrawal.origin())).isLessThanOrEqualTo(withdrawal.index());
    assertThat(rogue.chats(1).pushes(old).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(5));
    assertThat(rogue.says(assentTo(act(id).ref())).pushes(old + 1).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(5));

    assertThat(act(id).stage()).isEqualTo(ActStage.VOIDED);
    assertThat(scene.victim().seen().entry(act(id).by()).orElseThrow().envelope().kind())
        .isEqualTo(ActFactKind.CONTESTED.kind());
    scene.victimGoesOn();
    scene.victim().crash();
    scene.victim().start();
    scene.passes(Duration.ofSeconds(5));
    assertThat(contests()).as("it is contested once").isEqualTo(1);
  }

  /// It has signed for the withdrawal and dated nothing between that and its assent: it may as well
  /// have assented first (07-7.7). Nobody is accused of anything, and the assent binds.
  @Test
  void anAssentThatCrossedAWithdrawalIsNotContested() {
    var id = proposed();
    var withdrawal = takesBackUnanswered(id);
    var rogue = scene.rogue();
    long old = rogue.size();
    assertThat(rogue.seen().sizeOf(withdrawal.origin())).isLessThanOrEqualTo(withdrawal.index());
    assertThat(rogue.says(assentTo(act(id).ref())).pushes(old).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(5));
    assertThat(act(id).stage()).isEqualTo(ActStage.EFFECTIVE);

    scene.victim().crash();
    scene.victim().start();
    scene.passes(Duration.ofSeconds(5));
    assertThat(act(id).stage()).isEqualTo(ActStage.EFFECTIVE);
    assertThat(contests()).isZero();
  }

  /// The victim takes its act back; the other node has just signed for that, and said nothing
  /// since.
  private EntryId takesBackUnanswered(EntryId id) {
    var withdrawn = new ActFact.Withdrawn(act(id).ref(), CHIEF, SAID_NO);
    var accepted =
        (Outcome.Accepted)
            scene.asks(scene.victim(), new NodeRequest.State(new Statement.OnAct(withdrawn)));
    var entry = accepted.entries().getFirst();
    assertThat(
            scene
                .world()
                .runUntil(() -> scene.link().cosigned() > entry.index(), Duration.ofSeconds(5)))
        .isTrue();
    return entry;
  }

  private long contests() {
    var own = scene.victim().origin();
    long size = scene.victim().seen().log(own).orElseThrow().size();
    return scene.victim().seen().entries(own, 0, size).stream()
        .filter(entry -> entry.envelope().kind().equals(ActFactKind.CONTESTED.kind()))
        .count();
  }

  @Test
  void aNoAfterTheYes() {
    var id = proposed();
    says(scene.other(), assentTo(act(id).ref()));
    var rogue = scene.rogue();
    isVoid(rogue.says(new ActFact.Refused(act(id).ref(), CHIEF, SAID_NO)), ActRefusal.ACT_IN_FORCE);
    assertThat(act(id).stage()).isEqualTo(ActStage.EFFECTIVE);
  }

  @Test
  void takingBackWhatTheOtherSideProposed() {
    var id = proposed();
    var rogue = scene.rogue();
    isVoid(
        rogue.says(new ActFact.Withdrawn(act(id).ref(), CHIEF, SAID_NO)), ActRefusal.NOT_PROPOSER);
    assertThat(act(id).isBeingWithdrawn()).isFalse();
  }

  @Test
  void anExpiryBeforeItsTime() {
    var end = scene.other().clock().now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(3600);
    var id = says(scene.other(), crossing().expiring(end));
    var rogue = scene.rogue();
    isVoid(rogue.saysAlone(new ActFact.Expired(act(id).ref())), ActRefusal.TOO_EARLY);
    assertThat(act(id).isBeingWithdrawn()).isFalse();
  }

  /// What was signed stays signed: the bytes of an act are erased on no node, whatever its author
  /// says of them (02-7.5, 07-1.4).
  @Test
  void erasingWhatWasSigned() {
    var id = proposed();
    var assent = says(scene.other(), assentTo(act(id).ref()));
    assertThat(act(id).stage()).isEqualTo(ActStage.EFFECTIVE);
    var body =
        scene.victim().seen().entry(assent).orElseThrow().envelope().body().orElseThrow().sha256();
    var rogue = scene.rogue();
    long old = rogue.size();
    rogue.says(new RecordFact.Erased(new PayloadId(assent, body), SAID_NO), rogue::signedByChief);
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(20));

    assertThat(scene.victim().seen().payload(assent, body)).isPresent();
    assertThat(act(id).stage()).isEqualTo(ActStage.EFFECTIVE);
    scene.victimGoesOn();
    scene.victim().crash();
    scene.victim().start();
    scene.passes(Duration.ofSeconds(5));
    assertThat(scene.victim().seen().payload(assent, body)).isPresent();
    assertThat(act(id).stage()).isEqualTo(ActStage.EFFECTIVE);
    assertThat(scene.victim().foldedAnew().agreed()).isEqualTo(scene.victim().seen().agreed());
  }

  /// Who showed two histories is signed with no more; to say no and to take back stays possible.
  @Test
  void signingGoesOnWithOneWhoForked() {
    var id = proposed();
    var rogue = scene.rogue();
    long old = rogue.size();
    var twin = rogue.twin().chats(2);
    assertThat(rogue.chats(1).pushes(old).status()).isEqualTo(200);
    assertThat(twin.offers(old + 1, twin.head()).status()).isEqualTo(422);
    scene.forkIsProven(rogue);

    assertThat(scene.asks(scene.victim(), new NodeRequest.State(new Statement.OnAct(crossing()))))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("node.joint_signing_paused"));
    says(scene.victim(), new ActFact.Withdrawn(act(id).ref(), CHIEF, SAID_NO));
    assertThat(act(id).isBeingWithdrawn()).isTrue();
    scene.victimGoesOn();
  }
}
