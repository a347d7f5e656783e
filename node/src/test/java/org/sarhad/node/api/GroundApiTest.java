package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// The import of geography over the API of a running node: read, looked at, put in place while the
/// node runs, and taken back. Every answer is held against the contract.
class GroundApiTest extends ApiTest {
  private static final String GROUND = "/api/v1/geo/ground";
  private static final String DRAFT = GROUND + "/draft";
  private static final String FORMER = GROUND + "/former";
  private static final String TRAVEL = "/api/v1/travel";
  private static final String GEOJSON = "application/geo+json";
  private static final String REGION = "?region=24.9,60.3,30.1,64.2";
  private static final String SAND =
      """
      {"type":"Feature","properties":{"terrain":"sand"},"geometry":{"type":"Polygon","coordinates":
      [[[60.5,28.3],[60.8,28.3],[60.8,28.6],[60.5,28.6],[60.5,28.3]]]}}""";
  private static final String CROSSING =
      """
      {"type":"Feature","properties":{"terrain":"sand"},"geometry":{"type":"Polygon","coordinates":
      [[[60.5,28.3],[60.8,28.6],[60.8,28.3],[60.5,28.6],[60.5,28.3]]]}}""";

  @Test
  void aGroundIsReadLookedAtPutInPlaceAndTakenBack() throws Exception {
    var home = Files.createDirectories(directory.resolve("ir"));
    Files.write(home.resolve(RunningNode.LINE), demo("line.geojson"));
    try (var ir = TestNode.start(home, "ir")) {
      String first;
      String second;
      try (var admin = ir.signIn("admin");
          var watch = ir.signIn("watch")) {
        get(watch, GROUND, 403);
        assertThat(get(admin, GROUND, 200).has("held")).isFalse();
        whatIsWrongIsSaidAndNothingIsKept(admin);
        var draft = read(admin, DRAFT + REGION, demo("ground.geojson"), 200);
        first = draft.at("/draft/grid/sha256").asText();
        assertThat(draft.at("/draft/refused").asInt()).isZero();
        assertThat(get(watch, TRAVEL, 200).has("ground")).as("not in force").isFalse();
        assertThat(put(admin, "0".repeat(64), 404).at("/code").asText()).isEqualTo("thing.unknown");
        assertThat(put(admin, first, 200).at("/held/sha256").asText()).isEqualTo(first);
        assertThat(get(watch, TRAVEL, 200).at("/ground/sha256").asText())
            .as("in force at once")
            .isEqualTo(first);
        second = anotherIsHeldAgainstIt(admin, first);
        put(admin, second, 200);
        assertThat(get(watch, TRAVEL, 200).at("/ground/sha256").asText()).isEqualTo(second);
      }
      ir.restart();
      try (var admin = ir.signIn("admin")) {
        assertThat(get(admin, GROUND, 200).at("/held/sha256").asText()).isEqualTo(second);
        assertThat(post(admin, FORMER, "{}", 200).at("/held/sha256").asText()).isEqualTo(first);
      }
    }
  }

  private void whatIsWrongIsSaidAndNothingIsKept(TestClient admin) throws Exception {
    var land = demo("ground.geojson");
    assertThat(read(admin, DRAFT, land, 400).toString()).contains("no ground is held");
    read(admin, DRAFT + "?region=1,2,3", land, 400);
    var half = new String(land, StandardCharsets.UTF_8).substring(0, land.length / 2);
    var cut = half.substring(0, half.lastIndexOf('['));
    assertThat(read(admin, DRAFT + REGION, bytes(cut), 409).toString())
        .contains("ground.malformed", "cut short");
    assertThat(read(admin, DRAFT + REGION, bytes("[]"), 409).toString())
        .contains("no FeatureCollection");
    assertThat(read(admin, DRAFT + REGION, features(SAND), 409).toString())
        .contains("ground.unfit");
    held(admin.upload(DRAFT + REGION, "text/plain", land)).expect(415);
    assertThat(get(admin, GROUND, 200).has("draft")).isFalse();
    post(admin, FORMER, "{}", 404);
  }

  /// The ground again, with dunes in it and a flaw.
  private String anotherIsHeldAgainstIt(TestClient admin, String first) throws Exception {
    var land = new String(demo("ground.geojson"), StandardCharsets.UTF_8).stripTrailing();
    int end = land.lastIndexOf(']');
    var more = land.substring(0, end) + "," + SAND + "," + CROSSING + land.substring(end);
    var seen = read(admin, DRAFT, bytes(more), 200);
    assertThat(seen.at("/held/sha256").asText()).isEqualTo(first);
    assertThat(seen.at("/draft/refused").asInt()).isEqualTo(1);
    assertThat(seen.at("/draft/refusals/0/flaw").asText()).isEqualTo("self_crossing");
    var change = seen.at("/draft/change");
    assertThat(change.at("/sameRegion").asBoolean()).isTrue();
    assertThat(change.at("/turns/0/to").asText()).isEqualTo("sand");
    assertThat(change.at("/turns/0/cells").asInt()).isPositive();
    assertThat(change.at("/gates")).isEmpty();
    assertThat(seen.at("/draft/grid/map/rows"))
        .hasSameSizeAs(seen.at("/held/map/rows"))
        .isNotEqualTo(seen.at("/held/map/rows"));
    assertThat(delete(admin).has("draft")).isFalse();
    return read(admin, DRAFT, bytes(more), 200).at("/draft/grid/sha256").asText();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] features(String feature) {
    return bytes("{\"type\":\"FeatureCollection\",\"features\":[" + feature + "]}");
  }

  private static byte[] demo(String name) throws IOException {
    try (InputStream in = RunningNode.class.getResourceAsStream("/org/sarhad/demo/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  // ---- asking ---------------------------------------------------------------------------------

  private JsonNode put(TestClient as, String sha256, int status) throws Exception {
    return post(as, GROUND, "{\"sha256\":\"%s\"}".formatted(sha256), status);
  }

  private JsonNode read(TestClient as, String path, byte[] file, int status) throws Exception {
    return held(as.upload(path, GEOJSON, file)).expect(status);
  }

  private JsonNode delete(TestClient as) throws Exception {
    return held(as.delete(DRAFT)).expect(200);
  }
}
