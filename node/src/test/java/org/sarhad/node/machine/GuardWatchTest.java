package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.Tree;

/// Whether heads may be signed (06-6): what each piece of knowledge makes of the guard.
class GuardWatchTest {
  private static final PartyId PK = PartyId.of("pk");
  private static final PartyId AF = PartyId.of("af");
  private static final long SIZE = 5;

  private final GuardWatch guard = new GuardWatch();

  @Test
  void withoutPeersThereIsNobodyToAsk() {
    guard.start(List.of(), false, SIZE, log("a"));

    assertThat(guard.state()).isEqualTo(GuardState.PASSED);
  }

  @Test
  void withPeersItWaitsUntilOneHasAnswered() {
    guard.start(List.of(head(3, "a")), true, SIZE, log("a"));

    assertThat(guard.state()).isEqualTo(GuardState.WAITING);
    assertThat(guard.maySign()).isFalse();
    assertThat(guard.mayRelease()).as("entries under no head can still give way").isTrue();

    guard.heard(PK, Optional.of(signed(head(SIZE, "a"))), SIZE, log("a"));
    assertThat(guard.maySign()).isTrue();
    assertThat(guard.sentence()).isEmpty();
  }

  @Test
  void aHeadOfOursThatIsNotHereStopsAtTheStart() {
    guard.start(List.of(head(8, "a"), head(3, "a")), true, SIZE, log("a"));

    assertThat(guard.state()).isEqualTo(GuardState.BEHIND);
    assertThat(guard.behindBy()).isEqualTo(OptionalLong.of(3));
    assertThat(guard.mayRelease()).isFalse();
    assertThat(guard.waive()).as("vouching against proof").isFalse();
  }

  @Test
  void anotherPastOfTheSameSizeStopsToo() {
    guard.start(List.of(), true, SIZE, log("a"));
    guard.heard(PK, Optional.of(signed(head(SIZE, "b"))), SIZE, log("a"));

    assertThat(guard.state()).isEqualTo(GuardState.BEHIND);
    assertThat(guard.holder()).contains(PK);
    assertThat(guard.behindBy()).isEqualTo(OptionalLong.of(1));
  }

  @Test
  void anAdministratorMayVouchWhileNobodyAnswers() {
    guard.start(List.of(), true, SIZE, log("a"));

    assertThat(guard.waive()).isTrue();
    assertThat(guard.maySign()).isTrue();
    assertThat(guard.waive()).as("there is nothing to vouch for").isFalse();
  }

  @Test
  void aWordCountsOnceFromWhoHasNotAgreed() {
    guard.start(List.of(), true, SIZE, log("a"));
    guard.heard(PK, Optional.empty(), SIZE, log("a"));

    assertThat(guard.doubted(PK, 100, SIZE)).as("it agreed with us").isFalse();
    assertThat(guard.maySign()).isTrue();

    assertThat(guard.doubted(AF, 100, SIZE)).isTrue();
    assertThat(guard.state()).isEqualTo(GuardState.WAITING);
    assertThat(guard.sentence()).contains("af").contains("100");

    assertThat(guard.waive()).isTrue();
    assertThat(guard.doubted(AF, 100, SIZE)).as("it was vouched against").isFalse();
    assertThat(guard.maySign()).isTrue();
  }

  @Test
  void afterARestoreEverybodyIsAskedOnceMore() {
    guard.start(List.of(head(8, "a")), true, SIZE, log("a"));
    guard.restoring();
    guard.restored(8);

    assertThat(guard.state()).isEqualTo(GuardState.WAITING);
    guard.heard(PK, Optional.of(signed(head(8, "a"))), 8, log("a"));
    assertThat(guard.maySign()).isTrue();
  }

  @Test
  void whatNobodyHasAnyMoreEndsTheLog() {
    guard.start(List.of(head(8, "a")), true, SIZE, log("a"));
    guard.restoring();
    guard.restored(7);

    assertThat(guard.state()).isEqualTo(GuardState.BEHIND);
    assertThat(guard.sentence()).contains("has to be followed by another one");
  }

  // ---- logs -----------------------------------------------------------------------------------

  /// A log whose entries are told by `name`.
  private static HashReader log(String name) {
    return new HashReader() {
      @Override
      public Hash hash(int level, long index) {
        return level == 0
            ? Merkle.leaf(Bytes.ofUtf8(name + index))
            : Merkle.node(hash(level - 1, 2 * index), hash(level - 1, 2 * index + 1));
      }
    };
  }

  private static Checkpoint head(long size, String name) {
    return new Checkpoint("ir.sarhad.example/joint", size, Tree.root(size, log(name)));
  }

  /// The guard is told only of heads whose signature was verified.
  private static SignedCheckpoint signed(Checkpoint head) {
    var bytes = new byte[64];
    LongStream.range(0, bytes.length).forEach(at -> bytes[(int) at] = (byte) at);
    return SignedCheckpoint.of(
        head, List.of(new SignatureLine("ir.sarhad.example/joint", 1, Bytes.of(bytes))));
  }
}
