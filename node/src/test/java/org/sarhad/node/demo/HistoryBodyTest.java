package org.sarhad.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.response.HistoryFile;
import org.sarhad.tlog.Bytes;

/// The lists fit into the request of docs/api/openapi.yaml (`HistoryImport`) with nothing left out.
class HistoryBodyTest {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

  @ParameterizedTest
  @ValueSource(strings = {"april-2019.json", "public-incidents.json"})
  void everyItemAndClaimGoesIn(String name) throws Exception {
    HistoryFile file;
    try (InputStream in =
        HistoryBodyTest.class.getResourceAsStream("/org/sarhad/history/" + name)) {
      assertThat(in).isNotNull();
      file = HistoryFile.parse(Bytes.of(in.readAllBytes()));
    }

    var requests = HistoryBody.of(file);

    assertThat(requests).hasSameSizeAs(file.items());
    for (int i = 0; i < requests.size(); i++) {
      var request = requests.get(i);
      assertThat(request.path("audience").asText()).isEqualTo("release");
      var item = request.path("item");
      assertThat(item.path("externalId").asText()).matches(ID);
      assertThat(item.path("title").asText()).hasSizeBetween(1, 500);
      assertThat(item.path("where").path("radiusM").asInt()).isBetween(0, 500_000);
      assertThat(item.path("claims"))
          .hasSameSizeAs(file.items().get(i).claims())
          .hasSizeBetween(1, 50);
      for (var claim : item.path("claims")) {
        assertThat(claim.path("source").asText()).hasSizeBetween(1, 1_000);
        assertThat(claim.path("figure").asText()).hasSizeBetween(1, 1_000);
      }
    }
  }
}
