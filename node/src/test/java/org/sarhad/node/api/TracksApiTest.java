package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.geo.Position;
import org.sarhad.core.tracks.Sighting;
import org.sarhad.core.tracks.ThingKind;
import org.sarhad.core.tracks.TrackFix;
import org.sarhad.core.tracks.TrackFrames;
import org.sarhad.core.tracks.TrackId;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;
import org.sarhad.tlog.Bytes;

/// Positions over the API of two running nodes that hold the line of the demo: what is taken, what
/// is refused, and that only a crossing gets to the other side. Every answer is held against the
/// contract.
class TracksApiTest extends ApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TRACKS = "/api/v1/tracks";

  /// South-west and north-east of Mirjaveh, each certainly on its side: the line is agreed to be
  /// known to 9 km.
  private static final String WEST = "{\"lat\":29.0,\"lon\":61.2}";

  private static final String EAST = "{\"lat\":29.2,\"lon\":61.8}";

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(2_400);

  @Test
  void onlyACrossingGetsToTheOtherSide() throws Exception {
    try (var ir = node("ir");
        var pk = node("pk")) {
      TestNode.pair(ir, pk);
      try (var watch = ir.signIn("watch");
          var chief = ir.signIn("chief");
          var observer = ir.signIn("observer");
          var theirs = pk.signIn("chief")) {
        whatIsMalformedIsNotHalfTaken(watch);
        get(observer, TRACKS, 403);
        post(observer, TRACKS, positions(one("radar-1:7", WEST, 0)), 403);
        withoutAnAgreedLineNothingIsTold(watch);
        bytesAreTakenWhollyOrNotAtAll(watch);
        agree(chief, theirs, 9_000);
        whatCannotBeToldIsShownWithTheReason(watch);
        whatCrossesIsTold(watch);
        theirs.await(TRACKS, seen -> seen.at("/crossings").size() == 1);
        theOtherSideSeesTheCrossingAndNothingElse(theirs);
        whatCannotBeIsDoubted(watch);
        whatIsNewIsAskedForWithAMark(watch);
      }
    }
  }

  private TestNode node(String party) throws Exception {
    var home = Files.createDirectories(directory.resolve(party));
    try (InputStream in = RunningNode.class.getResourceAsStream("/org/sarhad/demo/line.geojson")) {
      Files.write(home.resolve(RunningNode.LINE), Objects.requireNonNull(in).readAllBytes());
    }
    return TestNode.start(home, party);
  }

  private void whatIsMalformedIsNotHalfTaken(TestClient watch) throws Exception {
    var good = one("radar-1:7", WEST, 0);
    for (var bad :
        List.of(
            good.replace("vehicle", "person"),
            good.replace("61.2", "181"),
            good.replace("radar-1:7", "a name with spaces"),
            good.replace("\"radiusM\":50", "\"radiusM\":-1"),
            good.replace("\"radiusM\":50", "\"radiusM\":50,\"speedKmh\":40"),
            good.replace("\"radiusM\":50", "\"radiusM\":50,\"owner\":\"somebody\""))) {
      post(watch, TRACKS, positions(good, bad), 400);
    }
    var many =
        IntStream.rangeClosed(0, TrackOperations.BATCH_MAX)
            .mapToObj(i -> one("t" + i, WEST, 0))
            .toList();
    assertThat(post(watch, TRACKS, positions(many.toArray(String[]::new)), 400).toString())
        .contains("at most 1000");
    assertThat(get(watch, TRACKS, 200).at("/followed").asInt()).isZero();
    // A million of them are not even read to the end.
    assertThat(watch.post(TRACKS, "{\"positions\":[" + "0,".repeat(20_000_000) + "0]}").status())
        .isEqualTo(413);
    assertThat(get(watch, TRACKS, 200).at("/followed").asInt()).isZero();
  }

  private void withoutAnAgreedLineNothingIsTold(TestClient watch) throws Exception {
    post(watch, TRACKS, positions(one("early", WEST, 0)), 200);
    var taken = post(watch, TRACKS, positions(one("early", EAST, 1_800)), 200);
    assertThat(taken.at("/events/0/event").asText()).isEqualTo("crossed");
    assertThat(taken.at("/told").asInt()).isZero();
    assertThat(taken.at("/untold").asText()).isEqualTo("tracks.no_line");
    var waits = get(watch, TRACKS, 200).at("/untold/0");
    assertThat(waits.at("/waiting").asBoolean()).isTrue();
    assertThat(waits.at("/lineUncertaintyM").asInt()).isEqualTo(1_000);
    watch.await(TRACKS, seen -> seen.at("/untold/0/tries").asInt() > 1);
  }

  /// What waited was judged by the same line, but as if it were known better than was agreed.
  private void whatCannotBeToldIsShownWithTheReason(TestClient watch) throws Exception {
    watch.await(TRACKS, seen -> !seen.at("/untold/0/waiting").asBoolean());
    var given = get(watch, TRACKS, 200).at("/untold/0");
    assertThat(given.at("/code").asText()).isEqualTo("tracks.other_line");
    assertThat(given.at("/from").asText() + given.at("/to").asText()).isEqualTo("irpk");
    assertThat(get(watch, TRACKS, 200).at("/crossings")).isEmpty();
  }

  /// A fault that passes: no line is agreed when something crosses, and then one is.
  @Test
  void whatCouldNotBeToldIsToldWhenItCan() throws Exception {
    try (var ir = node("ir");
        var pk = node("pk")) {
      TestNode.pair(ir, pk);
      try (var watch = ir.signIn("watch")) {
        post(watch, TRACKS, positions(one("early", WEST, 0)), 200);
        var taken = post(watch, TRACKS, positions(one("early", EAST, 1_800)), 200);
        assertThat(taken.at("/untold").asText()).as("%s", taken).isEqualTo("tracks.no_line");
        var waits = get(watch, TRACKS, 200);
        assertThat(waits.at("/untold")).as("%s", waits).hasSize(1);
      }
      ir.restart();
      try (var watch = ir.signIn("watch");
          var chief = ir.signIn("chief");
          var theirs = pk.signIn("chief")) {
        var waits = get(watch, TRACKS, 200);
        assertThat(waits.at("/items")).as("the picture begins anew").isEmpty();
        assertThat(waits.at("/untold")).as("and nothing that is owed is lost").hasSize(1);
        agree(chief, theirs, 1_000);
        // Whoever sends positions now signs it.
        post(watch, TRACKS, positions(one("later", WEST, 0)), 200);
        watch.await(TRACKS, seen -> seen.at("/untold").isEmpty());
        var told = theirs.await(TRACKS, seen -> seen.at("/crossings").size() == 1);
        assertThat(told.at("/crossings/0/asserted").asBoolean()).isTrue();
        watch.await(TRACKS, seen -> seen.at("/crossings").size() == 1);
      }
    }
  }

  /// Seventy kilometres in two minutes: no vehicle does that, and nobody says that it crossed.
  private void whatCannotBeIsDoubted(TestClient watch) throws Exception {
    post(watch, TRACKS, positions(one("radar-1:9", WEST, 0)), 200);
    var taken = post(watch, TRACKS, positions(one("radar-1:9", EAST, 120)), 200);
    assertThat(taken.at("/events")).hasSize(1);
    assertThat(taken.at("/events/0/event").asText()).isEqualTo("jumped");
    var track = get(watch, TRACKS, 200).at("/items/0");
    assertThat(track.at("/position/lon").asDouble()).isEqualTo(61.2);
    assertThat(track.at("/doubted/position/lon").asDouble()).isEqualTo(61.8);
    assertThat(track.at("/side").asText()).isEqualTo("ir");
  }

  private void whatIsNewIsAskedForWithAMark(TestClient watch) throws Exception {
    var whole = get(watch, TRACKS, 200);
    assertThat(whole.at("/whole").asBoolean()).isTrue();
    var since = TRACKS + "?since=" + whole.at("/mark").asText();
    var nothing = get(watch, since, 200);
    assertThat(nothing.at("/items")).isEmpty();
    assertThat(nothing.at("/followed").asInt()).isEqualTo(whole.at("/followed").asInt());
    for (int second = 1; second < 4; second++) {
      post(watch, TRACKS, positions(one("radar-1:10", WEST, second)), 200);
    }
    var then = get(watch, since, 200);
    assertThat(then.at("/whole").asBoolean()).isFalse();
    assertThat(then.at("/items")).as("once, however often it was seen").hasSize(1);
    assertThat(get(watch, TRACKS + "?since=999-1", 200).at("/whole").asBoolean())
        .as("of another picture")
        .isTrue();
    get(watch, TRACKS + "?since=yesterday", 400);
  }

  private void bytesAreTakenWhollyOrNotAtAll(TestClient watch) throws Exception {
    int before = get(watch, TRACKS, 200).at("/followed").asInt();
    var sightings = new ArrayList<Sighting>();
    for (int i = 0; i < TrackFrames.POSITIONS_MAX; i++) {
      sightings.add(
          new Sighting(
              new TrackId("b" + i),
              ThingKind.BOAT,
              new TrackFix(Position.ofDegrees(25, 61.2), 50, start),
              Optional.empty()));
    }
    var bytes = TrackFrames.write(sightings);
    send(watch, bytes.slice(0, bytes.size() - 1), 400);
    assertThat(get(watch, TRACKS, 200).at("/followed").asInt()).isEqualTo(before);
    assertThat(send(watch, bytes, 200).at("/taken").asInt()).isEqualTo(sightings.size());
    // Once more does nothing more.
    assertThat(send(watch, bytes, 200).at("/refused/0/count").asInt()).isEqualTo(sightings.size());
    assertThat(get(watch, TRACKS, 200).at("/followed").asInt())
        .isEqualTo(before + sightings.size());
  }

  private JsonNode send(TestClient as, Bytes bytes, int status) throws Exception {
    return held(as.upload(TRACKS + "/frames", Operation.BYTES, bytes.toArray())).expect(status);
  }

  private void whatCrossesIsTold(TestClient watch) throws Exception {
    var first =
        post(
            watch,
            TRACKS,
            positions(
                one("radar-1:7", WEST, 0),
                one("radar-1:7", WEST, 0),
                one("radar-1:8", EAST, 5_000),
                one("U-IR-3", WEST, 0).replace("vehicle", "unit")),
            200);
    assertThat(first.at("/taken").asInt()).isEqualTo(2);
    assertThat(first.at("/refused").toString())
        .contains("{\"code\":\"tracks.from_future\",\"count\":1}")
        .contains("{\"code\":\"tracks.not_newer\",\"count\":1}");
    var then =
        post(
            watch,
            TRACKS,
            positions(
                one("radar-1:7", EAST, 1_800),
                one("U-IR-3", EAST, 1_800).replace("vehicle", "unit")),
            200);
    assertThat(then.at("/events")).hasSize(2);
    assertThat(then.at("/told").asInt()).as("but of a unit nothing is told").isEqualTo(1);
    assertThat(then.has("untold")).isFalse();
    var seen = get(watch, TRACKS, 200);
    assertThat(seen.at("/items/0/side").asText()).isEqualTo("pk");
    assertThat(seen.at("/items/0/stale").asBoolean()).as("ten minutes old").isTrue();
    assertThat(get(watch, TRACKS + "?limit=1", 200).at("/items")).hasSize(1);
    get(watch, TRACKS + "?limit=0", 400);
  }

  private void theOtherSideSeesTheCrossingAndNothingElse(TestClient theirs) throws Exception {
    var seen = get(theirs, TRACKS, 200);
    assertThat(seen.at("/items")).isEmpty();
    var crossing = seen.at("/crossings/0");
    assertThat(crossing.at("/party").asText()).isEqualTo("ir");
    assertThat(crossing.at("/asserted").asBoolean()).isTrue();
    assertThat(crossing.at("/thing").asText()).isEqualTo("vehicle");
    assertThat(crossing.at("/from").asText() + crossing.at("/to").asText()).isEqualTo("irpk");
    assertThat(crossing.at("/lineUncertaintyM").asInt()).isEqualTo(9_000);
    var told = new StringBuilder();
    for (var item : get(theirs, "/api/v1/record/entries?log=ir&limit=100", 200).at("/items")) {
      told.append(get(theirs, "/api/v1/record/entries/" + item.at("/entry").asText(), 200));
    }
    assertThat(told.toString()).contains("tracks.crossed").doesNotContain("radar-1", "U-IR-3");
  }

  // ---- asking ---------------------------------------------------------------------------------

  private String one(String id, String position, int afterSeconds) {
    return "{\"id\":\"%s\",\"kind\":\"vehicle\",\"position\":%s,\"radiusM\":50,\"at\":\"%s\"}"
        .formatted(id, position, start.plusSeconds(afterSeconds));
  }

  private static String positions(String... each) {
    return List.of(each).stream().collect(Collectors.joining(",", "{\"positions\":[", "]}"));
  }

  /// The rules of the example, with a line that is known to `uncertaintyM`.
  private static void agree(TestClient chief, TestClient theirs, int uncertaintyM)
      throws Exception {
    var root = Path.of(System.getProperty("sarhad.root", ".."));
    var text = Files.readString(root.resolve("docs/scenarios/modalities-1.json"));
    var width = "\"uncertainty_m\": %d,";
    assertThat(text).contains(width.formatted(9_000));
    var rules = JSON.readTree(text.replace(width.formatted(9_000), width.formatted(uncertaintyM)));
    var proposal = JSON.createObjectNode().put("kind", "modalities");
    proposal.set("terms", rules);
    var act = chief.post("/api/v1/acts", proposal.toString()).expect(201).at("/entries/0").asText();
    var path = "/api/v1/acts/" + act;
    var leaf = theirs.await(path, seen -> seen.has("act")).at("/act/leaf").asText();
    theirs.post(path + "/assents", "{\"leaf\":\"%s\"}".formatted(leaf)).expect(201);
    for (var each : List.of(chief, theirs)) {
      each.await("/api/v1/modalities", known -> known.at("/inForce/number").asInt() == 1);
    }
  }
}
