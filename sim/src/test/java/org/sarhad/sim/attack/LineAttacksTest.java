package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.link.Hello;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.machine.GuardState;
import org.sarhad.node.machine.LinkState;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.world.SimRandom;
import org.sarhad.sim.world.Tamper;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.tree.Merkle;

/// Both nodes are honest, and what passes between them is not: a neighbour's mirror that lies or
/// keeps silent, and plain garbage. The author believes no cosignature that is not one, its own
/// work goes on, and when the line is honest again everything arrives.
public class LineAttacksTest {
  private final Scene scene = Scene.of(5);

  /// The mirror's answer carries its cosignature on another head.
  @Test
  void cosignatureSwapped() {
    var kept = new ArrayList<Bytes>();
    answersTo(
        PeerRequest.AddEntries.class,
        answer -> {
          kept.add(answer.body());
          return answer.status() == 200 ? withBody(answer, kept.getFirst()) : answer;
        });
    scene.raises(scene.victim());
    scene.passes(Duration.ofSeconds(3));
    var entry = raised();
    scene.passes(Duration.ofSeconds(3));

    assertThat(scene.victim().seen().times(entry).received()).isEmpty();
    assertThat(scene.link().state()).isEqualTo(LinkState.SUSPECT);
    assertThat(scene.link().sentence()).contains("false cosignature");
    honestAgain(entry);
  }

  /// An answer that says "done" and carries nothing.
  @Test
  void cosignatureLeftOut() {
    answersTo(
        PeerRequest.AddEntries.class,
        answer -> answer.status() == 200 ? withBody(answer, Bytes.EMPTY) : answer);
    var entry = raised();
    scene.passes(Duration.ofSeconds(3));

    assertThat(scene.victim().seen().times(entry).received()).isEmpty();
    assertThat(scene.link().state()).isEqualTo(LinkState.SUSPECT);
    honestAgain(entry);
  }

  /// "We never got it": the mirror takes everything and withholds its cosignature. What waits, and
  /// since when, is counted and shown; no receipt is invented.
  @Test
  void withheldCosignature() {
    answersTo(PeerRequest.AddEntries.class, _ -> PeerResponse.refusal(503, "not now"));
    var entry = raised();
    scene.passes(Duration.ofSeconds(20));

    assertThat(scene.link().state()).isEqualTo(LinkState.LAGGING);
    assertThat(scene.link().waiting()).isPositive();
    assertThat(scene.link().oldestWaiting()).isPresent();
    assertThat(scene.victim().seen().times(entry).published()).isPresent();
    assertThat(scene.victim().seen().times(entry).received()).isEmpty();
    honestAgain(entry);
  }

  /// "I hold a million entries of yours." Without a head that we signed that is a word.
  @Test
  void mirrorLiesAboutItsSize() {
    answersTo(
        PeerRequest.AddCheckpoint.class,
        answer -> new PeerResponse(409, PeerResponse.TREE_SIZE, Bytes.ofUtf8("1000000\n")));
    var first = raised();
    scene.passes(Duration.ofSeconds(5));

    assertThat(scene.victim().seen().guard()).isEqualTo(GuardState.PASSED);
    assertThat(scene.link().state()).isEqualTo(LinkState.SUSPECT);
    assertThat(scene.link().sentence()).contains("1000000");
    scene.victimGoesOn();
    honestAgain(first);
  }

  /// The same of entries: "go on from entry one million".
  @Test
  void mirrorLiesAboutWhereToGoOn() {
    answersTo(
        PeerRequest.AddEntries.class,
        answer ->
            new PeerResponse(409, PeerResponse.MIRROR_INFO, Bytes.ofUtf8("1000000\n1000000\n\n")));
    var entry = raised();
    scene.passes(Duration.ofSeconds(30));

    assertThat(scene.victim().seen().times(entry).received()).isEmpty();
    scene.victimGoesOn();
    honestAgain(entry);
  }

  /// The neighbour shows a head of ours that we never signed.
  @Test
  void forgedHeadOfOurs() {
    greetings(
        known ->
            new Hello.Standing(
                known.own(), known.cosigned(), forged(known.held()), 500, known.isFrozen()));
    scene.passes(Duration.ofSeconds(20));

    assertThat(scene.victim().seen().guard()).isEqualTo(GuardState.PASSED);
    honestAgain(raised());
  }

