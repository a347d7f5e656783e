package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sarhad.core.travel.GridFile;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;
import org.sarhad.tlog.Bytes;

/// Ranking over the ground, what it means, and the minutes along the line, over the API of two
/// running nodes that hold the ground of the demo. Every answer is held against the contract.
class TravelApiTest extends ApiTest {
  private static final String TRAVEL = "/api/v1/travel";
  private static final String SPEEDS = TRAVEL + "/speeds";
  private static final String UNITS = "/api/v1/units";

  @Test
  void whoIsRankedOverTheGroundSaysWhereTheWayLeads() throws Exception {
    try (var ir = node("ir");
        var pk = node("pk")) {
      TestNode.pair(ir, pk);
      try (var watch = ir.signIn("watch");
          var observer = ir.signIn("observer");
          var theirs = pk.signIn("commander")) {
        bothHoldTheSameGround(watch, theirs);
        register(watch, "Khash", 28.2211, 61.2158, "internal");
        register(watch, "Zahedan", 29.4963, 60.8629, "internal");
        register(theirs, "Taftan", 28.9469, 61.5866, "release");
        watch.await(UNITS + "?party=pk", seen -> seen.at("/items").size() == 1);
        theNearestOverTheGroundComesFirst(watch, alert(watch, 29.0148, 61.4496));
        nobodyInTimeMeansThatHelpIsProposed(watch, observer, alert(watch, 27.75, 62.6));
        theMinutesAlongTheLineAreForOwnPeople(watch, observer);
        theGroundThatIsReachedIsForOwnPeople(watch, observer, theirs);
        howFastTheyReallyAreIsMeasured(watch, observer, theirs);
        nothingOfItIsTold(theirs);
      }
    }
  }

  private TestNode node(String party) throws Exception {
    var home = Files.createDirectories(directory.resolve(party));
    Files.write(home.resolve(RunningNode.LINE), demo("line.geojson"));
    Files.write(home.resolve(RunningNode.GROUND), demo("travel.grid"));
    return TestNode.start(home, party);
  }

