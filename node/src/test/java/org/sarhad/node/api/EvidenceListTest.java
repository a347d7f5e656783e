package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.sarhad.core.party.Origin;
import org.sarhad.node.api.view.RecordViews.EvidenceList;
import org.sarhad.node.intake.EvidenceKind;
import org.sarhad.node.machine.EvidenceView;
import org.sarhad.node.testing.OpenApi;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.VerifierKey;

/// Evidence as the contract has it.
class EvidenceListTest {
  private static final Origin ORIGIN = Origin.of("pk.sarhad.example/joint");
  private static final String KEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  @Test
  void aForkSaysWhereItsHistoriesPartOnceThatIsKnown() throws Exception {
    assertThat(shown(fork(OptionalLong.of(771))).path("firstDifference").asLong(-1)).isEqualTo(771);
    assertThat(shown(fork(OptionalLong.of(0))).path("firstDifference").asLong(-1)).isZero();
    assertThat(shown(fork(OptionalLong.empty())).has("firstDifference")).isFalse();
  }

  @Test
  void aForkComesWithTheCommandThatAnOutsiderTypes() throws Exception {
    assertThat(shown(fork(OptionalLong.empty())).path("command").asText())
        .isEqualTo("./sarhad verify fork-1.tlog-fork --key " + KEY);
  }

  private static EvidenceView fork(OptionalLong firstDifference) {
    return new EvidenceView(
        "fork-1.tlog-fork",
        EvidenceKind.FORK,
        ORIGIN,
        Instant.parse("2026-03-21T08:00:00Z"),
        "The log signed two heads.",
        Bytes.ofUtf8("proof"),
        firstDifference);
  }

  /// The item in an answer that keeps the contract.
  private static JsonNode shown(EvidenceView piece) throws Exception {
    var item = RecordOperations.item(piece, Optional.of(VerifierKey.parse(KEY)));
    var text = ApiJson.line(new EvidenceList(List.of(item)));
    assertThat(OpenApi.load().check("listEvidence", 200, text)).isEmpty();
    return new ObjectMapper().readTree(text).path("items").path(0);
  }
}
