package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// The inquiry over the API of two running nodes: what one side says, the other side reads.
@Tag("slow")
class InquiryApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MATTERS = "/api/v1/inquiry/matters";
  private static final String SEALS = "/api/v1/inquiry/seals";
  private static final String LISTS = "/api/v1/inquiry/lists";

  @TempDir Path directory;

  @Test
  void whatIsSealedIsRevealedAfterARestartWithoutAnythingCopied() throws Exception {
    try (var ir = TestNode.start(directory.resolve("ir"), "ir");
        var pk = TestNode.start(directory.resolve("pk"), "pk")) {
      TestNode.pair(ir, pk);
      String seal;
      String matter;
      try (var clerk = ir.signIn("clerk");
          var theirs = pk.signIn("clerk")) {
        matter = open(clerk);
        seal = seal(clerk, matter, "warned at noon", 24);
        // What is said inside meanwhile stands between seal and end of the journal.
        seal(clerk, matter, "warned at night", 24);
        var board = board(theirs, matter, found -> found.at("/sealedClaims").size() == 2);
        assertThat(board.at("/matter/seals/0/sealed").asInt()).isEqualTo(2);
        assertThat(board.findValues("openable"))
            .as("the other side cannot open it")
            .allMatch(openable -> !openable.asBoolean());
        assertThat(board.toString()).doesNotContain("warned");
        assertThat(theirs.get("/api/v1/record/entries/" + seal).expect(200).toString())
            .doesNotContain("warned");
        assertThat(theirs.post(SEALS + "/" + seal + "/reveal", "").code())
            .isEqualTo("inquiry.opening_missing");
      }
      ir.restart();
      try (var clerk = ir.signIn("clerk");
          var theirs = pk.signIn("clerk")) {
        clerk.await("/api/v1/link", link -> link.at("/states/0/state").asText().equals("live"));
        assertThat(
                board(clerk, matter, found -> found.at("/sealedClaims").size() == 2)
                    .findValues("openable"))
            .allMatch(JsonNode::asBoolean);
        clerk.post(SEALS + "/" + seal + "/reveal", "").expect(201);
        var board = board(theirs, matter, found -> found.at("/rows").size() == 1);
        assertThat(board.at("/rows/0/cells/0/said/0/value/text").asText())
            .isEqualTo("warned at noon");
        assertThat(board.at("/rows/0/cells/0/said/0/sealed/late").asBoolean()).isFalse();
        assertThat(board.at("/matter/seals/0/revealed").asInt()).isEqualTo(1);
        assertThat(clerk.post(SEALS + "/" + seal + "/reveal", "").code())
            .isEqualTo("inquiry.already_revealed");
      }
    }
  }

  @Test
  void bothNodesMakeTheSameBoardOfTheSameFinalStateAndTime() throws Exception {
    try (var ir = TestNode.start(directory.resolve("ir"), "ir");
        var pk = TestNode.start(directory.resolve("pk"), "pk")) {
      TestNode.pair(ir, pk);
      try (var clerk = ir.signIn("clerk");
          var theirs = pk.signIn("clerk")) {
        var matter = open(clerk);
        say(clerk, "inquiry.claim_stated", claim(clerk, matter, "label", "claimed_by", "BRAS"));
        board(theirs, matter, found -> found.at("/rows").size() == 1);
        var claim = theirs.get(MATTERS + "/" + matter + "/claims").expect(200).at("/items/0");
        say(
            theirs,
            "inquiry.position_taken",
            "{\"claim\":\"%s\",\"stance\":\"accept\"}".formatted(claim.at("/id").asText()));
        var path =
            MATTERS
                + "/"
                + matter
                + "/board?basis=final&as_of="
                + Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(1);
        var here = clerk.await(path, found -> found.at("/rows/0/cells/1/answers").size() == 1);
        var there = theirs.await(path, found -> found.at("/rows/0/cells/1/answers").size() == 1);
        assertThat(there.at("/columns")).isEqualTo(here.at("/columns"));
        assertThat(there.at("/rows/0/state").asText()).isEqualTo("agreed");
        assertThat(there.at("/digest")).isEqualTo(here.at("/digest"));
      }
    }
  }

  /// What would not hold at the reveal is not sealed.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "label | claimed_by | 2100-01-01T00:00:00.000Z | 24 | inquiry.as_of_later",
        "label | claimed_by | 2019-01-01T00:00:00.000Z | 999 | inquiry.seal_window",
        "label | claimed_by | 2019-01-01T00:00:00.000Z | -1 | inquiry.seal_window",
        "label | killed | 2019-01-01T00:00:00.000Z | 24 | request.malformed"
      })
  void whatWouldNotHoldIsNotSealed(
      String type, String property, String asOf, int hours, String code) throws Exception {
    try (var ir = TestNode.start(directory.resolve("ir"), "ir");
        var pk = TestNode.start(directory.resolve("pk"), "pk")) {
      TestNode.pair(ir, pk);
      try (var clerk = ir.signIn("clerk");
          var watch = ir.signIn("watch")) {
        var matter = open(clerk);
        var body =
            """
            {"matter":"%s","revealBy":"%s","claim":{"as_of":"%s","property":"%s",
             "provenance":{"basis":"own_agency","behalf":"own"},"value":{"type":"%s","text":"x"}}}
            """
                .formatted(matter, in(hours), asOf, property, type);
        assertThat(clerk.post(SEALS, body).code()).isEqualTo(code);
        assertThat(watch.post(SEALS, body).code()).isEqualTo("role.denied");
        assertThat(clerk.post(SEALS, body.replace(matter, "ir/99999")).code())
            .isIn("inquiry.matter_unknown", "request.malformed");
        assertThat(clerk.get(MATTERS + "/" + matter + "/board").expect(200).at("/sealedClaims"))
            .isEmpty();
        assertThat(clerk.get(MATTERS + "/ir/99999/board").status()).isEqualTo(404);
        assertThat(clerk.post(SEALS + "/ir/99999/reveal", "").status()).isEqualTo(404);
      }
    }
  }

  @Test
  void aListIsLookedAtBeforeItIsEntered() throws Exception {
    var list =
        """
        incident,title,place,property,low,high,value,category,source,as_of
        feb,Attack on a bus,Khash road,killed,27,27,,security,Gulf News,2019-02-13
        feb,Attack on a bus,Khash road,claimed_by,,,Jaish al-Adl,,Al Jazeera,2019-04-22
        apr,Ambush of buses,Ormara,killed,14,14,,security,Al Jazeera,2019-04-18
        apr,Ambush of buses,Ormara,killed,many,,,security,Al Jazeera,2019-04-18
        """;
    try (var ir = TestNode.start(directory.resolve("ir"), "ir");
        var pk = TestNode.start(directory.resolve("pk"), "pk")) {
      TestNode.pair(ir, pk);
      try (var clerk = ir.signIn("clerk");
          var watch = ir.signIn("watch")) {
        assertThat(csv(watch, LISTS + "/preview", list).code()).isEqualTo("role.denied");
        var preview = csv(clerk, LISTS + "/preview", list).expect(200);
        assertThat(preview.at("/label").asText()).isEqualTo("no_proof_of_earlier_notice");
        assertThat(preview.at("/items")).hasSize(2);
        assertThat(preview.at("/claims").asInt()).isEqualTo(3);
        assertThat(preview.at("/faults/0/line").asInt()).isEqualTo(5);
        assertThat(clerk.get(MATTERS).expect(200).at("/total").asInt()).as("written").isZero();

        var digest = preview.at("/digest").asText();
        assertThat(csv(clerk, LISTS + "?digest=" + digest, list).code()).isEqualTo("list.faults");
        assertThat(csv(clerk, LISTS + "?digest=" + digest, list + "\n").code())
            .isEqualTo("list.other");
        var entered = csv(clerk, LISTS + "?faults=leave_out&digest=" + digest, list).expect(201);
        assertThat(entered.at("/matters")).hasSize(2);
        assertThat(entered.at("/entries")).hasSize(5);
        assertThat(entered.at("/refused")).isEmpty();
        var matters = clerk.get(MATTERS + "?kind=incident&phase=open").expect(200);
        assertThat(matters.at("/items")).allMatch(matter -> matter.at("/imported").asBoolean());
        assertThat(csv(clerk, LISTS + "/preview", list).expect(200).findValues("known")).hasSize(2);

        var long_ = new StringBuilder(list.lines().findFirst().orElseThrow()).append('\n');
        for (int i = 0; i < 500; i++) {
          long_.append("x,t,p,killed,%d,,,security,s,2019-01-01\n".formatted(i));
        }
        var much = csv(clerk, LISTS + "/preview", long_.toString()).expect(200);
        assertThat(
                csv(clerk, LISTS + "?digest=" + much.at("/digest").asText(), long_.toString())
                    .code())
            .isEqualTo("list.long");
      }
    }
  }

  // ---- saying ---------------------------------------------------------------------------------

  private static TestClient.Answer csv(TestClient clerk, String path, String text)
      throws Exception {
    return clerk.upload(path, "text/csv; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String open(TestClient clerk) throws Exception {
    return say(
        clerk,
        "inquiry.matter_opened",
        "{\"imported\":false,\"matter\":\"incident\",\"title\":{\"lang\":\"en\",\"text\":\"shots\"}}");
  }

  private static String say(TestClient clerk, String kind, String body) throws Exception {
    var statement = JSON.createObjectNode().put("kind", kind).set("body", JSON.readTree(body));
    return clerk
        .post("/api/v1/statements", statement.toString())
        .expect(201)
        .at("/entries/0")
        .asText();
  }

  private static String claim(
      TestClient clerk, String matter, String type, String property, String text) throws Exception {
    var id = board(clerk, matter, _ -> true).at("/matter/id").asText();
    return """
           {"matter":"%s","claim":{"as_of":"2019-04-18T12:00:00.000Z","property":"%s",
            "provenance":{"basis":"own_agency","behalf":"own"},"value":{"type":"%s","text":"%s"}}}
           """
        .formatted(id, property, type, text);
  }

  private static String seal(TestClient clerk, String matter, String text, int hours)
      throws Exception {
    var body =
        """
        {"matter":"%s","revealBy":"%s","claim":{"as_of":"2019-04-18T12:00:00.000Z",
         "property":"action_taken","provenance":{"basis":"own_agency","behalf":"own"},
         "value":{"type":"text","text":"%s"}}}
        """
            .formatted(matter, in(hours), text);
    var written = clerk.post(SEALS, body).expect(201);
    List<String> entries = new ArrayList<>();
    written.at("/entries").forEach(entry -> entries.add(entry.asText()));
    assertThat(entries).hasSize(2);
    assertThat(entries.getLast()).startsWith("journal/");
    return entries.getFirst();
  }

  private static String in(int hours) {
    return Instant.now().plus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static JsonNode board(TestClient client, String matter, Predicate<JsonNode> wanted)
      throws Exception {
    return client.await(MATTERS + "/" + matter + "/board", wanted);
  }
}
