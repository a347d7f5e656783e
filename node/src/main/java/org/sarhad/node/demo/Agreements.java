package org.sarhad.node.demo;

import static org.sarhad.node.demo.Side.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What the two sides sign before anything happens, and what they hold each other to: steps 2, 3,
/// 26 and 28 of the acceptance scenario, over the public API.
final class Agreements {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration LENT = Duration.ofSeconds(6);
  private static final String ACTS = "/api/v1/acts";
  private static final String RULES = "/api/v1/modalities";
  private static final String STATEMENTS = "/api/v1/statements";

  private final Side a;
  private final Side b;
  private final Checks checks;

  Agreements(Side a, Side b, Checks checks) {
    this.a = a;
    this.b = b;
    this.checks = checks;
  }

  // --- 2: the rules ----------------------------------------------------------------------------

  /// A offers the modalities with half an hour to notify, B answers with a quarter; that is signed.
  ///
  /// @param document the modalities as they are signed in the end
  void signRules(JsonNode document) {
    checks.step(2, "The chiefs agree on the rules that both machines then obey");
    checks.equal(
        "before that no crossing is agreed on",
        "modalities.no_modalities",
        propose(b, act("crossing", object())).code());
    var offer = offered(a, b, act("modalities", withNotice(document, 30)));
    var answer = act("modalities", document);
    answer.set("counters", offer.reference());
    var counter = offered(b, a, answer);
    checks.within(
        SOON,
        "A's draft is answered and stays visible",
        () -> stage(a, offer).equals("refused") && stage(b, offer).equals("refused"));
    checks.equal(
        "A's chief cannot sign other bytes than those on the screen",
        "act.other_bytes",
        assent(a, counter, offer.leaf()).code());
    assent(a, counter, counter.leaf()).orThrow("signing the modalities");
    for (var side : List.of(a, b)) {
      checks.within(
          SOON,
          side.neighbour().letter() + " obeys version 1: notice of an incident within 15 minutes",
          () -> isObeyed(side));
    }
    checks.equal("both hold the same bytes under signature", bytes(a, counter), bytes(b, counter));
  }

  private static ObjectNode act(String kind, JsonNode terms) {
    var act = object().put("kind", kind);
    act.set("terms", terms);
    return act;
  }

  /// `document` with another clock for the first notice.
  private static JsonNode withNotice(JsonNode document, int minutes) {
    var copy = document.deepCopy();
    for (var clause : copy.path("clauses")) {
      if (clause.path("bind").path("key").asText().equals("clock.tell_peer")) {
        ((ObjectNode) clause.path("bind")).put("value", minutes);
      }
    }
    return copy;
  }

  private static boolean isObeyed(Side side) {
    var rules = side.read(RULES);
    for (var setting : rules.path("settings")) {
      if (setting.path("key").asText().equals("clock.tell_peer")) {
        return rules.path("inForce").path("number").asInt() == 1
            && setting.path("agreed").asBoolean()
            && setting.path("value").asInt() == 15;
      }
    }
    return false;
  }

  // --- 3: what was promised --------------------------------------------------------------------

  /// A's clerk registers what was said in public; B's clerk says that it was.
  void registerCommitments(JsonNode register) {
    checks.step(3, "The clerks open the register of commitments with those of 22 April");
    int count = 0;
    for (var commitment : register.path("commitments")) {
      var body = object();
      body.set("terms", commitment.path("terms"));
      var entry = state(a, "commitment.registered", body);
      var named = object();
      named.set(
          "commitment", object().put("entry", origin(a) + "#" + index(entry)).put("number", 1));
      awaitEntry(b, entry);
      state(b, "commitment.acknowledged", named);
      count++;
    }
    int expected = count;
    for (var side : List.of(a, b)) {
      checks.within(
          SOON,
          "%s holds %d commitments that both sides stand by"
              .formatted(side.neighbour().letter(), expected),
          () -> kinds(side, "commitment.acknowledged") == expected);
    }
    checks.within(SOON, "both computed the same state of it all", () -> isEqual(a) && isEqual(b));
  }

  private static boolean isEqual(Side side) {
    return side.read("/api/v1/record/heads").path("stateHash").path("equal").asBoolean();
  }

  private static int kinds(Side side, String kind) {
    return side.read("/api/v1/record/entries?limit=100&kind=" + kind).path("items").size();
  }

  // --- 26: a deputy ----------------------------------------------------------------------------

