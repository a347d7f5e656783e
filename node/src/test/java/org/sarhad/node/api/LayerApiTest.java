package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sarhad.core.time.UtcTime;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// The import of the line, of posts, towns, lands, marks and sectors over the API of a running node
/// (19-10): read, looked at, put in place while the node runs, and taken back. Every answer is held
/// against the contract.
class LayerApiTest extends ApiTest {
  private static final String IMPORTS = "/api/v1/geo/imports/";
  private static final String LINE = IMPORTS + "line";
  private static final String GEOJSON = "application/geo+json";

  // ---- the line -------------------------------------------------------------------------------

  private static byte[] line(double longitude, int uncertaintyM) {
    return bytes(
        """
        {"type":"FeatureCollection","features":[{"type":"Feature",
         "properties":{"left":"ir","right":"pk","uncertainty_m":%d},
         "geometry":{"type":"LineString","coordinates":[[%s,29.0],[%s,30.0]]}}]}
        """
            .formatted(uncertaintyM, longitude, longitude));
  }

  @Test
  void aLineIsReadLookedAtPutInPlaceAndTakenBack() throws Exception {
    try (var ir = TestNode.start(directory.resolve("ir"), "ir")) {
      String first;
      String second;
      try (var admin = ir.signIn("admin");
          var chief = ir.signIn("chief");
          var commander = ir.signIn("commander");
          var watch = ir.signIn("watch")) {
        get(watch, LINE, 403);
        read(chief, LINE, line(61.42, 500), 403);
        assertThat(get(admin, LINE, 200).has("held")).isFalse();
        get(admin, IMPORTS + "rivers", 404);
        whatIsWrongIsSaidAndNothingIsPutInPlace(admin);
        register(commander);

        var seen = read(admin, LINE, line(61.42, 500), 200);
        first = seen.at("/draft/layer/sha256").asText();
        assertThat(first).isEqualTo(Merkle.sha256(Bytes.of(line(61.42, 500))).hex());
        assertThat(seen.at("/draft/fit").asBoolean()).isTrue();
        assertThat(seen.at("/draft/layer/course/lengthM").asLong()).isBetween(111_000L, 111_400L);
        assertThat(seen.at("/draft/layer/course/uncertaintyM").asInt()).isEqualTo(500);
        assertThat(seen.at("/draft/layer/course/left").asText()).isEqualTo("ir");
        assertThat(status(watch, "ENR")).as("not in force").isEqualTo("ENR");
        assertThat(put(admin, LINE, "0".repeat(64), 404).at("/code").asText())
            .isEqualTo("thing.unknown");
        put(admin, LINE, first, 200);
        assertThat(status(watch, "ENR")).as("in force at once").isEqualTo("STG-L");

        second = anotherIsHeldAgainstIt(admin, first);
        assertThat(status(watch, "ENR")).as("the line has gone elsewhere").isEqualTo("ENR");
        var file = held(watch.get("/api/v1/geo/lines/" + first));
        assertThat(bytes(file.text())).as("the older one is there").isEqualTo(line(61.42, 500));
        get(watch, "/api/v1/geo/lines/" + "0".repeat(64), 404);
      }
      ir.restart();
      try (var admin = ir.signIn("admin");
          var watch = ir.signIn("watch")) {
        var after = get(admin, LINE, 200);
        assertThat(after.at("/held/sha256").asText()).isEqualTo(second);
        assertThat(after.at("/versions")).hasSize(2);
        assertThat(post(admin, LINE + "/former", "{}", 200).at("/held/sha256").asText())
            .isEqualTo(first);
        assertThat(status(watch, "ENR")).isEqualTo("STG-L");
        assertThat(get(admin, "/api/v1/audit?limit=10", 200).toString())
            .contains("taken back to " + first);
      }
    }
  }

