package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.testing.Screening;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// The barter account of two running nodes, from the rules to what is owed: each computes it for
/// itself and refuses what the other would, and a node that starts again still knows.
@Tag("slow")
class BarterNodesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LORRY = "{\"amount\":40,\"unit\":\"TNE\"}";

  @TempDir Path directory;
  private final String today = LocalDate.now(ZoneOffset.UTC).toString();
  private final String until = LocalDate.now(ZoneOffset.UTC).plusYears(1) + "+00:00";

  /// An entry, as bodies name it.
  private record Named(String id, String leaf) {
    String basis() {
      return "{\"entry\":\"%s\",\"leaf\":\"%s\"}".formatted(id, leaf);
    }
  }

  @Test
  void bothNodesComeToTheSameBalance() throws Exception {
    try (var ir = TestNode.start(directory.resolve("ir"), "ir");
        var pk = TestNode.start(directory.resolve("pk"), "pk")) {
      TestNode.pair(ir, pk);
      try (var chief = ir.signIn("chief");
          var theirChief = pk.signIn("chief")) {
        open(chief, theirChief);
        nothingIsSignedUnscreened(chief);
        Screening.good(ir, pk, "seller-1", "buyer-7");
        trade(chief, theirChief);
        owes(List.of(chief, theirChief));
        Screening.held(ir, pk, "buyer-7");
        nothingIsSignedWithSomebodyHeld(chief, theirChief);
      }
      ir.restart();
      try (var chief = ir.signIn("chief")) {
        owes(List.of(chief));
      }
    }
  }

  private void open(TestClient chief, TestClient theirChief) throws Exception {
    var root = Path.of(System.getProperty("sarhad.root", ".."));
    var rules = JSON.readTree(root.resolve("docs/scenarios/modalities-1.json").toFile());
    agree(chief, theirChief, "modalities", rules);
    for (var each : List.of(chief, theirChief)) {
      each.await("/api/v1/modalities", known -> known.at("/inForce/number").asInt() == 1);
    }
    agree(
        chief,
        theirChief,
        "barter_account",
        """
        {"from":"%s+00:00","limits":{"ir":500000000,"pk":500000000},"number":1,"unit":"UA"}
        """
            .formatted(today));
  }

  private void nothingIsSignedUnscreened(TestClient chief) throws Exception {
    assertThat(propose(chief, "barter_contract", contract(1)).expect(409).at("/code").asText())
        .isEqualTo("barter.party_not_screened");
  }

  private void nothingIsSignedWithSomebodyHeld(TestClient chief, TestClient theirChief)
      throws Exception {
    assertThat(propose(chief, "barter_contract", contract(2)).expect(409).at("/code").asText())
        .isEqualTo("barter.party_held");
    assertThat(propose(theirChief, "barter_contract", contract(1)).expect(409).at("/code").asText())
        .isEqualTo("barter.party_held");
  }

  private String contract(int number) {
    return """
    {"goods":{"account":"1000","buyer":"buyer-7","commodity":"100630","exporter":"ir",
     "name":{"en":"Rice"},"seller":"seller-1"},"indices":{},"number":%d,
     "price":{"formula":"400","per":"TNE","where":{}},"quantity":%s,"screening":[],
     "until":"%s","weighed":"outturn"}
    """
        .formatted(number, LORRY, until);
  }

  private void trade(TestClient chief, TestClient theirChief) throws Exception {
    var contract = agree(chief, theirChief, "barter_contract", contract(1));
    var reservation =
        agree(
            chief,
            theirChief,
            "barter_reservation",
            """
            {"contract":"%s","hold":168000000,"number":1,"quantity":%s,"until":"%s"}
            """
                .formatted(contract.id(), LORRY, until));
    var despatch =
        say(
            chief,
            theirChief,
            "barter.despatched",
            """
            {"evidence":[],"number":1,"quantity":%s,"reservation":"%s"}
            """
                .formatted(LORRY, reservation.id()));
    var receipt =
        say(
            theirChief,
            chief,
            "barter.received",
            """
            {"despatch":"%s","evidence":[],"number":1,"quantity":%s}
            """
                .formatted(despatch.id(), LORRY));
    agree(
        theirChief,
        chief,
        "barter_acceptance",
        """
        {"despatch":%s,"disputed":0,"number":1,"on":"%s","receipt":%s,"value":160000000}
        """
            .formatted(despatch.basis(), today, receipt.basis()));
  }

  /// Pakistan's side owes 16 000, to the ten-thousandth: nobody lets it pay more, and it may pay
  /// that.
  private void owes(List<TestClient> chiefs) throws Exception {
    for (var each : chiefs) {
      assertThat(propose(each, paying(160_000_001)).expect(409).at("/code").asText())
          .isEqualTo("barter.overpaid");
      propose(each, paying(160_000_000)).expect(201);
    }
  }

  private String paying(long amount) {
    return """
    {"kind":"barter_settlement","terms":{"amount":%d,"by":"money","debtor":"pk","number":1,
     "on":"%s","reference":"TT-1"}}
    """
        .formatted(amount, today);
  }

  private static TestClient.Answer propose(TestClient as, String kind, String terms)
      throws Exception {
    return propose(as, "{\"kind\":\"%s\",\"terms\":%s}".formatted(kind, terms));
  }

  private static TestClient.Answer propose(TestClient as, String proposal) throws Exception {
    return as.post("/api/v1/acts", proposal);
  }

  private static Named agree(TestClient proposer, TestClient other, String kind, String terms)
      throws Exception {
    return agree(proposer, other, kind, JSON.readTree(terms));
  }

  private static Named agree(TestClient proposer, TestClient other, String kind, JsonNode terms)
      throws Exception {
    var proposal = JSON.createObjectNode().put("kind", kind);
    proposal.set("terms", terms);
    var act = propose(proposer, proposal.toString()).expect(201).at("/entries/0").asText();
    var path = "/api/v1/acts/" + act;
    var leaf = other.await(path, seen -> seen.has("act")).at("/act/leaf").asText();
    other.post(path + "/assents", "{\"leaf\":\"%s\"}".formatted(leaf)).expect(201);
    for (var each : List.of(proposer, other)) {
      each.await(path, seen -> seen.at("/act/stage").asText().equals("effective"));
    }
    return named(proposer, act);
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
        detail.at("/envelope/log").asText() + "#" + detail.at("/envelope/seq").asLong(),
        detail.at("/leafHash").asText());
  }
}
