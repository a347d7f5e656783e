package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.node.link.TarArchive;
import org.sarhad.node.link.TarWriter;
import org.sarhad.node.machine.LinkState;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.tree.EntryBundle;
import org.sarhad.tlog.tree.Tile;
import org.sarhad.tlog.tree.TilePath;

/// The other side tells two histories (06-7): the proof is found, convinces outsiders, and nothing
/// more of that log is taken; own work goes on.
class ForkAttacksTest {
  private final Scene scene = Scene.of(1);
  private final Rogue rogue = scene.rogue();

  @Test
  void forkOfTheSameSize() {
    long old = rogue.size();
    var twin = rogue.twin().chats(2);
    assertThat(rogue.chats(1).pushes(old).status()).isEqualTo(200);
    var before = scene.shown();

    assertThat(twin.offers(old + 1, twin.head()).status()).isEqualTo(422);

    scene.forkIsProven(rogue);
    assertThat(scene.forkLocated()).as("nobody has shown the other history").isEmpty();
    assertThat(scene.shown()).isEqualTo(before);
    scene.victimGoesOn();
  }

  @Test
  void forkOfALargerSize() {
    long old = rogue.size();
    var twin = rogue.twin().chats(3).chats(4).chats(5);
    assertThat(rogue.chats(1).chats(2).pushes(old).status()).isEqualTo(200);
    var before = scene.shown();

    assertThat(twin.offers(old + 2, twin.head()).status()).isEqualTo(422);

    scene.forkIsProven(rogue);
    assertThat(scene.shown()).isEqualTo(before);
    scene.victimGoesOn();
  }

  /// Where the old size is a power of two, the proof that comes with the head does not say what the
  /// old root is. The author's own tiles do.
  @Test
  void forkThatOnlyTheAuthorsTilesBetray() {
    int number = 0;
    long old = rogue.size();
    while (Long.bitCount(rogue.size()) != 1) {
      rogue.chats(number++);
    }
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    long size = rogue.size();
    rogue.backTo(size - 1).chats(100).chats(101);

    assertThat(rogue.offers(size, rogue.head()).status()).isEqualTo(422);
    assertThat(scene.link().state()).isNotEqualTo(LinkState.FORKED);

    scene.forkIsProven(rogue);
    assertThat(scene.forkLocated()).hasValue(size - 1);
    scene.victimGoesOn();
  }

  /// An older head, signed, of another past than the one that is held.
  @Test
  void olderHeadOfAnotherPast() {
    long old = rogue.size();
    var twin = rogue.twin().chats(9);
    assertThat(rogue.chats(1).chats(2).pushes(old).status()).isEqualTo(200);

    assertThat(twin.offers(0, List.of(), twin.head()).status()).isEqualTo(409);

    scene.forkIsProven(rogue);
    scene.victimGoesOn();
  }

  /// The other side shows outsiders another history than us. An outsider brings what they were
  /// shown, on a stick.
  @Test
  void equivocationToOutsiders() {
    long old = rogue.size();
    var shownToOutsiders = rogue.twin().chats(7);
    assertThat(rogue.chats(1).pushes(old).status()).isEqualTo(200);
    var before = scene.shown();

    var outcome =
        scene.asks(scene.victim(), new NodeRequest.ImportBundle(bundle(shownToOutsiders), 1));

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    scene.forkIsProven(rogue);
    assertThat(scene.shown()).isEqualTo(before);
    scene.victimGoesOn();
  }

  /// The author shows the history we do not hold only long after, to a node that has been off
  /// since.
  @Test
  void theOtherHistoryIsShownLater() {
    long old = rogue.size();
    var twin = rogue.twin().chats(7).chats(8);
    assertThat(rogue.chats(1).chats(2).pushes(old).status()).isEqualTo(200);
    twin.offers(old + 2, twin.head());
    scene.forkIsProven(rogue);
    assertThat(scene.forkLocated()).isEmpty();

    scene.victim().crash();
    scene.victim().start();
    scene.world().tamper(twin);
    assertThat(twin.offers(old + 2, twin.head()).status()).isEqualTo(422);
    scene.passes(Duration.ofSeconds(2));

    assertThat(scene.forkLocated()).hasValue(old);
  }

  /// The author shows tiles of a third history, that it signed for nobody, which parts from ours
  /// later than the one it is caught with.
  @Test
  void tilesOfAnotherTreeLocateNothing() {
    long old = rogue.size();
    var twin = rogue.twin().chats(7).chats(8);
    assertThat(rogue.chats(1).chats(2).pushes(old).status()).isEqualTo(200);
    scene.world().tamper(rogue.twin().backTo(old + 1).chats(9));

    twin.offers(old + 2, twin.head());

    scene.forkIsProven(rogue);
    assertThat(scene.forkLocated()).isEmpty();
  }

  @Test
  void aForkedLogGoesNoFurtherEvenAfterARestart() {
    long old = rogue.size();
    var twin = rogue.twin().chats(2);
    assertThat(rogue.chats(1).pushes(old).status()).isEqualTo(200);
    twin.offers(old + 1, twin.head());
    scene.forkIsProven(rogue);
    var before = scene.shown();

    scene.victim().crash();
    scene.victim().start();
    scene.passes(Duration.ofSeconds(2));

    assertThat(rogue.chats(3).offers(old + 1, rogue.head()).status()).isEqualTo(422);
    assertThat(rogue.hands().status()).isEqualTo(200);
    assertThat(rogue.uploads(old + 1).succeeded()).isFalse();
    assertThat(scene.shown()).isEqualTo(before);
    assertThat(scene.link().state()).isEqualTo(LinkState.FORKED);
  }

  /// What was proven before the fork stays proven, and what the victim says afterwards does not
  /// pretend to have seen more than the last common head.
  @Test
  void theCommonPastStaysProven() {
    long old = rogue.size();
    var twin = rogue.twin().chats(2);
    assertThat(rogue.chats(1).pushes(old).status()).isEqualTo(200);
    twin.offers(old + 1, twin.head());
    scene.forkIsProven(rogue);

    var origin = rogue.keys().origin();
    for (long index = 0; index <= old; index++) {
      assertThat(scene.victim().seen().proof(new EntryId(origin, index))).isPresent();
    }
    var said = (Outcome.Accepted) scene.raises(scene.victim());
    var entry = scene.victim().seen().entry(said.entries().getFirst()).orElseThrow();
    assertThat(entry.envelope().seen().sizeOf(origin)).isEqualTo(old + 1);
  }

  private static TarArchive bundle(Rogue author) {
    long size = author.size();
    var entries = new ArrayList<Bytes>();
    for (long index = 0; index < size; index++) {
      entries.add(author.entry(index));
    }
    var tile = new TilePath.Hashes(0, 0, (int) size);
    var file = new ByteArrayOutputStream();
    try {
      var tar = new TarWriter(file);
      tar.put("checkpoint", author.head().bytes());
      tar.put(tile.path(), Tile.read(tile, author.hashes()).bytes());
      tar.put(new TilePath.Entries(0, (int) size).path(), new EntryBundle(entries).bytes());
      tar.finish();
      return TarArchive.of(Bytes.of(file.toByteArray()));
    } catch (IOException | MalformedException e) {
      throw new AssertionError(e);
    }
  }
}
