package org.sarhad.node.demo;

import static org.sarhad.node.demo.Side.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// One day on the border, told to two running nodes over their public API, with what each side can
/// prove checked after every step.
///
/// Side A is Iran, side B Pakistan; every actor is a role. The steps carry the numbers of the
/// acceptance scenario in `docs/scenarios/border-day.md`. The incident is synthetic; the history
/// imported before it is what public reports say, with their differences.
final class BorderDay {
  private static final Duration SOON = Duration.ofSeconds(20);

  /// Within this a node has noticed that its neighbour does not answer any more.
  private static final Duration NOTICED = Duration.ofSeconds(20);

  private final Side a;
  private final Side b;
  private final LinkRelay toA;
  private final LinkRelay toB;
  private final Checks checks;

  private String incident = "";
  private String patrol = "";
  private String reserve = "";
  private String ambulance = "";
  private Instant inTheCut = Instant.EPOCH;

  BorderDay(Side a, Side b, LinkRelay toA, LinkRelay toB, Checks checks) {
    this.a = a;
    this.b = b;
    this.toA = toA;
    this.toB = toB;
    this.checks = checks;
  }

  // --- 1: two nodes become neighbours --------------------------------------------------------

  /// Both administrators read fingerprints to each other, confirm, and test the link.
  void pair() {
    checks.step(1, "The administrators compare fingerprints and pair their nodes");
    a.enrolDesks();
    b.enrolDesks();
    var fingerprintOfA = pairing(a).path("own").path("fingerprint").asText();
    var fingerprintOfB = pairing(b).path("own").path("fingerprint").asText();
    checks.tell("A reads out: " + fingerprintOfA);
    checks.tell("B reads out: " + fingerprintOfB);
    checks.equal("A sees the fingerprint that B read out", fingerprintOfB, meet(a, b));
    checks.equal("B sees the fingerprint that A read out", fingerprintOfA, meet(b, a));
    confirm(a, fingerprintOfB);
    confirm(b, fingerprintOfA);
    checks.within(SOON, "A calls the link live", () -> linkIs(a, "live"));
    checks.within(SOON, "B calls the link live", () -> linkIs(b, "live"));
    for (var side : List.of(a, b)) {
      checks.within(
          SOON,
          side.neighbour().letter() + "'s self-test of the link passes every step",
          () ->
              side.as(Desk.ADMIN)
                  .post("/api/v1/link/self-test", object())
                  .orThrow("the self-test")
                  .path("passed")
                  .asBoolean());
    }
  }

  private static JsonNode pairing(Side side) {
    return side.as(Desk.ADMIN).get("/api/v1/link/pairing").orThrow("reading the pairing");
  }

  /// Fetches the other side's card; answers the fingerprint it shows.
  private static String meet(Side side, Side other) {
    var start = object().put("address", other.neighbour().peerAddress());
    return side.as(Desk.ADMIN)
        .post("/api/v1/link/pairing", start)
        .orThrow("fetching the peer's card")
        .path("pending")
        .path("fingerprint")
        .asText();
  }

  private static void confirm(Side side, String fingerprint) {
    side.as(Desk.ADMIN)
        .post("/api/v1/link/pairing/confirm", object().put("fingerprint", fingerprint))
        .orThrow("confirming the peer");
  }

  private static boolean linkIs(Side side, String state) {
    return side.link().path("state").asText().equals(state);
  }

  // --- history ----------------------------------------------------------------------------------

  /// Each side imports what public reports say; differing figures stay beside each other.
  void importHistory(List<ObjectNode> reports, List<ObjectNode> publicList) {
    checks.step(4, "History is imported: it carries claims, and no proof that anybody was told");
    for (var item : reports) {
      a.as(Desk.INQUIRY).post("/api/v1/history", item).orThrow("importing the reports");
    }
    for (var item : publicList) {
      b.as(Desk.INQUIRY).post("/api/v1/history", item).orThrow("importing the public list");
    }
    int expected = reports.size() + publicList.size();
    for (var side : List.of(a, b)) {
      checks.within(
          SOON,
          "%s shows all %d items".formatted(side.neighbour().letter(), expected),
          () -> side.read("/api/v1/history").path("total").asInt() == expected);
    }
    var differing =
        items(a.read("/api/v1/history?limit=200"))
            .filter(item -> item.path("claims").size() > 1)
            .count();
    checks.that("matters whose sources differ keep every figure", differing > 0);
    checks.that(
        "every item says that nobody can prove a notice of it",
        items(a.read("/api/v1/history?limit=200"))
            .allMatch(item -> item.path("ladder").path("imported").asBoolean()));
  }

