package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// The agreed rules over the API of two running nodes, from the first draft to a suspension: what
/// each side is shown before it signs, and what it is refused.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DocumentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RULES = "/api/v1/modalities";
  private static final String DOCUMENTS = RULES + "/documents";
  private static final String ACTS = "/api/v1/acts";

  @TempDir static Path directory;
  private TestNode ir;
  private TestNode pk;
  private TestClient chief;
  private TestClient watch;
  private TestClient theirs;

  /// The proposals of this test, in their order.
  private String first = "";

  private String second = "";
  private String third = "";

  @BeforeAll
  void pair() throws Exception {
    ir = TestNode.start(directory.resolve("ir"), "ir");
    pk = TestNode.start(directory.resolve("pk"), "pk");
    TestNode.pair(ir, pk);
    chief = ir.signIn("chief");
    watch = ir.signIn("watch");
    theirs = pk.signIn("chief");
  }

  @AfterAll
  void stop() throws Exception {
    for (var open : List.of(chief, watch, theirs, ir, pk)) {
      open.close();
    }
  }

  // ---- settings -------------------------------------------------------------------------------

  @ParameterizedTest
  @Order(1)
  @CsvSource({
    "clock.tell_peer, span, min, 1, 1440, 15",
    "crossing.area, measure, km2, 1, 2500, 100",
    "inquiry.visitors, count, , 1, 20, 4",
    "role.suspend, role, , , , chief",
    "red_line.escort, red_line, , , , false"
  })
  void aSettingHasItsTypeUnitAndRange(
      String key, String type, String unit, Long min, Long max, String initial) throws Exception {
    var setting = setting(key);
    assertThat(setting.path("type").asText()).isEqualTo(type);
    assertThat(setting.path("unit").asText(null)).isEqualTo(unit);
    assertThat(setting.has("min") ? setting.path("min").asLong() : null).isEqualTo(min);
    assertThat(setting.has("max") ? setting.path("max").asLong() : null).isEqualTo(max);
    assertThat(setting.path("initial").asText()).isEqualTo(initial);
  }

  @Test
  @Order(1)
  void theRedLinesOfTheProgramAreMarked() throws Exception {
    assertThat(setting("red_line.silence_is_no").path("fixed").asBoolean()).isTrue();
    assertThat(setting("red_line.escort").path("fixed").asBoolean()).isFalse();
    assertThat(setting("zone.sectors").has("initial")).isFalse();
    assertThat(watch.get(RULES + "/catalogue").expect(200).path("settings")).hasSizeGreaterThan(60);
  }

  private JsonNode setting(String key) throws Exception {
    return find(watch.get(RULES + "/catalogue").expect(200).path("settings"), "key", key);
  }

  // ---- drafts ---------------------------------------------------------------------------------

  @Test
  @Order(2)
  void aDraftIsComparedWithNothingWhereNothingIsInForce() throws Exception {
    var preview = preview(document());
    assertThat(preview.has("flaw")).isFalse();
    assertThat(preview.has("objection")).isFalse();
    assertThat(preview.at("/comparison").has("from")).isFalse();
    assertThat(words(preview.at("/comparison/changes"), "what")).containsOnly("added");
    assertThat(words(preview.at("/comparison/effects"), "what")).contains("sector", "red_line");
  }

  @Test
  @Order(2)
  void aDraftThatIsNoDocumentSaysWhy() throws Exception {
    var draft = document();
    bind(draft, "clock.tell_peer").put("value", 0);
    assertThat(preview(draft).path("flaw").asText()).contains("clause 6.1", "1 to 1440");
    assertThat(preview(draft).has("comparison")).isFalse();
  }

  @ParameterizedTest
  @Order(2)
  @CsvSource({
    "red_line.silence_is_no, modalities.red_line",
    "number, modalities.wrong_number",
  })
  void aDraftThatCouldNotComeInForceSaysWhy(String what, String code) throws Exception {
    var draft = document();
    if (what.equals("number")) {
      draft.put("number", 2);
    } else {
      bind(draft, what).put("value", false);
    }
    var preview = preview(draft);
    assertThat(preview.at("/objection/code").asText()).isEqualTo(code);
    assertThat(preview.path("comparison").path("changes")).isNotEmpty();
  }

  /// Nothing was written by any of it, on either node.
  @Test
  @Order(3)
  void aDraftIsInNobodysRecord() throws Exception {
    assertThat(chief.get(DOCUMENTS).expect(200).path("items")).isEmpty();
    assertThat(theirs.get(DOCUMENTS).expect(200).path("items")).isEmpty();
  }

  // ---- offers ---------------------------------------------------------------------------------

  @Test
  @Order(4)
  void anOfferIsCounteredAndTheAnswerSigned() throws Exception {
    var half = document();
    bind(half, "clock.tell_peer").put("value", 30);
    first = propose(chief, half, "");
    theirs.await(DOCUMENTS + "/" + first, seen -> stage(seen).equals("offered"));
    second = propose(theirs, document(), ",\"counters\":" + reference(first));
    chief.await(DOCUMENTS + "/" + second, seen -> stage(seen).equals("offered"));
    chief.await(DOCUMENTS + "/" + first, seen -> stage(seen).equals("countered"));

    var between = chief.get(changes(second, first)).expect(200);
    assertThat(words(between.path("changes"), "what")).containsExactly("rebound");
    assertThat(between.at("/changes/0/from/value").asInt()).isEqualTo(30);
    assertThat(between.at("/changes/0/to/unit").asText()).isEqualTo("min");

    comment(second, "6.1", "fifteen minutes it is");
    assent(chief, second);
    chief.await(DOCUMENTS + "/" + second, seen -> stage(seen).equals("in_force"));
    theirs.await(DOCUMENTS + "/" + second, seen -> stage(seen).equals("in_force"));
    // The document is shown by what is known; the rules bind by what is final.
    for (var desk : List.of(chief, theirs)) {
      desk.await(RULES, seen -> seen.at("/inForce").path("leaf").isTextual());
    }
    var detail = chief.get(DOCUMENTS + "/" + second).expect(200);
    assertThat(detail.at("/began/entry").asText()).startsWith("ir/");
    assertThat(detail.path("document").path("number").asInt()).isEqualTo(1);
    assertThat(chief.get(RULES).expect(200).at("/inForce/leaf").asText())
        .isEqualTo(theirs.get(RULES).expect(200).at("/inForce/leaf").asText())
        .isEqualTo(detail.at("/line/leaf").asText());
  }

  private void comment(String act, String clause, String text) throws Exception {
    var id = chief.get(DOCUMENTS + "/" + act).expect(200).path("id").asText();
    var said = "{\"act\":\"%s\",\"clause\":\"%s\",\"language\":\"en\",\"text\":\"%s\"}";
    var body = said.formatted(id, clause, text);
    chief.post("/api/v1/statements", statement("modalities.commented", body)).expect(201);
    var refused =
        chief.post(
            "/api/v1/statements",
            statement("modalities.commented", said.formatted(id, "99", text)));
    assertThat(refused.code()).isEqualTo("modalities.clause_unknown");
    theirs.await(
        DOCUMENTS + "/" + act + "/comments?clause=" + clause,
        seen -> seen.path("items").size() == 1);
    var other = theirs.get(DOCUMENTS + "/" + act + "/comments?clause=6.2").expect(200);
    assertThat(other.path("items")).isEmpty();
  }

  @Test
  @Order(5)
  void documentsAreListedPageByPageTheNewestFirst() throws Exception {
    var page = chief.get(DOCUMENTS + "?limit=1").expect(200);
    assertThat(page.at("/items/0/act").asText()).isEqualTo(second);
    assertThat(page.at("/items/0/comments").asInt()).isEqualTo(1);
    var rest = chief.get(DOCUMENTS + "?limit=1&cursor=" + page.path("next").asText()).expect(200);
    assertThat(rest.at("/items/0/act").asText()).isEqualTo(first);
    assertThat(rest.has("next")).isFalse();
  }

  // ---- what it would do -----------------------------------------------------------------------

  /// A shorter clock makes a duty late that runs now; and the officer is shown it before signing.
  @Test
  @Order(6)
  void anOfferSaysWhatItWouldDoToWhatIsUnderWay() throws Exception {
    watch
        .post(
            "/api/v1/incidents",
            """
            {"codeWord":"TUFAN","what":"Shots near post 42","priority":"P2","when":"%s",
             "where":{"label":"Post 42","position":{"lat":26.2381,"lon":61.9},"radiusM":500},
             "audience":"internal","language":"en"}
            """
                .formatted(Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS)))
        .expect(201);
    watch.await("/api/v1/overview", seen -> !seen.path("clocks").isEmpty());
    var next = document().put("number", 2);
    bind(next, "clock.tell_peer").put("value", 10);
    var cards = (ObjectNode) bind(next, "run_cards").path("value").get(0);
    cards.put("priority", 2);
    third = propose(theirs, next, ",\"supersedes\":" + reference(second));
    chief.await(DOCUMENTS + "/" + third, seen -> stage(seen).equals("offered"));

    var comparison = chief.get(changes(third, "")).expect(200);
    assertThat(comparison.at("/from/act").asText()).isEqualTo(second);
    var effects = comparison.path("effects");
    var value = find(effects, "what", "value");
    assertThat(value.path("key").asText()).isEqualTo("clock.tell_peer");
    assertThat(value.path("from").asInt()).isEqualTo(15);
    assertThat(value.path("to").asInt()).isEqualTo(10);
    assertThat(find(effects, "what", "run_card").path("name").asText()).isEqualTo("BARQ");
    var duties = find(effects, "what", "duties").path("duties");
    assertThat(duties.path("live").asInt()).isEqualTo(1);
    assertThat(duties.path("lateAtOnce").asInt()).isZero();
    assertThat(comparison.path("changes")).hasSize(2);

    var backwards = chief.get(changes(second, third)).expect(200);
    assertThat(find(backwards.path("effects"), "what", "value").path("to").asInt()).isEqualTo(15);
  }

  /// Whoever sees only what is released is told nothing of what is not, not even how much there is.
  @Test
  @Order(7)
  void anObserverIsNotToldOfInternalDuties() throws Exception {
    try (var observer = ir.signIn("observer")) {
      var effects = observer.get(changes(third, "")).expect(200).path("effects");
      assertThat(words(effects, "what")).contains("value").doesNotContain("duties");
    }
  }

  // ---- terms that are no document -------------------------------------------------------------

  @Test
  @Order(8)
  void termsThatAreNoDocumentCanOnlyBeLookedAt() throws Exception {
    var newer = document().put("number", 2).put("catalogue", 9);
    var refused =
        chief.post(
            ACTS,
            "{\"kind\":\"modalities\",\"terms\":%s,\"supersedes\":%s}"
                .formatted(newer, reference(second)));
    assertThat(refused.code()).isEqualTo("modalities.malformed_document");
    assertThat(chief.get(DOCUMENTS + "/ir/999999").code()).isEqualTo("thing.unknown");
  }

  // ---- suspension -----------------------------------------------------------------------------

  @Test
  @Order(9)
  void aNoticeIsGivenTooShortWithdrawnAndGivenAgain() throws Exception {
    var from = Instant.now().plus(Duration.ofHours(47)).truncatedTo(ChronoUnit.MILLIS);
    var notice = "{\"from\":\"%s\",\"reason\":\"change of command\"}";
    var shortNotice =
        chief.post(
            "/api/v1/statements",
            statement("modalities.suspension_noticed", notice.formatted(from)));
    assertThat(shortNotice.code()).isEqualTo("modalities.notice_too_short");
    var inTime = from.plus(Duration.ofHours(2));
    chief
        .post(
            "/api/v1/statements",
            statement("modalities.suspension_noticed", notice.formatted(inTime)))
        .expect(201);
    var known = chief.await(RULES, seen -> seen.path("suspensions").size() == 1);
    assertThat(known.path("suspended").asBoolean()).isFalse();
    var name = known.at("/suspensions/0/notice").asText();
    theirs.await(RULES, seen -> seen.path("suspensions").size() == 1);
    chief
        .post(
            "/api/v1/statements",
            statement(
                "modalities.notice_withdrawn",
                "{\"notice\":\"%s\",\"reason\":\"not needed\"}".formatted(name)))
        .expect(201);
    chief.await(RULES, seen -> seen.path("suspensions").isEmpty());
  }

  @Test
  @Order(10)
  void anEmergencyIsLabelledAndEndsAtOnce() throws Exception {
    chief
        .post(
            "/api/v1/statements",
            statement("modalities.suspended", "{\"emergency\":\"unrest at the crossing\"}"))
        .expect(201);
    theirs.await(DOCUMENTS + "/" + second, seen -> stage(seen).equals("suspended"));
    var said = theirs.get(RULES).expect(200).at("/suspensions/0");
    assertThat(said.path("emergency").asBoolean()).isTrue();
    assertThat(said.has("notice")).isFalse();
    assertThat(chief.post(ACTS, "{\"kind\":\"crossing\",\"terms\":{}}").code())
        .isEqualTo("modalities.suspended");
    chief
        .post("/api/v1/statements", statement("modalities.resumed", "{\"reason\":\"calm\"}"))
        .expect(201);
    theirs.await(DOCUMENTS + "/" + second, seen -> stage(seen).equals("in_force"));
  }

  // ---- parts ----------------------------------------------------------------------------------

  private static ObjectNode document() throws IOException {
    return (ObjectNode)
        JSON.readTree(
            Path.of(System.getProperty("sarhad.root", ".."), "docs/scenarios/modalities-1.json")
                .toFile());
  }

  private static ObjectNode bind(ObjectNode document, String key) {
    return StreamSupport.stream(document.path("clauses").spliterator(), false)
        .map(clause -> clause.path("bind"))
        .filter(bind -> bind.path("key").asText().equals(key))
        .map(ObjectNode.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private JsonNode preview(ObjectNode draft) throws Exception {
    var body = JSON.createObjectNode();
    body.set("document", draft);
    return chief.post(RULES + "/previews", body.toString()).expect(200);
  }

  private static String propose(TestClient by, ObjectNode terms, String more) throws Exception {
    return by.post(ACTS, "{\"kind\":\"modalities\",\"terms\":%s%s}".formatted(terms, more))
        .expect(201)
        .at("/entries/0")
        .asText();
  }

  private void assent(TestClient by, String act) throws Exception {
    by.post(ACTS + "/" + act + "/assents", "{\"leaf\":\"%s\"}".formatted(leaf(act))).expect(201);
  }

  private String reference(String act) throws Exception {
    return "{\"act\":\"%s\",\"leaf\":\"%s\"}".formatted(act, leaf(act));
  }

  private String leaf(String act) throws Exception {
    return chief.get(ACTS + "/" + act).expect(200).at("/act/leaf").asText();
  }

  private static String changes(String act, String from) {
    return DOCUMENTS + "/" + act + "/changes" + (from.isEmpty() ? "" : "?from=" + from);
  }

  private static String statement(String kind, String body) {
    return "{\"kind\":\"%s\",\"body\":%s}".formatted(kind, body);
  }

  private static String stage(JsonNode detail) {
    return detail.at("/line/stage").asText();
  }

  private static JsonNode find(JsonNode items, String member, String value) {
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.path(member).asText().equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + member + " " + value + " in " + items));
  }

  private static List<String> words(JsonNode items, String member) {
    var words = new ArrayList<String>();
    items.forEach(item -> words.add(item.path(member).asText()));
    return words;
  }
}