  private static byte[] demo(String name) throws IOException {
    try (InputStream in = RunningNode.class.getResourceAsStream("/org/sarhad/demo/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private void bothHoldTheSameGround(TestClient here, TestClient there) throws Exception {
    var travel = get(here, TRAVEL, 200);
    assertThat(travel.at("/ground/sha256").asText())
        .isEqualTo(GridFile.name(Bytes.of(demo("travel.grid"))).hex())
        .isEqualTo(get(there, TRAVEL, 200).at("/ground/sha256").asText());
    assertThat(travel.at("/standing").asText()).isEqualTo("unagreed");
    assertThat(travel.at("/targetMinutes").asInt()).isEqualTo(60);
    assertThat(travel.at("/gates")).hasSize(3);
    assertThat(travel.at("/speeds")).hasSize(7);
  }

  /// To Mirjaveh: 78 km by road from Zahedan, 91 from Khash as the crow flies, farther by road.
  private void theNearestOverTheGroundComesFirst(TestClient watch, String incident)
      throws Exception {
    var ranking = get(watch, "/api/v1/incidents/" + incident + "/ranking", 200);
    var first = ranking.at("/items/0");

    assertThat(ranking.at("/method").asText()).isEqualTo("routed");
    assertThat(ranking.at("/grid").asText()).hasSize(64);
    assertThat(first.at("/unit/name").asText()).isEqualTo("Zahedan");
    assertThat(first.at("/basis").asText()).isEqualTo("routed");
    assertThat(first.at("/arrivalSeconds").asLong()).isBetween(4_200L, 6_000L);
    assertThat(first.at("/way/legs/0/terrain").asText()).isEqualTo("road");
    assertThat(first.at("/way/sketch").size()).isBetween(2, 20);
    assertThat(first.at("/cover/lossPermille").asInt()).isEqualTo(750);
    var asked = ranking.at("/items/2");
    assertThat(asked.at("/own").asBoolean()).isFalse();
    assertThat(asked.at("/mayTask").asBoolean()).isFalse();
    assertThat(asked.at("/way/gate").isMissingNode()).as("at the line on its own soil").isTrue();
  }

  private void nobodyInTimeMeansThatHelpIsProposed(
      TestClient watch, TestClient observer, String incident) throws Exception {
    var advice = get(watch, "/api/v1/incidents/" + incident + "/ranking", 200).at("/advice");

    assertThat(advice.at("/targetSeconds").asInt()).isEqualTo(3_600);
    assertThat(advice.at("/soonestSeconds").asLong()).isGreaterThan(3_600);
    assertThat(advice.at("/proposals/0/mode").asText()).isEqualTo("mirrored");
    assertThat(advice.at("/proposals/1/mode").asText()).isEqualTo("crossing");
    assertThat(advice.at("/meetings")).hasSize(3);
    assertThat(advice.at("/meetings/0/gate").asText()).isEqualTo("mirjaveh");
    assertThat(advice.at("/meetings/0/ownSeconds").asLong()).isPositive();
    assertThat(advice.at("/meetings/0/otherSeconds").asLong()).isPositive();
    get(observer, "/api/v1/incidents/" + incident + "/ranking", 404);
  }

  private void theMinutesAlongTheLineAreForOwnPeople(TestClient watch, TestClient observer)
      throws Exception {
    var sectors = get(watch, TRAVEL, 200).at("/sectors");
    assertThat(sectors.size()).isGreaterThan(30);
    assertThat(sectors.toString()).contains("soonestSeconds");
    assertThat(get(observer, TRAVEL, 200).at("/sectors")).isEmpty();
  }

  /// An hour of positions, one every ten seconds, at 40 m/s: north over open ground and back, by
  /// whom the register knows as a patrol vehicle.
  private void howFastTheyReallyAreIsMeasured(
      TestClient watch, TestClient observer, TestClient theirs) throws Exception {
    var nobody = get(watch, SPEEDS, 200);
    assertThat(nobody.at("/terrains")).hasSize(7);
    assertThat(nobody.toString()).doesNotContain("\"measured\"");
    get(observer, SPEEDS, 403);
    var start = Instant.now().minusSeconds(3_500).truncatedTo(ChronoUnit.SECONDS);
    double latitude = 28.6;
    for (int batch = 0; batch < 4; batch++) {
      var positions = new ArrayList<String>();
      for (int i = 0; i < 85; i++) {
        int number = batch * 85 + i;
        latitude += (number / 170 % 2 == 0 ? 1 : -1) * 400 / 111_195.0;
        positions.add(
            """
            {"id":"sarhad-1","kind":"unit","position":{"lat":%.6f,"lon":60.6},"radiusM":10,"at":"%s"}"""
                .formatted(latitude, start.plusSeconds(10L * number)));
      }
      var taken =
          post(
              watch,
              "/api/v1/tracks",
              "{\"positions\":[%s]}".formatted(String.join(",", positions)),
              200);
      assertThat(taken.at("/taken").asInt()).isEqualTo(85);
    }
    var speeds = get(watch, SPEEDS, 200);
    int pieces = 0;
    for (var terrain : speeds.at("/terrains")) {
      pieces += terrain.at("/pieces").asInt();
      if (terrain.has("measured")) {
        assertThat(terrain.at("/measured/kmh").asInt()).isBetween(140, 150);
        assertThat(terrain.at("/pieces").asInt()).isGreaterThanOrEqualTo(30);
      }
    }
    assertThat(pieces).isGreaterThanOrEqualTo(30);
    assertThat(get(theirs, SPEEDS, 200).toString())
        .as("the other node has seen none of it")
        .doesNotContain("\"measured\"");
  }

  /// Khash and Zahedan: within half an hour around them, within four hours most of their soil, and
  /// never a place on the other side's.
  private void theGroundThatIsReachedIsForOwnPeople(
      TestClient watch, TestClient observer, TestClient theirs) throws Exception {
    var reached = get(watch, TRAVEL + "/isochrones", 200);
    assertThat(reached.at("/units").asInt()).isEqualTo(2);
    assertThat(reached.at("/isochrones"))
        .extracting(one -> one.at("/minutes").asInt())
        .containsExactly(30, 60, 120, 240);
    assertThat(reached.at("/isochrones")).extracting(one -> one.at("/km2").asLong()).isSorted();
    for (var one : reached.at("/isochrones")) {
      assertThat(isIn(one, 29.4963, 60.8629)).as("Zahedan").isTrue();
      assertThat(isIn(one, 28.2211, 61.2158)).as("Khash").isTrue();
      assertThat(isIn(one, 28.9469, 61.5866)).as("Taftan, on the other side").isFalse();
      assertThat(isIn(one, 25.2919, 60.643)).as("Chabahar, more than four hours away").isFalse();
    }
    assertThat(isIn(reached.at("/isochrones/0"), 29.0148, 61.4496)).as("Mirjaveh").isFalse();
    assertThat(isIn(reached.at("/isochrones/2"), 29.0148, 61.4496)).as("Mirjaveh").isTrue();
    assertThat(get(watch, TRAVEL + "/isochrones", 200).at("/isochrones"))
        .isEqualTo(reached.at("/isochrones"));
    get(observer, TRAVEL + "/isochrones", 404);
    assertThat(get(theirs, TRAVEL + "/isochrones", 200).at("/units").asInt())
        .as("their own unit, and none of ours")
        .isEqualTo(1);
  }

  /// Whether the place lies in an odd number of edges.
  private static boolean isIn(JsonNode isochrone, double lat, double lon) {
    boolean isIn = false;
    for (var edge : isochrone.at("/edges")) {
      for (int i = 0; i < edge.size(); i++) {
        var a = edge.get(i);
        var b = edge.get((i + 1) % edge.size());
        double up = (lat - a.get(1).asDouble()) / (b.get(1).asDouble() - a.get(1).asDouble());
        boolean isBeside = (a.get(1).asDouble() > lat) != (b.get(1).asDouble() > lat);
        isIn ^=
            isBeside
                && a.get(0).asDouble() + up * (b.get(0).asDouble() - a.get(0).asDouble()) > lon;
      }
    }
    return isIn;
  }

  /// Own posts and the minutes from them stay at home: the other node has no word of either.
  private void nothingOfItIsTold(TestClient theirs) throws Exception {
    var told = get(theirs, "/api/v1/record/entries?limit=100&log=ir", 200);
    for (var entry : told.at("/items")) {
      var body = get(theirs, "/api/v1/record/entries/" + entry.at("/entry").asText(), 200);
      assertThat(body.toString()).doesNotContain("Zahedan", "Khash", "29496300");
    }
    assertThat(get(theirs, UNITS + "?party=ir", 200).at("/items")).isEmpty();
  }

  // ---- saying ---------------------------------------------------------------------------------

  private void register(TestClient client, String name, double lat, double lon, String audience)
      throws Exception {
    post(
        client,
        UNITS,
        """
        {"name":"%s","type":"patrol","station":{"label":"%s","position":{"lat":%s,"lon":%s},"radiusM":100},\
        "capabilities":[],"status":"AVL","audience":"%s"}"""
            .formatted(name, name, lat, lon, audience),
        201);
  }

  private String alert(TestClient watch, double lat, double lon) throws Exception {
    return post(
            watch,
            "/api/v1/incidents",
            """
            {"codeWord":"TUFAN","what":"Post under fire","where":{"label":"There","position":\
            {"lat":%s,"lon":%s},"radiusM":100},"when":"%s","priority":"P1","exercise":false,\
            "audience":"internal","language":"en"}"""
                .formatted(lat, lon, Instant.now().truncatedTo(ChronoUnit.SECONDS)),
            201)
        .at("/id")
        .asText();
  }

  // ---- asking ---------------------------------------------------------------------------------
}