  // --- 9 to 12: an alert is told and answered ----------------------------------------------------

  /// Both sides register the units the story needs.
  void registerUnits() {
    reserve = register(b, "Turbat patrol 1", "patrol", "Turbat", 26.00122, 63.04849);
    patrol = register(b, "Mand patrol 2", "patrol", "Mand", 26.1189, 61.9836);
    register(a, "Pishin patrol 1", "patrol", "Pishin", 26.07937, 61.75403);
    ambulance = register(a, "Rask ambulance 1", "ambulance", "Rask", 26.23682, 61.39901);
  }

  private static String register(
      Side side, String name, String type, String station, double lat, double lon) {
    var unit = object().put("name", name).put("type", type).put("audience", "release");
    unit.set("station", place(station, lat, lon, 2_000));
    unit.put("status", "AVL");
    return side.as(Desk.COMMANDER)
        .post("/api/v1/units", unit)
        .orThrow("registering " + name)
        .path("id")
        .asText();
  }

  /// An attack is reported by a post in B's sector.
  void raiseAlert() {
    checks.step(9, "B's watch officer opens an incident by code-word");
    incident = opened(alert("Post under fire, two vehicles, shots from the ridge"));
    checks.that("B's queue shows " + incident, queueHas(b));
    var ranking = b.read("/api/v1/incidents/" + incident + "/ranking").path("items");
    checks.equal(
        "the nearest own ready unit is first",
        patrol,
        ranking.path(0).path("unit").path("id").asText());
    checks.that(
        "no unit of A may be tasked, only asked",
        StreamSupport.stream(ranking.spliterator(), false)
            .filter(item -> !item.path("own").asBoolean())
            .noneMatch(item -> item.path("mayTask").asBoolean()));
    checks.that("A does not know of it", !queueHas(a));
  }

  /// B tells A; A's node has it, A's watch officer reads and acknowledges it.
  void tellAndAcknowledge() {
    checks.step(10, "B notifies A; A's node receives it; A's watch officer acknowledges");
    b.as(Desk.WATCH)
        .post("/api/v1/incidents/" + incident + "/notify", object())
        .orThrow("notifying A");
    checks.within(SOON, "the alert is on A's console", () -> queueHas(a));
    checks.within(
        SOON,
        "B holds A's signature for the time A's node had it",
        () -> !received(b).path("notAfter").asText().isEmpty());
    checks.tell(
        "received by %s, signed by %s"
            .formatted(
                received(b).path("notAfter").asText(), received(b).path("signedBy").asText()));
    checks.that(
        "nobody at A is said to have read it yet",
        summary(b).path("ladder").path("read").isMissingNode());
    readEverything(a);
    a.as(Desk.WATCH)
        .post("/api/v1/incidents/" + incident + "/acknowledge", object())
        .orThrow("acknowledging");
    checks.within(
        SOON,
        "B sees that a person at A read it",
        () -> !summary(b).path("ladder").path("read").isMissingNode());
    checks.within(
        SOON,
        "both sides show it as acknowledged",
        () ->
            summary(a).path("state").asText().equals("peer_acknowledged")
                && summary(b).path("state").asText().equals("peer_acknowledged"));
  }

  /// B's own units go; A's cannot be sent by B.
  void taskOwnUnitsOnly() {
    checks.step(11, "B tasks its own unit, then tries to task one of A's");
    b.as(Desk.DISPATCH)
        .post("/api/v1/incidents/" + incident + "/taskings", tasking(patrol))
        .orThrow("tasking the patrol");
    checks.that("B's patrol is on its way", roomOf(b).path("taskings").toString().contains(patrol));
    var refused =
        b.as(Desk.DISPATCH).post("/api/v1/incidents/" + incident + "/taskings", tasking(ambulance));
    checks.equal("tasking A's ambulance is refused", 409, refused.status());
    checks.tell(refused.body().path("sentence").asText());
    for (var side : List.of(a, b)) {
      checks.that(
          "and " + side.neighbour().letter() + "'s room shows no order to it",
          !roomOf(side).path("taskings").toString().contains(ambulance));
    }
  }

