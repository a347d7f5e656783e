package org.sarhad.node.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.intake.IntakeRecord.Stored;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

class IntakeCodecTest {
  private static final Origin ORIGIN = Origin.of("pk.sarhad.example/joint");
  private static final Stored ENTRY =
      new Stored(Bytes.ofUtf8("entry"), List.of(Bytes.ofUtf8("body"), Bytes.EMPTY));
  private static final Bytes NOTE = Bytes.ofUtf8("a head");
  private static final Instant AT = Instant.parse("2019-04-22T08:00:00.123Z");

  /// One of each, so that a record without a codec does not go unnoticed.
  private static final IntakeFrame ALL =
      IntakeFrame.of(
          new IntakeRecord.OwnEntry(4711, ENTRY),
          new IntakeRecord.JournalEntry(0, ENTRY),
          new IntakeRecord.OwnHead(NOTE),
          new IntakeRecord.PeerCosigned(PartyId.of("pk"), NOTE),
          new IntakeRecord.PeerHead(NOTE),
          new IntakeRecord.PeerEntries(ORIGIN, 256, List.of(ENTRY, ENTRY)),
          new IntakeRecord.MirrorCosigned(NOTE, AT),
          new IntakeRecord.OwnRestored(7, List.of(ENTRY), NOTE),
          new IntakeRecord.Displaced(9, 4),
          new IntakeRecord.Paired(NOTE),
          new IntakeRecord.Unpaired(PartyId.of("pk")),
          new IntakeRecord.EvidenceKept(
              "fork.tlog-fork", EvidenceKind.FORK, ORIGIN, AT, "two histories", NOTE),
          new IntakeRecord.Answered(
              "watch/k-1", Merkle.sha256(NOTE), AT, List.of(EntryId.of(ORIGIN, 3))),
          new IntakeRecord.GuardWaived(AT, 12),
          new IntakeRecord.Kept(5, 6),
          new IntakeRecord.Advanced(ORIGIN, 512),
          new IntakeRecord.ForkLocated("fork.tlog-fork", 511));

  @Test
  void everyRecordReadsBack() throws Exception {
    assertThat(IntakeCodec.decode(IntakeCodec.encode(ALL))).isEqualTo(ALL);
    assertThat(ALL.records().stream().map(Object::getClass))
        .containsExactlyInAnyOrder(IntakeRecord.class.getPermittedSubclasses());
  }

  @Test
  void everyTruncationIsRefused() {
    var bytes = IntakeCodec.encode(IntakeFrame.of(ALL.records().get(11)));
    for (int size = 0; size < bytes.size(); size++) {
      var cut = bytes.slice(0, size);
      assertThatThrownBy(() -> IntakeCodec.decode(cut))
          .isInstanceOf(MalformedIntakeException.class);
    }
  }

  @Test
  void anotherVersionIsRefusedRatherThanGuessed() {
    var bytes = IntakeCodec.encode(ALL).toArray();
    bytes[0] = 2;
    assertThatThrownBy(() -> IntakeCodec.decode(Bytes.of(bytes)))
        .isInstanceOf(MalformedIntakeException.class)
        .hasMessageContaining("version");
  }

  @Test
  void noMutationThrowsAnythingElse() {
    var random = new SplittableRandom(8812);
    var bytes = IntakeCodec.encode(ALL).toArray();
    int refused = 0;
    for (int i = 0; i < 50_000; i++) {
      var mutated = bytes.clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      try {
        IntakeCodec.decode(Bytes.of(mutated));
      } catch (MalformedIntakeException _) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }
}
