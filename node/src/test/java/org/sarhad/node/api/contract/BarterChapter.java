package org.sarhad.node.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sarhad.node.lists.ListShelf;
import org.sarhad.node.testing.TestClient;

/// The account, its market, what is delivered and who is screened.
final class BarterChapter extends Chapter {
  BarterChapter(HeldToContract contract) {
    super(contract);
  }

  /// We take a list, stop a trading party, and cannot let it go alone; they see where it stands.
  /// Without an account; [BookApiTest] has one.
  void book(TestClient watch) throws Exception {
    get(watch, "/api/v1/barter/account", 200);
    get(watch, "/api/v1/barter/vouchers?kind=contra&account=1000&period=0&limit=5", 200);
    get(watch, "/api/v1/barter/vouchers?contract=here", 400);
    get(watch, "/api/v1/barter/vouchers/ir/0", 404);
    get(watch, "/api/v1/barter/vouchers/ir/0/1", 404);
    get(watch, "/api/v1/barter/acceptances?exporter=ir&chosen=ir/0&limit=5", 200);
    get(watch, "/api/v1/barter/acceptances?chosen=here", 400);
    get(watch, "/api/v1/barter/statements", 200);
    for (var draft : List.of("credit", "price?contract=ir/0", "restatement?factor=1.05")) {
      get(watch, "/api/v1/barter/drafts/" + draft, 409);
    }
    get(watch, "/api/v1/barter/drafts/restatement?factor=01", 400);
    for (var form : List.of("", "/camt053", "/mt950", "/csv", "/pdf?language=ur")) {
      get(watch, "/api/v1/barter/statements/1" + form, 404);
    }
    get(watch, "/api/v1/barter/journals/hledger", 200);
    get(watch, "/api/v1/barter/journals/beancount", 200);
  }

  void screening(TestClient compliance, TestClient there, Path node) throws Exception {
    get(compliance, "/api/v1/screening/parties?state=clear", 400);
    var list = Path.of(System.getProperty("sarhad.root", ".."), "docs/scenarios/lists/un.xml");
    var file = ListShelf.of(node).take(list).list().sha256().hex();
    var grounds =
        "\"grounds\":{\"edition\":1,\"lists\":{\"un\":\"%s\"},\"threshold\":800}".formatted(file);
    said(
        compliance,
        "screening.list_taken",
        "\"list\":{\"dated\":\"2019-04-20\",\"entities\":3,\"sha256\":\"%s\",\"source\":\"un\"}"
            .formatted(file));
    said(compliance, "screening.held", grounds + ",\"subject\":\"Makran Rice\"");
    said(
        compliance,
        "screening.basis_recorded",
        """
        "from":"2019-01-01T00:00:00.000Z","quota":{"amount":100,"commodities":["1006"],"unit":"TNE"},\
        "subject":"Makran Rice","title":{"en":"Licence 12"},"until":"2100-01-01T00:00:00.000Z\"""");
    said(
        compliance,
        "screening.proposed",
        grounds + ",\"status\":\"released\",\"subject\":\"Makran Rice\"");
    var parties = "/api/v1/screening/parties";
    var proposal = get(compliance, parties, 200).at("/items/0/sides/0/proposal/statement").asText();
    assertThat(
            post(
                    compliance,
                    "/api/v1/statements",
                    statement("screening.confirmed", "\"proposal\":\"%s\"".formatted(proposal)),
                    409)
                .at("/code")
                .asText())
        .isEqualTo("screening.same_officer");
    var seen = there.await(parties, page -> page.at("/items/0/sides/0").has("proposal"));
    assertThat(seen.at("/items/0/objection").asText()).isEqualTo("screening.party_held");
    assertThat(seen.at("/items/0/sides/1/standing").asText()).isEqualTo("not_screened");
    assertThat(get(there, parties + "?state=waiting&limit=1&cursor=0", 200).at("/total").asInt())
        .isEqualTo(1);
    var board = get(there, "/api/v1/screening", 200);
    assertThat(board.at("/lists/0/isStale").asBoolean()).isFalse();
    assertThat(board.at("/licences/0/left").asInt()).isEqualTo(100);
    hits(compliance, there);
    get(there, "/api/v1/screening/party?subject=Makran%20Rice", 200);
    get(there, "/api/v1/screening/party", 400);
    get(there, "/api/v1/screening/look-back", 200);
    ownFiles(compliance, list);
  }

