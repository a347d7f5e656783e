package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.core.time.UtcTime;
import org.sarhad.node.testing.Screening;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// The committee over the API of two running nodes: a protocol, needs and offers open and sealed, a
/// match that both check, the contract that follows from it, and the room that is kept for it.
/// Every answer is held against the contract.
class MarketApiTest extends ApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROUNDS = "/api/v1/market/rounds";
  private static final String SEALS = "/api/v1/market/seals";
  private static final String CONTRACTS = "/api/v1/contracts";

  /// What is sealed: this limit stands nowhere else.
  private static final String HIDDEN =
      "{\"limit\":\"10.875\",\"line\":\"gas\",\"lots\":20,\"way\":\"offer\"}";

  private static final String OPENING = "bid.opening_missing";

  /// Until then bids are made: time enough for what two nodes have to say to each other first.
  private static final int BIDDING_SECONDS = 15;

  private final String today = LocalDate.now(ZoneOffset.UTC).toString();
  private final String until = LocalDate.now(ZoneOffset.UTC).plusYears(1) + "+00:00";

  @Test
  void whatIsNeededAndOfferedBecomesAContract() throws Exception {
    try (var ir = TestNode.start(directory.resolve("ir"), "ir");
        var pk = TestNode.start(directory.resolve("pk"), "pk")) {
      TestNode.pair(ir, pk);
      Screening.good(ir, pk, "seller-1", "buyer-7");
      String round;
      String seal;
      try (var chief = ir.signIn("chief");
          var watch = ir.signIn("watch");
          var theirs = pk.signIn("chief")) {
        withoutAnAccount(chief);
        round = opened(chief, theirs);
        tables(chief, watch, round);
        seal = bidden(chief, theirs, watch, round);
        hidden(chief, watch, seal);
        // Nobody says what cannot be: not openly, and not under a seal.
        tooEarlyOrNotTheirs(chief, theirs, seal);
      }
      pk.restart();
      try (var chief = ir.signIn("chief");
          var watch = ir.signIn("watch");
          var theirs = pk.signIn("chief")) {
        shown(chief, theirs, round, seal);
        var match = matched(chief, theirs, watch, round);
        var contract = contracted(chief, theirs, match);
        reserved(chief, theirs, watch, contract);
      }
    }
  }

  // ---- the protocol ---------------------------------------------------------------------------

  private String opened(TestClient chief, TestClient theirs) throws Exception {
    assertThat(get(chief, ROUNDS, 200).at("/total").asInt()).isZero();
    var root = Path.of(System.getProperty("sarhad.root", ".."));
    var rules = JSON.readTree(root.resolve("docs/scenarios/modalities-1.json").toFile());
    agree(chief, theirs, "modalities", rules.toString());
    for (var each : List.of(chief, theirs)) {
      each.await("/api/v1/modalities", known -> known.at("/inForce/number").asInt() == 1);
    }
    agree(
        chief,
        theirs,
        "barter_account",
        """
        {"from":"%s+00:00","limits":{"ir":3000000000,"pk":3000000000},"number":1,"unit":"UA"}
        """
            .formatted(today));
    var proposed = propose(chief, "barter_protocol", protocol());
    var waiting = theirs.await(ROUNDS, seen -> !seen.at("/proposed").isEmpty());
    assertThat(waiting.at("/proposed/0/act").asText()).isEqualTo(proposed);
    assertThat(waiting.at("/proposed/0/waitingFor/0").asText()).isEqualTo("pk");
    return assented(chief, theirs, proposed);
  }

  private String protocol() {
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return """
    {"closes":"%s","corridors":[{"capacity":{"amount":8,"unit":"H87"},"name":"rail",\
    "uses":{"rice":2}}],"from":"%s+00:00","indices":{},"lines":[\
    {"commodity":"271121","exporter":"pk","lot":{"amount":1000,"unit":"GV"},"lots":{"least":0,"most":40},\
    "name":"gas","price":{"formula":"10","per":"GV","where":{}},"text":{"en":"Gas"},"tolerance":0,\
    "value":{"least":0,"most":9000000000}},\
    {"commodity":"100630","exporter":"ir","lot":{"amount":60,"unit":"TNE"},"lots":{"least":3,"most":10},\
    "name":"rice","price":{"formula":"400","per":"TNE","where":{}},"text":{"en":"Rice"},"tolerance":50,\
    "value":{"least":0,"most":9000000000}}],"quotas":[],"reveal_by":"%s",\
    "swing":{"ir":3000000000,"pk":3000000000},"until":"%s"}
    """
        .formatted(
            UtcTime.print(now.plusSeconds(BIDDING_SECONDS)),
            today,
            UtcTime.print(now.plusSeconds(600)),
            until);
  }

  // ---- lines in a table -----------------------------------------------------------------------

  private static final String TABLE = "/api/v1/market/lines/preview";

  private void withoutAnAccount(TestClient chief) throws Exception {
    assertThat(csv(chief, TABLE, "", 409).at("/code").asText()).isEqualTo("market.no_account");
  }

  /// What is given out is read again as it was; a line of arms is named with what is wrong.
  private void tables(TestClient chief, TestClient watch, String round) throws Exception {
    var given = table(watch, ROUNDS + "/" + round + "/lines");
    var known = get(chief, ROUNDS + "/" + round, 200).at("/round/terms/lines");
    var looked = csv(chief, TABLE, given, 200);
    assertThat(looked.at("/lines")).isEqualTo(known);
    assertThat(looked.at("/refusedTotal").asInt()).isZero();
    var broken = csv(chief, TABLE, given.replace("100630", "930690").replace("GV", "XX"), 200);
    assertThat(broken.at("/lines")).isEmpty();
    assertThat(broken.at("/refused/0/line").asInt()).isEqualTo(2);
    assertThat(broken.at("/refused/0/column").asText()).isEqualTo("unit");
    assertThat(broken.at("/refused/0/value").asText()).isEqualTo("XX");
    assertThat(broken.findValuesAsText("code")).containsExactly("unit", "unit", "barred");
    assertThat(csv(chief, TABLE + "?limit=1", "a\n", 200).at("/next").isTextual()).isTrue();
    assertThat(table(watch, "/api/v1/market/lines/empty")).startsWith("\uFEFFname,commodity,");
    csv(watch, TABLE, given, 403);
    get(watch, ROUNDS + "/ir/999999/lines", 404);
    var binary = held(chief.upload(TABLE, "text/csv", new byte[] {(byte) 0xff, (byte) 0xfe}));
    assertThat(binary.expect(400).toString()).contains("UTF-8");
  }

  private String table(TestClient as, String path) throws Exception {
    assertThat(held(as.get(path)).status()).isEqualTo(200);
    return new String(as.download(path), StandardCharsets.UTF_8);
  }

  private JsonNode csv(TestClient as, String path, String text, int status) throws Exception {
    return held(as.upload(path, "text/csv", text.getBytes(StandardCharsets.UTF_8))).expect(status);
  }

  // ---- bids -----------------------------------------------------------------------------------

  private String bidden(TestClient chief, TestClient theirs, TestClient watch, String round)
      throws Exception {
    var name = get(chief, ROUNDS, 200).at("/items/0");
    assertThat(name.at("/act").asText()).isEqualTo(round);
    assertThat(name.at("/phase").asText()).isEqualTo("bidding");
    var protocol = name.at("/statement").asText();
    say(chief, stated(protocol, "rice", 6, "380", "offer"), 201);
    say(theirs, stated(protocol, "rice", 6, "420", "need"), 201);
    say(chief, stated(protocol, "gas", 20, "11", "need"), 201);
    var gone = say(theirs, stated(protocol, "rice", 1, "420", "need"), 201).at("/entries/0");
    var path = ROUNDS + "/" + round + "/bids";
    var statement = item(get(theirs, path, 200), gone.asText()).at("/statement").asText();
    say(theirs, "market.withdrawn", "{\"bid\":\"%s\"}".formatted(statement), 201);
    post(watch, SEALS, sealing(round, HIDDEN), 403);
    post(theirs, SEALS, sealing("ir/999999", HIDDEN), 404);
    post(theirs, SEALS, sealing(round, "{\"line\":\"gas\",\"lots\":0,\"way\":\"offer\"}"), 400);
    post(theirs, SEALS, sealing(round, "{\"line\":\"gas\",\"lots\":1,\"way\":\"swap\"}"), 400);
    assertThat(
            post(
                    theirs,
                    SEALS,
                    sealing(round, "{\"line\":\"gas\",\"lots\":1,\"way\":\"need\"}"),
                    409)
                .at("/code")
                .asText())
        .isEqualTo("market.wrong_way");
    var seal = post(theirs, SEALS, sealing(round, HIDDEN), 201).at("/entries/0").asText();
    for (var each : List.of(chief, theirs, watch)) {
      var seen = each.await(path, page -> page.at("/total").asInt() == 5);
      assertThat(seen.toString()).contains("withdrawn", "sealed");
    }
    return seal;
  }

  private static String stated(String protocol, String line, int lots, String limit, String way) {
    return """
    {"bid":{"limit":"%s","line":"%s","lots":%d,"way":"%s"},"protocol":"%s"}
    """
        .formatted(limit, line, lots, way, protocol);
  }

  private static String sealing(String round, String bid) {
    return "{\"bid\":%s,\"round\":\"%s\"}".formatted(bid, round);
  }

  /// What is sealed is read by nobody else: not in the bids, and not in any entry.
  private void hidden(TestClient chief, TestClient watch, String seal) throws Exception {
    for (var each : List.of(chief, watch)) {
      var seen = new StringBuilder(get(each, ROUNDS, 200).toString());
      for (var item : get(each, "/api/v1/record/entries?log=pk&limit=100", 200).at("/items")) {
        seen.append(get(each, "/api/v1/record/entries/" + item.at("/entry").asText(), 200));
      }
      assertThat(seen.toString()).contains("market.sealed").doesNotContain("10.875");
    }
    assertThat(seal).startsWith("pk/");
  }

  private void tooEarlyOrNotTheirs(TestClient chief, TestClient theirs, String seal)
      throws Exception {
    var path = SEALS + "/" + seal + "/reveal";
    assertThat(post(theirs, path, "", 409).at("/code").asText()).isEqualTo("market.not_closed");
    assertThat(post(chief, path, "", 409).at("/code").asText()).isEqualTo(OPENING);
    post(chief, SEALS + "/pk/999999/reveal", "", 404);
  }

  private void shown(TestClient chief, TestClient theirs, String round, String seal)
      throws Exception {
    var path = ROUNDS + "/" + round;
    theirs.await(path, seen -> seen.at("/round/phase").asText().equals("revealing"));
    var own = item(get(theirs, path + "/bids", 200), seal);
    assertThat(own.at("/says/limit").asText()).as("after a restart").isEqualTo("10.875");
    assertThat(own.at("/opensHere").asBoolean()).isTrue();
    post(theirs, SEALS + "/" + seal + "/reveal", "", 201);
    assertThat(post(theirs, SEALS + "/" + seal + "/reveal", "", 409).at("/code").asText())
        .isEqualTo("market.already_revealed");
    chief.await(path, seen -> seen.at("/round/phase").asText().equals("complete"));
    var known = get(chief, path, 200).at("/round");
    assertThat(known.at("/sides/1/sealed/revealed").asInt()).isEqualTo(1);
    assertThat(known.at("/sides/1/sealed/lapsed").asInt()).isZero();
    assertThat(item(get(chief, path + "/bids", 200), seal).at("/says/limit").asText())
        .isEqualTo("10.875");
    assertThat(known.at("/lines/0/offered/lots").asInt()).isEqualTo(20);
    assertThat(known.at("/lines/1/lotWorth").asLong()).isEqualTo(240_000_000);
  }

  private static JsonNode item(JsonNode page, String bid) {
    for (var one : page.at("/items")) {
      if (one.at("/bid").asText().equals(bid)) {
        return one;
      }
    }
    throw new AssertionError("no bid " + bid);
  }

  // ---- the match ------------------------------------------------------------------------------

  /// Four wagons of rice of 24 000 go by rail, and 20 lots of gas of 10 875 the other way.
  private String matched(TestClient chief, TestClient theirs, TestClient watch, String round)
      throws Exception {
    var path = ROUNDS + "/" + round;
    get(watch, path + "/match", 403);
    get(chief, path + "/match?by=magic", 400);
    optimum(chief, path);
    get(chief, ROUNDS + "/ir/999999/match", 404);
    var first = get(chief, path + "/match", 200);
    var found = get(chief, path + "/match?by=search", 200);
    assertThat(found.at("/isComplete").asBoolean()).isTrue();
    assertThat(found.at("/match/value").asLong()).isEqualTo(3_135_000_000L);
    assertThat(first.at("/match/bound").asLong())
        .isGreaterThanOrEqualTo(found.at("/match/bound").asLong());
    assertThat(found.at("/match/gapPpm").asLong()).isLessThan(1_000);
    assertThat(found.at("/match/unmet")).hasSize(2);
    assertThat(found.at("/match/turnover/offered").asLong())
        .isEqualTo(6L * 240_000_000 + 20L * 108_750_000);
    var rail = row(found, "corridor");
    assertThat(rail.at("/used").asInt()).isEqualTo(8);
    assertThat(rail.at("/unit").asText()).isEqualTo("H87");
    assertThat(rail.at("/oneMore").asLong()).isBetween(119_000_000L, 121_000_000L);
    var act = propose(chief, "barter_match", found.at("/terms").toString());
    var seen = theirs.await(path, known -> !known.at("/matches").isEmpty());
    assertThat(seen.at("/matches/0/checks/0/said").asText()).isEqualTo("proposed");
    assertThat(seen.at("/matches/0/checks/1/said").asText()).isEqualTo("waiting");
    assertThat(seen.at("/matches/0/checks/1/objection").isMissingNode()).isTrue();
    assented(chief, theirs, act);
    for (var each : List.of(chief, theirs, watch)) {
      var match = get(each, "/api/v1/market/matches/" + act, 200);
      assertThat(match.at("/match")).isEqualTo(found.at("/match"));
      assertThat(match.at("/act/checks/1/said").asText()).isEqualTo("assented");
      assertThat(get(each, path, 200).at("/round/match").asText()).isEqualTo(act);
    }
    get(chief, "/api/v1/market/matches/ir/0", 404);
    return act;
  }

  /// Only where a solver lies beside the node, and said where none does.
  private void optimum(TestClient chief, String path) throws Exception {
    boolean isThere = get(chief, path, 200).has("solver");
    assertThat(isThere).isEqualTo(Solvers.find().isPresent());
    var answer = get(chief, path + "/match?by=optimum", isThere ? 200 : 409);
    assertThat(isThere ? answer.at("/match/value").asText() : answer.at("/code").asText())
        .isEqualTo(isThere ? "3135000000" : "solver.missing");
  }

  private static JsonNode row(JsonNode found, String kind) {
    for (var row : found.at("/match/rows")) {
      if (row.at("/kind").asText().equals(kind)) {
        return row;
      }
    }
    throw new AssertionError("no row of a " + kind);
  }

  // ---- what follows ---------------------------------------------------------------------------

  private String contracted(TestClient chief, TestClient theirs, String match) throws Exception {
    var path = "/api/v1/market/matches/" + match;
    var rice = placed(get(chief, path, 200), "rice");
    var asked =
        "%s/contract?offer=%s&need=%s"
            .formatted(path, rice.at("/offer").asText(), rice.at("/need").asText());
    get(chief, asked, 400);
    get(chief, asked + "&seller=seller-1&buyer=buyer-7&weighed=guessed", 400);
    get(chief, path + "/contract?offer=ir/0&need=pk/0&seller=a&buyer=b", 404);
    var draft =
        get(chief, asked + "&seller=seller-1&buyer=buyer-7&account=1000&weighed=loaded", 200);
    assertThat(draft.at("/terms/quantity/amount").asInt()).isEqualTo(4 * 60);
    assertThat(draft.at("/terms/price/formula").asText()).isEqualTo("min(max(400, 380), 420)");
    assertThat(draft.at("/terms/number").asInt()).isEqualTo(1);
    assertThat(draft.has("objection")).isFalse();
    assertThat(draft.at("/terms/screening")).as("what two officers of each side said").hasSize(4);
    assertThat(get(chief, asked + "&seller=seller-2&buyer=buyer-7", 200).at("/objection").asText())
        .isEqualTo("barter.party_not_screened");
    var act = propose(chief, "barter_contract", draft.at("/terms").toString());
    var waiting = theirs.await(CONTRACTS, seen -> !seen.at("/items").isEmpty());
    assertThat(waiting.at("/items/0/stage").asText()).isEqualTo("drafted");
    assertThat(get(theirs, CONTRACTS + "/" + act, 200).at("/papers")).hasSize(1);
    assented(chief, theirs, act);
    var signed = get(theirs, CONTRACTS + "?stage=signed", 200);
    assertThat(signed.at("/items/0/act").asText()).isEqualTo(act);
    assertThat(signed.at("/items/0/price").asLong()).isEqualTo(4_000_000);
    assertThat(signed.at("/stages/drafted").asInt()).isZero();
    return act;
  }

  private static JsonNode placed(JsonNode detail, String line) {
    for (var one : detail.at("/match/placed")) {
      if (one.at("/line").asText().equals(line)) {
        return one;
      }
    }
    throw new AssertionError("nothing placed of " + line);
  }

  private void reserved(TestClient chief, TestClient theirs, TestClient watch, String contract)
      throws Exception {
    var path = CONTRACTS + "/" + contract;
    get(watch, path + "/permit", 403);
    get(chief, path + "/permit?amount=lorry", 400);
    assertThat(get(chief, path + "/permit?amount=241", 409).at("/code").asText())
        .isEqualTo("barter.quantity_exceeded");
    var draft = get(chief, path + "/permit?amount=60&until=" + today + "%2B00:00", 200);
    // Five per cent more may come than was reserved.
    assertThat(draft.at("/room/hold").asLong()).isEqualTo(252_000_000);
    assertThat(draft.at("/room/party").asText()).isEqualTo("pk");
    assertThat(draft.at("/room/left").asLong()).isEqualTo(3_000_000_000L - 252_000_000);
    assertThat(draft.at("/room/fits").asBoolean()).isTrue();
    var act = propose(chief, "barter_reservation", draft.at("/terms").toString());
    theirs.await("/api/v1/permits?stage=drafted", seen -> !seen.at("/items").isEmpty());
    assented(chief, theirs, act);
    var live = get(theirs, "/api/v1/permits?stage=live", 200);
    assertThat(live.at("/items/0/holding").asLong()).isEqualTo(252_000_000);
    assertThat(live.at("/items/0/contract").asText()).isEqualTo(contract);
    var known = get(watch, path, 200);
    assertThat(known.at("/contract/stage").asText()).isEqualTo("active");
    assertThat(known.at("/contract/progress/left").asInt()).isEqualTo(180);
    assertThat(known.at("/permits")).hasSize(1);
    assertThat(known.at("/papers")).hasSize(2);
    get(chief, CONTRACTS + "/ir/0", 404);
    get(chief, CONTRACTS + "?stage=lost", 400);
    get(chief, "/api/v1/permits?stage=lost", 400);
  }

  // ---- asking ---------------------------------------------------------------------------------

  private String propose(TestClient as, String kind, String terms) throws Exception {
    return post(as, "/api/v1/acts", "{\"kind\":\"%s\",\"terms\":%s}".formatted(kind, terms), 201)
        .at("/entries/0")
        .asText();
  }

  private String agree(TestClient proposer, TestClient other, String kind, String terms)
      throws Exception {
    return assented(proposer, other, propose(proposer, kind, terms));
  }

  private String assented(TestClient proposer, TestClient other, String act) throws Exception {
    var path = "/api/v1/acts/" + act;
    var leaf = other.await(path, seen -> seen.has("act")).at("/act/leaf").asText();
    post(other, path + "/assents", "{\"leaf\":\"%s\"}".formatted(leaf), 201);
    for (var each : List.of(proposer, other)) {
      var seen = each.await(path, now -> now.at("/act/stage").asText().equals("effective"));
      assertThat(seen.at("/act/flaw").isMissingNode()).as("%s", seen.at("/act/flaw")).isTrue();
    }
    return act;
  }

  private JsonNode say(TestClient as, String bid, int status) throws Exception {
    return say(as, "market.stated", bid, status);
  }

  private JsonNode say(TestClient as, String kind, String body, int status) throws Exception {
    return post(
        as, "/api/v1/statements", "{\"kind\":\"%s\",\"body\":%s}".formatted(kind, body), status);
  }
}