  private void whatIsWrongIsSaidAndNothingIsPutInPlace(TestClient admin) throws Exception {
    var text = new String(line(61.42, 500), StandardCharsets.UTF_8);
    assertThat(read(admin, LINE, bytes(text.substring(0, 90)), 409).toString())
        .contains("ground.malformed", "cut short");
    assertThat(read(admin, LINE, bytes("[]"), 409).toString()).contains("no FeatureCollection");
    read(admin, LINE, new byte[(8 << 20) + 1], 409);
    held(admin.upload(LINE + "/draft", "text/plain", line(61.42, 500))).expect(415);
    var unfit = read(admin, LINE, bytes(text.replace("\"pk\"", "\"ir\"")), 200);
    assertThat(unfit.at("/draft/fit").asBoolean()).isFalse();
    assertThat(unfit.at("/draft/refusals/0/feature").asInt()).isEqualTo(1);
    assertThat(unfit.at("/draft/refusals/0/flaw").asText()).isEqualTo("same_side");
    assertThat(put(admin, LINE, unfit.at("/draft/layer/sha256").asText(), 409).toString())
        .contains("ground.unfit", "both hands");
    assertThat(delete(admin, LINE).has("draft")).isFalse();
    post(admin, LINE + "/former", "{}", 404);
    assertThat(get(admin, LINE, 200).at("/versions")).isEmpty();
  }

  /// The same line further east, known less well.
  private String anotherIsHeldAgainstIt(TestClient admin, String first) throws Exception {
    var same = read(admin, LINE, line(61.42, 500), 200);
    assertThat(same.at("/draft/change/same").asBoolean()).isTrue();
    var seen = read(admin, LINE, line(61.52, 900), 200);
    assertThat(seen.at("/held/sha256").asText()).isEqualTo(first);
    assertThat(seen.at("/draft/change/same").asBoolean()).isFalse();
    assertThat(seen.at("/draft/change/gap/metres").asLong()).isBetween(9_600L, 9_800L);
    assertThat(seen.at("/draft/layer/lines/0")).hasSize(2);
    assertThat(seen.has("agreed")).isFalse();
    var second = seen.at("/draft/layer/sha256").asText();
    put(admin, LINE, second, 200);
    return second;
  }

  @Test
  void aLineIsHeldAgainstTheGroundInForceUnlessItIsOfAnotherBorder() throws Exception {
    var home = Files.createDirectories(directory.resolve("ir"));
    Files.write(home.resolve(RunningNode.LINE), demo("line.geojson"));
    Files.write(home.resolve(RunningNode.GROUND), demo("travel.grid"));
    try (var ir = TestNode.start(home, "ir");
        var admin = ir.signIn("admin")) {
      var around = read(admin, LINE, line(61.42, 500), 200);
      assertThat(around.at("/draft/refusals/0/flaw").asText()).isEqualTo("line_ends_inland");
      assertThat(around.at("/draft/refusals/0").has("feature")).isFalse();
      var far = bytes(new String(line(10, 500), StandardCharsets.UTF_8));
      assertThat(read(admin, LINE, far, 200).at("/draft/refusals/0/flaw").asText())
          .isEqualTo("outside");
      assertThat(
              held(admin.upload(LINE + "/draft?withoutGround=true", GEOJSON, far))
                  .expect(200)
                  .at("/draft/fit")
                  .asBoolean())
          .isTrue();
      var same = read(admin, LINE, demo("line.geojson"), 200);
      assertThat(same.at("/draft/change/ground/sidesChanged").asInt()).isZero();
      assertThat(same.at("/draft/change/ground/gatesOff")).isEmpty();
    }
  }

  private void register(TestClient commander) throws Exception {
    commander
        .post(
            "/api/v1/units",
            """
            {"name":"Taftan 1","type":"patrol","station":{"label":"Taftan",
             "position":{"lat":29.52,"lon":61.4},"radiusM":0},"status":"AVL","audience":"internal"}
            """)
        .expect(201);
  }

  /// What is written of a unit that says it is on its way 100 m from 61.42 degrees east.
  private String status(TestClient watch, String status) throws Exception {
    var unit = "U-IR-1";
    for (var said : new String[] {"AVL", status}) {
      var lon = said.equals("AVL") ? 61.3 : 61.421;
      watch
          .post(
              "/api/v1/units/%s/status".formatted(unit),
              "{\"status\":\"%s\",\"position\":{\"lat\":29.52,\"lon\":%s},\"positionAt\":\"%s\",\"precisionM\":10,\"audience\":\"internal\"}"
                  .formatted(
                      said, lon, UtcTime.print(UtcTime.toMillis(Instant.now().minusSeconds(1)))))
          .expect(201);
    }
    for (var one : watch.get("/api/v1/units").json().at("/items")) {
      if (one.at("/id").asText().equals(unit)) {
        return one.at("/status").asText();
      }
    }
    return "";
  }

