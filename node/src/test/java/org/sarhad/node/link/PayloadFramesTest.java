package org.sarhad.node.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryLimits;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

class PayloadFramesTest {
  private static final Bytes HELLO = Bytes.ofUtf8("hello");
  private static final List<PayloadFrame> FRAMES =
      List.of(
          new PayloadFrame.Content(Merkle.sha256(HELLO), HELLO),
          new PayloadFrame.Erased(Merkle.sha256(Bytes.ofUtf8("gone")), 17),
          new PayloadFrame.Content(Merkle.sha256(Bytes.EMPTY), Bytes.EMPTY));

  @Test
  void whatIsPrintedIsReadBack() throws Exception {
    assertThat(PayloadFrames.parse(PayloadFrames.bytes(FRAMES))).isEqualTo(FRAMES);
    assertThat(read(new byte[0])).isEmpty();
  }

  @Test
  void everyTruncationInsideAFrameIsNamed() {
    var whole = PayloadFrames.bytes(FRAMES.subList(0, 2)).toArray();
    int boundary = PayloadFrames.bytes(FRAMES.subList(0, 1)).size();
    for (int length = 1; length < whole.length; length++) {
      var cut = Arrays.copyOf(whole, length);
      if (length != boundary) {
        assertThatThrownBy(() -> read(cut))
            .isInstanceOf(MalformedPayloadFramesException.class)
            .hasMessageContaining("the end of the body");
      }
    }
  }

  @Test
  void aSizeThatLiesCostsNothing() {
    var lies = new byte[] {'C', (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 1, 2, 3};

    assertThatThrownBy(() -> read(lies))
        .isInstanceOf(MalformedPayloadFramesException.class)
        .hasMessageContaining("4294967295 bytes", "at most 1048576");
  }

  @Test
  void moreThanTheLimitInAllIsRefused() {
    var large = Bytes.of(new byte[EntryLimits.PAYLOAD_BYTES_MAX]);
    var frame = new PayloadFrame.Content(Merkle.sha256(large), large);

    assertThatThrownBy(
            () -> PayloadFrames.parse(PayloadFrames.bytes(Collections.nCopies(17, frame))))
        .isInstanceOf(MalformedPayloadFramesException.class)
        .hasMessageContaining("at most 16777216");
  }

  @Test
  void whateverIsFedNothingElseIsThrown() throws IOException {
    long seed = Long.getLong("sarhad.seed", 4711L);
    var random = new Random(seed);
    var whole = PayloadFrames.bytes(FRAMES).toArray();
    int read = 0;
    for (int i = 0; i < 5_000; i++) {
      var mutated = whole.clone();
      mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      try {
        // Whatever is read prints the same bytes again.
        assertThat(PayloadFrames.bytes(read(mutated)).toArray())
            .as("seed %d", seed)
            .isEqualTo(mutated);
        read++;
      } catch (MalformedPayloadFramesException _) {
        // as it should be
      }
    }
    assertThat(read).isPositive();
  }

  private static List<PayloadFrame> read(byte[] body)
      throws IOException, MalformedPayloadFramesException {
    return PayloadFrames.read(new ByteArrayInputStream(body));
  }

  @Test
  void onlyAPartThatHasNoRoomLeftIsFollowedByAnother() {
    var large = Bytes.of(new byte[EntryLimits.PAYLOAD_BYTES_MAX]);
    var frame = new PayloadFrame.Content(Merkle.sha256(large), large);

    assertThat(PayloadFrames.isFull(FRAMES)).isFalse();
    assertThat(PayloadFrames.isFull(Collections.nCopies(15, frame))).isFalse();
    assertThat(PayloadFrames.isFull(Collections.nCopies(16, frame))).isTrue();
    assertThat(PayloadFrames.isFull(Collections.nCopies(8192, FRAMES.get(1)))).isTrue();
  }

  @Test
  void partsArePathsLikeTiles() {
    assertThat(PayloadFrames.path(0, 0)).isEqualTo("payloads/000/0");
    assertThat(PayloadFrames.path(1234, 2)).isEqualTo("payloads/x001/234/2");
  }
}