  /// A's chief is away and lends the role for a while; after that nothing more is signed by it.
  void lendTheRole() {
    checks.step(26, "A's chief lends the role to the sector commander, for a while");
    var until = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(LENT);
    var lent =
        a.as(Desk.CHIEF)
            .post(
                "/api/v1/delegations",
                object()
                    .put("to", Desk.COMMANDER.login())
                    .put("role", Desk.CHIEF.role())
                    .put("until", until.toString()))
            .orThrow("lending the role");
    var agreement = act("local_agreement", object().put("minutes", 90));
    agreement.put("delegation", lent.path("entries").path(0).asText());
    checks.that(
        "the deputy proposes in the chief's place",
        a.as(Desk.COMMANDER).post(ACTS, agreement).isSuccess());
    checks.within(
        SOON,
        "when the time has come, A's node ends it by itself",
        () -> a.read("/api/v1/delegations").path("items").path(0).has("ended"));
    checks.equal(
        "the deputy's signature counts no more",
        "act.no_delegation",
        a.as(Desk.COMMANDER).post(ACTS, agreement).code());
  }

  // --- 28: suspension --------------------------------------------------------------------------

  /// B suspends at once, then resumes; both are entries, and what was agreed is complete.
  void suspendAndResume() {
    checks.step(28, "B announces a suspension, suspends at once, and resumes");
    var tooSoon = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofHours(2));
    checks.equal(
        "a notice shorter than agreed is refused",
        "modalities.notice_too_short",
        b.as(Desk.CHIEF)
            .post(
                STATEMENTS,
                statement(
                    "modalities.suspension_noticed",
                    object().put("from", tooSoon.toString()).put("reason", "talks")))
            .code());
    state(
        b,
        Desk.CHIEF,
        "modalities.suspended",
        object().put("emergency", "unrest on the road to the crossing"));
    checks.within(SOON, "A knows of it", () -> a.read(RULES).path("suspended").asBoolean());
    checks.equal(
        "nothing new is agreed on meanwhile",
        "modalities.suspended",
        propose(a, act("crossing", object())).code());
    state(b, Desk.CHIEF, "modalities.resumed", object().put("reason", "the road is open again"));
    checks.within(
        SOON, "the rules are in force again", () -> !a.read(RULES).path("suspended").asBoolean());
  }

  // --- parts -----------------------------------------------------------------------------------

  /// An act as it was shown to somebody.
  private record Shown(String act, String leaf) {
    ObjectNode reference() {
      return object().put("act", act).put("leaf", leaf);
    }

    String path() {
      return ACTS + "/" + act;
    }
  }

  private static Answer propose(Side side, ObjectNode act) {
    return side.as(Desk.CHIEF).post(ACTS, act);
  }

  /// Proposed by one chief and on the other one's screen.
  private Shown offered(Side by, Side to, ObjectNode act) {
    var name = propose(by, act).orThrow("proposing").path("entries").path(0).asText();
    var shown = new Shown(name, "");
    checks.within(
        SOON,
        "%s has %s's proposal".formatted(to.neighbour().letter(), by.neighbour().letter()),
        () -> to.as(Desk.CHIEF).get(shown.path()).isSuccess());
    return new Shown(name, detail(to, shown).path("act").path("leaf").asText());
  }

  private static JsonNode detail(Side side, Shown act) {
    return side.as(Desk.CHIEF).get(act.path()).orThrow(act.path());
  }

  private static String stage(Side side, Shown act) {
    return detail(side, act).path("act").path("stage").asText();
  }

  private static String bytes(Side side, Shown act) {
    return detail(side, act).path("bytes").asText();
  }

  private static Answer assent(Side side, Shown act, String leaf) {
    return side.as(Desk.CHIEF).post(act.path() + "/assents", object().put("leaf", leaf));
  }

  private static ObjectNode statement(String kind, JsonNode body) {
    var statement = object().put("kind", kind);
    statement.set("body", body);
    return statement;
  }

  private static String state(Side side, String kind, JsonNode body) {
    return state(side, Desk.CLERK, kind, body);
  }

  /// States it; the name of the entry it became.
  private static String state(Side side, Desk desk, String kind, JsonNode body) {
    return side.as(desk)
        .post(STATEMENTS, statement(kind, body))
        .orThrow("stating " + kind)
        .path("entries")
        .path(0)
        .asText();
  }

  private static String record(String entry) {
    return "/api/v1/record/entries/" + entry;
  }

  private static void awaitEntry(Side side, String entry) {
    long end = System.nanoTime() + SOON.toNanos();
    while (!side.as(Desk.CLERK).get(record(entry)).isSuccess()) {
      if (System.nanoTime() > end) {
        throw new DemoException(entry + " did not arrive at " + side.id());
      }
      NodeProcess.pause(Duration.ofMillis(50));
    }
  }

  private static String index(String entry) {
    return entry.substring(entry.lastIndexOf('/') + 1);
  }

  /// The full name of a side's own log.
  private static String origin(Side side) {
    for (var head : side.read("/api/v1/record/heads").path("logs")) {
      if (head.path("log").asText().equals(side.id())) {
        return head.path("origin").asText();
      }
    }
    throw new DemoException("no log of " + side.id());
  }
}
