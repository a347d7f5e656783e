package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.entry.EntryBuilder;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.EntryLimits;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.Origin;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.store.LogDirectory;
import org.sarhad.node.testing.Scribe;
import org.sarhad.tlog.Bytes;

/// An entry that gave way is kept whole, whatever it carried (06-6.5).
class DisplacementTest {
  private static final EntryId FIRST = new EntryId(Origin.of("ir.sarhad.example/joint"), 0);

  @TempDir Path directory;

  @ParameterizedTest(name = "{0} payloads of {1} bytes")
  @CsvSource({
    "0, 0, 1",
    "1, 1000, 1",
    "14, 1000, 1",
    "15, 1000, 2",
    "16, 65536, 2",
    "1, 1048576, 2"
  })
  void everythingIsKept(int count, int size, int entries) throws Exception {
    var log = LogDirectory.open(FileDisk.at(directory), "log");
    var payloads = new ArrayList<Payload>();
    for (int i = 0; i < count; i++) {
      var bytes = new byte[size];
      bytes[0] = (byte) i;
      payloads.add(Payload.raw("application/octet-stream", Bytes.of(bytes)));
    }
    var builder =
        EntryBuilder.at(
            ChannelId.of("sarhad.example/ir-pk"),
            FIRST,
            Kind.of("response.noted"),
            Instant.parse("2027-01-01T00:00:00Z"));
    for (int i = 0; i < count; i++) {
      builder.payload(payloads.get(i).ref("part" + i));
    }
    var entry = builder.seal(Scribe.signer("ir.sarhad.example/node"));
    log.append(entry.bytes());
    payloads.forEach(payload -> log.addPayload(0, payload.bytes()));

    var drafts = Displacement.drafts(log, 0);

    assertThat(drafts).hasSize(entries);
    assertThat(drafts.getFirst().kind()).isEqualTo(Displacement.KIND);
    assertThat(drafts.subList(1, entries)).noneMatch(d -> d.kind().equals(Displacement.KIND));
    var kept =
        drafts.stream()
            .flatMap(draft -> draft.attachments().stream())
            .map(attached -> attached.payload().bytes())
            .toList();
    assertThat(kept.getFirst()).isEqualTo(entry.bytes());
    assertThat(kept.subList(1, kept.size()))
        .isEqualTo(payloads.stream().map(Payload::bytes).toList());
    assertThat(drafts).allSatisfy(DisplacementTest::fitsIntoOneEntry);
  }

  private static void fitsIntoOneEntry(Draft draft) {
    var body = draft.body().map(words -> List.of(words.canonical().size() + 100)).orElse(List.of());
    long bytes = draft.attachedBytes() + body.stream().mapToLong(Integer::longValue).sum();
    assertThat(bytes).isLessThanOrEqualTo(EntryLimits.PAYLOAD_BYTES_MAX);
    assertThat(draft.attachments().size() + body.size())
        .isLessThanOrEqualTo(EntryLimits.PAYLOADS_MAX);
  }
}
