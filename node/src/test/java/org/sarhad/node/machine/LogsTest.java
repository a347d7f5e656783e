package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryBuilder;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.Origin;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.node.intake.IntakeRecord.Stored;
import org.sarhad.node.store.FileDisk;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Algorithm;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Seed;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.note.NoteSigner;

/// What is kept parsed is what is in the log, whatever was in its place before.
class LogsTest {
  private static final Origin OWN = Origin.of("ir.sarhad.example/joint");
  private static final EntryId FIRST = new EntryId(OWN, 0);
  private static final NoteSigner NODE =
      new NoteSigner(
          "ir.sarhad.example/node",
          Signatures.jdk()
              .signingKey(
                  KeyType.ED25519_NOTE,
                  new Seed(Algorithm.ED25519, Bytes.of(new byte[Seed.SIZE]))));

  @TempDir Path directory;

  @Test
  void anEntryThatWasReadIsNotReadAgain() throws Exception {
    var logs = logs();
    var entry = entry("2027-01-01T00:00:00Z");
    logs.take(new IntakeRecord.OwnEntry(0, new Stored(entry.bytes(), List.of())));
    logs.read(entry);

    assertThat(logs.entry(FIRST)).isSameAs(entry);
  }

  @Test
  void anEntryInThePlaceOfAnotherIsTheOneThatCounts() throws Exception {
    var logs = logs();
    var lost = entry("2027-01-01T00:00:00Z");
    var restored = entry("2027-01-02T00:00:00Z");
    logs.take(new IntakeRecord.OwnEntry(0, new Stored(lost.bytes(), List.of())));
    logs.read(lost);

    logs.own().truncate(0);
    logs.take(new IntakeRecord.OwnEntry(0, new Stored(restored.bytes(), List.of())));

    assertThat(logs.entry(FIRST)).isEqualTo(restored).isNotEqualTo(lost);
  }

  private Logs logs() throws Exception {
    return new Logs(FileDisk.at(directory), OWN, Origin.of("ir.sarhad.example/journal"));
  }

  private static Entry entry(String time) {
    return EntryBuilder.at(
            ChannelId.of("sarhad.example/ir-pk"),
            FIRST,
            Kind.of("response.note"),
            Instant.parse(time))
        .seal(NODE);
  }
}
