package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.testing.Scribe;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.mirror.MirrorInfo;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Merkle;

/// However much lies beside the entries, one step of a push carries a bounded part of it (06-3.3).
class PushStepsTest {
  private static final int PAYLOAD_BYTES = 100;
  private static final int STEP_BYTES = 250;
  private static final int SIZE = 20;
  private static final Moment NOW = new Moment(Instant.ofEpochSecond(Scribe.SIGNED_AT), 0);

  private final Scribe ir = Scribe.begun("ir").say(SIZE - 1);
  private final Scribe pk = new Scribe("pk");
  private final List<Integer> steps = new ArrayList<>();
  private final Set<Hash> arrived = new HashSet<>();
  private long mirrorNext;

  /// Every entry has a payload of its own beside it.
  private final PushSource log =
      new PushSource() {
        @Override
        public HashReader hashes() {
          return PushStepsTest.this::hash;
        }

        @Override
        public Bytes entry(long index) {
          return ir.entry((int) index);
        }

        @Override
        public List<PayloadFrame> releasedPayloads(long index) {
          var content = payload(index);
          return List.of(new PayloadFrame.Content(Merkle.sha256(content), content));
        }
      };

  private Hash hash(int level, long index) {
    return level == 0
        ? Merkle.leaf(ir.entry((int) index))
        : Merkle.node(hash(level - 1, 2 * index), hash(level - 1, 2 * index + 1));
  }

  private static Bytes payload(long index) {
    var bytes = new byte[PAYLOAD_BYTES];
    bytes[0] = (byte) index;
    return Bytes.of(bytes);
  }

  /// A mirror that takes entries up to the first whose payload did not come in this step.
  private PeerResponse answer(PeerRequest request, SignedCheckpoint head) {
    return switch (request) {
      case PeerRequest.PushPayloads push -> {
        push.frames().forEach(frame -> arrived.add(frame.sha256()));
        yield new PeerResponse(200, PeerResponse.TEXT, Bytes.EMPTY);
      }
      case PeerRequest.AddEntries upload -> {
        assertThat(upload.header().start()).isEqualTo(mirrorNext);
        steps.add(arrived.size());
        while (mirrorNext < SIZE && arrived.contains(Merkle.sha256(payload(mirrorNext)))) {
          mirrorNext++;
        }
        arrived.clear();
        yield mirrorNext == SIZE
            ? new PeerResponse(200, PeerResponse.TEXT, cosignature(head))
            : new PeerResponse(
                202,
                PeerResponse.MIRROR_INFO,
                new MirrorInfo(SIZE, mirrorNext, Bytes.EMPTY).bytes());
      }
      case PeerRequest _ -> new PeerResponse(200, PeerResponse.TEXT, Bytes.EMPTY);
    };
  }

  private Bytes cosignature(SignedCheckpoint head) {
    var line = Cosignature.sign(pk.mirrorName(), pk.mirror(), head.checkpoint(), Scribe.SIGNED_AT);
    return Bytes.ofUtf8(line.line());
  }

  @Test
  void payloadsCrossInBoundedStepsThroughOnePackage() throws Exception {
    var head = ir.head(SIZE);
    var session =
        new PushSession(
            ir.log().value(),
            List.of(pk.mirrorKey()),
            Signatures.jdk(),
            log,
            0,
            NodeSettings.DEFAULTS.link(),
            STEP_BYTES);
    PushSession.Progress progress = new PushSession.Progress.Continues();
    while (progress instanceof PushSession.Progress.Continues) {
      var request = session.next(Optional.of(head), 0, NOW).orElseThrow();
      progress = session.answered(answer(request, head), NOW);
    }

    assertThat(progress).isInstanceOf(PushSession.Progress.Cosigned.class);
    assertThat(steps).as("payloads of each step").containsExactly(3, 3, 3, 3, 3, 3, 2);
  }
}
