package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.node.testing.PrintedPdf;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;
import org.sarhad.node.verify.Exhibit;
import org.sarhad.node.verify.KeyRing;
import org.sarhad.node.verify.Scanned;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.policy.Policy;

/// Documents as PDF files over the API of two running nodes, and read by somebody who has nothing
/// but the file, or its pages.
@Tag("slow")
class PdfApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WATCHED =
      "دید ما به سوی شرق بسته بود؛ پاسگاه ۴۳ می‌گوید که آرام است.";

  /// The language of the papers that are scanned, which takes its time.
  private static final String SCANNED = "ur";

  @TempDir private static Path directory;
  private static TestNode ir;
  private static TestNode pk;
  private static TestClient watch;
  private static TestClient clerk;
  private static TestClient chief;
  private static TestClient observer;
  private static TestClient there;
  private static TestClient theirClerk;
  private static TestClient theirChief;

  @BeforeAll
  static void twoNodes() throws Exception {
    ir = TestNode.start(directory.resolve("ir"), "ir", "party.zone = Asia/Tehran");
    pk = TestNode.start(directory.resolve("pk"), "pk", "party.zone = Asia/Karachi");
    TestNode.pair(ir, pk);
    watch = ir.signIn("watch");
    clerk = ir.signIn("clerk");
    chief = ir.signIn("chief");
    observer = ir.signIn("observer");
    there = pk.signIn("watch");
    theirClerk = pk.signIn("clerk");
    theirChief = pk.signIn("chief");
  }

  @AfterAll
  static void over() throws Exception {
    for (var client : List.of(watch, clerk, chief, observer, there, theirClerk, theirChief)) {
      client.close();
    }
    ir.close();
    pk.close();
  }

  // ---- reports --------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"en", "fa", "ur"})
  void aSitrepIsPrintedAndReadBack(String language) throws Exception {
    var incident = incident(false);
    var entry = sitrep(watch, incident, "release");
    proven(watch, entry);
    readBack(watch, "/api/v1/incidents/%s/sitreps".formatted(incident), entry, language, "sitrep");
  }

  @Test
  void theOtherSidePrintsItToo() throws Exception {
    var incident = incident(true);
    var entry = sitrep(watch, incident, "release");
    there.await("/api/v1/incidents/" + incident, room -> room.at("/sitreps").size() == 1);
    readBack(there, "/api/v1/incidents/%s/sitreps".formatted(incident), entry, "ur", "exercise");
  }

  /// What is internal is printed for those who may read it, without a proof, and for nobody else.
  @Test
  void whatAnObserverMayNotReadTheyCannotPrint() throws Exception {
    var incident = incident(false);
    var entry = sitrep(watch, incident, "internal");
    var path = "/api/v1/incidents/%s/sitreps/%s/pdf".formatted(incident, entry);
    assertThat(entry).startsWith("journal/");
    assertThat(observer.get(path).code()).isEqualTo("thing.unknown");
    try (var pdf = PrintedPdf.open("internal", watch.download(path + "?language=fa"))) {
      assertThat(pdf.files().keySet())
          .containsExactly(entry.replace('/', '-') + ".1.json", entry.replace('/', '-') + ".txt");
    }
  }

  @Test
  void aDailyReportIsPrintedAndReadBack() throws Exception {
    var filed =
        watch
            .post(
                "/api/v1/reports/daily",
                JSON.createObjectNode()
                    .put("audience", "release")
                    .put("language", "fa")
                    .put("restrictions", WATCHED)
                    .toString())
            .expect(201);
    var entry = filed.at("/entries/0").asText();
    proven(watch, entry);
    for (var language : List.of("en", "fa", "ur")) {
      readBack(watch, "/api/v1/reports/daily", entry, language, "daily");
    }
    assertThat(observer.get("/api/v1/reports/daily/" + entry + "/pdf").status()).isEqualTo(200);
  }

  // ---- what sides agree on --------------------------------------------------------------------

  /// One story, because rules can be agreed only once: rules in force, a memorandum with a refusal
  /// behind it, a finding with a dissent.
  @Test
  void whatSidesAgreeOnIsPrintedWithItsWholeHistory() throws Exception {
    var rules = propose(chief, theirChief, "modalities", modalities());
    assent(theirChief, rules, "");
    chief.await("/api/v1/modalities", known -> known.at("/inForce/number").asInt() == 1);
    theirChief.await("/api/v1/modalities", known -> known.at("/inForce/number").asInt() == 1);

    var act = memorandum();
    proven(chief, act);
    for (var language : List.of("en", "fa", "ur")) {
      readBack(chief, "/api/v1/acts", act, language, "act");
    }
    readBack(theirChief, "/api/v1/acts", act, "ur", "act-there");
    try (var pdf = PrintedPdf.open("rules", chief.download("/api/v1/acts/" + rules + "/pdf"))) {
      assertThat(pdf.files()).containsKey(rules.replace('/', '-') + ".1.json");
    }

    var finding = finding();
    proven(clerk, finding);
    for (var language : List.of("en", "fa", "ur")) {
      readBack(clerk, "/api/v1/inquiry/findings", finding, language, "finding");
    }
    assertThat(clerk.get("/api/v1/inquiry/findings/" + act + "/pdf").code())
        .as("an act that finds nothing")
        .isEqualTo("thing.unknown");
  }

  private static String memorandum() throws Exception {
    var terms =
        """
        {"title":{"en":"Night crossings","fa":"عبور شبانه","ur":"رات کی آمد و رفت"},
         "text":{"lang":"fa","text":"دو طرف عبور شبانه را تا اطلاع بعدی متوقف می‌کنند."},
         "from":"2019-05-01T00:00:00.000Z","units":["IR-P1","IR-P2"],"binding":true,"minutes":90}
        """;
    var act = propose(chief, theirChief, "memorandum", JSON.readTree(terms));
    assent(theirChief, act, "");
    chief.await("/api/v1/acts/" + act, one -> one.at("/act/stage").asText().equals("effective"));
    return act;
  }

  private static String finding() throws Exception {
    var matter =
        say(
            clerk,
            "inquiry.matter_opened",
            "{\"imported\":false,\"matter\":\"incident\",\"title\":{\"lang\":\"fa\",\"text\":\"تیراندازی در پاسگاه ۴۲\"}}");
    var board = "/api/v1/inquiry/matters/" + matter + "/board";
    var id = theirClerk.await(board, _ -> true).at("/matter/id").asText();
    var said = claim(clerk, id, killed(4, 6), "killed");
    var told = claim(theirClerk, id, killed(4, 5), "killed");
    var rows = board + "?basis=known";
    clerk.await(rows, seen -> seen.at("/rows/0/cells/1/said").size() == 1);
    theirClerk.await(rows, seen -> seen.at("/rows/0/cells/0/said").size() == 1);
    var terms = JSON.createObjectNode().put("matter", id).put("standard", "reasonable_grounds");
    var items = terms.putArray("items");
    var grounds = new ArrayList<>(List.of(idOf(clerk, said), idOf(clerk, told)));
    grounds.sort(null);
    var item = items.addObject().put("property", "killed").put("outcome", "agreed_range");
    item.set("value", JSON.readTree(killed(4, 5)));
    item.put("category", "civil").put("unit", "persons");
    grounds.forEach(item.putArray("rests_on")::add);
    items
        .addObject()
        .put("property", "origin_of_perpetrators")
        .put("outcome", "neither_established");
    var act = propose(clerk, theirClerk, "finding", terms);
    assent(chief, act, "");
    assent(theirClerk, act, ",\"as\":\"investigator\"");
    assent(theirChief, act, "");
    clerk.await("/api/v1/acts/" + act, one -> one.at("/act/stage").asText().equals("effective"));
    say(
        clerk,
        "inquiry.dissent_annexed",
        "{\"finding\":\"%s\",\"property\":\"killed\",\"words\":{\"lang\":\"fa\",\"text\":\"%s\"}}"
            .formatted(idOf(clerk, act), WATCHED));
    return act;
  }

  // ---- refusals -------------------------------------------------------------------------------

  @Test
  void whatIsNotThereOrNotAskedForRightIsRefused() throws Exception {
    var incident = incident(false);
    var entry = sitrep(watch, incident, "release");
    for (var path :
        List.of(
            "/api/v1/incidents/INC-IR-999/sitreps/" + entry + "/pdf",
            "/api/v1/incidents/" + incident + "/sitreps/ir/0/pdf",
            "/api/v1/reports/daily/" + entry + "/pdf",
            "/api/v1/acts/ir/999999/pdf",
            "/api/v1/inquiry/findings/ir/0/pdf",
            "/api/v1/acts/nowhere/1/pdf")) {
      assertThat(watch.get(path).code()).as(path).isEqualTo("thing.unknown");
    }
    var right = "/api/v1/incidents/" + incident + "/sitreps/" + entry + "/pdf";
    assertThat(watch.get(right + "?language=de").code()).isEqualTo("request.malformed");
    assertThat(watch.get(right + "?paper=a4").code()).isEqualTo("request.malformed");
    assertThat(watch.get(right).mediaType()).isEqualTo("application/pdf");
  }

  // ---- reading back ---------------------------------------------------------------------------

  /// The same question has the same answer, and what is attached is what the node has. What the
  /// codes say is proven by the verifier: they say the same in every language.
  private static void readBack(
      TestClient client, String root, String entry, String language, String name) throws Exception {
    var path = root + "/" + entry + "/pdf?language=" + language;
    var file = printedTwice(client, path);
    try (var pdf = PrintedPdf.open(name + "-" + language, file)) {
      var fileName = entry.replace('/', '-');
      var note = pdf.file(fileName + ".txt");
      assertThat(note.utf8())
          .isEqualTo(
              client.get("/api/v1/record/entries/" + entry).expect(200).at("/bytes").asText());
      if (!language.equals(SCANNED)) {
        return;
      }
      var policy = Policy.parse(pdf.file(fileName + ".policy"));
      var keys = KeyRing.of(List.of(), Optional.of(policy));
      var verifier = Signatures.jdk();
      assertThat(
              Exhibit.ofProof(pdf.file(fileName + ".tlog-proof"), Optional.of(note), keys, verifier)
                  .isProven())
          .isTrue();
      var scanned = scanned(pdf, note);
      for (var one : scanned) {
        assertThat(one.judge(keys, verifier).isProven()).isTrue();
        assertThat(one.body()).isPresent();
      }
    }
  }

  /// The file, which is the same for as long as no head has moved: a newer head is another proof.
  private static byte[] printedTwice(TestClient client, String path) throws Exception {
    while (true) {
      var before = client.get("/api/v1/record/heads").text();
      var file = client.download(path);
      var again = client.download(path);
      if (client.get("/api/v1/record/heads").text().equals(before)) {
        assertThat(Arrays.equals(again, file)).as("%s gives the same file", path).isTrue();
        return file;
      }
    }
  }

  /// What somebody has who scans page after page, and nearer where a code is not seen, until the
  /// entry `note` is whole. Keys are compared by eye and not scanned.
  private static List<Scanned> scanned(PrintedPdf pdf, Bytes note) throws Exception {
    var texts = new ArrayList<String>();
    for (float near : List.of(170f, 230f, 290f)) {
      for (int page = 0; page < pdf.pages(); page++) {
        pdf.codes(page, near).stream()
            .filter(text -> !text.startsWith("log "))
            .filter(text -> !texts.contains(text))
            .forEach(texts::add);
        var read = read(texts);
        if (read.stream().anyMatch(one -> one.entry().bytes().equals(note))) {
          return read;
        }
      }
    }
    throw new AssertionError("not among %d texts: %s".formatted(texts.size(), note.utf8()));
  }

  /// Nothing while a part is missing.
  private static List<Scanned> read(List<String> texts) {
    try {
      return Scanned.read(texts);
    } catch (MalformedException _) {
      return List.of();
    }
  }

  // ---- saying things --------------------------------------------------------------------------

  private static String incident(boolean isExercise) throws Exception {
    var alert =
        JSON.createObjectNode()
            .put("what", "تیراندازی نزدیک پاسگاه ۴۲")
            .put("when", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
            .put("priority", "P1")
            .put("exercise", isExercise)
            .put("audience", "release")
            .put("language", "fa");
    alert.putObject("where").put("label", "پاسگاه ۴۲");
    return watch.post("/api/v1/incidents", alert.toString()).expect(201).at("/id").asText();
  }

  private static String sitrep(TestClient by, String incident, String audience) throws Exception {
    var body =
        JSON.createObjectNode()
            .put("form", "full")
            .put("stage", "initial")
            .put("asOf", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
            .put("restrictions", WATCHED)
            .put("audience", audience)
            .put("language", "fa");
    body.putObject("letters")
        .put("A", "پاسگاه ۴۲، عملیات TUFAN")
        .put("C", WATCHED.repeat(3))
        .put("E", "آمبولانس؛ دو دستگاه (IR-A1 و IR-A2)\nبالگرد لازم نیست.");
    return by.post("/api/v1/incidents/" + incident + "/sitreps", body.toString())
        .expect(201)
        .at("/entries/0")
        .asText();
  }

  private static JsonNode modalities() throws Exception {
    return JSON.readTree(
        Path.of(System.getProperty("sarhad.root", ".."), "docs/scenarios/modalities-1.json")
            .toFile());
  }

  /// Proposes, and waits until the other side has it; the name of the act.
  private static String propose(TestClient by, TestClient to, String kind, JsonNode terms)
      throws Exception {
    var role = kind.equals("finding") ? "investigator" : "chief";
    var proposal = JSON.createObjectNode().put("kind", kind).put("as", role).set("terms", terms);
    var act = by.post("/api/v1/acts", proposal.toString()).expect(201).at("/entries/0").asText();
    to.await("/api/v1/acts/" + act, seen -> seen.has("act"));
    return act;
  }

  private static void assent(TestClient by, String act, String more) throws Exception {
    var shown = by.await("/api/v1/acts/" + act, seen -> seen.has("act"));
    by.post(
            "/api/v1/acts/" + act + "/assents",
            "{\"leaf\":\"%s\"%s}".formatted(shown.at("/act/leaf").asText(), more))
        .expect(201);
  }

  private static String say(TestClient by, String kind, String body) throws Exception {
    var statement = JSON.createObjectNode().put("kind", kind).set("body", JSON.readTree(body));
    return by.post("/api/v1/statements", statement.toString())
        .expect(201)
        .at("/entries/0")
        .asText();
  }

  private static String claim(TestClient by, String matter, String value, String property)
      throws Exception {
    return say(
        by,
        "inquiry.claim_stated",
        """
        {"matter":"%s","claim":{"as_of":"2019-04-18T12:00:00.000Z","property":"%s",
         "provenance":{"basis":"own_agency","behalf":"own"},"value":%s}}
        """
            .formatted(matter, property, value));
  }

  private static String killed(int low, int high) {
    return "{\"type\":\"quantity\",\"low\":%d,\"high\":%d,\"unit\":\"persons\",\"category\":\"civil\"}"
        .formatted(low, high);
  }

  /// How the protocol names an entry.
  private static String idOf(TestClient client, String entry) throws Exception {
    var proof = proven(client, entry);
    return proof.at("/origin").asText() + "#" + proof.at("/index").asText();
  }

  /// Waits until a signed head covers the entry.
  private static JsonNode proven(TestClient client, String entry) throws Exception {
    Predicate<JsonNode> covered = proof -> proof.has("root");
    return client.await("/api/v1/record/entries/" + entry + "/proof", covered);
  }
}
