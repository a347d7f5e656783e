package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// Three plans beside each other over the API of a running node: where two units stand, the best
/// for two, and one that is tried and kept by a name. Every answer is held against the contract.
class PostureComparisonApiTest extends ApiTest {
  private static final String COMPARISON = "/api/v1/posture/comparison";
  private static final String PLANS = "/api/v1/posture/plans";

  /// North along the meridian of 61.5 degrees, Iran to the left.
  private static final String LINE =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":
      {"left":"ir","right":"pk","uncertainty_m":500},"geometry":{"type":"LineString",
      "coordinates":[[61.5,29.0],[61.5,30.0]]}}]}
      """;

  @Test
  void threePlansStandBesideEachOther() throws Exception {
    var home = Files.createDirectories(directory.resolve("ir"));
    Files.writeString(home.resolve(RunningNode.LINE), LINE);
    try (var ir = TestNode.start(home, "ir")) {
      try (var chief = ir.signIn("chief");
          var watch = ir.signIn("watch")) {
        assertThat(get(chief, COMPARISON, 200).at("/stage").asText()).isEqualTo("none");
        register(watch, "Zabol 1", 29.0);
        register(watch, "Zabol 2", 29.05);
        whatIsAskedWronglyIsRefused(chief, watch);
        post(chief, COMPARISON, request(""), 200);
        var done = chief.await(COMPARISON, seen -> seen.at("/stage").asText().equals("done"));
        todayAndTheBestStandThere(done);
        oneOfOnesOwnIsHeldAgainstBoth(chief, done);
        keptByAName(chief, done);
        aSiteMoreIsReckonedAtOnce(chief, watch, done);
        get(watch, COMPARISON, 403);
        assertThat(delete(chief).at("/stage").asText()).as("too late").isEqualTo("done");
      }
      ir.restart();
      try (var chief = ir.signIn("chief")) {
        assertThat(get(chief, COMPARISON, 200).at("/stage").asText()).isEqualTo("none");
        assertThat(get(chief, PLANS, 200).at("/items/0/said/body/name").asText())
            .isEqualTo("Winter roads");
      }
    }
  }

  private void whatIsAskedWronglyIsRefused(TestClient chief, TestClient watch) throws Exception {
    post(watch, COMPARISON, request(""), 403);
    assertThat(post(chief, COMPARISON, "{\"posts\":3}", 400).toString())
        .contains("there are 2 sites");
    post(chief, COMPARISON, "{\"withinMin\":0}", 400);
    get(chief, COMPARISON + "/1/figures?sites=1", 404);
  }

  private static void todayAndTheBestStandThere(JsonNode done) {
    assertThat(done.at("/asked/posts").asInt()).as("as many as units").isEqualTo(2);
    var plans = done.at("/plans");
    assertThat(plans.at("/sites")).hasSize(12);
    assertThat(plans.at("/sites/11/units/0").asText()).isEqualTo("Zabol 2");
    assertThat(plans.at("/points")).hasSize(56);
    assertThat(plans.at("/today/present")).hasSize(56);
    assertThat(plans.at("/today/sites").toString()).isEqualTo("[0,11]");
    assertThat(plans.at("/best/covered").asInt())
        .isEqualTo(plans.at("/floor").asInt())
        .isBetween(plans.at("/today/covered").asInt() + 500, plans.at("/bound").asInt());
    assertThat(plans.at("/best/gapPermille").asInt()).isLessThan(50);
    int gained = 0;
    for (var move : plans.at("/best/moves")) {
      gained += move.at("/gain").asInt();
      assertThat(move.at("/metres").asInt()).isPositive();
    }
    assertThat(gained)
        .isBetween(
            plans.at("/best/covered").asInt() - plans.at("/today/covered").asInt() - 2,
            plans.at("/best/covered").asInt() - plans.at("/today/covered").asInt() + 2);
    assertThat(plans.at("/best/sure").isMissingNode()).as("nobody has offered").isTrue();
  }

  private void oneOfOnesOwnIsHeldAgainstBoth(TestClient chief, JsonNode done) throws Exception {
    var figures = COMPARISON + "/" + done.at("/number").asText() + "/figures";
    var own = get(chief, figures + "?sites=2,7", 200);
    assertThat(own.at("/covered").asInt())
        .isBetween(done.at("/plans/today/covered").asInt(), done.at("/plans/best/covered").asInt());
    assertThat(own.at("/sectors")).hasSize(6);
    assertThat(own.at("/clauses").size()).isGreaterThan(10);
    assertThat(get(chief, figures, 200).at("/covered").asInt()).isZero();
    assertThat(get(chief, figures + "?sites=2,7,8", 400).toString()).contains("at most 2");
    assertThat(get(chief, figures + "?sites=99", 400).toString()).contains("no site 99");
    get(chief, figures + "?sites=two", 400);
    get(chief, COMPARISON + "/77/figures?sites=2", 404);
  }

  /// On own soil only: its journeys are reckoned, and the bound is of all sites.
  private void aSiteMoreIsReckonedAtOnce(TestClient chief, TestClient watch, JsonNode done)
      throws Exception {
    int number = done.at("/number").asInt();
    var sites = COMPARISON + "/" + number + "/sites";
    post(watch, sites, site(29.35, 61.45), 403);
    assertThat(post(chief, sites, site(29.35, 61.6), 409).at("/code").asText())
        .isEqualTo("site.abroad");
    assertThat(post(chief, sites, site(29.35, 61.501), 409).at("/code").asText())
        .isEqualTo("site.at_line");
    post(chief, sites, "{\"place\":{\"label\":\"nowhere\"}}", 400);
    post(chief, COMPARISON + "/77/sites", site(29.35, 61.45), 404);
    var near = post(chief, sites, site(29.701, 61.4), 200);
    assertThat(near.at("/number").asInt()).as("that is site 7").isEqualTo(number);
    assertThat(near.at("/site").asInt()).isEqualTo(7);

    var added = post(chief, sites, site(29.35, 61.47), 200);
    assertThat(added.at("/number").asInt()).isEqualTo(number + 1);
    assertThat(added.at("/site").asInt()).isEqualTo(12);
    var after = get(chief, COMPARISON, 200);
    assertThat(after.at("/stage").asText()).isEqualTo("done");
    assertThat(after.at("/plans/sites")).hasSize(13);
    assertThat(after.at("/plans/sites/12/place/label").asText()).isEqualTo("a new one");
    assertThat(after.at("/plans/bound").asInt())
        .isGreaterThanOrEqualTo(done.at("/plans/floor").asInt());
    var own = COMPARISON + "/" + (number + 1) + "/figures?sites=";
    assertThat(get(chief, own + "2,12", 200).at("/covered").asInt())
        .isGreaterThan(get(chief, own + "2,3", 200).at("/covered").asInt());
    get(chief, COMPARISON + "/" + number + "/figures?sites=2", 404);
    post(chief, sites, site(29.8, 61.45), 404);
  }

  private static String site(double lat, double lon) {
    return String.format(
        Locale.ROOT,
        "{\"place\":{\"label\":\"a new one\",\"position\":{\"lat\":%s,\"lon\":%s}}}",
        lat,
        lon);
  }

  private void keptByAName(TestClient chief, JsonNode done) throws Exception {
    var plans = COMPARISON + "/" + done.at("/number").asText() + "/plans";
    post(chief, plans, "{\"name\":\"Winter roads\",\"sites\":[2,7]}", 201);
    post(chief, plans, "{\"name\":\"Two\\nlines\",\"sites\":[2,7]}", 400);
    post(chief, plans, "{\"sites\":[]}", 400);
    var kept = get(chief, PLANS, 200).at("/items/0");
    assertThat(kept.at("/said/body/name").asText()).isEqualTo("Winter roads");
    assertThat(kept.at("/said/body/posts/1/label").asText()).isEqualTo("site 7");
    assertThat(kept.at("/summary").toString()).doesNotContain("Winter");
  }

  /// Sites along a meridian, one every 11 km.
  private static String request(String more) {
    var sites = new ArrayList<String>();
    for (int i = 0; i <= 10; i++) {
      sites.add(
          "{\"label\":\"site %d\",\"position\":{\"lat\":%d.%d,\"lon\":61.4}}"
              .formatted(i, 29 + i / 10, i % 10));
    }
    return "{%s\"candidates\":[%s]}".formatted(more, String.join(",", sites));
  }

  private void register(TestClient client, String name, double lat) throws Exception {
    post(
        client,
        "/api/v1/units",
        String.format(
            Locale.ROOT,
            """
            {"name":"%s","type":"patrol","station":{"label":"%s","position":{"lat":%s,"lon":61.4},"radiusM":100},\
            "capabilities":[],"status":"AVL","audience":"internal"}""",
            name,
            name,
            lat),
        201);
  }

  // ---- asking ---------------------------------------------------------------------------------

  private JsonNode delete(TestClient as) throws Exception {
    return held(as.delete(COMPARISON)).expect(200);
  }
}
