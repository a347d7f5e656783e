package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.node.testing.PrintedPdf;
import org.sarhad.node.testing.Screening;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.Tree;

/// The barter account of two running nodes as people see it: from the rules to a signed period and
/// its files, every answer held against the contract.
class BookApiTest extends ApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ACCOUNT = "/api/v1/barter/account";
  private static final String VOUCHERS = "/api/v1/barter/vouchers";
  private static final String STATEMENTS = "/api/v1/barter/statements";
  private static final String DRAFTS = "/api/v1/barter/drafts/";
  private static final String WAITING = "/api/v1/barter/acceptances";
  private static final String LORRY = "{\"amount\":40,\"unit\":\"TNE\"}";

  /// Four months ago, so that the first quarter is over.
  private final LocalDate from = LocalDate.now(ZoneOffset.UTC).minusMonths(4);

  private final LocalDate on = from.plusDays(10);
  private final String until = LocalDate.now(ZoneOffset.UTC).plusYears(1) + "+00:00";

  /// Signed in once the two nodes are paired, which is the first thing that a test does.
  @SuppressWarnings("NullAway.Init")
  private TestClient chief;

  @SuppressWarnings("NullAway.Init")
  private TestClient theirs;

  /// The reservation of what comes the other way, once there is one.
  private String room = "";

  /// An entry, as bodies name it.
  private record Named(String name, String id, String leaf) {
    String basis() {
      return "{\"entry\":\"%s\",\"leaf\":\"%s\"}".formatted(id, leaf);
    }
  }

  @Test
  void bothSidesSeeOneAccount() throws Exception {
    try (var ir = TestNode.start(directory.resolve("ir"), "ir");
        var pk = TestNode.start(directory.resolve("pk"), "pk")) {
      TestNode.pair(ir, pk);
      try (var ours = ir.signIn("chief");
          var other = pk.signIn("chief");
          var observer = ir.signIn("observer")) {
        chief = ours;
        theirs = other;
        nothingIsThere();
        agreed();
        Screening.good(ir, pk, "seller-1", "buyer-7");
        var acceptance = trade();
        theAccountIsTheSameOnBoth();
        theJournalIsFiltered(acceptance);
        theVoucherLeadsToBothConfirmations(acceptance);
        whatIsAboutToBeSignedIsTried(acceptance);
        aDraftThatDiffersIsShown();
        closed();
        whatIsBeyondTheLimitIsDue();
        files();
        assertThat(get(observer, ACCOUNT, 200).at("/account/net").asLong()).isEqualTo(150_000_000);
        manyAreTakenOverInOneAct(observer);
      }
    }
  }

  private void nothingIsThere() throws Exception {
    var none = get(chief, ACCOUNT, 200);
    assertThat(none.has("account")).isFalse();
    assertThat(none.at("/numbers/contract").asInt()).isEqualTo(1);
    assertThat(get(chief, VOUCHERS, 200).at("/total").asInt()).isZero();
    assertThat(get(chief, STATEMENTS, 200).has("open")).isFalse();
    get(chief, STATEMENTS + "/1", 404);
    get(chief, STATEMENTS + "/1/camt053", 404);
    get(chief, VOUCHERS + "/ir/0", 404);
    for (var query : List.of("account=1", "kind=loan", "period=-1", "contract=ir", "side=ir")) {
      get(chief, VOUCHERS + "?" + query, 400);
    }
  }

  // ---- trade ----------------------------------------------------------------------------------

  private void agreed() throws Exception {
    var root = Path.of(System.getProperty("sarhad.root", ".."));
    var rules = JSON.readTree(root.resolve("docs/scenarios/modalities-1.json").toFile());
    agree(chief, theirs, "modalities", rules);
    for (var each : List.of(chief, theirs)) {
      each.await("/api/v1/modalities", known -> known.at("/inForce/number").asInt() == 1);
    }
    agree(
        chief,
        theirs,
        "barter_account",
        """
        {"from":"%s+00:00","limits":{"ir":500000000,"pk":500000000},"number":1,"unit":"UA"}
        """
            .formatted(from));
  }

  /// Rice for 16 000, of which Pakistan's side may owe 10 000: the acceptance.
  private Named trade() throws Exception {
    var rice =
        agree(
            chief,
            theirs,
            "barter_contract",
            """
            {"goods":{"account":"1000","buyer":"buyer-7","commodity":"100630","exporter":"ir",
             "name":{"en":"Rice"},"seller":"seller-1"},"indices":{},"number":1,
             "price":{"formula":"400","per":"TNE","where":{}},
             "quantity":{"amount":100,"unit":"TNE"},"screening":[],"until":"%s",
             "weighed":"outturn"}
            """
                .formatted(until));
    var reservation =
        agree(
            chief,
            theirs,
            "barter_reservation",
            """
            {"contract":"%s","hold":168000000,"number":1,"quantity":%s,"until":"%s"}
            """
                .formatted(rice.id(), LORRY, until));
    var despatch =
        say(
            chief,
            theirs,
            "barter.despatched",
            """
            {"evidence":[],"number":1,"quantity":%s,"reservation":"%s"}
            """
                .formatted(LORRY, reservation.id()));
    var receipt =
        say(
            theirs,
            chief,
            "barter.received",
            """
            {"despatch":"%s","evidence":[],"number":1,"quantity":%s}
            """
                .formatted(despatch.id(), LORRY));
    var acceptance =
        agree(
            theirs,
            chief,
            "barter_acceptance",
            """
            {"despatch":%s,"disputed":0,"number":1,"on":"%s","receipt":%s,"value":160000000}
            """
                .formatted(despatch.basis(), on, receipt.basis()));
    agree(
        theirs,
        chief,
        "barter_swing",
        "{\"limit\":100000000,\"number\":1,\"run_down\":true,\"side\":\"pk\"}");
    return acceptance;
  }

  private void theAccountIsTheSameOnBoth() throws Exception {
    for (var each : List.of(chief, theirs)) {
      each.await(ACCOUNT, known -> known.at("/account/sides/1/limit").asLong() == 100_000_000);
    }
    bothHaveCompared();
    var here = get(chief, ACCOUNT, 200);
    var there = get(theirs, ACCOUNT, 200);
    assertThat(here.at("/same/digest")).isEqualTo(there.at("/same/digest"));
    assertThat(here.at("/same/vouchers").asInt()).isEqualTo(7);
    assertThat(here.at("/same/compared")).hasSize(2);
    assertThat(here.at("/account")).isEqualTo(there.at("/account"));
    assertThat(here.at("/account/net").asLong()).isEqualTo(160_000_000);
    assertThat(here.at("/account/sides").toString())
        .contains("\"party\":\"pk\",\"limit\":100000000,\"credit\":0,\"owed\":160000000")
        .contains("\"reserved\":0,\"exposure\":-160000000,\"room\":660000000");
    assertThat(here.at("/account/period/isOver").asBoolean()).isTrue();
    // 60 t at 400 are contracted and not reserved; they come by their own last day, in a year.
    var days = here.at("/account/outlook/days");
    assertThat(days.path(0).at("/contracted").asLong()).isEqualTo(160_000_000);
    assertThat(days.path(days.size() - 1).at("/contracted").asLong())
        .isBetween(160_000_001L, 400_000_000L);
    assertThat(here.at("/account/outlook/beyond/party").asText()).isEqualTo("pk");
    assertThat(here.at("/account/pace/days").asInt()).isEqualTo(28);
    assertThat(here.at("/account/pace").has("reach")).isFalse();
  }

  /// Each says what it has computed when nobody has said anything for five seconds (06-9.2).
  private void bothHaveCompared() throws Exception {
    for (var each : List.of(theirs, chief)) {
      each.await(ACCOUNT, known -> known.at("/same/state").asText().equals("same"));
    }
    var not = new ArrayList<String>();
    for (var each : List.of(chief, theirs)) {
      get(each, ACCOUNT, 200).at("/same").fieldNames().forEachRemaining(not::add);
    }
    assertThat(not).doesNotContain("changedBy", "difference");
  }

  // ---- the journal ----------------------------------------------------------------------------

  private void theJournalIsFiltered(Named acceptance) throws Exception {
    assertThat(numbers(""))
        .containsExactly(
            "pk/swing/1",
            "pk/acceptance/1",
            "pk/receipt/1",
            "ir/despatch/1",
            "ir/reservation/1",
            "ir/contract/1",
            "ir/account/1");
    // The despatch gives back the room that was held for more than what left.
    assertThat(numbers("account=1000"))
        .containsExactly("pk/acceptance/1", "ir/despatch/1", "ir/reservation/1");
    assertThat(numbers("account=4A00")).containsExactly("pk/receipt/1", "ir/despatch/1");
    assertThat(numbers("kind=receipt")).containsExactly("pk/receipt/1");
    assertThat(numbers("period=1")).containsExactly("pk/acceptance/1");
    assertThat(numbers("period=2")).isEmpty();
    var rice = get(chief, VOUCHERS + "/" + acceptance.name(), 200).at("/voucher/contract").asText();
    assertThat(numbers("contract=" + rice)).hasSize(5).doesNotContain("pk/swing/1", "ir/account/1");
    var first = get(chief, VOUCHERS + "?limit=5", 200);
    assertThat(first.at("/items")).hasSize(5);
    var next = get(chief, VOUCHERS + "?limit=5&cursor=" + first.at("/next").asText(), 200);
    assertThat(next.at("/items")).hasSize(2);
    assertThat(next.has("next")).isFalse();
  }

  private List<String> numbers(String query) throws Exception {
    var numbers = new ArrayList<String>();
    for (var item : get(chief, VOUCHERS + (query.isEmpty() ? "" : "?" + query), 200).at("/items")) {
      numbers.add(item.at("/number").asText());
    }
    return numbers;
  }

  /// From the figure to the act with both signatures, the despatch and the receipt by their exact
  /// bytes, the contract, and each of them as an entry that has a page of its own.
  private void theVoucherLeadsToBothConfirmations(Named acceptance) throws Exception {
    for (var each : List.of(chief, theirs)) {
      var detail = get(each, VOUCHERS + "/" + acceptance.name(), 200);
      assertThat(detail.at("/voucher/moved").asLong()).isEqualTo(160_000_000);
      assertThat(detail.at("/act/sides")).hasSize(2);
      for (var side : detail.at("/act/sides")) {
        assertThat(side.at("/signed")).hasSize(1);
      }
      var as = new ArrayList<String>();
      for (var ground : detail.at("/grounds")) {
        as.add(ground.at("/as").asText());
        get(each, "/api/v1/record/entries/" + ground.at("/entry").asText(), 200);
      }
      assertThat(as).containsExactly("contract", "reservation", "despatch", "receipt");
      assertThat(detail.at("/grounds/2/leaf")).isEqualTo(detail.at("/act/terms/despatch/leaf"));
      assertThat(detail.at("/grounds/3/leaf")).isEqualTo(detail.at("/act/terms/receipt/leaf"));
      var receipt = get(each, VOUCHERS + "/" + detail.at("/grounds/3/entry").asText(), 200);
      assertThat(receipt.at("/said/by/party").asText()).isEqualTo("pk");
      assertThat(receipt.at("/voucher/lines/0/ledger").asText()).isEqualTo("100630/TNE");
    }
  }

  // ---- before it is signed --------------------------------------------------------------------

  /// With both limits and the balance before and after, and with the reason where nothing would be
  /// booked; what is drafted is what the act has.
  private void whatIsAboutToBeSignedIsTried(Named acceptance) throws Exception {
    var half = get(chief, DRAFTS + "restatement?factor=1.5", 200);
    assertThat(half.at("/terms/delta").asLong()).isEqualTo(80_000_000);
    assertThat(half.at("/before/net").asLong()).isEqualTo(160_000_000);
    assertThat(half.at("/after/net").asLong()).isEqualTo(240_000_000);
    assertThat(half.at("/after/sides/1/limit").asLong()).isEqualTo(100_000_000);
    assertThat(half.at("/lines").toString())
        .contains("\"account\":\"1000\",\"amount\":80000000")
        .contains("\"account\":\"8000\",\"amount\":-80000000");
    var credit = get(chief, DRAFTS + "credit?side=pk&amount=160000001", 200);
    assertThat(credit.at("/objection").asText()).startsWith("barter.credit_");
    assertThat(credit.has("after")).isFalse();
    assertThat(get(chief, DRAFTS + "credit?side=pk&amount=0", 200).at("/terms/side").asText())
        .isEqualTo("pk");
    var price = get(theirs, DRAFTS + "price?contract=" + contractOf(acceptance), 200);
    assertThat(price.at("/priced/0/acceptance").asText()).isEqualTo(acceptance.name());
    assertThat(price.at("/priced/0/worth").asLong()).isEqualTo(160_000_000);
    assertThat(price.at("/priced/0/isChosen").asBoolean()).isTrue();
    assertThat(price.at("/terms/acceptances/0").asText()).isEqualTo(acceptance.id());
    assertThat(price.at("/terms/delta").asLong()).isZero();
    get(chief, DRAFTS + "price?contract=" + contractOf(acceptance) + "&indices=p=1", 409);
    for (var query : List.of("restatement?factor=0", "credit?amount=-1", "price?contract=rice")) {
      get(chief, DRAFTS + query, 400);
    }
  }

  private String contractOf(Named acceptance) throws Exception {
    return get(chief, VOUCHERS + "/" + acceptance.name(), 200).at("/voucher/contract").asText();
  }

  // ---- statements -----------------------------------------------------------------------------

  /// What is booked between a proposal and its signature makes its figures differ: each of them is
  /// named, and nobody can sign it.
  private void aDraftThatDiffersIsShown() throws Exception {
    var draft = get(theirs, STATEMENTS, 200).at("/open");
    assertThat(draft.at("/isOver").asBoolean()).isTrue();
    assertThat(draft.at("/figures/closing").asLong()).isEqualTo(160_000_000);
    var act = propose(theirs, "barter_statement", draft.at("/terms"));
    agree(
        theirs,
        chief,
        "barter_settlement",
        """
        {"amount":10000000,"by":"money","debtor":"pk","number":1,"on":"%s","reference":"TT-1"}
        """
            .formatted(on));
    chief.await(STATEMENTS, known -> known.at("/open/proposals/0/differs").size() == 3);
    var proposed = get(chief, STATEMENTS + "/1", 200).at("/open/proposals/0");
    assertThat(proposed.at("/differs").toString())
        .contains("{\"figure\":\"closing\",\"here\":150000000,\"there\":160000000}")
        .contains("{\"figure\":\"vouchers\",\"here\":2,\"there\":1}")
        .contains("\"figure\":\"journal\"");
    var leaf = proposed.at("/act/leaf").asText();
    assertThat(
            chief
                .post("/api/v1/acts/" + act + "/assents", "{\"leaf\":\"%s\"}".formatted(leaf))
                .expect(409)
                .at("/code")
                .asText())
        .isEqualTo("barter.figure_differs");
  }

  private void closed() throws Exception {
    var draft = get(chief, STATEMENTS, 200).at("/open");
    agree(chief, theirs, "barter_statement", draft.at("/terms"));
    for (var each : List.of(chief, theirs)) {
      each.await(STATEMENTS, known -> known.at("/items").size() == 1);
      var one = get(each, STATEMENTS + "/1", 200);
      assertThat(one.at("/closed/isOf").asBoolean()).isTrue();
      assertThat(one.at("/closed/figures")).isEqualTo(draft.at("/figures"));
      assertThat(one.at("/closed/voucher/number").asText()).isEqualTo("ir/statement/1");
      assertThat(one.at("/act/sides/0/signed")).hasSize(1);
      assertThat(one.at("/settlements")).hasSize(1);
      assertThat(get(each, STATEMENTS + "/2", 200).has("open")).isTrue();
    }
  }

  private void whatIsBeyondTheLimitIsDue() throws Exception {
    var due = get(theirs, ACCOUNT, 200).at("/account/due");
    assertThat(due.at("/debtor").asText()).isEqualTo("pk");
    assertThat(due.at("/left").asLong()).isEqualTo(50_000_000);
    assertThat(due.at("/by").asText()).isEqualTo(from.plusMonths(3).minusDays(1).plusDays(90) + "");
    assertThat(get(theirs, STATEMENTS + "/1", 200).at("/closed/due")).isEqualTo(due);
  }

  // ---- files ----------------------------------------------------------------------------------

  private void files() throws Exception {
    var one = STATEMENTS + "/1";
    assertThat(text(chief, one + "/camt053"))
        .contains("camt.053.001.08", "<Amt Ccy=\"XXX\">15000.0000</Amt>\n<CdtDbtInd>CRDT")
        .isEqualTo(text(theirs, one + "/camt053?owner=ir"));
    assertThat(text(theirs, one + "/camt053")).contains("15000.0000</Amt>\n<CdtDbtInd>DBIT");
    assertThat(text(chief, one + "/mt950?owner=pk"))
        .contains("XXX15000,\r\n-}")
        .isEqualTo(text(theirs, one + "/mt950"));
    assertThat(text(chief, one + "/csv"))
        .startsWith("voucher,kind,")
        .contains("pk/acceptance/1", "pk/settlement/1");
    assertThat(text(chief, "/api/v1/barter/journals/hledger"))
        .contains("=* 15000.0000 UA")
        .isEqualTo(text(theirs, "/api/v1/barter/journals/hledger"));
    assertThat(text(chief, "/api/v1/barter/journals/beancount"))
        .contains("balance Assets:Clearing  15000.0000 ~ 0 UA");
    assertThat(chief.get(one + "/camt053").raw().headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(
            name -> assertThat(name).contains("statement-1-ir.camt.053.001.08.xml"));
    get(chief, one + "/camt053?owner=om", 404);
    get(chief, one + "/mt950?owner=A+B", 400);
    get(chief, STATEMENTS + "/2/csv", 404);
    get(chief, STATEMENTS + "/0", 404);
    for (var language : List.of("en", "fa", "ur")) {
      try (var pdf =
          PrintedPdf.open(
              "statement-" + language, chief.download(one + "/pdf?language=" + language))) {
        assertThat(pdf.files()).isNotEmpty();
      }
    }
    theSameStateGivesTheSameFile(one + "/pdf");
    get(chief, one + "/pdf?language=de", 400);
  }

  /// A head that is signed meanwhile is another state; one of some that follow each other is not.
  private void theSameStateGivesTheSameFile(String path) throws Exception {
    var last = chief.download(path);
    for (int tries = 0; tries < 20; tries++) {
      var next = chief.download(path);
      if (Arrays.equals(last, next)) {
        return;
      }
      last = next;
    }
    fail("no two files of %s were the same", path);
  }

  private String text(TestClient as, String path) throws Exception {
    var answer = held(as.get(path));
    assertThat(answer.status()).as(path).isEqualTo(200);
    return new String(as.download(path), StandardCharsets.UTF_8);
  }

  // ---- many in one act ------------------------------------------------------------------------

  private void manyAreTakenOverInOneAct(TestClient observer) throws Exception {
    var first = arrived(1, 4, 4);
    var second = arrived(2, 3, 2);
    var chosen = WAITING + "?chosen=" + first.name() + "," + second.name();
    var waiting = get(observer, WAITING + "?exporter=pk&limit=1", 200);
    assertThat(waiting.at("/total").asInt()).isEqualTo(2);
    assertThat(waiting.at("/items/0/despatch").asText()).isEqualTo(first.name());
    assertThat(waiting.at("/next").asText()).isEqualTo("1");
    assertThat(waiting.has("draft")).isFalse();
    assertThat(get(observer, WAITING + "?exporter=ir", 200).at("/total").asInt()).isZero();
    get(observer, WAITING + "?chosen=" + "ir/1,".repeat(1_000), 400);

    var draft = get(chief, chosen, 200).at("/draft");
    assertThat(draft.at("/lines").asInt()).isEqualTo(2);
    assertThat(draft.at("/value").asLong()).isEqualTo(24_000_000);
    assertThat(draft.at("/disputed").asLong()).isEqualTo(4_000_000);
    aWrongLineIsNamed(draft.at("/terms"));
    var act = agree(chief, theirs, "barter_acceptances", draft.at("/terms"));
    for (var each : List.of(chief, theirs)) {
      aLineIsProven(each, act, draft.at("/terms/root").asText());
    }
    assertThat(get(chief, chosen, 200).has("draft")).isFalse();
  }

  /// So much leaves Pakistan under the one reservation, and so much comes: the despatch.
  private Named arrived(int number, long sent, long received) throws Exception {
    var reservation = number == 1 ? room() : named(theirs, room);
    var despatch =
        say(
            theirs,
            chief,
            "barter.despatched",
            """
            {"evidence":[],"number":%d,"quantity":{"amount":%d,"unit":"TNE"},"reservation":"%s"}
            """
                .formatted(number, sent, reservation.id()));
    say(
        chief,
        theirs,
        "barter.received",
        """
        {"despatch":"%s","evidence":[],"number":%d,"quantity":{"amount":%d,"unit":"TNE"}}
        """
            .formatted(despatch.id(), number, received));
    return despatch;
  }

  private Named room() throws Exception {
    var rice =
        agree(
            theirs,
            chief,
            "barter_contract",
            """
            {"goods":{"account":"1000","buyer":"buyer-7","commodity":"100630","exporter":"pk",
             "name":{"en":"Rice"},"seller":"seller-1"},"indices":{},"number":1,
             "price":{"formula":"400","per":"TNE","where":{}},
             "quantity":{"amount":100,"unit":"TNE"},"screening":[],"until":"%s",
             "weighed":"outturn"}
            """
                .formatted(until));
    var reserved =
        agree(
            theirs,
            chief,
            "barter_reservation",
            """
            {"contract":"%s","hold":84000000,"number":1,"quantity":{"amount":20,"unit":"TNE"},
             "until":"%s"}
            """
                .formatted(rice.id(), until));
    room = reserved.name();
    return reserved;
  }

  private void aWrongLineIsNamed(JsonNode terms) throws Exception {
    var wrongLine = terms.toString().replace(",80000", ",80001");
    assertThat(wrongLine).isNotEqualTo(terms.toString());
    var refused =
        chief.post(
            "/api/v1/acts", "{\"kind\":\"barter_acceptances\",\"terms\":%s}".formatted(wrongLine));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("barter.figure_differs", "barter_acceptances/2");
  }

  private void aLineIsProven(TestClient as, Named act, String root) throws Exception {
    var whole = get(as, VOUCHERS + "/" + act.name(), 200);
    assertThat(whole.at("/voucher/kind").asText()).isEqualTo("acceptances");
    assertThat(whole.has("line")).isFalse();
    var second = get(as, VOUCHERS + "/" + act.name() + "/2", 200);
    assertThat(second.at("/voucher/number").asText()).isEqualTo("ir/acceptance/2");
    assertThat(second.at("/voucher/voucher").asText()).isEqualTo(act.name() + "/2");
    assertThat(second.at("/act/act").asText()).isEqualTo(act.name());
    assertThat(second.at("/grounds/0/as").asText()).isEqualTo("contract");
    var line = second.at("/line");
    assertThat(line.at("/of").asInt()).isEqualTo(2);
    assertThat(line.at("/root").asText()).isEqualTo(root);
    var path = new ArrayList<Hash>();
    line.at("/path").forEach(hash -> path.add(Hash.parseBase64(hash.asText()).orElseThrow()));
    Tree.verifyInclusion(
        Merkle.leaf(Bytes.ofUtf8(line.at("/text").asText())),
        line.at("/line").asLong() - 1,
        line.at("/of").asLong(),
        Hash.parseBase64(root).orElseThrow(),
        path);
    get(as, VOUCHERS + "/" + act.name() + "/3", 404);
  }

  // ---- signing and saying ---------------------------------------------------------------------

  private static Named agree(TestClient proposer, TestClient other, String kind, String terms)
      throws Exception {
    return agree(proposer, other, kind, JSON.readTree(terms));
  }

  private static Named agree(TestClient proposer, TestClient other, String kind, JsonNode terms)
      throws Exception {
    var act = propose(proposer, kind, terms);
    var path = "/api/v1/acts/" + act;
    var leaf = other.await(path, seen -> seen.has("act")).at("/act/leaf").asText();
    other.post(path + "/assents", "{\"leaf\":\"%s\"}".formatted(leaf)).expect(201);
    for (var each : List.of(proposer, other)) {
      each.await(
          path,
          seen ->
              seen.at("/act/stage").asText().equals("effective")
                  && seen.at("/act/isFinal").asBoolean());
    }
    return named(proposer, act);
  }

  private static String propose(TestClient as, String kind, JsonNode terms) throws Exception {
    var proposal = JSON.createObjectNode().put("kind", kind);
    proposal.set("terms", terms);
    return as.post("/api/v1/acts", proposal.toString()).expect(201).at("/entries/0").asText();
  }

  /// What `as` states, once `other` knows it.
  private static Named say(TestClient as, TestClient other, String kind, String body)
      throws Exception {
    var said =
        as.post("/api/v1/statements", "{\"kind\":\"%s\",\"body\":%s}".formatted(kind, body))
            .expect(201)
            .at("/entries/0")
            .asText();
    other.await("/api/v1/record/entries/" + said, seen -> seen.has("leafHash"));
    return named(as, said);
  }

  private static Named named(TestClient as, String entry) throws Exception {
    var detail = as.get("/api/v1/record/entries/" + entry).expect(200);
    return new Named(
        entry,
        detail.at("/envelope/log").asText() + "#" + detail.at("/envelope/seq").asLong(),
        detail.at("/leafHash").asText());
  }
}