  /// The neighbour says that we cosigned more of its log than we did.
  @Test
  void forgedCosignatureOfOurs() {
    greetings(
        known ->
            new Hello.Standing(
                known.own(),
                forged(known.cosigned()),
                known.held(),
                known.mirrored(),
                known.isFrozen()));
    scene.passes(Duration.ofSeconds(20));

    scene.victimGoesOn();
    honestAgain(raised());
  }

  /// The neighbour says that our log has forked, and has no proof.
  @Test
  void falseCryOfAFork() {
    greetings(
        known ->
            new Hello.Standing(
                known.own(), known.cosigned(), known.held(), known.mirrored(), true));
    scene.passes(Duration.ofSeconds(20));

    scene.victimGoesOn();
    assertThat(scene.victim().seen().channel().forksOf(scene.victim().origin()).isEmpty()).isTrue();
    honestAgain(raised());
  }

  /// Bits flip in half of all messages, for two minutes, while both sides work.
  @Test
  void garbledTraffic() {
    var random = new SimRandom(99);
    scene
        .world()
        .tamper(
            new Tamper() {
              @Override
              public PeerRequest request(PartyId from, PartyId to, PeerRequest request) {
                return request instanceof PeerRequest.AddCheckpoint(Bytes body)
                        && random.chance(500)
                    ? new PeerRequest.AddCheckpoint(flipped(body, random))
                    : request;
              }

              @Override
              public PeerResponse response(
                  PartyId asker, PartyId answerer, PeerRequest request, PeerResponse response) {
                return random.chance(500)
                    ? withBody(response, flipped(response.body(), random))
                    : response;
              }
            });
    for (int i = 0; i < 60; i++) {
      scene.raises(scene.world().nodes().get(i % 2));
      scene.passes(Duration.ofSeconds(2));
    }
    for (var node : scene.world().nodes()) {
      assertThat(node.isOn()).isTrue();
      assertThat(node.seen().guard()).isEqualTo(GuardState.PASSED);
      assertThat(node.seen().links()).noneMatch(link -> link.state() == LinkState.FORKED);
    }
    honestAgain(raised());
  }

  // ---- the line -------------------------------------------------------------------------------

  private EntryId raised() {
    return ((Outcome.Accepted) scene.raises(scene.victim())).entries().getFirst();
  }

  /// The line is honest again: what waited arrives, and both go on.
  private void honestAgain(EntryId waited) {
    scene.world().tamper(Tamper.NONE);
    scene.passes(Duration.ofMinutes(2));
    assertThat(scene.victim().seen().times(waited).received()).isPresent();
    scene.bothGoOn();
  }

  /// Changes what the other side answers to one kind of request of the victim's.
  private void answersTo(Class<? extends PeerRequest> kind, UnaryOperator<PeerResponse> change) {
    scene
        .world()
        .tamper(
            new Tamper() {
              @Override
              public PeerResponse response(
                  PartyId asker, PartyId answerer, PeerRequest request, PeerResponse response) {
                return kind.isInstance(request) && asker.equals(scene.victim().party())
                    ? change.apply(response)
                    : response;
              }
            });
  }

  private void greetings(UnaryOperator<Hello.Standing> change) {
    answersTo(
        PeerRequest.GetHello.class,
        answer -> {
          try {
            var hello = Hello.parse(answer.body());
            return withBody(
                answer,
                new Hello(hello.card(), hello.time(), hello.standing().map(change)).bytes());
          } catch (MalformedException e) {
            throw new AssertionError(e);
          }
        });
  }

  /// The same signatures over a head that is larger.
  private static Optional<SignedCheckpoint> forged(Optional<SignedCheckpoint> head) {
    return head.map(
        true_ ->
            SignedCheckpoint.of(
                new Checkpoint(
                    true_.origin(), true_.size() + 500, Merkle.sha256(Bytes.ofUtf8("forged"))),
                List.copyOf(true_.note().signatures())));
  }

  private static PeerResponse withBody(PeerResponse answer, Bytes body) {
    return new PeerResponse(answer.status(), answer.contentType(), body);
  }

  private static Bytes flipped(Bytes bytes, SimRandom random) {
    if (bytes.size() == 0) {
      return bytes;
    }
    var flipped = bytes.toArray();
    flipped[random.between(0, flipped.length - 1)] ^= (byte) (1 << random.between(0, 7));
    return Bytes.of(flipped);
  }
}
