package org.sarhad.tlog.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.testing.ParserCheck;
import org.sarhad.tlog.testing.TestLog;
import org.sarhad.tlog.tree.Merkle;

class AddCheckpointTest {
  private static final TestLog LOG = TestLog.of("ir.sarhad.example/joint", 70);
  private static final ParserCheck<AddCheckpoint> CHECK =
      new ParserCheck<>(
          AddCheckpoint::parse, AddCheckpoint::bytes, MalformedAddCheckpointException.class);

  @Test
  void theBodyOfARequest() throws Exception {
    var request = LOG.addCheckpoint(5, 7);
    assertThat(request.bytes().utf8())
        .startsWith("old 5\n" + request.proof().getFirst() + "\n")
        .endsWith("\n\n" + LOG.head(7).note().print());
    assertThat(AddCheckpoint.parse(request.bytes())).isEqualTo(request);
  }

  @Test
  void damagedRequests() {
    CHECK.damaged(
        30_000,
        List.of(
            LOG.addCheckpoint(0, 1).bytes(),
            LOG.addCheckpoint(5, 7).bytes(),
            LOG.addCheckpoint(63, 70).bytes()));
  }

  @Test
  void otherBodiesAreNoRequests() {
    var head = LOG.head(7).note().print();
    var hash = Merkle.EMPTY_ROOT + "\n";
    CHECK.refuses(
        List.of(
            Bytes.EMPTY,
            Bytes.ofUtf8("old 0\n"),
            Bytes.ofUtf8("old 0\n" + head),
            Bytes.ofUtf8("old\n\n" + head),
            Bytes.ofUtf8("old -1\n\n" + head),
            Bytes.ofUtf8("old 01\n\n" + head),
            Bytes.ofUtf8("old 18446744073709551615\n\n" + head),
            Bytes.ofUtf8("new 0\n\n" + head),
            Bytes.ofUtf8("\n\n" + head),
            Bytes.ofUtf8("old 0\n\n\n" + head),
            Bytes.ofUtf8("old 1\n" + hash.repeat(64) + "\n" + head),
            Bytes.ofUtf8("old 1\nAAAA\n\n" + head),
            Bytes.ofUtf8("old 1\n" + hash + "\n" + head + "x"),
            Bytes.of(new byte[AddCheckpoint.BYTES_MAX + 1])));
  }

  @Test
  void sixtyThreeHashesAreAccepted() throws Exception {
    var body =
        "old 1\n" + (Merkle.EMPTY_ROOT + "\n").repeat(63) + "\n" + LOG.head(7).note().print();
    assertThat(AddCheckpoint.parse(Bytes.ofUtf8(body)).proof()).hasSize(63);
  }

  @Test
  void heldSizes() throws Exception {
    assertThat(HeldSize.parse(Bytes.ofUtf8("4711\n"))).isEqualTo(new HeldSize(4711));
    var check =
        new ParserCheck<>(HeldSize::parse, HeldSize::bytes, MalformedHeldSizeException.class);
    check.damaged(2_000, List.of(new HeldSize(0).bytes(), new HeldSize(Long.MAX_VALUE).bytes()));
    check.refuses(
        List.of(
            Bytes.EMPTY,
            Bytes.ofUtf8("\n"),
            Bytes.ofUtf8("4711"),
            Bytes.ofUtf8("4711\n\n"),
            Bytes.ofUtf8("04711\n"),
            Bytes.ofUtf8("9223372036854775808\n"),
            Bytes.ofUtf8("1".repeat(100_000) + "\n")));
  }
}
