package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// As A knew, as B knew, as both knew, on two running nodes; and exercises apart from everything
/// real. Scenario steps 27 and 28.
@Tag("slow")
class ReplayTest {
  @TempDir Path directory;

  @Test
  void eachSideIsShownWhatItKnewAndBothNodesAgreeOnWhatBothKnew() throws Exception {
    // Before either node signed anything: no bracket reaches back so far.
    var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    try (var ir = TestNode.start(directory.resolve("ir"), "ir");
        var pk = TestNode.start(directory.resolve("pk"), "pk")) {
      TestNode.pair(ir, pk);
      try (var here = ir.signIn("watch");
          var observer = ir.signIn("observer");
          var there = pk.signIn("watch")) {
        var id = open(here, "false");
        var room = "/api/v1/incidents/" + id;
        note(here, room, "for us", "internal");
        note(here, room, "for both", "release");
        there.await(room, live -> live.toString().contains("for both"));
        here.await(room, live -> isReceived(live, "for both"));
        post(there, room + "/acknowledge", "{}");
        here.await(room, live -> live.at("/summary").has("acknowledgedAt"));
        // Receipts are dated in whole seconds, and the last word has to have been received.
        var at = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
        awaitTime(at);

        var own = replay(here, room, "own", at);
        assertThat(texts(own)).containsExactlyInAnyOrder("for us", "for both");
        assertThat(own.at("/basis").asText()).isEqualTo("everything");
        assertThat(own.at("/room/may")).isEmpty();
        assertThat(own.at("/room/summary/state").asText()).isEqualTo("peer_acknowledged");
        // Possible, then certain. A fast machine does all of it in one second, that of one head.
        assertThat(own.at("/changes").size()).isGreaterThanOrEqualTo(2);

        var theirs = replay(here, room, "pk", at);
        assertThat(texts(theirs)).containsExactly("for both");
        assertThat(theirs.at("/basis").asText()).isEqualTo("released");
        assertThat(texts(replay(observer, room, "own", at))).containsExactly("for both");

        var both = replay(here, room, "both", at);
        var bothThere = replay(there, room, "both", at);
        assertThat(texts(both)).containsExactly("for both");
        assertThat(bothThere.at("/digest")).isEqualTo(both.at("/digest"));

        for (var as : List.of("own", "ir", "pk", "both")) {
          var then = replay(here, room, as, before.minusSeconds(2));
          assertThat(then.has("room")).as("%s, before it began", as).isFalse();
          assertThat(then.at("/undecided")).as("%s, before it began", as).isEmpty();
        }
        assertEveryChangeShows(here, room);
      }
    }
  }

  /// Each moment on the list is one at which something is different from the moment before.
  private static void assertEveryChangeShows(TestClient client, String room) throws Exception {
    for (JsonNode change : replay(client, room, "own", Instant.now()).at("/changes")) {
      var moment = Instant.parse(change.asText());
      var then = replay(client, room, "own", moment);
      var before = replay(client, room, "own", moment.minusMillis(1));
      assertThat(then.at("/room").toString() + then.at("/undecided"))
          .as("at %s", moment)
          .isNotEqualTo(before.at("/room").toString() + before.at("/undecided"));
    }
  }

  @Test
  void anExerciseCountsApartAndTouchesNothingReal() throws Exception {
    try (var ir = TestNode.start(directory.resolve("ir"), "ir");
        var pk = TestNode.start(directory.resolve("pk"), "pk")) {
      TestNode.pair(ir, pk);
      try (var here = ir.signIn("watch");
          var chief = ir.signIn("chief");
          var clerk = ir.signIn("clerk");
          var there = pk.signIn("watch")) {
        var id = open(here, "true");
        assertThat(id).isEqualTo("EX-IR-1");
        there.await("/api/v1/overview", known -> known.at("/exercises/live").size() == 1);

        for (var desk : List.of(here, there)) {
          var overview = desk.get("/api/v1/overview").expect(200);
          assertThat(overview.at("/figures/openIncidents").asInt()).isZero();
          assertThat(overview.at("/unread/incidents").asInt()).isZero();
          assertThat(overview.at("/unread/entries").asInt()).isZero();
          assertThat(overview.at("/exercises/live/0").asText()).isEqualTo(id);
          assertThat(desk.get("/api/v1/incidents").expect(200).at("/exercises").asInt())
              .isEqualTo(1);
        }
        var asked = there.get("/api/v1/overview").expect(200);
        assertThat(asked.at("/exercises/unacknowledged").asInt()).isEqualTo(1);
        assertThat(asked.at("/exercises/unread").asInt()).isGreaterThanOrEqualTo(1);

        for (var kind : List.of("barter_contract", "payment", "commitment", "joint_record")) {
          assertApart(
              chief.post(
                  "/api/v1/acts",
                  "{\"kind\":\"%s\",\"terms\":{\"incident\":\"%s\"}}".formatted(kind, id)));
        }
        assertThat(
                chief
                    .post("/api/v1/acts", "{\"kind\":\"crossing\",\"terms\":{\"for\":\"EX-IR-1\"}}")
                    .code())
            .as("may be practised, once there are rules")
            .isEqualTo("modalities.no_modalities");
        assertApart(
            clerk.post(
                "/api/v1/statements",
                """
                {"kind":"inquiry.matter_opened","body":{"imported":false,"incidents":["EX-IR-1"],
                 "matter":"incident","title":{"lang":"en","text":"What happened"}}}
                """));
      }
    }
  }

  private static void assertApart(TestClient.Answer answer) throws Exception {
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("exercise.exercise_apart");
  }

  private static String open(TestClient desk, String exercise) throws Exception {
    return post(
            desk,
            "/api/v1/incidents",
            """
            {"codeWord":"TUFAN","what":"Post under fire","where":{"label":"Post 42",
             "position":{"lat":26.2381,"lon":61.9},"radiusM":500},"when":"%s","priority":"P1",
             "exercise":%s,"audience":"release","language":"en"}
            """
                .formatted(Instant.now(), exercise))
        .at("/id")
        .asText();
  }

  private static void note(TestClient desk, String room, String text, String audience)
      throws Exception {
    post(
        desk,
        room + "/notes",
        "{\"text\":\"%s\",\"audience\":\"%s\",\"language\":\"en\"}".formatted(text, audience));
  }

  private static JsonNode post(TestClient desk, String path, String body) throws Exception {
    return desk.post(path, body).expect(201);
  }

  private static JsonNode replay(TestClient desk, String room, String as, Instant at)
      throws Exception {
    return desk.get(room + "/replay?as=" + as + "&at=" + at).expect(200);
  }

  private static boolean isReceived(JsonNode room, String text) {
    for (JsonNode item : room.at("/items")) {
      if (item.at("/body").toString().contains(text)) {
        return item.at("/ladder").has("received");
      }
    }
    return false;
  }

  private static void awaitTime(Instant moment) throws InterruptedException {
    while (Instant.now().isBefore(moment)) {
      Thread.sleep(50);
    }
  }

  private static List<String> texts(JsonNode replay) {
    var texts = new ArrayList<String>();
    for (JsonNode item : replay.at("/room/items")) {
      if (item.at("/kind").asText().equals("response.note")) {
        texts.add(item.at("/body/text").asText());
      }
    }
    return texts;
  }
}
