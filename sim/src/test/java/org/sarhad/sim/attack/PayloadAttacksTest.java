package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryLimits;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.record.RecordFact;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.mirror.MirrorInfo;
import org.sarhad.tlog.tree.Merkle;

/// Payloads as large as they may be, more of them than anybody holds in memory, and more than was
/// ever announced. Everything that belongs to an entry crosses; nothing else costs more than the
/// shelf it lies on.
public class PayloadAttacksTest {
  private static final int STEP = 16;

  private final Scene scene = Scene.of(7);
  private final Rogue rogue = scene.rogue();
  private final long old = rogue.size();

  /// 80 MiB beside neighbouring entries, handed over as an author does (06-3.3).
  @Test
  void moreThanTheShelfHoldsCrossesStepByStep() throws Exception {
    var large = writes(80);

    pushes(large, STEP);

    assertThat(scene.mirrored()).isEqualTo(old + 80);
    var entries = scene.victim().seen().entries(rogue.keys().origin(), old, old + 80);
    for (int i = 0; i < 80; i++) {
      var payload = Merkle.sha256(large.get(i));
      assertThat(scene.victim().seen().payload(entries.get(i).id(), payload))
          .as("payload %d", i)
          .contains(large.get(i));
    }
  }

  /// All payloads of 40 entries first, and then all entries at once: more than one record of the
  /// intake holds. The node takes what fits and says from where to go on.
  @Test
  void anUploadLargerThanARecordIsTakenInPieces() throws Exception {
    var large = writes(40);
    rogue.offers(old, rogue.head());
    for (int at = 0; at < 40; at += STEP) {
      rogue.hands(large.subList(at, Math.min(40, at + STEP)));
    }
    rogue.hands();

    var answer = rogue.uploads(old);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(next(answer)).isStrictlyBetween(old, old + 40);
    scene.victimGoesOn();
    pushes(large, STEP);
    assertThat(scene.mirrored()).isEqualTo(old + 40);
  }

  /// 200 MiB that no entry names, before and between what is meant.
  @Test
  void payloadsNobodyNamesHinderNothing() throws Exception {
    flood(0);
    var large = writes(20);
    flood(100);

    pushes(large, STEP);

    assertThat(scene.mirrored()).isEqualTo(old + 20);
    scene.victimGoesOn();
  }

  /// An entry whose payload never comes is not taken, and nothing else is lost.
  @Test
  void aPayloadThatNeverComesStopsItsEntryOnly() throws Exception {
    var large = writes(3);
    rogue.offers(old, rogue.head());
    rogue.hands();
    rogue.hands(large.subList(0, 1));

    assertThat(next(rogue.uploads(old))).isEqualTo(old + 1);
    assertThat(rogue.uploads(old + 1).status()).isEqualTo(409);
    scene.victimGoesOn();
  }

  private void flood(int from) {
    for (int i = from; i < from + 100; i += STEP) {
      var unnamed = new ArrayList<Bytes>();
      for (int j = i; j < i + STEP; j++) {
        unnamed.add(large(-1 - j));
      }
      rogue.hands(unnamed);
    }
  }

  /// Writes `count` entries, each with almost 1 MiB beside it, and returns that.
  private List<Bytes> writes(int count) {
    var large = new ArrayList<Bytes>();
    for (int i = 0; i < count; i++) {
      var content = large(i);
      large.add(content);
      rogue.says(
          new RecordFact.Ack(0, Merkle.sha256(Bytes.ofUtf8("state " + i))),
          entry ->
              entry.payload(Payload.raw("application/octet-stream", content).ref("attachment")));
    }
    return large;
  }

  /// As much as there may be beside the body of an entry.
  private static Bytes large(int number) {
    return Bytes.of(
        ByteBuffer.allocate(EntryLimits.PAYLOAD_BYTES_MAX - 1024).putInt(0, number).array());
  }

  /// Hands over in steps from wherever the mirror is, until it has everything.
  private void pushes(List<Bytes> large, int step) throws Exception {
    rogue.offers(old, rogue.head());
    rogue.hands();
    long next = old;
    var answer = rogue.uploads(next);
    for (int round = 0; answer.status() != 200; round++) {
      assertThat(round).as("%s", answer.body().findUtf8()).isLessThan(large.size() + 2);
      next = next(answer);
      int at = (int) (next - old);
      rogue.hands();
      rogue.hands(large.subList(at, Math.min(large.size(), at + step)));
      answer = rogue.uploads(next);
    }
  }

  private static long next(PeerResponse answer) throws Exception {
    assertThat(answer.status()).isIn(202, 409);
    return MirrorInfo.parse(answer.body()).next();
  }
}
