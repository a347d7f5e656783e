package org.sarhad.node.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// The node itself: who is signed in, its record, its link and its accounts.
final class NodeChapter extends Chapter {
  NodeChapter(HeldToContract contract) {
    super(contract);
  }

  void beforePairing(TestNode ir) throws Exception {
    try (var admin = ir.signIn("admin")) {
      get(admin, "/api/v1/overview", 200);
      get(admin, "/api/v1/link/pairing", 200);
      post(admin, "/api/v1/link/self-test", "", 200);
      post(admin, "/api/v1/link/pairing", "{\"address\":\"127.0.0.1:1\"}", 502);
      post(admin, "/api/v1/link/pairing/confirm", "{\"fingerprint\":\"1\"}", 409);
      post(admin, "/api/v1/link/restore", "", 409);
    }
  }

  void officers(TestClient watch) throws Exception {
    get(watch, "/api/v1/officers", 200);
    get(watch, "/api/v1/officers?party=pk&role=sector_commander", 200);
    get(watch, "/api/v1/officers?role=captain", 400);
  }

  void session(TestClient watch) throws Exception {
    get(watch, "/api/v1/session", 200);
    post(
        watch,
        "/api/v1/session/password",
        "{\"current\":\"not it\",\"next\":\"another long one\"}",
        409);
    get(watch, "/api/v1/overview", 200);
  }

  void record(TestClient watch, TestClient chief, TestClient compliance, String incident)
      throws Exception {
    get(watch, "/api/v1/record/heads", 200);
    var first = get(watch, "/api/v1/record/entries?limit=3", 200);
    get(watch, "/api/v1/record/entries?limit=3&cursor=" + first.at("/next").asText(), 200);
    get(
        watch,
        "/api/v1/record/entries?log=ir&kind=response.&since=2020-01-01T00:00:00Z&until=2100-01-01T00:00:00Z",
        200);
    get(watch, "/api/v1/record/entries?incident=" + incident, 200);
    get(watch, "/api/v1/record/entries?officer=nobody", 200);
    get(watch, "/api/v1/record/entries?log=xx", 404);
    get(watch, "/api/v1/record/entries?cursor=%20", 400);
    watch.await(
        "/api/v1/record/heads", heads -> heads.at("/logs").findValues("signedSize").size() >= 2);
    get(watch, "/api/v1/record/entries/ir/0", 200);
    get(watch, "/api/v1/record/entries/pk/0", 200);
    get(watch, "/api/v1/record/entries/journal/0", 200);
    get(watch, "/api/v1/record/entries/ir/99999", 404);
    get(watch, "/api/v1/record/entries/ir/0/proof", 200);
    get(watch, "/api/v1/record/entries/journal/0/proof", 409);
    get(watch, "/api/v1/record/entries/ir/0/tlog-proof", 200);
    var paper = get(watch, "/api/v1/record/entries/ir/0/paper", 200);
    assertThat(paper.findValuesAsText("holds")).contains("entry", "proof", "keys");
    var internal = get(watch, "/api/v1/record/entries/journal/0/paper", 200);
    assertThat(internal.findValuesAsText("holds")).containsOnly("entry");
    get(watch, "/api/v1/record/entries/ir/99999/paper", 404);
    get(watch, "/api/v1/record/entries/journal/0/tlog-proof", 409);
    var rows = get(watch, "/api/v1/record/entries?log=ir&kind=response.note", 200);
    var note = rows.at("/items/0/entry").asText();
    var sha = get(watch, "/api/v1/record/entries/" + note, 200).at("/payloads/0/sha256").asText();
    get(watch, "/api/v1/record/entries/%s/payloads/%s".formatted(note, sha), 200);
    get(watch, "/api/v1/record/entries/%s/payloads/%s".formatted(note, "0".repeat(64)), 404);
    post(
        compliance,
        "/api/v1/record/entries/%s/erasures".formatted(note),
        "{\"sha256\":\"%s\",\"basis\":\"regulation 7\"}".formatted(sha),
        201);
    get(watch, "/api/v1/record/entries/" + note, 200);
    get(chief, "/api/v1/record/evidence", 200);
    get(chief, "/api/v1/record/evidence/none.txt", 404);
    get(chief, "/api/v1/audit?limit=2", 200);
  }

  void link(TestClient admin, TestClient watch) throws Exception {
    get(watch, "/api/v1/link", 200);
    get(admin, "/api/v1/link/pairing", 200);
    post(watch, "/api/v1/link/self-test", "", 200);
    post(admin, "/api/v1/link/restore", "", 409);
    post(admin, "/api/v1/link/waive", "", 409);
    post(admin, "/api/v1/link/unpair", "{\"peer\":\"xx\"}", 404, 409);
    post(watch, "/api/v1/link/unpair", "{\"peer\":\"pk\"}", 403);
  }

