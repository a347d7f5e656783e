package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;
import org.sarhad.node.account.Account;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.api.view.Problem;
import org.sarhad.node.config.HostPort;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.http.HttpListener;
import org.sarhad.node.machine.AuditFact;
import org.sarhad.node.metrics.Metrics;
import org.sarhad.node.testing.CountedRandomness;
import org.sarhad.node.testing.HandClock;
import org.sarhad.node.testing.RunningClock;
import org.sarhad.tlog.crypto.Signatures;

/// Every gate in front of an operation, each seen closing.
class ApiGatesTest {
  private static final String PASSWORD = "correct horse battery";

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private final HandClock clock = new HandClock();
  private final List<AuditFact> audited = new ArrayList<>();
  private final AtomicInteger ran = new AtomicInteger();
  private final CountDownLatch release = new CountDownLatch(1);
  private final Metrics metrics = new Metrics();
  private Accounts accounts;
  private HttpListener listener;

  private record Signed(String cookie, String csrf) {}

  @BeforeEach
  void start() throws Exception {
    var config =
        NodeConfig.parse(
            """
            party.id = ir
            channel.id = sarhad.example/ir-pk
            password.memory-kib = 8192
            password.passes = 1
            console.requests-max = 4
            console.rate-per-account = 10
            console.body-max = 64 KiB
            """);
    accounts =
        Accounts.open(
            directory.resolve("accounts.db"),
            "ir.sarhad.example",
            config.accounts(),
            clock,
            new CountedRandomness(1),
            Signatures.jdk());
    accounts.create("watch", "Desk", EnumSet.of(Role.WATCH_OFFICER), PASSWORD);
    accounts.create("observer", "Observer", EnumSet.of(Role.OBSERVER), PASSWORD);
    var gate = new Gate();
    var operations = new ArrayList<Operation>();
    operations.addAll(
        new SessionOperations(
                config.console(),
                accounts,
                gate,
                new Parties(config.party(), config.neighbour(), "test", clock.now()))
            .list());
    operations.add(
        Operation.post(
            "write", "/api/v1/things/{thing}/notes", Access.of(Role.WATCH_OFFICER), this::write));
    operations.add(
        Operation.get(
            "read",
            "/api/v1/things/{thing}",
            Access.signedIn(),
            call -> Answer.ok(call.part("thing"))));
    operations.add(
        Operation.get("search", "/api/v1/things/search", Access.signedIn(), this::search));
    operations.add(Operation.get("hang", "/api/v1/hang", Access.signedIn(), this::hang));
    var api = new Api(config.console(), accounts, gate, clock, metrics, operations);
    listener =
        HttpListener.start(
            new HostPort("127.0.0.1", 0),
            Optional.empty(),
            new HttpListener.Limits(100, Duration.ofSeconds(5)),
            new RunningClock(),
            api);
  }

  @AfterEach
  void stop() {
    release.countDown();
    client.close();
    listener.close();
    accounts.close();
    metrics.close();
  }

  private final class Gate extends SilentGate {
    @Override
    public Set<Role> rolesOf(OfficerId officer) {
      return accounts.findBy(officer).map(Account::roles).orElse(Set.of());
    }

    @Override
    public void audit(AuditFact fact) {
      audited.add(fact);
    }
  }

  private record Written(String thing, String text) {}

  private Answer write(Call call) throws MalformedRequestException {
    var text = call.body().text("text", 1, 20);
    call.body().finish();
    ran.incrementAndGet();
    return text.equals("refuse me")
        ? Answer.unknown(call.part("thing"))
        : Answer.created(new Written(call.part("thing"), text));
  }

  private Answer search(Call call) throws MalformedRequestException {
    var query = call.query();
    int limit = query.number("limit", 50, 1, 500);
    query.finish();
    return Answer.ok(limit);
  }

