package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// What is kept of payloads that come ahead (06-3.6), on a shelf for ten bytes.
class PayloadShelfTest {
  private static final long ROOM = 10;

  private final PayloadShelf shelf = new PayloadShelf(ROOM);

  private void put(String... contents) {
    shelf.put(Arrays.stream(contents).map(PayloadShelfTest::frame).toList());
  }

  private static PayloadFrame frame(String content) {
    var bytes = Bytes.ofUtf8(content);
    return new PayloadFrame.Content(Merkle.sha256(bytes), bytes);
  }

  private Optional<String> find(String content) {
    return shelf.find(frame(content).sha256()).map(Bytes::utf8);
  }

  @Test
  void whatCameFirstGivesWay() {
    put("aaaa", "bbbb");
    put("cccc");

    assertThat(find("aaaa")).isEmpty();
    assertThat(find("bbbb")).contains("bbbb");
    assertThat(find("cccc")).contains("cccc");
  }

  @Test
  void whatComesAgainIsNewAndTakesNoRoomTwice() {
    put("aaaa", "bbbb", "aaaa");
    put("cc");
    assertThat(shelf.bytes()).isEqualTo(ROOM);
    put("dd");

    assertThat(find("bbbb")).as("the oldest by now").isEmpty();
    assertThat(find("aaaa")).contains("aaaa");
  }

  /// A peer that sends and sends what no entry will ever name.
  @Test
  void noAmountOfPayloadsTakesMoreThanItsRoom() {
    var random = new SplittableRandom(8812);
    for (int i = 0; i < 10_000; i++) {
      put(Long.toString(random.nextLong(10_000_000_000L)));
      assertThat(shelf.bytes()).isLessThanOrEqualTo(ROOM);
    }
    put("wanted");

    assertThat(find("wanted")).contains("wanted");
  }

  @Test
  void whatIsErasedIsRememberedUntilAllIsDone() {
    var gone = Merkle.sha256(Bytes.ofUtf8("gone"));
    shelf.put(List.of(new PayloadFrame.Erased(gone, 7)));
    assertThat(shelf.isErased(gone)).isTrue();

    shelf.clear();
    assertThat(shelf.isErased(gone)).isFalse();
    assertThat(shelf.bytes()).isZero();
  }
}
