package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// The compliance desk over the API of two running nodes: what it files and finds stays where it
/// is, and what it decides is on both. Every answer is held against the contract.
class ScreeningDeskApiTest extends ApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCREENING = "/api/v1/screening";
  private static final String OWN = SCREENING + "/own";
  private static final String TABLES = OWN + "/table";
  private static final String PARTY = "/party?subject=Desert%20Wings";
  private static final String NAMES = "Gwatar Airlines Holding";

  private static final String TABLE =
      """
      party,sort,name,number
      Desert Wings,firm,Desert Wings and Sons,
      Desert Wings,firm,Gwatar Airlines Holding,REGISTER 90411
      Makran Rice,firm,Makran Rice Mills,
      """;

  @Test
  void whatIsFoundStaysAndWhatIsDecidedGoesOver() throws Exception {
    try (var ir = TestNode.start(directory.resolve("ir"), "ir");
        var pk = TestNode.start(directory.resolve("pk"), "pk")) {
      TestNode.pair(ir, pk);
      try (var first = ir.signIn("compliance");
          var second = ir.signIn("compliance2");
          var chief = ir.signIn("chief");
          var theirs = pk.signIn("compliance")) {
        var list = aListIsTaken(first);
        goBy(first, list);
        anOwnTableIsTaken(first);
        hitsAreForCompliance(first);
        decided(first, second, list);
        nobodyElseIsToldOfAnyHit(ir, chief, theirs);
        theListChanges(first, theirs, list);
      }
      ir.restart();
      try (var first = ir.signIn("compliance")) {
        assertThat(get(first, OWN, 200).at("/total").asInt()).as("after a restart").isEqualTo(2);
      }
    }
  }

  private static byte[] list() throws IOException {
    return Files.readAllBytes(
        Path.of(System.getProperty("sarhad.root", ".."), "docs/scenarios/lists/un.xml"));
  }

  private JsonNode aListIsTaken(TestClient first) throws Exception {
    var read = upload(first, SCREENING + "/files", "application/xml", list(), 200);
    assertThat(read.at("/source").asText()).isEqualTo("un");
    assertThat(read.at("/persons").asInt()).as("counted, and left out").isEqualTo(1);
    assertThat(read.toString()).doesNotContain("NOBODY");
    assertThat(read.at("/remarks").toString()).contains("no_reference", "no_name");
    assertThat(upload(first, SCREENING + "/files", "text/xml", list(), 200)).isEqualTo(read);
    var cut = "<CONSOLIDATED_LIST dateGenerated=\"2019-04-20\"><ENTITIES>";
    assertThat(
            upload(first, SCREENING + "/files", "text/xml", bytes(cut), 409).at("/code").asText())
        .isEqualTo("screening_file.not_well_formed");
    assertThat(
            upload(first, SCREENING + "/files", "text/csv", bytes("a,b"), 409).at("/code").asText())
        .isEqualTo("screening_file.format_unknown");
    upload(first, SCREENING + "/files", "application/json", bytes("{}"), 415);
    return read;
  }

  private void goBy(TestClient first, JsonNode list) throws Exception {
    say(
        first,
        "screening.list_taken",
        """
        {"list":{"dated":"%s","entities":%d,"sha256":"%s","source":"un"}}
        """
            .formatted(
                list.at("/dated").asText(),
                list.at("/entities").asInt(),
                list.at("/sha256").asText()));
    var taken = get(first, SCREENING, 200).at("/lists/0");
    assertThat(taken.at("/staleAt").asText()).isGreaterThan(taken.at("/taken/at").asText());
  }

  private void anOwnTableIsTaken(TestClient first) throws Exception {
    var person = TABLE + "Somebody,person,Some Body,\n";
    var refused = upload(first, TABLES, "text/csv", bytes(person), 200);
    assertThat(refused.at("/isTaken").asBoolean()).isFalse();
    assertThat(refused.at("/remarks/0/code").asText()).isEqualTo("sort_unknown");
    assertThat(get(first, OWN, 200).at("/items")).isEmpty();
    assertThat(
            upload(first, TABLES + "?faults=leave_out", "text/csv", bytes(person), 200)
                .at("/isTaken")
                .asBoolean())
        .isTrue();
    assertThat(get(first, OWN, 200).toString()).doesNotContain("Somebody");
    upload(first, TABLES, "text/csv", bytes(TABLE), 200);
    upload(first, TABLES, "application/json", bytes("{}"), 415);
  }

  private void hitsAreForCompliance(TestClient first) throws Exception {
    var rows = get(first, OWN + "?limit=1", 200);
    assertThat(rows.at("/items/0/hits").asInt()).isEqualTo(1);
    assertThat(rows.at("/items/0/isLookedFor").asBoolean()).isTrue();
    assertThat(rows.at("/next").asText()).isEqualTo("1");
    var party = get(first, OWN + PARTY, 200);
    assertThat(party.at("/numbers/0").asText()).isEqualTo("REGISTER 90411");
    var hit = party.at("/found/lists/0/hits/0");
    assertThat(hit.at("/reference").asText()).isEqualTo("XXe.012");
    assertThat(hit.at("/meetings").toString()).contains("\"one\":\"wings\"");
    get(first, OWN + "/party?subject=Nobody", 404);
    get(first, OWN + "/party", 400);
    get(first, OWN + PARTY + "&threshold=801", 400);
  }

  private void decided(TestClient first, TestClient second, JsonNode list) throws Exception {
    var grounds =
        "\"grounds\":{\"edition\":1,\"lists\":{\"un\":\"%s\"},\"threshold\":800}"
            .formatted(list.at("/sha256").asText());
    var about = ",\"subject\":\"Desert Wings\"}";
    say(first, "screening.held", "{" + grounds + about);
    say(first, "screening.proposed", "{" + grounds + ",\"status\":\"released\"" + about);
    var proposal =
        get(first, SCREENING + PARTY, 200).at("/party/sides/0/proposal/statement").asText();
    var confirmed = "{\"proposal\":\"%s\"}".formatted(proposal);
    assertThat(
            first
                .post("/api/v1/statements", statement("screening.confirmed", confirmed))
                .expect(409)
                .at("/code")
                .asText())
        .isEqualTo("screening.same_officer");
    say(second, "screening.confirmed", confirmed);
    var words = get(first, SCREENING + PARTY, 200);
    assertThat(words.at("/history").findValuesAsText("kind"))
        .containsExactlyInAnyOrder("screening.confirmed", "screening.proposed", "screening.held");
    assertThat(words.at("/isWhole").asBoolean()).isTrue();
    assertThat(words.at("/party/sides/0/standing").asText()).isEqualTo("good");
  }

  /// Neither another role of this side nor anybody of the other one is given, by any answer or any
  /// byte of the record, what the desk filed or found.
  private void nobodyElseIsToldOfAnyHit(TestNode ir, TestClient chief, TestClient theirs)
      throws Exception {
    try (var observer = ir.signIn("observer");
        var admin = ir.signIn("admin")) {
      for (var other : List.of(chief, observer, admin)) {
        get(other, OWN, 403);
        get(other, OWN + PARTY, 403);
        upload(other, TABLES, "text/csv", bytes(TABLE), 403);
        upload(other, SCREENING + "/files", "text/xml", list(), 403);
        assertThat(get(other, SCREENING + PARTY, 200).toString()).doesNotContain(NAMES, "XXe.012");
      }
    }
    theirs.await(
        SCREENING + PARTY, seen -> seen.at("/party/sides/0/standing").asText().equals("good"));
    assertThat(get(theirs, OWN, 200).at("/items")).as("their own table").isEmpty();
    get(theirs, OWN + PARTY, 404);
    for (var reader : List.of(chief, theirs)) {
      var seen = new StringBuilder();
      for (var item : get(reader, "/api/v1/record/entries?limit=500", 200).at("/items")) {
        seen.append(get(reader, "/api/v1/record/entries/" + item.at("/entry").asText(), 200));
      }
      assertThat(seen.toString())
          .contains("screening.held", "Desert Wings")
          .doesNotContain(NAMES, "90411", "XXe.012", "GWATAR", "Makran Rice Mills");
    }
  }

  private void theListChanges(TestClient first, TestClient theirs, JsonNode list) throws Exception {
    assertThat(get(first, SCREENING + "/look-back", 200).at("/subjects")).isEmpty();
    var newer = new String(list(), StandardCharsets.UTF_8).replace("Made up.", "Made up again.");
    var read = upload(first, SCREENING + "/files", "text/xml", bytes(newer), 200);
    assertThat(read.at("/sha256")).isNotEqualTo(list.at("/sha256"));
    goBy(first, read);
    assertThat(get(first, SCREENING + "/look-back", 200).at("/subjects/0").asText())
        .isEqualTo("Desert Wings");
    assertThat(get(theirs, SCREENING + "/look-back", 200).at("/subjects"))
        .as("theirs is of their own side")
        .isEmpty();
  }

  // ---- asking ---------------------------------------------------------------------------------

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String statement(String kind, String body) {
    return "{\"kind\":\"%s\",\"body\":%s}".formatted(kind, body);
  }

  private void say(TestClient as, String kind, String body) throws Exception {
    JSON.readTree(body);
    held(as.post("/api/v1/statements", statement(kind, body))).expect(201);
  }

  private JsonNode upload(TestClient as, String path, String type, byte[] bytes, int status)
      throws Exception {
    return held(as.upload(path, type, bytes)).expect(status);
  }
}