  // ---- posts, towns, sectors ------------------------------------------------------------------

  private static String point(String name, double lon, double lat) {
    return "{\"type\":\"Feature\",\"properties\":{\"name\":\"%s\",\"en\":\"%s\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[%s,%s]}}"
        .formatted(name, name, lon, lat);
  }

  private static byte[] collection(String... features) {
    return bytes(
        "{\"type\":\"FeatureCollection\",\"features\":[%s]}".formatted(String.join(",", features)));
  }

  @Test
  void postsTownsAndSectorsGoTheSameWay() throws Exception {
    var home = Files.createDirectories(directory.resolve("ir"));
    Files.write(home.resolve(RunningNode.LINE), line(61.42, 500));
    try (var ir = TestNode.start(home, "ir");
        var admin = ir.signIn("admin");
        var chief = ir.signIn("chief");
        var watch = ir.signIn("watch")) {
      posts(admin, watch);
      towns(admin, watch);
      var square =
          "{\"type\":\"Feature\",\"properties\":{\"name\":\"north\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[61,29],[62,29],[62,29.5],[61,29]]]}}";
      var sectors = IMPORTS + "sectors";
      read(admin, sectors, collection(square, square), 200);
      var seen = get(chief, sectors, 200);
      assertThat(seen.at("/draft/refusals/0/flaw").asText()).isEqualTo("twice");
      assertThat(seen.at("/draft/layer/setting/0/name").asText()).isEqualTo("north");
      assertThat(seen.at("/draft/layer/setting/0/ring")).hasSize(6);
      assertThat(seen.at("/draft/change/added/0").asText()).isEqualTo("north");
      put(admin, sectors, seen.at("/draft/layer/sha256").asText(), 404);
      post(admin, sectors + "/former", "{}", 404);
      assertThat(delete(admin, sectors).has("draft")).isFalse();
    }
  }

  private void posts(TestClient admin, TestClient watch) throws Exception {
    var posts = IMPORTS + "posts";
    var draft =
        read(
            admin,
            posts,
            collection(
                point("Well", 61.3, 29.5),
                point("Across", 61.5, 29.5),
                point("Close", 61.423, 29.5),
                point("Well", 61.2, 29.5)),
            200);
    assertThat(draft.at("/draft/refusals").findValuesAsText("flaw"))
        .containsExactly("other_soil", "in_band", "twice");
    assertThat(draft.at("/draft/refusals/0/at/lon").asDouble()).isEqualTo(61.5);
    assertThat(draft.at("/draft/change/before").asInt()).isZero();
    assertThat(draft.at("/draft/change/added/0").asText()).isEqualTo("Well");
    put(admin, posts, draft.at("/draft/layer/sha256").asText(), 200);
    assertThat(get(watch, "/api/v1/geo/posts", 200).at("/features")).hasSize(1);
    var moved = read(admin, posts, collection(point("Well", 61.2, 29.5)), 200);
    assertThat(moved.at("/draft/change/moved/0").asText()).isEqualTo("Well");
    var other = read(admin, posts, collection(point("Spring", 61.2, 29.5)), 200);
    assertThat(other.at("/draft/change/gone/0").asText()).isEqualTo("Well");
    put(admin, posts, other.at("/draft/layer/sha256").asText(), 200);
    post(admin, posts + "/former", "{}", 200);
    assertThat(get(watch, "/api/v1/geo/posts", 200).toString()).contains("Well");
  }

  private void towns(TestClient admin, TestClient watch) throws Exception {
    var towns = IMPORTS + "towns";
    assertThat(get(watch, "/api/v1/geo/towns", 200).at("/features")).isEmpty();
    var draft = read(admin, towns, collection(point("Harbour", 61.9, 29.5)), 200);
    put(admin, towns, draft.at("/draft/layer/sha256").asText(), 200);
    assertThat(get(watch, "/api/v1/geo/towns", 200).toString()).contains("Harbour");
  }

  // ---- lands and marks ------------------------------------------------------------------------