  private Answer hang(Call call) {
    try {
      release.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Answer.ok(call.exchange().path());
  }

  @Test
  void whoIsNotSignedInIsTurnedAway() throws Exception {
    refused(get("/api/v1/things/1", Optional.empty()), 401, "session.missing");
  }

  @Test
  void aMadeUpEndedOrExpiredSessionIsNone() throws Exception {
    var signed = signIn("watch");
    refused(
        get("/api/v1/things/1", Optional.of(new Signed("made-up", ""))), 401, "session.missing");

    clock.pass(Duration.ofMinutes(30));
    refused(get("/api/v1/things/1", Optional.of(signed)), 401, "session.missing");

    var again = signIn("watch");
    assertThat(send("DELETE", "/api/v1/session", again, "").statusCode()).isEqualTo(204);
    refused(get("/api/v1/things/1", Optional.of(again)), 401, "session.missing");

    var revoked = signIn("watch");
    accounts.revoke("watch");
    refused(get("/api/v1/things/1", Optional.of(revoked)), 401, "session.missing");
  }

  @Test
  void theCookieIsSafeByDefault() throws Exception {
    var response = signInResponse("watch", PASSWORD);

    assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("; HttpOnly", "; SameSite=Strict", "; Path=/");
  }

  @Test
  void aWrongRoleIsDeniedAndAudited() throws Exception {
    var response =
        post("/api/v1/things/1/notes", signIn("observer"), "key-00001", "{\"text\":\"x\"}");

    refused(response, 403, "role.denied");
    assertThat(response.body()).contains("Watch officer");
    assertThat(ran).hasValue(0);
    assertThat(audited)
        .anySatisfy(
            fact -> {
              assertThat(fact.what()).isEqualTo("denied");
              assertThat(fact.login()).contains("observer");
              assertThat(fact.operation()).contains("write");
              assertThat(fact.code()).contains("role.denied");
            });
  }

  @Test
  void aWriteWithoutTheSessionsTokenIsDenied() throws Exception {
    var signed = signIn("watch");

    refused(
        post(
            "/api/v1/things/1/notes",
            new Signed(signed.cookie(), "wrong-token-wrong-token"),
            "key-00001",
            "{\"text\":\"x\"}"),
        403,
        "session.csrf");
    assertThat(ran).hasValue(0);
  }

  @Test
  void aWriteWithoutAKeyIsRefused() throws Exception {
    refused(
        post("/api/v1/things/1/notes", signIn("watch"), "", "{\"text\":\"x\"}"),
        400,
        "idempotency.missing");
    refused(
        post("/api/v1/things/1/notes", signIn("watch"), "sp ace key", "{\"text\":\"x\"}"),
        400,
        "idempotency.missing");
  }

  @Test
  void theSameWriteIsDoneOnceAndAnsweredTwice() throws Exception {
    var signed = signIn("watch");

    var first = post("/api/v1/things/1/notes", signed, "key-00001", "{\"text\":\"x\"}");
    var second = post("/api/v1/things/1/notes", signed, "key-00001", "{\"text\":\"x\"}");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(ran).hasValue(1);
  }

  @Test
  void anotherWriteUnderTheSameKeyIsRefused() throws Exception {
    var signed = signIn("watch");
    post("/api/v1/things/1/notes", signed, "key-00001", "{\"text\":\"x\"}");

    refused(
        post("/api/v1/things/1/notes", signed, "key-00001", "{\"text\":\"y\"}"),
        409,
        "idempotency.reused");
    refused(
        post("/api/v1/things/2/notes", signed, "key-00001", "{\"text\":\"x\"}"),
        409,
        "idempotency.reused");
  }

  @Test
  void whatWasRefusedMayBeTriedAgainUnderItsKey() throws Exception {
    var signed = signIn("watch");

    refused(
        post("/api/v1/things/1/notes", signed, "key-00001", "{\"text\":\"refuse me\"}"),
        404,
        "thing.unknown");
    refused(
        post("/api/v1/things/1/notes", signed, "key-00001", "{\"txt\":1}"),
        400,
        "request.malformed");
    assertThat(post("/api/v1/things/1/notes", signed, "key-00001", "{\"text\":\"x\"}").statusCode())
        .isEqualTo(201);
  }

  @Test
  void everythingWrongWithABodyIsSaidAtOnce() throws Exception {
    var response =
        post("/api/v1/things/1/notes", signIn("watch"), "key-00001", "{\"txt\":1,\"more\":2}");

    refused(response, 400, "request.malformed");
    assertThat(response.body())
        .contains("\"name\":\"text\"", "\"name\":\"txt\"", "\"name\":\"more\"");
  }

  @Test
  void bodiesThatAreNoJsonObjectAreRefused() throws Exception {
    var signed = signIn("watch");
    int n = 0;
    for (var body :
        List.of(
            "{",
            "[]",
            "null",
            "{\"text\":\"a\",\"text\":\"b\"}",
            "{\"text\":\"a\"} x",
            "\u0000",
            "{\"text\":" + "[".repeat(100) + "]".repeat(100) + "}")) {
      refused(
          post("/api/v1/things/1/notes", signed, "key-0000" + n++, body), 400, "request.malformed");
    }
    assertThat(ran).hasValue(0);
  }

  @Test
  void aBodyThatIsTooLargeOrOfAnotherTypeIsRefused() throws Exception {
    var signed = signIn("watch");
    refused(
        post(
            "/api/v1/things/1/notes",
            signed,
            "key-00001",
            "{\"text\":\"%s\"}".formatted("x".repeat(70_000))),
        413,
        "request.too_large");
    var form =
        request("/api/v1/things/1/notes", signed)
            .header("Idempotency-Key", "key-00002")
            .header("X-CSRF-Token", signed.csrf())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("text=x"));
    refused(
        client.send(form.build(), HttpResponse.BodyHandlers.ofString()), 415, "request.media_type");
  }