  private void ownFiles(TestClient compliance, Path list) throws Exception {
    var path = "/api/v1/screening/";
    answered(compliance.upload(path + "files", "application/xml", Files.readAllBytes(list)), 200);
    answered(compliance.upload(path + "files", "image/png", new byte[] {1}), 415);
    var table = "party,sort,name,number\nMakran Rice,firm,Makran Rice Mills,\n";
    answered(
        compliance.upload(path + "own/table", "text/csv", table.getBytes(StandardCharsets.UTF_8)),
        200);
    get(compliance, path + "own", 200);
    get(compliance, path + "own/party?subject=Makran%20Rice&threshold=700", 200);
    get(compliance, path + "own/party?subject=Nobody", 404);
    get(compliance, path + "own/ftm", 200);
  }

  /// There is no account here; what there is with one is in [DeliveriesApiTest].
  void deliveries(TestClient chief, TestClient watch) throws Exception {
    get(watch, "/api/v1/deliveries", 200);
    get(watch, "/api/v1/deliveries/consignments?state=unstamped&limit=1&cursor=0", 200);
    get(watch, "/api/v1/deliveries/consignments/ir/999999", 404);
    for (var export :
        List.of("epcis", "despatch-advice", "receipt-advice", "transportation-status")) {
      get(watch, "/api/v1/deliveries/consignments/ir/999999/" + export, 404);
    }
    get(watch, "/api/v1/deliveries/comparisons", 200);
    get(watch, "/api/v1/deliveries/comparisons/ir/999999", 404);
    get(watch, "/api/v1/energy/lines", 200);
    var line = "/api/v1/energy/lines/ir/999999";
    get(watch, line + "/months/2019-04", 404);
    get(watch, line + "/days/2019-04-21", 404);
    get(watch, line + "/comparison", 404);
    var csv = "serial,from,wh,register,quality\n".getBytes(StandardCharsets.UTF_8);
    for (var each : List.of("/meter/preview", "/meter")) {
      answered(chief.upload(line + each, "text/csv", csv), 404);
      answered(watch.upload(line + each, "text/csv", csv), 403);
    }
  }

  private void hits(TestClient compliance, TestClient there) throws Exception {
    var path = "/api/v1/screening/hits";
    var found =
        post(
            compliance,
            path,
            """
            {"sort":"firm","names":["Desert Wings"],"threshold":700,\
            "numbers":[{"scheme":"imo","number":"9074729"}]}""",
            200);
    assertThat(found.at("/lists/0/isHeld").asBoolean()).isTrue();
    assertThat(found.at("/lists/0/hits/0/reference").asText()).isEqualTo("XXe.012");
    assertThat(found.at("/lists/0/hits/0/meetings/0/how").asText()).isEqualTo("same");
    post(compliance, path, "{\"sort\":\"person\",\"names\":[\"Nobody\"]}", 400);
    post(compliance, path, "{\"sort\":\"firm\",\"names\":[\"M\u0430kran\"]}", 400);
    post(compliance, path, "{\"sort\":\"firm\",\"names\":[\"x\"],\"threshold\":801}", 400);
    post(there, path, "{\"sort\":\"firm\",\"names\":[\"x\"]}", 403);
  }

  /// What becomes of a round where there is one is in [MarketApiTest].
  void market(TestClient chief, TestClient watch) throws Exception {
    var round = "/api/v1/market/rounds/ir/1";
    get(watch, "/api/v1/market/rounds?limit=1&cursor=0", 200);
    get(watch, round, 404);
    get(watch, round + "/bids", 404);
    get(watch, round + "/match", 403);
    get(chief, round + "/match?by=search", 404);
    get(watch, round + "/lines", 404);
    answered(watch.get("/api/v1/market/lines/empty"), 200);
    var csv = "name\n".getBytes(StandardCharsets.UTF_8);
    answered(chief.upload("/api/v1/market/lines/preview?limit=1", "text/csv", csv), 409);
    answered(watch.upload("/api/v1/market/lines/preview", "text/csv", csv), 403);
    get(chief, "/api/v1/market/matches/ir/1", 404);
    get(
        chief,
        "/api/v1/market/matches/ir/1/contract?offer=ir/1&need=pk/1&seller=a&buyer=b&account=1000"
            + "&weighed=mean",
        404);
    var bid = "{\"limit\":\"400\",\"line\":\"rice\",\"lots\":1,\"way\":\"need\"}";
    post(chief, "/api/v1/market/seals", "{\"bid\":%s,\"round\":\"ir/1\"}".formatted(bid), 404);
    post(chief, "/api/v1/market/seals/ir/1/reveal", "", 404);
    get(watch, "/api/v1/contracts?stage=active", 200);
    get(watch, "/api/v1/contracts/ir/1", 404);
    get(watch, "/api/v1/contracts/ir/1?deliveries=50&papers=50&limit=50", 404);
    get(watch, "/api/v1/contracts/ir/1?deliveries=none", 400);
    get(chief, "/api/v1/contracts/ir/1/permit?amount=1&until=2100-01-01%2B03:30", 404);
    get(watch, "/api/v1/permits?stage=live", 200);
  }
}
