package org.sarhad.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.GridTravel;
import org.sarhad.core.response.Ranking;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.travel.Gate;
import org.sarhad.core.travel.GridFile;
import org.sarhad.core.travel.PacedGrid;
import org.sarhad.core.travel.Speeds;
import org.sarhad.core.travel.Way;
import org.sarhad.tlog.Bytes;

/// `sarhad geo`: a grid out of GeoJSON, and what one holds.
class GeoCommandTest {
  private static final String REGION = "24.9,60.3,30.1,64.2";

  @TempDir Path directory;

  private Path demo(String name) throws IOException {
    try (var in = GeoCommandTest.class.getResourceAsStream("/org/sarhad/demo/" + name)) {
      return Files.write(directory.resolve(name), Objects.requireNonNull(in).readAllBytes());
    }
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  /// The ground that the product ships is what its sources make, on every machine.
  @Test
  void theGroundOfTheDemoIsMadeOfItsSourcesByteForByte() throws Exception {
    var grid = directory.resolve("made.grid");
    var said =
        Said.by(
            "geo",
            "build",
            "--line",
            demo("line.geojson"),
            "--region",
            REGION,
            "--out",
            grid,
            demo("ground.geojson"));

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).contains("left out   0", "gate       mirjaveh, open", "written");
    assertThat(grid).hasSameBinaryContentAs(demo("travel.grid"));
    assertThat(Said.by("geo", "check", grid).out()).isSubstringOf(said.out());
  }

