package org.sarhad.node.demo;

import static org.sarhad.node.demo.JointWork.SOON;
import static org.sarhad.node.demo.JointWork.act;
import static org.sarhad.node.demo.JointWork.assent;
import static org.sarhad.node.demo.JointWork.await;
import static org.sarhad.node.demo.JointWork.bytes;
import static org.sarhad.node.demo.JointWork.id;
import static org.sarhad.node.demo.JointWork.propose;
import static org.sarhad.node.demo.JointWork.say;
import static org.sarhad.node.demo.JointWork.stage;
import static org.sarhad.node.demo.JointWork.state;
import static org.sarhad.node.demo.Side.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sarhad.core.time.UtcTime;

/// What the two sides sign before anything happens, and what they hold each other to: steps 2, 3,
/// 26 and 28 of the acceptance scenario, over the public API.
final class Agreements {
  private static final Duration LENT = Duration.ofSeconds(6);
  private static final String ACTS = "/api/v1/acts";
  private static final String RULES = "/api/v1/modalities";

  private final Side a;
  private final Side b;
  private final Checks checks;
  private final JointWork work;

  Agreements(Side a, Side b, Checks checks) {
    this.a = a;
    this.b = b;
    this.checks = checks;
    this.work = new JointWork(checks);
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
        propose(b, Desk.CHIEF, act("crossing", object())).code());
    var offer = work.offered(a, b, act("modalities", withNotice(document, 30)));
    var answer = act("modalities", document);
    answer.set("counters", offer.reference());
    var counter = work.offered(b, a, answer);
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
      var entry = state(a, Desk.CLERK, "commitment.registered", body);
      var named = object();
      named.set("commitment", object().put("entry", id(a, entry).toString()).put("number", 1));
      await(b, entry);
      state(b, Desk.CLERK, "commitment.acknowledged", named);
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

  /// B announces it as long before as agreed, and thinks better of it. That a notice runs its whole
  /// course takes two days, and is seen in the simulation.
  private void withdrawNotice() {
    var from = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofHours(49));
    state(
        b,
        Desk.CHIEF,
        "modalities.suspension_noticed",
        object().put("from", from.toString()).put("reason", "talks"));
    checks.within(
        SOON,
        "A knows for when",
        () -> suspensions(a).path(0).path("noticedFor").asText().equals(UtcTime.print(from)));
    checks.that(
        "what was agreed is in force until then", !a.read(RULES).path("suspended").asBoolean());
    state(
        b,
        Desk.CHIEF,
        "modalities.notice_withdrawn",
        object()
            .put("notice", suspensions(b).path(0).path("notice").asText())
            .put("reason", "the talks went well"));
    checks.within(SOON, "A knows that it is taken back", () -> suspensions(a).isEmpty());
  }

  private static JsonNode suspensions(Side side) {
    return side.read(RULES).path("suspensions");
  }

  /// B announces a suspension and takes that back, suspends at once, then resumes; both are
  /// entries, and what was agreed is complete.
  void suspendAndResume() {
    checks.tell("B announces a suspension and takes that back, suspends at once, and resumes");
    var tooSoon = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofHours(2));
    checks.equal(
        "a notice shorter than agreed is refused",
        "modalities.notice_too_short",
        say(
                b,
                Desk.CHIEF,
                "modalities.suspension_noticed",
                object().put("from", tooSoon.toString()).put("reason", "talks"))
            .code());
    withdrawNotice();
    state(
        b,
        Desk.CHIEF,
        "modalities.suspended",
        object().put("emergency", "unrest on the road to the crossing"));
    checks.within(SOON, "A knows of it", () -> a.read(RULES).path("suspended").asBoolean());
    checks.equal(
        "nothing new is agreed on meanwhile",
        "modalities.suspended",
        propose(a, Desk.CHIEF, act("crossing", object())).code());
    state(b, Desk.CHIEF, "modalities.resumed", object().put("reason", "the road is open again"));
    checks.within(
        SOON, "the rules are in force again", () -> !a.read(RULES).path("suspended").asBoolean());
  }
}