  @Test
  void pathsAndMethodsThatAreNotThereSaySo() throws Exception {
    var signed = Optional.of(signIn("watch"));
    refused(get("/api/v1/nothing", signed), 404, "path.unknown");
    refused(get("/nothing.html", signed), 404, "path.unknown");
    var response = send("DELETE", "/api/v1/things/1", signed.get(), "");
    refused(response, 405, "path.method_not_allowed");
    assertThat(response.headers().firstValue("Allow")).contains("GET");
  }

  @Test
  void aLiteralPathIsMeantBeforeATemplate() throws Exception {
    assertThat(get("/api/v1/things/search?limit=7", Optional.of(signIn("watch"))).body())
        .isEqualTo("7");
  }

  @Test
  void queryParametersAreCheckedToo() throws Exception {
    var response = get("/api/v1/things/search?limit=0&sort=up", Optional.of(signIn("watch")));

    refused(response, 400, "request.malformed");
    assertThat(response.body())
        .contains("from 1 to 500", "\"name\":\"sort\"", "no such parameter; known are limit");
  }

  @Test
  void wrongPasswordsLockAndTheLockSaysHowLong() throws Exception {
    for (int i = 0; i < 5; i++) {
      refused(signInResponse("watch", "wrong password"), 401, "session.wrong_password");
    }

    var locked = signInResponse("watch", PASSWORD);

    refused(locked, 429, "session.locked");
    assertThat(locked.headers().firstValue("Retry-After")).contains("900");
    assertThat(audited.stream().map(AuditFact::what))
        .containsExactly("sign_in", "sign_in", "sign_in", "sign_in", "sign_in", "lock_out");
  }

  @Test
  void anAccountThatHammersIsSlowedDown() throws Exception {
    var signed = Optional.of(signIn("watch"));
    HttpResponse<String> last = get("/api/v1/things/1", signed);
    for (int i = 0; i < 60 && last.statusCode() == 200; i++) {
      last = get("/api/v1/things/1", signed);
    }

    refused(last, 429, "rate.account");
    assertThat(last.headers().firstValue("Retry-After")).contains("1");
    clock.pass(Duration.ofSeconds(1));
    assertThat(get("/api/v1/things/1", signed).statusCode()).isEqualTo(200);
  }

  @Test
  void tooManyAtOnceAreToldToComeBack() throws Exception {
    var signed = signIn("watch");
    var waiting = new ArrayList<java.util.concurrent.CompletableFuture<HttpResponse<String>>>();
    for (int i = 0; i < 5; i++) {
      waiting.add(
          client.sendAsync(
              request("/api/v1/hang", signed).build(), HttpResponse.BodyHandlers.ofString()));
    }
    var first =
        java.util.concurrent.CompletableFuture.anyOf(
                waiting.toArray(new java.util.concurrent.CompletableFuture<?>[0]))
            .join();
    release.countDown();

    assertThat(((HttpResponse<?>) first).statusCode()).isEqualTo(429);
    assertThat(waiting.stream().filter(w -> w.join().statusCode() == 200)).hasSize(4);
  }

  @Test
  void everyAnswerForbidsWhatTheConsoleNeverDoes() throws Exception {
    var headers = get("/api/v1/session", Optional.empty()).headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'")
        .contains("frame-ancestors 'none'");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  private void refused(HttpResponse<String> response, int status, String code) {
    assertThat(response.body()).contains("\"code\":\"" + code + "\"");
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
  }

  private Signed signIn(String login) throws Exception {
    var response = signInResponse(login, PASSWORD);
    assertThat(response.statusCode()).isEqualTo(201);
    var cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
    var csrf = response.body().replaceAll("(?s).*\"csrf\":\"([^\"]+)\".*", "$1");
    return new Signed(cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')), csrf);
  }

  private HttpResponse<String> signInResponse(String login, String password) throws Exception {
    var request =
        HttpRequest.newBuilder(uri("/api/v1/session"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password)));
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path, Optional<Signed> signed) throws Exception {
    var request = HttpRequest.newBuilder(uri(path));
    signed.ifPresent(s -> request.header("Cookie", "sarhad_session=" + s.cookie()));
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, Signed signed, String key, String body)
      throws Exception {
    var request =
        request(path, signed)
            .header("Content-Type", "application/json")
            .header("X-CSRF-Token", signed.csrf())
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String method, String path, Signed signed, String body)
      throws Exception {
    var request =
        request(path, signed)
            .header("X-CSRF-Token", signed.csrf())
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, Signed signed) {
    return HttpRequest.newBuilder(uri(path)).header("Cookie", "sarhad_session=" + signed.cookie());
  }

  private URI uri(String path) {
    return URI.create("http://" + listener.address() + path);
  }
}