  @Test
  void withoutAPlaceToWriteItIsAPreview() throws Exception {
    var said =
        Said.by("geo", "build", "-l", demo("line.geojson"), "-r", REGION, demo("ground.geojson"));
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).contains("sha256", "nothing was written");
  }

  @Test
  void inMountainsCellsAreSmaller() throws Exception {
    var build = new Object[] {"geo", "build", "-l", demo("line.geojson"), demo("ground.geojson")};
    var small = Said.by(with(build, "--region", REGION, "--cell", "500"));
    assertThat(small.code()).as(small.err()).isZero();
    assertThat(small.out()).contains("cells      770 by 1157", "gate       mirjaveh, open");
    var wrong = Said.by(with(build, "--region", REGION, "--cell", "50"));
    assertThat(wrong.code()).isNotZero();
    assertThat(wrong.err()).contains("cells of 50 m; expected 100 to 1000");
    var many = Said.by(with(build, "--region", REGION, "--cell", "100"));
    assertThat(many.err()).contains("No such region", "expected 2 to 4000 each way");
  }

  private static Object[] with(Object[] words, Object... more) {
    return Stream.of(words, more).flatMap(Stream::of).toArray();
  }

  /// Nothing knows which border it is: two made-up neighbours in the south-western quarter of the
  /// world, on either side of a ridge that runs from water to water, with a pass in it.
  @Test
  void anotherBorderIsMadeInTheSameWay() throws Exception {
    var line =
        file(
            "line.geojson",
            """
            {"features":[{"properties":{"left":"aa","right":"bb","uncertainty_m":200},
            "geometry":{"type":"LineString","coordinates":[[-70.0,-33.1],[-70.05,-33.5],[-70.0,-33.9]]}}]}
            """);
    var ground =
        file(
            "ground.geojson",
            """
            {"features":[
            {"properties":{"terrain":"open"},"geometry":{"type":"Polygon","coordinates":
            [[[-70.9,-33.9],[-69.1,-33.9],[-69.1,-33.1],[-70.9,-33.1],[-70.9,-33.9]]]}},
            {"properties":{"terrain":"rough"},"geometry":{"type":"Polygon","coordinates":
            [[[-70.2,-33.9],[-69.8,-33.9],[-69.8,-33.1],[-70.2,-33.1],[-70.2,-33.9]]]}},
            {"properties":{"road":"road"},"geometry":{"type":"LineString","coordinates":
            [[-70.8,-33.5],[-69.2,-33.5]]}},
            {"properties":{"gate":"pass"},"geometry":{"type":"Point","coordinates":[-70.05,-33.5]}}]}
            """);
    var grid = directory.resolve("other.grid");

    var said = Said.by("geo", "build", "-l", line, "--region=-34,-71,-33,-69", "-o", grid, ground);

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).contains("left       aa", "right      bb", "gate       pass, open");
    var ways = new GridTravel(new PacedGrid(GridFile.parse(bytes(grid)), Speeds.DEFAULT));
    var through =
        ways.toward(Position.ofDegrees(-33.5, -69.3), PartyId.of("bb"), Ranking.HORIZON)
            .from(Position.ofDegrees(-33.5, -70.7), UnitType.PATROL)
            .orElseThrow();
    assertThat(through.way().flatMap(Way::gate).map(Gate::name)).contains("pass");
    assertThat(through.duration().toMinutes()).isBetween(125L, 150L);
  }

  private static Bytes bytes(Path file) throws IOException {
    return Bytes.of(Files.readAllBytes(file));
  }

  @Test
  void whatIsLeftOutStopsTheWritingUnlessOneSaysSo() throws Exception {
    var more =
        file(
            "more.geojson",
            "{\"features\":[{\"properties\":{\"terrain\":\"sand\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}}]}");
    var grid = directory.resolve("made.grid");
    Object[] words = {
      "geo",
      "build",
      "-l",
      demo("line.geojson"),
      "-r",
      REGION,
      "-o",
      grid,
      demo("ground.geojson"),
      more
    };

    var said = Said.by(words);
    assertThat(said.code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(said.out())
        .contains("more.geojson, feature 1: It has too few points", "--leave-out");
    assertThat(grid).doesNotExist();

    var again = Arrays.copyOf(words, words.length + 1);
    again[words.length] = "--leave-out";
    assertThat(Said.by(again).code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(grid).hasSameBinaryContentAs(demo("travel.grid"));
  }

  @Test
  void whatCannotBeIsSaid() throws Exception {
    var line = demo("line.geojson");
    var ground = demo("ground.geojson");
    var south = piece("[[61.5876,25.2026],[61.62,25.2853],[61.9,27.5]]");
    var half = file("half.geojson", "{\"features\":[%s]}".formatted(south));
    var pieces =
        file(
            "pieces.geojson",
            "{\"features\":[%s,%s]}".formatted(south, piece("[[61.8,27.6],[60.846,29.858]]")));
    assertCannot("four numbers", "geo", "build", "-l", line, "-r", "1,2,3", ground);
    assertCannot("No such region", "geo", "build", "-l", line, "-r", "30,60,25,64", ground);
    assertCannot("misspelt", "geo", "build", "-l", directory.resolve("no"), "-r", REGION, ground);
    assertCannot("misspelt", "geo", "build", "-l", line, "-r", REGION, directory.resolve("no"));
    assertCannot(
        "cut short",
        "geo",
        "build",
        "-l",
        line,
        "-r",
        REGION,
        file("cut.geojson", Files.readString(ground).substring(0, 5_000)));
    assertCannot("ends on ground", "geo", "build", "-l", half, "-r", REGION, ground);
    assertCannot("in pieces", "geo", "build", "-l", pieces, "-r", REGION, ground);
    assertCannot("sarhad grid v1", "geo", "check", line);
    assertCannot("misspelt", "geo", "check", directory.resolve("no"));
  }

  private static String piece(String coordinates) {
    return "{\"properties\":{\"left\":\"ir\",\"right\":\"pk\",\"uncertainty_m\":1},\"geometry\":{\"type\":\"LineString\",\"coordinates\":%s}}"
        .formatted(coordinates);
  }

  private static void assertCannot(String why, Object... words) {
    var said = Said.by(words);
    assertThat(said.code()).as(said.out()).isEqualTo(SarhadCommand.FAILED);
    assertThat(said.err()).contains(why);
  }

  // ---- calibrate ------------------------------------------------------------------------------

  /// Straight north over the open ground west of Zahedan and back, 100 m every ten seconds.
  private static String patrol() {
    var table = new StringBuilder("unit,type,at,lat,lon,radius_m\n");
    for (int i = 0; i < 2_400; i++) {
      double north = i % 1_200 < 600 ? i % 600 : 600 - i % 600;
      table.append(
          String.format(
              Locale.ROOT,
              "ir-U-1,patrol,%s,%.6f,60.600000,10%n",
              Instant.parse("2026-03-21T04:00:00Z").plusSeconds(10L * i),
              28.6 + north * 100 / 111_195));
    }
    return table.toString();
  }

  @Test
  void howFastUnitsWereIsMeasuredOutOfATable() throws Exception {
    var said = Said.by("geo", "calibrate", "-g", demo("travel.grid"), file("units.csv", patrol()));
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("positions  2400", "below 30 nothing is said")
        .containsPattern("(open|rough|salt|sand) +3[5-7] km/h \\(half of them 3[4-7] to 3[5-7]\\)")
        .contains("highway    too few: 0 pieces");
  }

  @Test
  void aTableThatIsNoneIsRefusedByItsLine() throws Exception {
    var head = PositionTable.HEAD + "\n";
    var good = "ir-U-1,patrol,2026-03-21T04:00:00Z,28.6,60.6,10\n";
    var wrong =
        Map.of(
            "",
            "line 1: expected unit,type,at",
            "unit;type\n",
            "line 1: expected unit,type,at",
            head + good + "\nir-U-1,patrol,today,28.6,60.6,10\n",
            "line 4: ",
            head + "ir-U-1,horse,2026-03-21T04:00:00Z,28.6,60.6,10\n",
            "\"horse\" is no type",
            head + "ir-U-1,patrol,2026-03-21T04:00:00Z,98.6,60.6,10\n",
            "line 2: latitude",
            head + "ir-U-1,patrol,2026-03-21T04:00:00Z,28.6,60.6\n",
            "5 values; expected",
            head + " ,patrol,2026-03-21T04:00:00Z,28.6,60.6,10\n",
            "names no unit",
            head + "ir-U-1,patrol,2026-03-21T04:00:00Z,28.6,60.6,-1\n",
            "radius",
            head + "x".repeat(600),
            "longer than 500 characters");
    for (var one : wrong.entrySet()) {
      var said =
          Said.by("geo", "calibrate", "-g", demo("travel.grid"), file("units.csv", one.getKey()));
      assertThat(said.code()).as(one.getValue()).isEqualTo(SarhadCommand.FAILED);
      assertThat(said.err()).contains(one.getValue());
    }
    assertThat(
            Said.by("geo", "calibrate", "-g", file("no.grid", "no"), file("units.csv", head)).err())
        .contains("no.grid");
    assertThat(Said.by("geo", "calibrate", "-g", demo("travel.grid"), "nowhere.csv").err())
        .contains("nowhere.csv is no file");
  }
}
