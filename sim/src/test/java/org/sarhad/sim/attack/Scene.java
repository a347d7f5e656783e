package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.party.Origin;
import org.sarhad.node.intake.EvidenceKind;
import org.sarhad.node.machine.EvidenceView;
import org.sarhad.node.machine.LinkState;
import org.sarhad.node.machine.LinkView;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.testing.Chief;
import org.sarhad.sim.world.FakeSignatures;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.proof.ForkProof;
import org.sarhad.tlog.tree.ProofException;

/// Two sides that have met and told each other something; and the sentences an attack is judged by.
final class Scene {
  private final SimWorld world;
  private final SimNode victim;
  private final Origin theirs;
  private int alerts;

  private Scene(SimWorld world) {
    this.world = world;
    this.victim = world.left();
    this.theirs = world.right().origin();
  }

  /// The world of `seed`, after both have raised an alert and everything has come to rest.
  static Scene of(long seed) {
    var world = SimWorld.of(seed);
    world.begin();
    var scene = new Scene(world);
    scene.raises(world.left());
    scene.raises(world.right());
    scene.passes(Duration.ofSeconds(20));
    return scene;
  }

  SimWorld world() {
    return world;
  }

  /// The side that is attacked; the left one.
  SimNode victim() {
    return victim;
  }

  /// The other side.
  SimNode other() {
    return world.right();
  }

  /// The other side turns against the victim.
  Rogue rogue() {
    return Rogue.takingOver(world, world.right());
  }

  void passes(Duration time) {
    world.run(time);
  }

  // ---- officers -------------------------------------------------------------------------------

  /// The chief of `node` raises an alert that is released, and gets an answer.
  Outcome raises(SimNode node) {
    return asks(node, alert(node));
  }

  /// An alert nobody has raised yet.
  NodeRequest alert(SimNode node) {
    return chief(node).alert("sighting " + alerts++, Audience.RELEASE);
  }

  /// The chief of `node` asks; throws if there is no answer within five seconds.
  Outcome asks(SimNode node, NodeRequest request) {
    return asks(node, request, Optional.empty()).orElseThrow();
  }

  /// The same, with a key that makes asking twice the same as asking once; empty if the node died
  /// before it answered.
  Optional<Outcome> asks(SimNode node, NodeRequest request, Optional<NodeRequest.Once> once) {
    return chief(node).asks(request, once);
  }

  private Chief chief(SimNode node) {
    return new Chief(world, node);
  }

  // ---- what the victim holds ------------------------------------------------------------------

  /// How many entries of the other side the victim has cosigned.
  long mirrored() {
    return link().held();
  }

  /// The entries of the other side that the victim shows.
  List<Entry> shown() {
    return victim.seen().entries(theirs, 0, mirrored());
  }

  LinkView link() {
    return victim.seen().link(other().party()).orElseThrow();
  }

  /// What the victim has kept against the other side, of `kind`.
  List<EvidenceView> evidence(EvidenceKind kind) {
    return victim.seen().evidence().stream()
        .filter(kept -> kept.kind() == kind && kept.about().equals(theirs))
        .toList();
  }

  // ---- the sentences --------------------------------------------------------------------------

  /// The victim's own work goes on: an alert is accepted, and soon stands under a published head.
  void victimGoesOn() {
    var accepted = (Outcome.Accepted) raises(victim);
    passes(Duration.ofSeconds(3));
    var entry = accepted.entries().getFirst();
    assertThat(victim.isOn()).as("the victim runs").isTrue();
    assertThat(victim.seen().times(entry).published()).as("%s is published", entry).isPresent();
    assertThat(victim.seen().proof(entry)).as("%s is proven", entry).isPresent();
  }

  /// Both sides work, and what each releases becomes final at the other: nothing of the attack
  /// stays.
  void bothGoOn() {
    var left = (Outcome.Accepted) raises(world.left());
    var right = (Outcome.Accepted) raises(world.right());
    passes(Duration.ofSeconds(90));
    assertThat(isFinalOnBoth(left.entries().getFirst())).isTrue();
    assertThat(isFinalOnBoth(right.entries().getFirst())).isTrue();
    assertThat(world.left().seen().joint().equal()).isTrue();
    for (var node : world.nodes()) {
      assertThat(node.seen().link(world.other(node).party()).orElseThrow().state())
          .isEqualTo(LinkState.LIVE);
    }
  }

  private boolean isFinalOnBoth(EntryId entry) {
    return world.nodes().stream().allMatch(node -> node.seen().isFinal(entry));
  }

  /// The victim has proof that the other side's log has two histories: it convinces anybody who has
  /// the log's keys, is published in the victim's own log, and nothing more is taken.
  void forkIsProven(Rogue rogue) {
    passes(Duration.ofSeconds(5));
    assertThat(link().state()).isEqualTo(LinkState.FORKED);
    var evidence = evidence(EvidenceKind.FORK);
    assertThat(evidence).hasSize(1);
    var keys = rogue.keys().card().log();
    try {
      ForkProof.parse(evidence.getFirst().content()).verify(keys, new FakeSignatures());
    } catch (MalformedException | ProofException e) {
      throw new AssertionError("the exhibit proves nothing", e);
    }
    assertThat(victim.seen().channel().forksOf(theirs).keys().toList())
        .as("who has published the fork")
        .containsExactly(victim.party());
  }

  /// The first entry at which the two histories of the other side's log differ, as far as the
  /// victim knows.
  OptionalLong forkLocated() {
    return evidence(EvidenceKind.FORK).getFirst().firstDifference();
  }

  /// The victim has kept the other side's bytes as evidence of what its author should not have
  /// written, and says so.
  void inadmissibleIsKept(String sentence) {
    passes(Duration.ofSeconds(1));
    assertThat(link().state()).isEqualTo(LinkState.SUSPECT);
    assertThat(link().sentence()).contains(sentence);
    assertThat(evidence(EvidenceKind.INADMISSIBLE)).isNotEmpty();
    assertThat(evidence(EvidenceKind.INADMISSIBLE).getLast().sentence()).contains(sentence);
  }
}
