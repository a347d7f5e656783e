package org.sarhad.node.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.sarhad.core.inquiry.IncidentList;
import org.sarhad.core.inquiry.Manifest;
import org.sarhad.core.party.Role;
import org.sarhad.core.tracks.TrackFrames;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.account.Answered;
import org.sarhad.node.account.DatabaseException;
import org.sarhad.node.account.OpenSession;
import org.sarhad.node.api.view.Problem;
import org.sarhad.node.config.ConsoleConfig;
import org.sarhad.node.http.BodyException;
import org.sarhad.node.http.Exchange;
import org.sarhad.node.http.HttpHandler;
import org.sarhad.node.machine.AuditFact;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.metrics.Metrics;
import org.sarhad.node.port.Clock;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes every request of the console's listener through the gates and to its operation.
public final class Api implements HttpHandler {
  /// The name of the session cookie.
  static final String COOKIE = "sarhad_session";

  private static final Logger LOG = LoggerFactory.getLogger(Api.class);
  private static final String PREFIX = "/api/";
  private static final Pattern KEY_FORM = Pattern.compile("[A-Za-z0-9._-]{8,64}");
  private static final int WORTH_GZIP = 1024;
  private static final int TAG_DIGITS = 32;

  /// A browser keeps it for whoever is signed in, and asks each time whether it is still the same.
  private static final String REVALIDATED = "private, no-cache";

  static final long BUNDLE_BYTES_MAX = 64 << 20;
  private static final int CHUNKS_AT_ONCE = 8;
  private static final int CHUNK_STEP_BYTES = 64 << 10;
  private static final Duration UPLOAD_WAIT = Duration.ofSeconds(10);

  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final ConsoleConfig config;
  private final Accounts accounts;
  private final NodeGate node;
  private final Clock clock;
  private final Metrics metrics;
  private final List<Operation> operations;
  private final ConsoleFiles files = new ConsoleFiles();
  private final Rates rates;
  private final Semaphore turns;

  /// Bundles and lists are large; one at a time.
  private final Semaphore uploads = new Semaphore(1);

  /// Chunks are in memory while they are written.
  private final Semaphore chunks = new Semaphore(CHUNKS_AT_ONCE);

  /// @param operations the contract's, in its order
  Api(
      ConsoleConfig config,
      Accounts accounts,
      NodeGate node,
      Clock clock,
      Metrics metrics,
      List<Operation> operations) {
    this.config = config;
    this.accounts = accounts;
    this.node = node;
    this.clock = clock;
    this.metrics = metrics;
    this.operations = List.copyOf(operations);
    this.rates = new Rates(config.ratePerAccount(), config.ratePerAccount() * 5);
    this.turns = new Semaphore(config.requestsMax());
  }

  /// Every operation there is.
  List<Operation> operations() {
    return operations;
  }

  @Override
  public void handle(Exchange exchange) throws IOException {
    protect(exchange);
    var path = exchange.path();
    var route = Route.find(operations, exchange.method(), path);
    if (route.isEmpty()) {
      notAnOperation(exchange, path);
      return;
    }
    long began = clock.nanos();
    try {
      var answer = answer(exchange, route.get());
      if (!(answer instanceof Answer.Stream)) {
        metrics.answered(
            route.get().operation().id(), status(answer), Duration.ofNanos(clock.nanos() - began));
      }
      send(exchange, answer);
    } catch (MalformedRequestException e) {
      send(exchange, new Answer.Refused(e.problem()));
    } catch (DatabaseException e) {
      LOG.error("{}", e.getMessage());
      send(
          exchange,
          new Answer.Refused(ApiRefusal.ACCOUNTS_FAILED.because(String.valueOf(e.getMessage()))));
    }
  }

  @Override
  public Refusal refusal(int status, String detail) {
    var refusal =
        switch (status) {
          case 404 -> ApiRefusal.PATH_UNKNOWN;
          case 408 -> ApiRefusal.TOO_SLOW;
          case 413 -> ApiRefusal.TOO_LARGE;
          case 415 -> ApiRefusal.MEDIA_TYPE;
          default -> status < 500 ? ApiRefusal.MALFORMED : ApiRefusal.BUG;
        };
    return new Refusal(Problem.MEDIA_TYPE, ApiJson.line(refusal.because(detail)));
  }

