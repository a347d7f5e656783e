package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.time.UtcTime;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// The red lines of a crossing over the API of two running nodes: what their officers are refused,
/// and what each sees of the other (protocol chapter 11). Units of PK visit IR; the line runs north
/// along 61.42 degrees east, with IR to the west.
@Tag("slow")
class CrossingRedLinesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LINE =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature",
       "properties":{"left":"ir","right":"pk","uncertainty_m":500},
       "geometry":{"type":"LineString","coordinates":[[61.42,29.0],[61.42,30.0]]}}]}
      """;
  private static final String THERE = place("West of the line", 29.52, 61.405);
  private static final String FARTHER = place("Outside the area", 29.60, 61.405);
  private static final String HOME = place("Taftan", 29.52, 61.45);
  private static final String AREA =
      "[29500000,61400000,29500000,61440000,29540000,61440000,29540000,61400000]";

  @TempDir Path directory;

  @Test
  void noRedLineIsCrossed() throws Exception {
    for (var side : new String[] {"ir", "pk"}) {
      Files.createDirectories(directory.resolve(side));
      Files.writeString(directory.resolve(side).resolve("line.geojson"), LINE);
    }
    try (var ir = TestNode.start(directory.resolve("ir"), "ir");
        var pk = TestNode.start(directory.resolve("pk"), "pk")) {
      TestNode.pair(ir, pk);
      try (var host = ir.signIn("watch");
          var hostChief = ir.signIn("chief");
          var hostCommander = ir.signIn("commander");
          var visitor = pk.signIn("watch");
          var visitorCommander = pk.signIn("commander");
          var visitorChief = pk.signIn("chief")) {
        var scene =
            new Scene(host, hostChief, hostCommander, visitor, visitorCommander, visitorChief);
        scene.begin();
        scene.noUnitIsSentWithoutALiveAssent();
        scene.aUnitAtTheLineIsStagedAndNobodySeesItFiner();
        scene.aLimitIsRefusedByItsClause();
        scene.silenceIsNoAssent();
        var live = scene.aLiveAssentLetsItGoWhereItSaysAndNowhereElse();
        scene.aNoticeNearALiveCrossingWarnsAndIsNotRefused(live);
        scene.nobodyTasksTheOthersUnits(live);
        scene.stopCannotBeRefusedUndoneOrIgnored(live);
        scene.onlyANewActGivesANewYes();
        scene.aWindowEndsByItself();
        scene.whoSaysItCrossedWithoutALeaveIsShown();
        scene.lifeGoesFirstWhileAllIsSuspended();
      }
    }
  }

  private record Scene(
      TestClient host,
      TestClient hostChief,
      TestClient hostCommander,
      TestClient visitor,
      TestClient visitorCommander,
      TestClient visitorChief) {
    private static final String INCIDENT = "INC-PK-1";
    private static final String PATROL = "U-PK-1";
    private static final String AMBULANCE = "U-PK-2";
    private static final String OTHER = "U-PK-3";

    void begin() throws Exception {
      register("Taftan 1", "patrol");
      register("Taftan 2", "ambulance");
      register("Taftan 3", "patrol");
      visitor
          .post(
              "/api/v1/incidents",
              "{\"codeWord\":\"TUFAN\",\"what\":\"Post under fire\",\"where\":%s,\"when\":\"%s\",\"priority\":\"P1\",\"audience\":\"release\"}"
                  .formatted(HOME, at(Duration.ofMinutes(-2))))
          .expect(201);
      assertThat(code(visitorChief, crossing(AREA, Duration.ofMinutes(30), PATROL)))
          .isEqualTo("modalities.no_modalities");
      var document =
          JSON.readTree(
              Path.of(System.getProperty("sarhad.root", ".."), "docs/scenarios/modalities-1.json")
                  .toFile());
      agree(JSON.createObjectNode().put("kind", "modalities").set("terms", document));
      host.await("/api/v1/modalities", rules -> rules.at("/inForce/number").asInt() == 1);
      visitor.await("/api/v1/modalities", rules -> rules.at("/inForce/number").asInt() == 1);
      host.await("/api/v1/incidents", queue -> queue.toString().contains(INCIDENT));
      host.await("/api/v1/units?party=pk", units -> units.toString().contains(OTHER));
    }

    // ---- 1, 7: the line -------------------------------------------------------------------------

    void noUnitIsSentWithoutALiveAssent() throws Exception {
      assertThat(task(PATROL, THERE)).isEqualTo("response.crossing_needs_assent");
    }

    void aUnitAtTheLineIsStagedAndNobodySeesItFiner() throws Exception {
      report(PATROL, "ENR", 29.5201, 61.4203);
      var own = unit(visitor, PATROL);
      assertThat(own.at("/status").asText()).isEqualTo("STG-L");
      assertThat(own.at("/position/lon").asDouble()).isEqualTo(61.4203);
      assertThat(visitor.get("/api/v1/overview").json().at("/clocks").toString())
          .contains("line_held");
      var seen =
          host.await(
              "/api/v1/units?party=pk",
              units -> find(units, PATROL).at("/status").asText().equals("STG-L"));
      assertThat(find(seen, PATROL).at("/precisionM").asInt()).isGreaterThanOrEqualTo(1000);
      assertThat(find(seen, PATROL).at("/position/lon").asDouble()).isNotEqualTo(61.4203);
      assertThat(host.get("/api/v1/overview").json().toString()).doesNotContain("line_held");
      report(PATROL, "AVL", 29.52, 61.45);
      assertThat(visitor.get("/api/v1/overview").json().toString()).doesNotContain("line_held");
    }

    // ---- the limits, and 2 ----------------------------------------------------------------------

    void aLimitIsRefusedByItsClause() throws Exception {
      var tooLong =
          visitorChief.post("/api/v1/acts", crossing(AREA, Duration.ofMinutes(91), PATROL));
      assertThat(tooLong.code()).isEqualTo("crossing.too_long");
      assertThat(tooLong.text()).contains("crossing.duration is 90 min (clause 11.2)");
      var deep = "[29500000,61250000,29500000,61260000,29510000,61260000]";
      var tooDeep =
          visitorChief.post("/api/v1/acts", crossing(deep, Duration.ofMinutes(30), PATROL));
      assertThat(tooDeep.code()).isEqualTo("crossing.area_too_deep");
      assertThat(tooDeep.text()).contains("crossing.depth is 10000 m (clause 11.1)");
      assertThat(code(visitorChief, crossing(AREA, Duration.ofMinutes(30), "U-PK-77")))
          .isEqualTo("crossing.unit_not_shown");
      assertThat(code(visitorChief, crossing(AREA, Duration.ofMinutes(30), "U-IR-1")))
          .isEqualTo("crossing.unit_not_visitors");
      var ownOfficer =
          crossing(AREA, Duration.ofMinutes(30), PATROL)
              .replace(officer(hostCommander), officer(visitorChief));
      assertThat(code(visitorChief, ownOfficer)).isEqualTo("crossing.host_officer_unknown");
    }

    // ---- 6: silence -----------------------------------------------------------------------------

    void silenceIsNoAssent() throws Exception {
      var never = (ObjectNode) JSON.readTree(crossing(AREA, Duration.ofMinutes(30), PATROL));
      never.remove("expires");
      assertThat(code(visitorChief, never.toString())).isEqualTo("crossing.expiry_missing");
      never.put("expires", at(Duration.ofMinutes(10)));
      assertThat(code(visitorChief, never.toString())).isEqualTo("crossing.expiry_too_late");
      never.put("expires", at(Duration.ofSeconds(5)));
      var asked = written(visitorChief.post("/api/v1/acts", never.toString()));
      assertThat(task(PATROL, THERE)).isEqualTo("response.crossing_needs_assent");
      visitor.await("/api/v1/crossings/" + asked, one -> stage(one).equals("not_given"));
      assertThat(task(PATROL, THERE)).isEqualTo("response.crossing_needs_assent");
    }

    // ---- 1, with a leave ------------------------------------------------------------------------

    String aLiveAssentLetsItGoWhereItSaysAndNowhereElse() throws Exception {
      var live = agree(JSON.readTree(crossing(AREA, Duration.ofMinutes(30), PATROL)));
      var seen = visitor.await("/api/v1/crossings/" + live, one -> stage(one).equals("live"));
      assertThat(seen.at("/inCharge/officer/officer").asText()).isEqualTo(officer(hostCommander));
      assertThat(seen.at("/inCharge/role").asText()).isEqualTo("sector_commander");
      assertThat(task(PATROL, FARTHER)).isEqualTo("response.crossing_needs_assent");
      assertThat(task(AMBULANCE, THERE)).isEqualTo("response.crossing_needs_assent");
      var task = visitor.post(room() + "/taskings", tasking(PATROL, THERE)).expect(201);
      say(visitor, "crossing.entered", entered(live, PATROL)).expect(201);
      host.await("/api/v1/crossings/" + live, one -> one.at("/units/0/inside").asBoolean());
      host.await("/api/v1/incidents/" + INCIDENT, one -> one.at("/crossings").size() == 2);
      visitor
          .post(
              "/api/v1/taskings/%s/end".formatted(task.at("/id").asText()),
              "{\"outcome\":\"done\"}")
          .expect(201);
      report(PATROL, "AVL", 29.52, 61.41);
      return live;
    }

    /// Works on the very ground where the visitor's units are: both sides see it, and nothing
    /// waits.
    void aNoticeNearALiveCrossingWarnsAndIsNotRefused(String live) throws Exception {
      var notice =
          """
          {"area":{"lat":29520000,"lon":61420000,"radius_m":300},"contact":"watch_officer","from":"%s","kind":"works",
           "means":[],"place":{"en":"Wadi"},"until":"%s","what":{"en":"A ditch"}}
          """
              .formatted(at(Duration.ofMinutes(-1)), at(Duration.ofMinutes(20)));
      var given = written(say(host, "activity.given", JSON.readTree(notice)));
      for (var side : new TestClient[] {host, visitor}) {
        var seen = side.await("/api/v1/activities/" + given, one -> one.has("activity"));
        var warning = seen.at("/activity/warnings/0");
        assertThat(warning.at("/other/source").asText()).isEqualTo("crossing");
        assertThat(warning.at("/other/name").asText()).isEqualTo(live);
        assertThat(warning.at("/other/incident").asText()).isEqualTo(INCIDENT);
        assertThat(warning.at("/distanceM").asInt()).isZero();
        assertThat(warning.at("/deconflicted").asBoolean()).isFalse();
      }
    }

    // ---- 4 --------------------------------------------------------------------------------------

    void nobodyTasksTheOthersUnits(String live) throws Exception {
      assertThat(host.post(room() + "/taskings", tasking(PATROL, THERE)).code())
          .isEqualTo("response.peer_unit_ask_dont_task");
      assertThat(say(host, "crossing.left", left(PATROL)).code())
          .isEqualTo("crossing.unit_not_visitors");
      assertThat(
              say(visitor, "crossing.charge_taken", named("crossing", entry(visitor, live))).code())
          .isEqualTo("crossing.role_missing");
    }

    // ---- 3: STOP --------------------------------------------------------------------------------

    void stopCannotBeRefusedUndoneOrIgnored(String live) throws Exception {
      var one = "/api/v1/crossings/" + live;
      assertThat(visitor.post(one + "/stop", "{}").code()).isEqualTo("crossing.not_host");
      host.post(one + "/stop", "{\"reason\":\"Shots ahead\"}").expect(201);
      var told = visitor.await(one, seen -> stage(seen).equals("stopped"));
      assertThat(told.at("/units/0/leave").asBoolean()).isFalse();
      assertThat(visitor.get("/api/v1/overview").json().at("/clocks").toString())
          .contains("crossing_stop")
          .contains("crossing_return");
      assertThat(task(PATROL, THERE)).isEqualTo("response.crossing_needs_assent");
      var stop = told.at("/stops/0/entry").asText();
      var confirmed = named("stop", stop).put("unit", PATROL).put("at", at(Duration.ZERO));
      say(visitor, "crossing.stop_confirmed", confirmed).expect(201);
      var answered = host.await(one, seen -> seen.at("/stops/0/units/0").has("confirmedAt"));
      assertThat(answered.at("/stops/0/units/0").has("clock")).isFalse();
      say(visitor, "crossing.left", left(PATROL)).expect(201);
      assertThat(say(visitor, "crossing.entered", entered(live, PATROL)).code())
          .isEqualTo("crossing.under_stop");
      host.post(one + "/stop", "{}").expect(201);
      assertThat(stage(visitor.get(one).json())).isEqualTo("stopped");
    }

    void onlyANewActGivesANewYes() throws Exception {
      var again = agree(JSON.readTree(crossing(AREA, Duration.ofMinutes(30), PATROL)));
      visitor.await("/api/v1/crossings/" + again, one -> stage(one).equals("live"));
      var task = visitor.post(room() + "/taskings", tasking(PATROL, THERE)).expect(201);
      visitor
          .post(
              "/api/v1/taskings/%s/end".formatted(task.at("/id").asText()),
              "{\"outcome\":\"done\"}")
          .expect(201);
      report(PATROL, "AVL", 29.52, 61.45);
      say(visitor, "crossing.ended", named("crossing", entry(visitor, again)).put("why", "early"))
          .expect(201);
      assertThat(task(PATROL, THERE)).isEqualTo("response.crossing_needs_assent");
    }

    /// Nobody says anything: the leave is over, and the nodes say so by themselves.
    void aWindowEndsByItself() throws Exception {
      var brief = agree(JSON.readTree(crossing(AREA, Duration.ofSeconds(25), PATROL)));
      var one = "/api/v1/crossings/" + brief;
      Thread.sleep(15_000);
      var ended = host.await(one, seen -> seen.has("ended"));
      assertThat(stage(ended)).isEqualTo("ended");
      assertThat(ended.at("/ended/how").asText()).isEqualTo("window_over");
      assertThat(task(PATROL, THERE)).isEqualTo("response.crossing_needs_assent");
      assertThat(say(visitor, "crossing.entered", entered(brief, PATROL)).code())
          .isEqualTo("crossing.ended");
    }

    // ---- 8, 9: what was said stays --------------------------------------------------------------

    /// An honest node refuses to write it; that a peer which does is shown is tested in core and in
    /// the simulation.
    void whoSaysItCrossedWithoutALeaveIsShown() throws Exception {
      var nothing = named("crossing", "ir.sarhad.example/joint#0");
      assertThat(
              say(
                      visitor,
                      "crossing.entered",
                      nothing.put("unit", PATROL).put("at", at(Duration.ZERO)))
                  .code())
          .isEqualTo("crossing.crossing_unknown");
      assertThat(host.get("/api/v1/crossings").json().at("/breaches").size()).isZero();
      report(PATROL, "ONS", 29.52, 61.405);
      assertThat(unit(visitor, PATROL).at("/status").asText())
          .as("a status never says less than is known")
          .isEqualTo("ONS");
      assertThat(visitor.get("/api/v1/overview").json().at("/clocks").toString())
          .contains("line_crossed");
      report(PATROL, "AVL", 29.52, 61.45);
    }

    // ---- 10 -------------------------------------------------------------------------------------

    void lifeGoesFirstWhileAllIsSuspended() throws Exception {
      say(hostChief, "modalities.suspended", JSON.createObjectNode().put("emergency", "unrest"))
          .expect(201);
      visitor.await("/api/v1/modalities", rules -> rules.at("/suspended").asBoolean());
      assertThat(code(visitorChief, crossing(AREA, Duration.ofMinutes(30), PATROL)))
          .isEqualTo("modalities.suspended");
      assertThat(say(visitor, "crossing.fast_lane_used", lane(OTHER)).code())
          .isEqualTo("crossing.lane_service");
      var use = written(say(visitor, "crossing.fast_lane_used", lane(AMBULANCE)));
      visitor.post(room() + "/taskings", tasking(AMBULANCE, FARTHER)).expect(201);
      var seen = host.await("/api/v1/crossings/" + use, one -> stage(one).equals("live"));
      assertThat(seen.at("/basis").asText()).isEqualTo("fast_lane");
      assertThat(seen.at("/inCharge/role").asText()).isEqualTo("sector_commander");
      assertThat(seen.at("/units/0/doubts").size()).isZero();
      host.post("/api/v1/crossings/" + use + "/stop", "{}").expect(201);
      visitor.await("/api/v1/crossings/" + use, one -> stage(one).equals("stopped"));
      assertThat(say(visitor, "crossing.fast_lane_used", lane(AMBULANCE)).code())
          .isEqualTo("crossing.under_stop");
    }

    // ---- parts ----------------------------------------------------------------------------------

    private void register(String name, String type) throws Exception {
      visitorCommander
          .post(
              "/api/v1/units",
              "{\"name\":\"%s\",\"type\":\"%s\",\"station\":%s,\"status\":\"AVL\",\"audience\":\"release\"}"
                  .formatted(name, type, HOME))
          .expect(201);
    }

    private void report(String unit, String status, double lat, double lon) throws Exception {
      visitor
          .post(
              "/api/v1/units/%s/status".formatted(unit),
              "{\"status\":\"%s\",\"position\":{\"lat\":%s,\"lon\":%s},\"positionAt\":\"%s\",\"precisionM\":10,\"audience\":\"release\"}"
                  .formatted(status, lat, lon, at(Duration.ofSeconds(-1))))
          .expect(201);
    }

    private static JsonNode unit(TestClient at, String name) throws Exception {
      return find(at.get("/api/v1/units").json(), name);
    }

    private static JsonNode find(JsonNode units, String name) {
      for (var unit : units.at("/items")) {
        if (unit.at("/id").asText().equals(name)) {
          return unit;
        }
      }
      return JSON.createObjectNode();
    }

    private String task(String unit, String destination) throws Exception {
      return code(visitor.post(room() + "/taskings", tasking(unit, destination)));
    }

    private static String code(TestClient.Answer answer) throws Exception {
      assertThat(answer.status()).as(answer.text()).isGreaterThanOrEqualTo(400);
      return answer.code();
    }

    private static String code(TestClient by, String proposal) throws Exception {
      return code(by.post("/api/v1/acts", proposal));
    }

    private static String tasking(String unit, String destination) {
      return "{\"unit\":\"%s\",\"order\":\"go\",\"destination\":%s,\"audience\":\"internal\"}"
          .formatted(unit, destination);
    }

    private static String room() {
      return "/api/v1/incidents/" + INCIDENT;
    }

    private static String stage(JsonNode crossing) {
      return crossing.at("/stage").asText();
    }

    private static String officer(TestClient desk) throws Exception {
      return desk.get("/api/v1/session").json().at("/officer").asText();
    }

    private String crossing(String area, Duration length, String... units) throws Exception {
      var names = JSON.createArrayNode();
      Arrays.stream(units).forEach(names::add);
      return """
      {"kind":"crossing","expires":"%s","terms":{"area":%s,"from":"%s","host":"ir","in_charge":"%s",
       "incident":"%s","languages":["ur"],"purpose":{"en":"Search"},"units":%s,"until":"%s","visitor":"pk"}}
      """
          .formatted(
              at(Duration.ofMinutes(4)),
              area,
              at(Duration.ZERO),
              officer(hostCommander),
              INCIDENT,
              names,
              at(length));
    }

    private static ObjectNode lane(String unit) throws Exception {
      return (ObjectNode)
          JSON.readTree(
              "{\"host\":\"ir\",\"incident\":\"%s\",\"purpose\":{\"en\":\"Wounded\"},\"units\":[{\"service\":\"medical\",\"unit\":\"%s\"}],\"until\":\"%s\"}"
                  .formatted(INCIDENT, unit, at(Duration.ofMinutes(60))));
    }

    /// Proposed by the visitor's chief and assented to by the host's.
    private String agree(JsonNode proposal) throws Exception {
      var act = written(visitorChief.post("/api/v1/acts", proposal.toString()));
      var shown = hostChief.await("/api/v1/acts/" + act, seen -> seen.has("act"));
      hostChief
          .post(
              "/api/v1/acts/%s/assents".formatted(act),
              "{\"leaf\":\"%s\"}".formatted(shown.at("/act/leaf").asText()))
          .expect(201);
      return act;
    }

    private static String written(TestClient.Answer answer) throws Exception {
      return answer.expect(201).at("/entries/0").asText();
    }

    private static TestClient.Answer say(TestClient by, String kind, JsonNode body)
        throws Exception {
      var statement = JSON.createObjectNode().put("kind", kind);
      statement.set("body", body);
      return by.post("/api/v1/statements", statement.toString());
    }

    private ObjectNode entered(String crossing, String unit) throws Exception {
      return named("crossing", entry(visitor, crossing))
          .put("unit", unit)
          .put("at", at(Duration.ZERO));
    }

    private static ObjectNode left(String unit) {
      return JSON.createObjectNode().put("unit", unit).put("at", at(Duration.ZERO));
    }

    private static ObjectNode named(String member, String entry) {
      return JSON.createObjectNode().put(member, entry);
    }

    private static String entry(TestClient at, String crossing) throws Exception {
      return at.get("/api/v1/crossings/" + crossing).json().at("/entry").asText();
    }
  }

  private static String at(Duration fromNow) {
    return UtcTime.print(UtcTime.toMillis(Instant.now().plus(fromNow)));
  }

  private static String place(String label, double lat, double lon) {
    return "{\"label\":\"%s\",\"position\":{\"lat\":%s,\"lon\":%s},\"radiusM\":100}"
        .formatted(label, lat, lon);
  }
}
