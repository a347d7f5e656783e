package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// Plans of posts and summaries of coverage over the API of two running nodes: what stays, what
/// goes over, and that both show the same gaps. Every answer is held against the contract.
class PostureApiTest extends ApiTest {
  private static final String POSTURE = "/api/v1/posture";
  private static final String COUNSEL = POSTURE + "/counsel";
  private static final String PLANS = POSTURE + "/plans";

  /// North along the meridian of 61.5 degrees, Iran to the left.
  private static final String LINE =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":
      {"left":"ir","right":"pk","uncertainty_m":500},"geometry":{"type":"LineString",
      "coordinates":[[61.5,29.0],[61.5,30.0]]}}]}
      """;

  @Test
  void aPlanStaysAndItsSummaryGoesOver() throws Exception {
    try (var ir = node("ir");
        var pk = node("pk")) {
      TestNode.pair(ir, pk);
      try (var chief = ir.signIn("chief");
          var watch = ir.signIn("watch");
          var theirs = pk.signIn("commander")) {
        assertThat(get(chief, POSTURE, 200).at("/gaps")).isEmpty();
        whatIsAskedWronglyIsRefused(chief, watch);
        var own = planned(chief, 61.4, 2);
        var other = planned(theirs, 61.6, 1);
        release(chief, own);
        release(theirs, other);
        for (var desk : List.of(chief, theirs)) {
          desk.await(POSTURE, seen -> seen.at("/summaries").size() == 2);
        }
        var here = get(watch, POSTURE, 200).at("/gaps");
        assertThat(here).isEqualTo(get(theirs, POSTURE, 200).at("/gaps"));
        assertThat(here).hasSize(6);
        assertThat(here.toString()).contains("by_all").doesNotContain("unknown");
        nothingOfAPlanIsThere(chief, theirs);
        aPlanIsWorthWhatItsClausesAre(chief, watch, own);
        theyNegotiate(chief, watch, theirs);
      }
      ir.restart();
      try (var chief = ir.signIn("chief")) {
        assertThat(get(chief, PLANS, 200).at("/items")).as("after a restart").hasSize(1);
        assertThat(get(chief, POSTURE, 200).at("/summaries")).hasSize(2);
      }
    }
  }

  private TestNode node(String party) throws Exception {
    var home = Files.createDirectories(directory.resolve(party));
    Files.writeString(home.resolve(RunningNode.LINE), LINE);
    return TestNode.start(home, party);
  }

  private void whatIsAskedWronglyIsRefused(TestClient chief, TestClient watch) throws Exception {
    assertThat(post(chief, PLANS, request(61.6, 1), 400).toString()).contains("own soil");
    assertThat(post(chief, PLANS, request(61.4, 12), 400).toString())
        .contains("there are 11 sites");
    post(chief, PLANS, "{\"posts\":1}", 400);
    post(watch, PLANS, request(61.4, 1), 403);
    get(watch, PLANS, 403);
    assertThat(
            say(
                    watch,
                    "posture.summary",
                    "{\"sectors\":[{\"sector\":\"km_0000\",\"share_permille\":0,\"units\":0}],\"within_min\":60}",
                    409)
                .at("/code")
                .asText())
        .isEqualTo("posture.role_missing");
    assertThat(
            say(
                    chief,
                    "posture.summary",
                    "{\"sectors\":[{\"sector\":\"north\",\"share_permille\":0,\"units\":0}],\"within_min\":60}",
                    409)
                .at("/code")
                .asText())
        .isEqualTo("posture.other_sectors");
  }

  private JsonNode planned(TestClient as, double longitude, int posts) throws Exception {
    post(as, PLANS, request(longitude, posts), 201);
    var plan = get(as, PLANS, 200).at("/items/0");
    assertThat(plan.at("/said/body/posts")).hasSize(posts);
    assertThat(plan.at("/said/body/candidates").asInt()).isEqualTo(11);
    assertThat(plan.at("/coveredPermille").asInt()).isBetween(300, 850);
    assertThat(plan.at("/gapPermille").asInt()).isLessThan(50);
    assertThat(plan.at("/said/entry").asText()).as("in the journal").contains("journal");
    // A plan is not said between the sides, whoever tries.
    say(as, "posture.planned", plan.at("/said/body").toString(), 400);
    return plan;
  }

  private void release(TestClient as, JsonNode plan) throws Exception {
    say(as, "posture.summary", plan.at("/summary").toString(), 201);
    assertThat(say(as, "posture.summary", plan.at("/summary").toString(), 409).at("/code").asText())
        .isEqualTo("posture.unchanged");
  }

  private void aPlanIsWorthWhatItsClausesAre(TestClient chief, TestClient watch, JsonNode plan)
      throws Exception {
    String path = PLANS + "/" + plan.at("/said/entry").asText() + "/worth";
    get(watch, path, 403);
    get(chief, PLANS + "/journal/999/worth", 404);
    var worth = get(chief, path, 200);
    assertThat(worth.at("/table")).hasSize(2);
    assertThat(worth.at("/table/1/coveredPermille")).isEqualTo(plan.at("/coveredPermille"));
    int before = 10_000;
    for (var clause : worth.at("/clauses")) {
      if (clause.at("/isAgreed").asBoolean()) {
        assertThat(clause.at("/home").asInt() / 10).isEqualTo(plan.at("/coveredPermille").asInt());
      }
      if (clause.at("/rule").asText().equals("handover")) {
        assertThat(clause.at("/across").asInt()).isBetween(1, before);
        before = clause.at("/across").asInt();
      }
    }
  }

  /// An opening, an answer, and its acceptance: counts by sectors are all that goes over.
  private void theyNegotiate(TestClient chief, TestClient watch, TestClient theirs)
      throws Exception {
    post(watch, COUNSEL, request(61.4, 2), 403);
    var opening = post(chief, COUNSEL, request(61.4, 2), 200);
    assertThat(opening.at("/posts")).hasSize(2);
    assertThat(opening.at("/accept").isMissingNode()).isTrue();
    assertThat(say(watch, "posture.offer", opening.at("/offer").toString(), 409).at("/code"))
        .hasToString("\"posture.role_missing\"");
    say(chief, "posture.offer", opening.at("/offer").toString(), 201);
    theirs.await(POSTURE, seen -> seen.at("/negotiation/offers").size() == 1);
    var answer = post(theirs, COUNSEL, request(61.6, 2), 200);
    assertThat(answer.at("/surePermille").asInt())
        .isGreaterThanOrEqualTo(answer.at("/alonePermille").asInt());
    say(theirs, "posture.offer", answer.at("/offer").toString(), 201);
    chief.await(POSTURE, seen -> seen.at("/negotiation/offers").size() == 2);
    var last = post(chief, COUNSEL, request(61.4, 2), 200);
    String accept = last.at("/accept").asText();
    assertThat(accept)
        .isEqualTo(get(chief, POSTURE, 200).at("/negotiation/offers/1/statement").asText());
    say(chief, "posture.acceptance", "{\"offer\":\"%s\"}".formatted(accept), 201);
    theirs.await(POSTURE, seen -> seen.at("/settled/accepted").asText().equals(accept));
    assertThat(get(watch, POSTURE, 200).at("/settled"))
        .isEqualTo(get(theirs, POSTURE, 200).at("/settled"));
    assertThat(get(theirs, POSTURE, 200).at("/settled").toString()).doesNotContain("site", "6140");
  }

  /// Of the neighbour's record nothing is told of where anybody stands.
  private void nothingOfAPlanIsThere(TestClient chief, TestClient theirs) throws Exception {
    for (var plans : List.of(get(chief, PLANS, 200), get(theirs, PLANS, 200))) {
      assertThat(plans.at("/items")).hasSize(1);
    }
    var seen = new StringBuilder();
    for (var item : get(theirs, "/api/v1/record/entries?log=ir&limit=100", 200).at("/items")) {
      assertThat(item.at("/kind").asText()).isNotEqualTo("posture.planned");
      seen.append(get(theirs, "/api/v1/record/entries/" + item.at("/entry").asText(), 200));
    }
    assertThat(seen.toString())
        .contains("share_permille")
        .doesNotContain("site 1", "61400000", "\"posts\"");
  }

  /// Sites along a meridian, one every 11 km.
  private static String request(double longitude, int posts) {
    var sites = new ArrayList<String>();
    for (int i = 0; i <= 10; i++) {
      sites.add(
          "{\"label\":\"site %d\",\"position\":{\"lat\":%d.%d,\"lon\":%s}}"
              .formatted(i, 29 + i / 10, i % 10, longitude));
    }
    return "{\"posts\":%d,\"candidates\":[%s]}".formatted(posts, String.join(",", sites));
  }

  // ---- asking ---------------------------------------------------------------------------------

  private JsonNode say(TestClient as, String kind, String body, int status) throws Exception {
    return post(
        as, "/api/v1/statements", "{\"kind\":\"%s\",\"body\":%s}".formatted(kind, body), status);
  }
}