  private static String shape(String properties, String type, String coordinates) {
    return "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}"
        .formatted(properties, type, coordinates);
  }

  private static final String NORTH =
      shape("\"land\":\"ir\"", "Polygon", "[[[60,29],[61.42,29],[61.42,30],[60,30],[60,29]]]");

  @Test
  void landsAndMarksGoTheSameWayWhileTheNodeRuns() throws Exception {
    var home = Files.createDirectories(directory.resolve("ir"));
    Files.write(home.resolve(RunningNode.LINE), line(61.42, 500));
    String first;
    try (var ir = TestNode.start(home, "ir")) {
      try (var admin = ir.signIn("admin");
          var chief = ir.signIn("chief");
          var watch = ir.signIn("watch")) {
        get(watch, IMPORTS + "lands", 403);
        read(chief, IMPORTS + "marks", collection(NORTH), 403);
        first = lands(admin, watch);
        marks(admin, watch);
        whatIsTooLargeOrNoFileIsRefused(admin);
        assertThat(get(admin, "/api/v1/audit?limit=30", 200).toString())
            .contains("lands: read", "lands: in place " + first, "lands: taken back to " + first)
            .contains("marks: in place");
      }
      ir.restart();
      try (var admin = ir.signIn("admin")) {
        var after = get(admin, IMPORTS + "lands", 200);
        assertThat(after.at("/held/sha256").asText()).isEqualTo(first);
        assertThat(after.at("/hasFormer").asBoolean()).isTrue();
      }
    }
  }

  private String lands(TestClient admin, TestClient watch) throws Exception {
    var lands = IMPORTS + "lands";
    assertThat(get(watch, "/api/v1/geo/lands", 200).at("/features")).isEmpty();
    var whole = collection(NORTH);
    var seen = read(admin, lands, whole, 200);
    var first = seen.at("/draft/layer/sha256").asText();
    assertThat(first).as("byte for byte").isEqualTo(Merkle.sha256(Bytes.of(whole)).hex());
    assertThat(seen.at("/draft/layer/areas/0/name").asText()).isEqualTo("ir");
    assertThat(seen.at("/draft/layer/areas/0/ring")).hasSize(4);
    assertThat(seen.at("/draft/layer/points").asInt()).isEqualTo(4);
    assertThat(seen.at("/draft/change/added/0").asText()).isEqualTo("ir");
    assertThat(get(watch, "/api/v1/geo/lands", 200).at("/features")).as("not yet").isEmpty();
    put(admin, lands, first, 200);
    assertThat(get(watch, "/api/v1/geo/lands", 200).at("/features")).as("at once").hasSize(1);
    assertThat(read(admin, lands, whole, 200).at("/draft/change/same").asBoolean()).isTrue();

    var south = NORTH.replace("\"ir\"", "\"pk\"").replace("60", "62");
    var moved = NORTH.replace("[60,30]", "[60,30.5]");
    var crossed = NORTH.replace("[61.42,30],[60,30]", "[60,30],[61.42,30]");
    var swapped = shape("\"land\":\"x\"", "Polygon", "[[[29,60],[29,61],[30,61],[29,60]]]");
    var draft = read(admin, lands, collection(moved, south, crossed, swapped), 200);
    assertThat(draft.at("/draft/refusals").findValuesAsText("flaw"))
        .containsExactly("self_crossing", "swapped");
    assertThat(draft.at("/draft/refusals/0/feature").asInt()).isEqualTo(3);
    assertThat(draft.at("/draft/refusals/0/at").isMissingNode()).isFalse();
    assertThat(draft.at("/draft/change/before").asInt()).isEqualTo(1);
    assertThat(draft.at("/draft/change/after").asInt()).isEqualTo(2);
    assertThat(draft.at("/draft/change/moved/0").asText()).isEqualTo("ir");
    assertThat(draft.at("/draft/change/added/0").asText()).isEqualTo("pk");
    put(admin, lands, draft.at("/draft/layer/sha256").asText(), 200);
    assertThat(get(watch, "/api/v1/geo/lands", 200).at("/features")).hasSize(2);
    post(admin, lands + "/former", "{}", 200);
    assertThat(get(watch, "/api/v1/geo/lands", 200).at("/features")).hasSize(1);
    return first;
  }