  private static ObjectNode tasking(String unit) {
    return object().put("unit", unit).put("order", "Proceed to Post 42 and report.");
  }

  /// B asks for help; A's commander accepts on a condition and commits an ambulance.
  void askForHelp() {
    checks.step(12, "B asks A for assistance; A accepts on a condition and commits a unit");
    var ask = object().put("what", "Block the exit roads on your side and send an ambulance");
    ask.putArray("types").add("ambulance");
    b.as(Desk.WATCH)
        .post("/api/v1/incidents/" + incident + "/assistance", ask)
        .orThrow("asking for assistance");
    checks.within(SOON, "the request is at A", () -> !roomOf(a).path("assistance").isEmpty());
    var id = roomOf(a).path("assistance").path(0).path("id").asText();
    var answer =
        object()
            .put("answer", "conditional")
            .put("conditions", "Hand-over at the Pishin crossing; no unit of ours beyond the line");
    answer.putArray("units").add(ambulance);
    a.as(Desk.COMMANDER)
        .post("/api/v1/incidents/" + incident + "/assistance/" + id + "/answer", answer)
        .orThrow("answering");
    checks.within(
        SOON,
        "B reads the conditions",
        () -> roomOf(b).path("assistance").path(0).path("state").asText().equals("conditional"));
    checks.within(
        SOON,
        "and which unit A committed",
        () ->
            roomOf(b).path("assistance").path(0).path("committed").toString().contains(ambulance));
  }

  /// What the day has come to so far.
  AtTheLine.Day soFar() {
    return new AtTheLine.Day(incident, patrol, reserve, ambulance);
  }

  // --- 15 and 16: the link is cut and comes back
  // ---------------------------------------------------