  private record Route(Operation operation, Map<String, String> path) {
    static Optional<Route> find(List<Operation> operations, String method, String path) {
      var segments = PathTemplate.split(path);
      var asked = method.equals("HEAD") ? "GET" : method;
      Optional<Route> best = Optional.empty();
      for (var operation : operations) {
        if (!operation.method().equals(asked)) {
          continue;
        }
        var match = operation.path().match(segments);
        if (match.isPresent()
            && best.filter(b -> b.literals() >= operation.path().literals()).isEmpty()) {
          best = Optional.of(new Route(operation, match.get()));
        }
      }
      return best;
    }

    long literals() {
      return operation.path().literals();
    }
  }

  private void notAnOperation(Exchange exchange, String path) throws IOException {
    var segments = PathTemplate.split(path);
    var allowed =
        operations.stream()
            .filter(o -> o.path().match(segments).isPresent())
            .map(Operation::method)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!allowed.isEmpty()) {
      exchange.set("Allow", allowed);
      var refusal = ApiRefusal.METHOD_NOT_ALLOWED.because(exchange.method() + " " + path);
      send(exchange, new Answer.Refused(refusal));
    } else if (path.startsWith(PREFIX)
        || !Set.of("GET", "HEAD").contains(exchange.method())
        || !files.answer(exchange, path)) {
      send(exchange, new Answer.Refused(ApiRefusal.PATH_UNKNOWN.because(Fields.shortened(path))));
    }
  }

  private Answer answer(Exchange exchange, Route route)
      throws IOException, MalformedRequestException {
    var operation = route.operation();
    var session = exchange.cookie(COOKIE).flatMap(accounts.sessions()::find);
    Optional<Call.Caller> caller =
        session.map(s -> new Call.Caller(s, node.rolesOf(s.account().key().officer())));
    var refused = gates(exchange, operation, caller);
    if (refused.isPresent()) {
      return new Answer.Refused(refused.get());
    }
    return switch (operation.takes()) {
      case NOTHING, TRACK_STREAM -> run(exchange, route, caller, Bytes.EMPTY, Fields.empty());
      case JSON -> {
        var bytes = body(exchange, config.bodyBytesMax(), "application/json");
        var fields = bytes.isEmpty() ? Fields.empty() : Fields.read(bytes.toArray());
        yield run(exchange, route, caller, bytes, fields);
      }
      case TAR -> {
        if (!uploads.tryAcquire()) {
          yield new Answer.Refused(ApiRefusal.BUSY.plain().after(UPLOAD_WAIT));
        }
        try {
          var bytes = body(exchange, BUNDLE_BYTES_MAX, "application/x-tar");
          yield run(exchange, route, caller, bytes, Fields.empty());
        } finally {
          uploads.release();
        }
      }
      case CHUNK -> {
        if (!chunks.tryAcquire()) {
          yield new Answer.Refused(ApiRefusal.BUSY.plain().after(Duration.ofSeconds(1)));
        }
        try {
          yield run(exchange, route, caller, chunk(exchange), Fields.empty());
        } finally {
          chunks.release();
        }
      }
      case LIST_FILE -> {
        if (!uploads.tryAcquire()) {
          yield new Answer.Refused(ApiRefusal.BUSY.plain().after(UPLOAD_WAIT));
        }
        try {
          yield run(exchange, route, caller, Bytes.EMPTY, Fields.empty());
        } finally {
          uploads.release();
        }
      }
      case TRACKS -> {
        var bytes = body(exchange, TrackFrames.BYTES_MAX, Operation.BYTES);
        yield run(exchange, route, caller, bytes, Fields.empty());
      }
      case TABLE -> {
        var bytes = body(exchange, IncidentList.LENGTH_MAX, "application/json", Operation.CSV);
        yield run(exchange, route, caller, bytes, Fields.empty());
      }
    };
  }

  private Answer run(
      Exchange exchange, Route route, Optional<Call.Caller> caller, Bytes bytes, Fields fields)
      throws IOException, MalformedRequestException {
    var operation = route.operation();
    if (!turns.tryAcquire()) {
      return new Answer.Refused(ApiRefusal.BUSY.plain().after(Duration.ofSeconds(1)));
    }
    try {
      boolean once =
          operation.needsKey() && caller.isPresent() && !operation.id().equals("signOut");
      return once
          ? once(exchange, route, caller.get(), fields, bytes)
          : operation
              .run()
              .answer(new Call(exchange, route.path(), caller, bytes, fields, Optional.empty()));
    } finally {
      turns.release();
    }
  }

  /// Session, role, token, rate, in this order.
  private Optional<Problem> gates(
      Exchange exchange, Operation operation, Optional<Call.Caller> caller) {
    if (operation.access() instanceof Access.Open) {
      return Optional.empty();
    }
    if (caller.isEmpty()) {
      return Optional.of(ApiRefusal.NOT_SIGNED_IN.plain());
    }
    var session = caller.get().session();
    var wait = rates.take(session.account().login(), clock.nanos());
    if (wait.isPresent()) {
      return Optional.of(ApiRefusal.RATE.plain().after(wait.get()));
    }
    if (operation.access() instanceof Access.Holding(Set<Role> roles)
        && caller.get().roles().stream().noneMatch(roles::contains)) {
      return Optional.of(denied(exchange, operation, session, roles));
    }
    if (operation.writes() && !hasToken(exchange, session)) {
      var problem = ApiRefusal.CSRF_WRONG.plain();
      audit(exchange, operation, session, problem);
      return Optional.of(problem);
    }
    return Optional.empty();
  }

  private Problem denied(
      Exchange exchange, Operation operation, OpenSession session, Set<Role> roles) {
    var problem =
        ApiRefusal.ROLE_DENIED.because(
            roles.stream().map(Role::title).collect(Collectors.joining(", ")));
    audit(exchange, operation, session, problem);
    return problem;
  }

  private void audit(Exchange exchange, Operation operation, OpenSession session, Problem problem) {
    node.audit(
        new AuditFact(
            "denied",
            true,
            Optional.of(session.account().login()),
            Optional.of(operation.id()),
            Optional.of(problem.code()),
            Optional.of(exchange.remoteAddress()),
            problem.detail()));
  }

  private static int status(Answer answer) {
    return switch (answer) {
      case Answer.Body body -> body.status();
      case Answer.Written written -> written.status();
      case Answer.Nothing _ -> 204;
      case Answer.Refused(Problem problem) -> problem.status();
      case Answer.Bytes _, Answer.Lasting _, Answer.Stream _ -> 200;
    };
  }

  private static boolean hasToken(Exchange exchange, OpenSession session) {
    var given = Bytes.ofUtf8(exchange.header("X-CSRF-Token").orElse("")).toArray();
    return MessageDigest.isEqual(given, Bytes.ofUtf8(session.csrf()).toArray());
  }

  /// A chunk comes over whatever line the officer has: the sender's time counts for each step of
  /// it.
  private static Bytes chunk(Exchange exchange) throws IOException {
    var body = exchange.body(Manifest.CHUNK_BYTES);
    var chunk = new ByteArrayOutputStream();
    var step = new byte[CHUNK_STEP_BYTES];
    for (int read = body.read(step, 0, step.length);
        read >= 0;
        read = body.read(step, 0, step.length)) {
      chunk.write(step, 0, read);
      if (chunk.size() % CHUNK_STEP_BYTES < read) {
        body.renewDeadline();
      }
    }
    return typed(exchange, Bytes.of(chunk.toByteArray()), "application/octet-stream");
  }

  private static Bytes body(Exchange exchange, long bytesMax, String... mediaTypes)
      throws IOException {
    return typed(exchange, Bytes.of(exchange.body(bytesMax).readAllBytes()), mediaTypes);
  }

  private static Bytes typed(Exchange exchange, Bytes bytes, String... mediaTypes)
      throws BodyException {
    var type = exchange.header("Content-Type").orElse("");
    if (!bytes.isEmpty()
        && Stream.of(mediaTypes).noneMatch(type.toLowerCase(Locale.ROOT)::startsWith)) {
      throw new BodyException(
          BodyException.Reason.BAD_ENCODING, "Content-Type is \"%s\"".formatted(type));
    }
    return bytes;
  }

  /// Runs a write under its idempotency key: what was done and answered is answered again; what was
  /// done and not answered, the node itself knows. What was refused wrote nothing and may be tried
  /// again under its key.
  private Answer once(Exchange exchange, Route route, Call.Caller caller, Fields fields, Bytes body)
      throws IOException, MalformedRequestException {
    var key = exchange.header("Idempotency-Key").orElse("");
    if (!KEY_FORM.matcher(key).matches()) {
      return new Answer.Refused(ApiRefusal.IDEMPOTENCY_MISSING.because(Fields.shortened(key)));
    }
    var login = caller.session().account().login();
    var line = exchange.method() + " " + exchange.path() + "\n";
    var request = Merkle.sha256(Bytes.concat(Bytes.ofUtf8(line), body));
    return switch (accounts.answered().find(login, key, request.toBytes())) {
      case Answered.Known.Before(Answered.Answer before) -> {
        exchange.set("Idempotency-Replayed", "true");
        yield new Answer.Stream(e -> resend(e, before));
      }
      case Answered.Known.Reused _ ->
          new Answer.Refused(ApiRefusal.IDEMPOTENCY_REUSED.because(key));
      case Answered.Known.Nothing _ -> {
        var once = new NodeRequest.Once(login + "/" + key, request);
        var call =
            new Call(exchange, route.path(), Optional.of(caller), body, fields, Optional.of(once));
        var answer = written(route.operation().run().answer(call));
        kept(answer)
            .ifPresent(kept -> accounts.answered().keep(login, key, request.toBytes(), kept));
        yield answer;
      }
    };
  }

  /// What is kept and what is sent are the same bytes, made once.
  private static Answer written(Answer answer) {
    return answer instanceof Answer.Body(int status, Object value)
        ? new Answer.Written(status, Bytes.of(ApiJson.bytes(value)))
        : answer;
  }

  /// What is to be said again for an answer; empty for one that wrote nothing.
  private static Optional<Answered.Answer> kept(Answer answer) {
    return switch (answer) {
      case Answer.Written(int status, Bytes json) ->
          Optional.of(new Answered.Answer(status, "application/json", json));
      case Answer.Nothing _ -> Optional.of(new Answered.Answer(204, "", Bytes.EMPTY));
      case Answer.Body _, Answer.Refused _, Answer.Bytes _, Answer.Lasting _, Answer.Stream _ ->
          Optional.empty();
    };
  }

  private static void resend(Exchange exchange, Answered.Answer before) throws IOException {
    if (before.body().isEmpty()) {
      exchange.send(before.status());
    } else {
      exchange.send(before.status(), before.mediaType(), before.body().toArray());
    }
  }

  private void send(Exchange exchange, Answer answer) throws IOException {
    switch (answer) {
      case Answer.Body(int status, Object value) ->
          sendJson(exchange, status, "application/json", ApiJson.bytes(value));
      case Answer.Written(int status, Bytes json) ->
          sendJson(exchange, status, "application/json", json.toArray());
      case Answer.Nothing _ -> exchange.send(204);
      case Answer.Bytes bytes -> {
        if (!bytes.fileName().isEmpty()) {
          exchange.set(
              "Content-Disposition", "attachment; filename=\"%s\"".formatted(bytes.fileName()));
        }
        exchange.send(200, bytes.mediaType(), bytes.content().toArray());
      }
      case Answer.Lasting(String mediaType, Bytes content) -> {
        var tag = '"' + Merkle.sha256(content).hex().substring(0, TAG_DIGITS) + '"';
        exchange.set("ETag", tag).set("Vary", "Accept-Encoding");
        if (exchange.header("If-None-Match").filter(tag::equals).isPresent()) {
          exchange.set("Cache-Control", REVALIDATED).send(304);
        } else {
          sendText(exchange, 200, mediaType, content.toArray(), REVALIDATED);
        }
      }
      case Answer.Refused(Problem problem) -> {
        problem
            .retryAfterSeconds()
            .ifPresent(seconds -> exchange.set("Retry-After", Long.toString(seconds)));
        sendJson(exchange, problem.status(), Problem.MEDIA_TYPE, ApiJson.bytes(problem));
      }
      case Answer.Stream(Answer.Streaming streaming) -> streaming.run(exchange);
    }
  }

  private static void sendJson(Exchange exchange, int status, String mediaType, byte[] bytes)
      throws IOException {
    sendText(exchange, status, mediaType, bytes, "no-store");
  }

  private static void sendText(
      Exchange exchange, int status, String mediaType, byte[] bytes, String caching)
      throws IOException {
    exchange.set("Cache-Control", caching);
    if (bytes.length >= WORTH_GZIP && exchange.takesGzip()) {
      var packed = new ByteArrayOutputStream(bytes.length / 2);
      try (var gzip = new GZIPOutputStream(packed)) {
        gzip.write(bytes);
      }
      exchange.set("Content-Encoding", "gzip").set("Vary", "Accept-Encoding");
      exchange.send(status, mediaType, packed.toByteArray());
    } else {
      exchange.send(status, mediaType, bytes);
    }
  }

  /// Headers that keep a browser from doing what this console never asks it to do.
  private void protect(Exchange exchange) {
    exchange
        .set("Content-Security-Policy", CONTENT_POLICY)
        .set("X-Content-Type-Options", "nosniff")
        .set("Referrer-Policy", "no-referrer")
        .set("Cross-Origin-Opener-Policy", "same-origin")
        .set("Cross-Origin-Resource-Policy", "same-origin")
        .set("Permissions-Policy", "geolocation=(), camera=(), microphone=()");
    if (config.tls() != ConsoleConfig.Tls.OFF) {
      exchange.set("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
