package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.testing.OpenApi;
import org.sarhad.node.testing.TestClient;

/// Running nodes, asked over HTTP as anybody asks them. Every answer is held against the contract,
/// and a test whose answers break it anywhere fails at its end, with all of them.
@Tag("slow")
abstract class ApiTest {
  @TempDir Path directory;
  private final OpenApi contract = contract();
  private final List<String> wrong = new ArrayList<>();

  private static OpenApi contract() {
    try {
      return OpenApi.load();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void theContractIsKept() {
    assertThat(wrong).as("answers that break the contract").isEmpty();
  }

  /// The same answer, held against the contract.
  final TestClient.Answer held(TestClient.Answer answer) throws IOException {
    wrong.addAll(contract.check(answer));
    return answer;
  }

  final JsonNode get(TestClient as, String path, int status) throws Exception {
    return held(as.get(path)).expect(status);
  }

  final JsonNode post(TestClient as, String path, String body, int status) throws Exception {
    return held(as.post(path, body)).expect(status);
  }
}