  /// The cable is pulled. Both sides keep working and neither pretends that anything arrived.
  void workWhileCut() {
    checks.step(15, "The link is cut; A writes 3 notes, B writes 5 and telephones");
    toA.cut();
    toB.cut();
    for (int i = 1; i <= 3; i++) {
      note(a, "A during the cut, %d of 3".formatted(i));
    }
    for (int i = 1; i <= 5; i++) {
      note(b, "B during the cut, %d of 5".formatted(i));
    }
    var call =
        object()
            .put("channel", "phone")
            .put("direction", "we_called")
            .put("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
            .put("counterpart", "Watch officer of the other side")
            .put("text", "Two vehicles moving north-west, last seen 2 km from the line")
            .put("readBack", "correct")
            .put("audience", "release");
    b.as(Desk.LIAISON)
        .post("/api/v1/incidents/" + incident + "/hotline", call)
        .orThrow("logging the call");
    checks.within(NOTICED, "A says since when B is unreachable", () -> linkIs(a, "silent"));
    checks.within(NOTICED, "B says since when A is unreachable", () -> linkIs(b, "silent"));
    checks.tell(a.link().path("words").asText());
    checks.tell(b.link().path("words").asText());
    checks.that("A counts what waits", a.link().path("waiting").path("count").asInt() >= 3);
    checks.that("B counts what waits", b.link().path("waiting").path("count").asInt() >= 6);
    inTheCut = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    checks.equal("nothing of A's arrived at B", List.of(), notesDuringCut(b, "A during the cut"));
    checks.equal("nothing of B's arrived at A", List.of(), notesDuringCut(a, "B during the cut"));
  }

  // --- 28: looking back
  // ---------------------------------------------------------------------------

  /// The room as each side, and as both, knew it while the link was cut.
  void lookBack() {
    checks.step(28, "Looking back: what each side knew while the link was cut");
    checks.equal(
        "A did not know what B wrote then", List.of(), notes(replay(a, "own"), "B during the cut"));
    checks.equal(
        "and knew its own three notes",
        List.of(1, 2, 3),
        notes(replay(a, "own"), "A during the cut"));
    checks.equal(
        "both together knew neither",
        List.of(),
        Stream.of("A during the cut", "B during the cut")
            .flatMap(beginning -> notes(replay(a, "both"), beginning).stream())
            .toList());
    checks.equal(
        "what both knew is the same on both nodes, by its digest",
        replay(a, "both").path("digest").asText(),
        replay(b, "both").path("digest").asText());
  }

  private JsonNode replay(Side side, String as) {
    return side.read("/api/v1/incidents/%s/replay?as=%s&at=%s".formatted(incident, as, inTheCut));
  }

  private static List<Integer> notes(JsonNode replay, String beginning) {
    return StreamSupport.stream(replay.path("room").path("items").spliterator(), false)
        .map(item -> item.path("body").path("text").asText())
        .filter(text -> text.startsWith(beginning))
        .map(text -> Integer.parseInt(text.replaceAll(".*, (\\d+) of.*", "$1")))
        .toList();
  }

  // --- 27: an exercise
  // ----------------------------------------------------------------------------

  /// An exercise is told like an incident, counted apart, and can be tied to nothing real.
  void practise() {
    checks.step(27, "An exercise runs beside it; nothing real can be tied to it");
    long real = a.read("/api/v1/incidents?limit=200").path("total").asLong();
    var name = opened(alert("Exercise: post under fire").put("exercise", true));
    b.as(Desk.WATCH)
        .post("/api/v1/incidents/" + name + "/notify", object())
        .orThrow("notifying A of the exercise");
    checks.that("it says so in its name: " + name, name.startsWith("EX-"));
    checks.within(
        SOON,
        "A counts it apart from what is real",
        () -> {
          var queue = a.read("/api/v1/incidents?limit=200");
          return queue.path("exercises").asInt() == 1
              && queue.path("total").asLong() - queue.path("exercises").asLong() == real;
        });
    checks.equal(
        "no payment can be agreed on under its name",
        "exercise.exercise_apart",
        JointWork.propose(
                a,
                Desk.CHIEF,
                JointWork.act("barter_contract", object().put("incident", name).put("rice_t", 500)))
            .code());
  }

  // --- 16: the link comes back
  // --------------------------------------------------------------------

  /// The cable is back: everything arrives once and in order, and what crossed is marked.
  void catchUp() {
    checks.step(16, "The link is back; everything arrives once, in order, with proof");
    toA.restore();
    toB.restore();
    Duration repair = Duration.ofSeconds(30);
    checks.within(repair, "A calls the link live", () -> linkIs(a, "live"));
    checks.within(repair, "B calls the link live", () -> linkIs(b, "live"));
    checks.within(repair, "B has all of A's log", () -> b.sizeOf(a.id()) == a.sizeOf(a.id()));
    checks.within(repair, "A has all of B's log", () -> a.sizeOf(b.id()) == b.sizeOf(b.id()));
    checks.equal(
        "A's room has B's five notes, once and in order",
        List.of(1, 2, 3, 4, 5),
        notesDuringCut(a, "B during the cut"));
    checks.equal(
        "B's room has A's three notes, once and in order",
        List.of(1, 2, 3),
        notesDuringCut(b, "A during the cut"));
    checks.that(
        "what crossed is marked: neither could have known",
        StreamSupport.stream(roomOf(a).path("items").spliterator(), false)
            .anyMatch(item -> item.path("crossed").asBoolean()));
    for (var side : List.of(a, b)) {
      checks.within(
          repair,
          side.neighbour().letter() + " finds the joint state equal on both nodes",
          () -> side.read("/api/v1/record/heads").path("stateHash").path("equal").asBoolean(false));
    }
  }

  private void note(Side side, String text) {
    side.as(Desk.WATCH)
        .post(
            "/api/v1/incidents/" + incident + "/notes",
            object().put("text", text).put("audience", "release"))
        .orThrow("writing a note");
  }

  private List<Integer> notesDuringCut(Side side, String beginning) {
    var numbers = new ArrayList<Integer>();
    for (var item : roomOf(side).path("items")) {
      var text = item.path("body").path("text").asText();
      if (text.startsWith(beginning)) {
        numbers.add(Integer.parseInt(text.replaceAll(".*, (\\d+) of.*", "$1")));
      }
    }
    return numbers;
  }

  // --- 18: reports and the change of the watch
  // --------------------------------------------------------

  /// Three situation reports, and the night shift signs for the watch on both sides.
  void reportAndHandOver() {
    checks.step(18, "Situation reports are numbered; both sides change the watch");
    var stages = List.of("initial", "update", "final");
    for (var stage : stages) {
      var report =
          object()
              .put("form", "short")
              .put("stage", stage)
              .put("restrictions", "No observation of the other side while the link was cut")
              .put("audience", "release");
      report
          .putObject("letters")
          .put("A", "Post 42")
          .put("B", "26.082 N 61.952 E")
          .put("C", "Fire has stopped; vehicles left north-west");
      b.as(Desk.WATCH)
          .post("/api/v1/incidents/" + incident + "/sitreps", report)
          .orThrow("filing a report");
    }
    checks.within(
        SOON,
        "A has reports 1, 2 and 3",
        () ->
            StreamSupport.stream(roomOf(a).path("sitreps").spliterator(), false)
                .map(sitrep -> sitrep.path("number").asInt())
                .toList()
                .equals(List.of(1, 2, 3)));
    for (var side : List.of(a, b)) {
      side.as(Desk.WATCH).post("/api/v1/shift/take", object()).orThrow("taking the watch");
      side.as(Desk.WATCH)
          .post(
              "/api/v1/shift/handover",
              object().put("to", Desk.RELIEF.login()).put("remarks", "One incident open"))
          .orThrow("offering the watch");
      side.as(Desk.RELIEF).post("/api/v1/shift/take", object()).orThrow("taking the watch");
      checks.that(
          side.neighbour().letter() + "'s night watch has signed for the watch",
          side.read("/api/v1/shift").path("holder").toString().contains(Desk.RELIEF.duty()));
    }
  }

  // --- 19: the end of it
  // ------------------------------------------------------------------------------------

  /// Both sides close the incident, each for itself; answers its name.
  String close() {
    for (var side : List.of(a, b)) {
      side.as(Desk.COMMANDER)
          .post("/api/v1/incidents/" + incident + "/close", object())
          .orThrow("closing the incident");
    }
    return incident;
  }

  // --- reading
  // ------------------------------------------------------------------------------------

  private boolean queueHas(Side side) {
    return items(side.read("/api/v1/incidents?limit=200"))
        .anyMatch(item -> item.path("id").asText().equals(incident));
  }

  private JsonNode roomOf(Side side) {
    return side.read("/api/v1/incidents/" + incident);
  }

  private JsonNode summary(Side side) {
    return roomOf(side).path("summary");
  }

  private JsonNode received(Side side) {
    return summary(side).path("ladder").path("received");
  }

  private void readEverything(Side side) {
    var read = object();
    var entries = read.putArray("entries");
    for (var item : roomOf(side).path("items")) {
      if (!item.path("by").path("party").asText().equals(side.id())) {
        entries.add(item.path("entry").asText());
      }
    }
    side.as(Desk.WATCH).post("/api/v1/reads", read).orThrow("marking as read");
  }

  private static Stream<JsonNode> items(JsonNode page) {
    return StreamSupport.stream(page.path("items").spliterator(), false);
  }

  private static ObjectNode alert(String what) {
    var alert =
        object()
            .put("codeWord", "TUFAN")
            .put("what", what)
            .put("when", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
            .put("priority", "P1");
    alert.set("where", place("Post 42, Mand sector", 26.082, 61.952, 500));
    return alert;
  }

  /// The name of the incident that B opens with `alert`.
  private String opened(ObjectNode alert) {
    return b.as(Desk.WATCH)
        .post("/api/v1/incidents", alert)
        .orThrow("opening an incident")
        .path("id")
        .asText();
  }

  private static ObjectNode place(String label, double lat, double lon, int radiusM) {
    var place = object().put("label", label).put("radiusM", radiusM);
    place.putObject("position").put("lat", lat).put("lon", lon);
    return place;
  }
}
