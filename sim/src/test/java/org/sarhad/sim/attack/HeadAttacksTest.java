package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.machine.LinkState;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.witness.AddCheckpoint;

/// Heads that are not what they seem: none is taken, none moves what is held.
public class HeadAttacksTest {
  private final Scene scene = Scene.of(2);
  private final Rogue rogue = scene.rogue();
  private final long old = rogue.size();

  /// Signed by a key that is not the log's.
  @Test
  void forgedHead() {
    var head = rogue.chats(1).head().checkpoint();
    var forged =
        SignedCheckpoint.of(
            head,
            rogue.keys().mirror().stream()
                .map(key -> Cosignature.sign(key.name(), key.key(), head, 1_556_000_000))
                .toList());

    assertThat(offers(forged)).isEqualTo(403);
    nothingHappened();
  }

  /// A true signature, under another root.
  @Test
  void rootSwappedUnderAValidSignature() {
    var head = rogue.chats(1).head();
    var swapped =
        SignedCheckpoint.of(
            new Checkpoint(head.origin(), head.size(), Merkle.sha256(Bytes.ofUtf8("another"))),
            head.note().signatures());

    assertThat(offers(swapped)).isEqualTo(403);
    nothingHappened();
  }

  @Test
  void replayOfAnOldHead() {
    var earlier = rogue.head();
    assertThat(rogue.chats(1).pushes(old).status()).isEqualTo(200);
    long held = scene.mirrored();

    var answer = rogue.offers(old - 1, earlier);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().utf8()).isEqualTo(held + "\n");
    assertThat(scene.mirrored()).isEqualTo(held);
    assertThat(scene.victim().seen().evidence()).isEmpty();
    scene.victimGoesOn();
  }

  @Test
  void headOfALogNobodyKnows() {
    var stranger = new Checkpoint("pk.sarhad.example/other", 1, Merkle.leaf(Bytes.ofUtf8("x")));

    assertThat(rogue.offers(0, List.of(), rogue.signs(stranger)).status()).isEqualTo(404);
    nothingHappened();
  }

  /// In the name of the victim's own log.
  @Test
  void headOfTheVictimsOwnLog() {
    var own = scene.victim().origin().value();
    var head = new Checkpoint(own, 1000, Merkle.leaf(Bytes.ofUtf8("x")));

    assertThat(rogue.offers(0, List.of(), rogue.signs(head)).status()).isEqualTo(404);
    nothingHappened();
  }

  /// A head is taken, and the entries under it never come: nothing is cosigned, and the victim says
  /// how many it has heard of.
  @Test
  void withheldEntries() {
    rogue.chats(1).chats(2);

    assertThat(rogue.offers(old, rogue.head()).status()).isEqualTo(200);
    scene.passes(Duration.ofMinutes(1));

    assertThat(scene.mirrored()).isEqualTo(old);
    assertThat(scene.link().pending()).isEqualTo(old + 2);
    assertThat(scene.victim().seen().entry(new EntryId(rogue.keys().origin(), old))).isEmpty();
    scene.victimGoesOn();
  }

  /// Of a size no log will ever have.
  @Test
  void headOfTheGreatestSize() {
    var head =
        rogue.signs(
            new Checkpoint(
                rogue.keys().origin().value(),
                Long.MAX_VALUE,
                Merkle.sha256(Bytes.ofUtf8("root"))));

    assertThat(rogue.offers(old, hashes(63), head).status()).isEqualTo(422);
    scene.passes(Duration.ofSeconds(10));

    assertThat(scene.link().pending()).isEqualTo(old);
    scene.victimGoesOn();
  }

  @Test
  void proofOfSixtyFourHashes() {
    var head = rogue.chats(1).head();
    var lines = new StringBuilder("old " + old + "\n");
    hashes(64).forEach(hash -> lines.append(hash).append('\n'));
    var body = Bytes.ofUtf8(lines + "\n" + head.note().print());

    assertThat(rogue.asks(new PeerRequest.AddCheckpoint(body)).status()).isEqualTo(400);
    nothingHappened();
  }

  /// Cut at every place, and with every byte changed.
  @Test
  void garbledHead() {
    var body = new AddCheckpoint(old, List.of(), rogue.chats(1).head()).bytes();
    for (int at = 0; at < body.size(); at += 7) {
      var flipped = body.toArray();
      flipped[at] ^= 0x21;

      assertThat(asks(body.slice(0, at))).as("cut at %d", at).isBetween(400, 499);
      assertThat(asks(Bytes.of(flipped))).as("changed at %d", at).isBetween(400, 499);
    }
    assertThat(scene.link().pending()).isEqualTo(old);
    assertThat(scene.mirrored()).isEqualTo(old);
    scene.victimGoesOn();
  }

  private int offers(SignedCheckpoint head) {
    return rogue.offers(old, head).status();
  }

  private int asks(Bytes body) {
    return rogue.asks(new PeerRequest.AddCheckpoint(body)).status();
  }

  private static List<Hash> hashes(int count) {
    return new ArrayList<>(Collections.nCopies(count, Merkle.EMPTY_ROOT));
  }

  private void nothingHappened() {
    assertThat(scene.link().pending()).isEqualTo(old);
    assertThat(scene.mirrored()).isEqualTo(old);
    assertThat(scene.link().state()).isNotEqualTo(LinkState.FORKED);
    scene.victimGoesOn();
  }
}
