package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// The audit trail over the API: all of it, the newest line first, page by page, whatever else
/// stands in the journal between its lines, and after another start of the node as before.
class AuditApiTest extends ApiTest {
  private static final int INCIDENTS = 40;

  @Test
  void isReadPageByPageToItsBeginning() throws Exception {
    try (var ir = TestNode.start(directory.resolve("ir"), "ir")) {
      try (var watch = ir.signIn("watch")) {
        for (int i = 0; i < INCIDENTS; i++) {
          post(watch, "/api/v1/incidents", incident(), 201);
        }
        get(watch, "/api/v1/audit", 403);
      }
      List<String> before;
      try (var chief = ir.signIn("chief")) {
        before = trail(chief, 2);
        assertThat(before).isEqualTo(trail(chief, 500)).doesNotHaveDuplicates();
      }
      assertThat(before.getFirst()).contains("sign_in", "chief");
      assertThat(before).anyMatch(line -> line.contains("denied") && line.contains("watch"));
      assertThat(before.getLast()).as("the oldest line").contains("journal/0");

      ir.restart();
      try (var chief = ir.signIn("chief")) {
        assertThat(trail(chief, 3)).endsWith(before.toArray(String[]::new));
      }
    }
  }

  private List<String> trail(TestClient chief, int limit) throws Exception {
    List<String> lines = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = get(chief, "/api/v1/audit?limit=" + limit + next, 200);
      assertThat(page.at("/items").size()).isBetween(1, limit);
      page.at("/items").forEach(line -> lines.add(line.toString()));
      next = page.has("next") ? "&cursor=" + page.at("/next").asText() : "";
    } while (!next.isEmpty());
    return lines;
  }

  private static String incident() {
    return """
    {"what":"sighting","language":"en","where":{"label":"Post 4"},"when":"%s",\
    "priority":"P3","exercise":false,"audience":"internal"}"""
        .formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }
}
