package org.sarhad.node.demo;

import static org.sarhad.node.demo.Side.object;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.Origin;

/// How the officers of both sides state, propose and sign, over the public API.
final class JointWork {
  /// Within this what one side has said is on the other one's screen.
  static final Duration SOON = Duration.ofSeconds(20);

  private static final String ACTS = "/api/v1/acts";
  private static final String STATEMENTS = "/api/v1/statements";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Checks checks;

  JointWork(Checks checks) {
    this.checks = checks;
  }

  // --- statements --------------------------------------------------------------------------------

  /// Says it; what the node answers.
  static Answer say(Side side, Desk desk, String kind, JsonNode body) {
    var statement = object().put("kind", kind);
    statement.set("body", body);
    return side.as(desk).post(STATEMENTS, statement);
  }

  /// Says it; the short name of the entry it became.
  static String state(Side side, Desk desk, String kind, JsonNode body) {
    return entry(say(side, desk, kind, body).orThrow("stating " + kind));
  }

  /// The short name of the first entry that a request became.
  static String entry(JsonNode answer) {
    return answer.path("entries").path(0).asText();
  }

  /// Waits until `side` holds the entry with that short name.
  static void await(Side side, String entry) {
    long end = System.nanoTime() + SOON.toNanos();
    while (!side.as(Desk.CLERK).get("/api/v1/record/entries/" + entry).isSuccess()) {
      if (System.nanoTime() > end) {
        throw new DemoException(entry + " did not arrive at " + side.id());
      }
      NodeProcess.pause(Duration.ofMillis(50));
    }
  }

  /// The entry that `side` calls `entry` for short.
  static EntryId id(Side side, String entry) {
    int slash = entry.lastIndexOf('/');
    var log = entry.substring(0, slash);
    for (var head : side.read("/api/v1/record/heads").path("logs")) {
      if (head.path("log").asText().equals(log)) {
        return new EntryId(
            Origin.of(head.path("origin").asText()), Long.parseLong(entry.substring(slash + 1)));
      }
    }
    throw new DemoException("no log " + log + " at " + side.id());
  }

  /// What the signed format has, for a request.
  static ObjectNode body(Json.Obj json) {
    try {
      return (ObjectNode) MAPPER.readTree(json.toString());
    } catch (JsonProcessingException e) {
      throw new DemoException("a body that no parser reads: " + json + ", " + e.getMessage());
    }
  }

  // --- acts --------------------------------------------------------------------------------------

  /// An act as it was shown to somebody.
  record Shown(String act, String leaf) {
    ObjectNode reference() {
      return object().put("act", act).put("leaf", leaf);
    }

    String path() {
      return ACTS + "/" + act;
    }
  }

  static ObjectNode act(String kind, JsonNode terms) {
    var act = object().put("kind", kind);
    act.set("terms", terms);
    return act;
  }

  /// Proposed by the officer at `desk`, in the role of that desk.
  static Answer propose(Side side, Desk desk, ObjectNode act) {
    return side.as(desk).post(ACTS, act.deepCopy().put("as", desk.role()));
  }

  /// Proposed by one chief and on the other one's screen.
  Shown offered(Side by, Side to, ObjectNode act) {
    return offered(by, Desk.CHIEF, to, act);
  }

  /// Proposed at `desk` of one side and on the other one's screen.
  Shown offered(Side by, Desk desk, Side to, ObjectNode act) {
    var name = entry(propose(by, desk, act).orThrow("proposing"));
    var shown = new Shown(name, "");
    checks.within(
        SOON,
        "%s has %s's proposal".formatted(to.neighbour().letter(), by.neighbour().letter()),
        () -> to.as(Desk.CHIEF).get(shown.path()).isSuccess());
    return new Shown(name, detail(to, shown).path("act").path("leaf").asText());
  }

  /// Proposed by one chief, signed by the other, in force on both nodes.
  Shown agreed(Side by, Side to, ObjectNode act) {
    var shown = offered(by, to, act);
    assent(to, shown, shown.leaf()).orThrow("signing");
    awaitEffect(by, to, shown);
    return shown;
  }

  /// Waits until it is in force on both nodes.
  void awaitEffect(Side by, Side to, Shown act) {
    checks.within(
        SOON,
        "it is in force on both nodes",
        () -> stage(by, act).equals("effective") && stage(to, act).equals("effective"));
  }

  static Answer assent(Side side, Shown act, String leaf) {
    return assent(side, Desk.CHIEF, act, leaf);
  }

  /// Signed by the officer at `desk`, in the role of that desk.
  static Answer assent(Side side, Desk desk, Shown act, String leaf) {
    return side.as(desk)
        .post(act.path() + "/assents", object().put("leaf", leaf).put("as", desk.role()));
  }

  static String stage(Side side, Shown act) {
    return detail(side, act).path("act").path("stage").asText();
  }

  static String bytes(Side side, Shown act) {
    return detail(side, act).path("bytes").asText();
  }

  private static JsonNode detail(Side side, Shown act) {
    return side.as(Desk.CHIEF).get(act.path()).orThrow(act.path());
  }
}
