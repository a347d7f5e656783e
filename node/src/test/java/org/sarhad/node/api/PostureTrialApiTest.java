package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// Posts tried out over the API of a running node. Every answer is held against the contract.
class PostureTrialApiTest extends ApiTest {
  private static final String POSTURE = "/api/v1/posture";
  private static final String PLANS = POSTURE + "/plans";

  /// North along the meridian of 61.5 degrees, Iran to the left.
  private static final String LINE =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":
      {"left":"ir","right":"pk","uncertainty_m":500},"geometry":{"type":"LineString",
      "coordinates":[[61.5,29.0],[61.5,30.0]]}}]}
      """;

  @Test
  void postsAreTriedOut() throws Exception {
    try (var node = node("ir");
        var chief = node.signIn("chief");
        var watch = node.signIn("watch")) {
      String one = planned(chief, 29.5);
      String two = planned(chief, 29.25, 29.75);
      aYearIsDrawn(chief, one, two);
      theRecordIsAnswered(chief, watch, two);
      theLeastDrivingIsFound(chief, one, two);
      assertThat(get(chief, PLANS + "/" + two + "/crossings", 200).at("/crossings"))
          .as("no ground here")
          .isEmpty();
      assertThat(get(chief, "/api/v1/posture/sizing?sharePermille=500", 200).at("/sites").asInt())
          .as("no posts of the operator here")
          .isZero();
      whatCannotBeMeantIsRefused(chief);
    }
  }

  private TestNode node(String party) throws Exception {
    var home = Files.createDirectories(directory.resolve(party));
    Files.writeString(home.resolve(RunningNode.LINE), LINE);
    return TestNode.start(home, party);
  }

  /// Where both have settled on offers, late calls are known to have had help near, or not.
  @Test
  void whatWasSettledIsLaidBesideAYear() throws Exception {
    try (var ir = node("ir");
        var pk = node("pk")) {
      TestNode.pair(ir, pk);
      try (var chief = ir.signIn("chief");
          var theirs = pk.signIn("commander")) {
        String plan = planned(chief, 29.05);
        String year = PLANS + "/" + plan + "/year?callsPerDay=6";
        assertThat(get(chief, year, 200).at("/lateWithHelpNear").isMissingNode()).isTrue();
        settled(chief, theirs);
        var known = get(chief, year, 200);
        int late = known.at("/calls").asInt() - known.at("/inTime").asInt();
        assertThat(known.at("/lateWithHelpNear").asInt()).isBetween(1, late - 1);
        int near = 0;
        for (var sector : known.at("/sectors")) {
          near +=
              sector.at("/sure").asInt() > 0
                  ? sector.at("/calls").asInt() - sector.at("/inTime").asInt()
                  : 0;
        }
        assertThat(known.at("/lateWithHelpNear").asInt())
            .as("late calls farther behind the line than units go have no help near")
            .isLessThan(near);
      }
    }
  }

  /// One post of ours in the south, two of theirs in the north, near enough to the line that every
  /// point of a piece as deep as units may go is within their reach; the answer to our offer is
  /// accepted.
  private void settled(TestClient chief, TestClient theirs) throws Exception {
    say(chief, "posture.offer", counsel(chief, 61.4, 29.05).at("/offer").toString());
    theirs.await(POSTURE, seen -> seen.at("/negotiation/offers").size() == 1);
    say(theirs, "posture.offer", counsel(theirs, 61.52, 29.63, 29.64).at("/offer").toString());
    chief.await(POSTURE, seen -> seen.at("/negotiation/offers").size() == 2);
    String accept = counsel(chief, 61.4, 29.05).at("/accept").asText();
    say(chief, "posture.acceptance", "{\"offer\":\"%s\"}".formatted(accept));
    chief.await(POSTURE, seen -> seen.at("/settled/accepted").asText().equals(accept));
  }

  private JsonNode counsel(TestClient as, double longitude, double... latitudes) throws Exception {
    return as.post(POSTURE + "/counsel", wish(longitude, latitudes)).expect(200);
  }

  private void say(TestClient as, String kind, String body) throws Exception {
    as.post("/api/v1/statements", "{\"kind\":\"%s\",\"body\":%s}".formatted(kind, body))
        .expect(201);
  }

  /// A plan whose posts are all the sites there are; its name.
  private String planned(TestClient chief, double... latitudes) throws Exception {
    post(chief, wish(61.4, latitudes), 201);
    return get(chief, PLANS, 200).at("/items/0/said/entry").asText();
  }

  /// A post at each of these places.
  private static String wish(double longitude, double... latitudes) {
    var sites = new ArrayList<String>();
    for (double latitude : latitudes) {
      sites.add(
          "{\"label\":\"post %s\",\"position\":{\"lat\":%s,\"lon\":%s}}"
              .formatted(latitude, latitude, longitude));
    }
    return "{\"posts\":%d,\"candidates\":[%s]}".formatted(sites.size(), String.join(",", sites));
  }

  private void aYearIsDrawn(TestClient chief, String one, String two) throws Exception {
    var worse = get(chief, PLANS + "/" + one + "/year?callsPerDay=6&serviceMin=60", 200);
    var better = get(chief, PLANS + "/" + two + "/year?callsPerDay=6&serviceMin=60", 200);
    assertThat(better.at("/calls")).isEqualTo(worse.at("/calls"));
    assertThat(better.at("/days").asInt()).isEqualTo(365);
    assertThat(better.at("/calls").asInt()).isBetween(2_000, 2_400);
    assertThat(better.at("/inTime").asInt()).isGreaterThan(worse.at("/inTime").asInt() * 3 / 2);
    assertThat(better.at("/sectors")).hasSize(6);
    assertThat(better.at("/lateWithHelpNear").isMissingNode()).as("nothing settled").isTrue();
  }

  private void theRecordIsAnswered(TestClient chief, TestClient watch, String plan)
      throws Exception {
    String path = PLANS + "/" + plan + "/year?source=recorded";
    assertThat(get(chief, path, 200).at("/calls").asInt()).isZero();
    for (String where :
        List.of(
            "{\"label\":\"Well 3\",\"position\":{\"lat\":29.3,\"lon\":61.3}}",
            "{\"label\":\"beyond\",\"position\":{\"lat\":29.3,\"lon\":61.7}}",
            "{\"label\":\"somewhere\"}")) {
      alert(watch, where);
    }
    var year = get(chief, path, 200);
    assertThat(year.at("/calls").asInt()).isEqualTo(1);
    assertThat(year.at("/inTime").asInt()).isEqualTo(1);
    assertThat(year.at("/leftOut").asInt()).isEqualTo(2);
    assertThat(year.at("/sectors/0/sector").asText()).isEqualTo("km_0020");
  }

  private void alert(TestClient watch, String where) throws Exception {
    var answer =
        watch.post(
            "/api/v1/incidents",
            """
            {"codeWord":"TUFAN","what":"Shots near the line","where":%s,"when":"%s",\
            "priority":"P2","audience":"release"}
            """
                .formatted(where, Instant.now()));
    answer.expect(201);
  }

  private void theLeastDrivingIsFound(TestClient chief, String one, String two) throws Exception {
    var moves = get(chief, PLANS + "/" + two + "/moves?from=" + one, 200);
    assertThat(moves.at("/moves")).hasSize(1);
    assertThat(moves.at("/waiting")).hasSize(1);
    assertThat(moves.at("/minutes").asInt()).isBetween(45, 60);
    var back = get(chief, PLANS + "/" + one + "/moves?from=" + two, 200);
    assertThat(back.at("/freed")).hasSize(1);
    assertThat(back.at("/minutes")).isEqualTo(moves.at("/minutes"));
  }

  private void whatCannotBeMeantIsRefused(TestClient chief) throws Exception {
    String plan = PLANS + "/journal/1";
    get(chief, plan + "/year?callsPerDay=0", 400);
    get(chief, plan + "/year?callsPerDay=-3", 400);
    get(chief, plan + "/year?serviceMin=1441", 400);
    get(chief, plan + "/year?source=dreamt", 400);
    get(chief, plan + "/moves", 400);
    get(chief, plan + "/crossings?within=3", 400);
    get(chief, PLANS + "/journal/999/year", 404);
    // Zero posts, and more of them than sites.
    assertThat(post(chief, "{\"posts\":0}", 400).toString()).contains("posts");
    assertThat(post(chief, "{\"posts\":-2}", 400).toString()).contains("posts");
    assertThat(
            post(
                    chief,
                    "{\"posts\":2,\"candidates\":[{\"label\":\"a\",\"position\":{\"lat\":29.5,\"lon\":61.4}}]}",
                    400)
                .toString())
        .contains("there are 1 sites");
  }

  // ---- asking ---------------------------------------------------------------------------------

  private JsonNode post(TestClient as, String body, int status) throws Exception {
    return held(as.post(PLANS, body)).expect(status);
  }
}