  void bundle(TestClient admin, TestNode pk) throws Exception {
    get(admin, "/api/v1/link/bundle", 200);
    get(admin, "/api/v1/link/bundle?from=-1", 400);
    get(admin, "/api/v1/link/account-bundle?period=2", 409);
    get(admin, "/api/v1/link/account-bundle?period=0", 400);
    try (var there = pk.signIn("admin")) {
      var carried = there.download("/api/v1/link/bundle");
      answered(admin.upload("/api/v1/link/bundle", "application/x-tar", carried), 200);
    }
    answered(admin.upload("/api/v1/link/bundle", "application/x-tar", new byte[1024]), 409);
    answered(admin.upload("/api/v1/link/bundle", "application/x-tar", new byte[100]), 400);
    answered(admin.upload("/api/v1/link/bundle", "text/plain", new byte[1024]), 415);
    admin.await(
        "/api/v1/audit",
        trail ->
            trail.toString().contains("export of entries 0 to")
                && trail.toString().contains("import of 1024 bytes"));
  }

  void accounts(TestClient admin, TestNode node) throws Exception {
    get(admin, "/api/v1/accounts", 200);
    var made =
        "{\"login\":\"night\",\"name\":\"Night desk\",\"roles\":[\"watch_officer\"],\"password\":\"%s\"}"
            .formatted(TestNode.PASSWORD);
    post(admin, "/api/v1/accounts", made, 201);
    post(admin, "/api/v1/accounts", made, 409);
    post(
        admin,
        "/api/v1/accounts",
        "{\"login\":\"N\",\"name\":\"\",\"roles\":[\"king\"],\"password\":\"short\"}",
        400);
    post(admin, "/api/v1/accounts/night/enrol", "", 200);
    put(admin, "/api/v1/accounts/night/roles", "{\"roles\":[\"observer\"]}", 200);
    post(admin, "/api/v1/accounts/night/password", "{\"password\":\"another long one\"}", 200);
    post(admin, "/api/v1/accounts/nobody/password", "{\"password\":\"another long one\"}", 404);
    try (var night =
        TestClient.signIn(
            node.running().consoleAddress().toString(), "night", "another long one")) {
      post(
          night,
          "/api/v1/session/password",
          "{\"current\":\"another long one\",\"next\":\"a third long one\"}",
          204);
      answered(night.delete("/api/v1/session"), 204);
    }
    post(admin, "/api/v1/accounts/night/lock", "", 200);
    refusedSignIn(node, "night", "a third long one");
    post(admin, "/api/v1/accounts/night/unlock", "", 200);
    post(admin, "/api/v1/accounts/admin/lock", "", 409);
    post(admin, "/api/v1/accounts/nobody/lock", "", 404);
    post(admin, "/api/v1/accounts/nobody/unlock", "", 404);
    post(admin, "/api/v1/accounts/night/revoke", "{\"why\":\"left\",\"reason\":\"moved\"}", 200);
    post(admin, "/api/v1/accounts/night/lock", "", 409);
    get(admin, "/api/v1/accounts", 200);
    get(admin, "/api/v1/audit", 200);
  }

  /// What somebody hears whose account an administrator has locked.
  private static void refusedSignIn(TestNode node, String login, String password) throws Exception {
    var body = JSON.createObjectNode().put("login", login).put("password", password);
    var address = "http://" + node.running().consoleAddress() + "/api/v1/session";
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(URI.create(address))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
      assertThat(answer.body()).contains("session.account_locked");
    }
  }

  void served(TestClient watch) throws Exception {
    for (var layer : List.of("border", "lands", "towns", "marks", "posts")) {
      get(watch, "/api/v1/geo/" + layer, 200);
    }
    get(watch, "/api/v1/geo/moon", 404);
    get(watch, "/health/live", 200);
    get(watch, "/health/ready", 200);
    get(watch, "/metrics", 200);
  }

  void observed(TestClient observer, String incident) throws Exception {
    for (var path :
        List.of(
            "/api/v1/overview",
            "/api/v1/incidents",
            "/api/v1/incidents/" + incident,
            "/api/v1/incidents/" + incident + "/ranking",
            "/api/v1/incidents/" + incident + "/sitreps/draft",
            "/api/v1/units",
            "/api/v1/record/heads",
            "/api/v1/record/entries",
            "/api/v1/shift")) {
      var seen = get(observer, path, 200);
      assertThat(seen.toString())
          .as(path)
          .doesNotContain("\"journal/")
          .doesNotContain("\"internal\"");
    }
    get(observer, "/api/v1/record/entries/journal/0", 404);
    post(
        observer,
        "/api/v1/incidents/" + incident + "/notes",
        "{\"text\":\"x\",\"audience\":\"internal\"}",
        403);
    get(observer, "/api/v1/accounts", 403);
  }

  void events(TestClient watch) throws Exception {
    var stream = watch.events("");
    assertThat(stream.statusCode()).isEqualTo(200);
    assertThat(stream.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    elsewhere("watchEvents");
    elsewhere("watchTracks"); // by TrackStreamsTest
    try (var lines = stream.body()) {
      assertThat(lines.limit(3).toList().toString()).contains("event: hello");
    }
  }

  void withoutSession(TestNode ir) throws Exception {
    elsewhere("signIn"); // by every client above
    sent("signIn.login", "signIn.password");
    try (var out = ir.signIn("watch")) {
      out.delete("/api/v1/session");
      for (var operation : operations()) {
        boolean open = operation.roles().contains("public");
        if (operation.method().equals("GET") && !open) {
          var path =
              operation.path().replaceAll("\\{index\\}", "0").replaceAll("\\{[a-z0-9]+\\}", "x");
          answered(out.get(path), 401);
        }
      }
    }
  }
}