  private void marks(TestClient admin, TestClient watch) throws Exception {
    var marks = IMPORTS + "marks";
    var port = shape("\"kind\":\"port\",\"name\":\"Harbour\"", "Point", "[61,29.5]");
    var river = shape("\"kind\":\"river\"", "LineString", "[[61,29.5],[61.2,29.6]]");
    var lake =
        shape(
            "\"kind\":\"lake\",\"en\":\"Lake\"",
            "Polygon",
            "[[[61,29],[61.2,29],[61.1,29.2],[61,29]]]");
    var road = shape("\"kind\":\"road\"", "LineString", "[[61,29.5],[61.2,29.6]]");
    var draft = read(admin, marks, collection(port, river, lake, road), 200);
    assertThat(draft.at("/draft/refusals").findValuesAsText("flaw")).containsExactly("no_kind");
    assertThat(draft.at("/draft/layer/places/0/name").asText()).isEqualTo("Harbour");
    assertThat(draft.at("/draft/layer/lines/0")).hasSize(2);
    assertThat(draft.at("/draft/layer/areas/0/name").asText()).isEqualTo("Lake");
    assertThat(draft.at("/draft/change/added")).hasSize(2);
    put(admin, marks, draft.at("/draft/layer/sha256").asText(), 200);
    assertThat(get(watch, "/api/v1/geo/marks", 200).at("/features")).hasSize(3);
    read(admin, marks, collection(road), 200);
    var unfit = get(admin, marks, 200);
    assertThat(unfit.at("/draft/fit").asBoolean()).isFalse();
    assertThat(put(admin, marks, unfit.at("/draft/layer/sha256").asText(), 409).toString())
        .contains("ground.unfit", "none of port, river, lake and playa");
    assertThat(delete(admin, marks).has("draft")).isFalse();
  }

  private void whatIsTooLargeOrNoFileIsRefused(TestClient admin) throws Exception {
    for (var kind : new String[] {"lands", "marks"}) {
      var path = IMPORTS + kind;
      assertThat(read(admin, path, bytes("[]"), 409).toString()).contains("no FeatureCollection");
      assertThat(read(admin, path, collection(), 409).toString()).contains("has no feature");
      assertThat(read(admin, path, new byte[(8 << 20) + 1], 409).toString())
          .contains("longer than 8 MiB");
      held(admin.upload(path + "/draft", "text/plain", collection(NORTH))).expect(415);
      assertThat(get(admin, path, 200).has("draft")).isFalse();
    }
  }

  /// What the demo shows, can be read by way of the console too.
  @Test
  void theWorkedExampleIsTakenWhole() throws Exception {
    var home = Files.createDirectories(directory.resolve("ir"));
    for (var file : new String[] {"line.geojson", "travel.grid", "lands.geojson"}) {
      Files.write(home.resolve(file), demo(file));
    }
    try (var ir = TestNode.start(home, "ir");
        var admin = ir.signIn("admin")) {
      var lands = read(admin, IMPORTS + "lands", demo("lands.geojson"), 200);
      assertThat(lands.at("/draft/change/same").asBoolean()).isTrue();
      assertThat(lands.at("/held/edge").toString()).isEqualTo("[53.0,21.5,73.0,35.5]");
      var marks = read(admin, IMPORTS + "marks", demo("marks.geojson"), 200);
      assertThat(marks.at("/draft/refused").asInt()).isZero();
      assertThat(marks.at("/draft/layer/features").asInt()).isEqualTo(17);
    }
  }

  // ---- asking ---------------------------------------------------------------------------------

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] demo(String name) throws IOException {
    try (var in = RunningNode.class.getResourceAsStream("/org/sarhad/demo/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private JsonNode put(TestClient as, String path, String sha256, int status) throws Exception {
    return post(as, path, "{\"sha256\":\"%s\"}".formatted(sha256), status);
  }

  private JsonNode read(TestClient as, String path, byte[] file, int status) throws Exception {
    return held(as.upload(path + "/draft", GEOJSON, file)).expect(status);
  }

  private JsonNode delete(TestClient as, String path) throws Exception {
    return held(as.delete(path + "/draft")).expect(200);
  }
}
