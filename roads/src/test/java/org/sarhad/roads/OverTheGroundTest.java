package org.sarhad.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.graphhopper.GHRequest;
import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.util.CustomModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.travel.Arrivals;
import org.sarhad.core.travel.CostGrid;
import org.sarhad.core.travel.GridFrame;
import org.sarhad.core.travel.PacedGrid;
import org.sarhad.core.travel.Passage;
import org.sarhad.core.travel.Speeds;
import org.sarhad.core.travel.Terrain;
import org.sarhad.node.ground.SurveyReader;

/// The roads are burnt into the ground, and the minutes over it are those that GraphHopper itself
/// finds on the same file, as near as cells of a kilometre and one speed for each class allow.
class OverTheGroundTest {
  private static final String REGION = "-45,-20,-44.4,-19.2";
  private static final GridFrame FRAME =
      GridFrame.over(Position.ofDegrees(-45, -20), Position.ofDegrees(-44.4, -19.2));

  /// On paved roads: ways of eight directions, from middle to middle of cells (clause 19-4.5).
  private static final double PAVED_FACTOR = 1.10;

  /// Where it winds: by a mean of bends.
  private static final double PASS_FACTOR = 1.2;

  /// With tracks among them, good ones and bad ones, for which there is one speed.
  private static final double FACTOR = 1.4;

  @TempDir Path directory;

  private Path roads(Path osm) throws Exception {
    var made = directory.resolve("roads.geojson");
    var said = Said.by(osm, "--region=" + REGION, "--out", made);
    assertThat(said.code()).as(said.err()).isZero();
    speeds = speeds(said.out());
    return made;
  }

  private Speeds speeds = Speeds.DEFAULT;

  /// The agreed speeds are those at which the tool says one gets on.
  private static Speeds speeds(String said) {
    List<Integer> kmh = new ArrayList<>(Speeds.DEFAULT.kmh());
    for (var terrain : List.of(Terrain.TRACK, Terrain.ROAD, Terrain.HIGHWAY)) {
      var line = Pattern.compile(terrain.code() + " .* gets on at (\\d+)").matcher(said);
      assertThat(line.find()).as(said).isTrue();
      int onIt = Integer.parseInt(line.group(1));
      if (onIt > 0) {
        kmh.set(List.of(Terrain.values()).indexOf(terrain), onIt);
      }
    }
    return new Speeds(kmh, Speeds.DEFAULT.sideChangeMin());
  }

  private CostGrid grid(Path... more) throws Exception {
    var reader = new SurveyReader(FRAME, (_, _) -> {});
    reader.read(
        Files.writeString(
            directory.resolve("ground.geojson"),
            """
            {"features":[{"properties":{"terrain":"open"},"geometry":{"type":"Polygon","coordinates":
            [[[-20.5,-45.5],[-18.5,-45.5],[-18.5,-44],[-20.5,-44],[-20.5,-45.5]]]}}]}
            """));
    for (var file : more) {
      reader.read(file);
    }
    assertThat(reader.refusals()).isEmpty();
    var line = List.of(Position.ofDegrees(-44.2, -19.25), Position.ofDegrees(-45.2, -19.25));
    return reader.survey(PartyId.of("bb"), PartyId.of("aa"), line).grid();
  }

  private static double minutes(PacedGrid ground, Position from, Position to) {
    int start = ground.grid().anchor(from, Optional.empty()).orElseThrow();
    int end = ground.grid().anchor(to, Optional.empty()).orElseThrow();
    return Arrivals.at(ground, List.of(start), Passage.OWN_SOIL, Duration.ofDays(1))
            .millis(end)
            .orElseThrow()
        / 60_000.0;
  }

  @Test
  void theMinutesOverTheGroundAreThoseOfGraphHopper() throws Exception {
    var extract = Extract.small();
    var osm = Files.write(directory.resolve("small.osm.pbf"), extract.pbf());
    var ground = new PacedGrid(grid(roads(osm)), speeds);
    var hopper = hopper(osm);
    for (long[] pair : new long[][] {{1, 4}, {4, 1}, {1, 8}, {8, 4}, {2, 7}}) {
      assertThat(ratio(extract, ground, hopper, pair)).isBetween(1 / PAVED_FACTOR, PAVED_FACTOR);
    }
    for (long[] pair : new long[][] {{10, 8}, {10, 4}, {11, 1}, {9, 2}}) {
      assertThat(ratio(extract, ground, hopper, pair)).isBetween(1 / FACTOR, FACTOR);
    }
    hopper.close();
  }

  /// A road in hairpins brings one on no faster over cells than over its bends.
  @Test
  void overAPassTheMinutesAreThoseOfItsBends() throws Exception {
    var extract = Extract.pass();
    var osm = Files.write(directory.resolve("pass.osm"), extract.xml());
    var ground = new PacedGrid(grid(roads(osm)), speeds);
    var hopper = hopper(osm);
    for (long[] pair : new long[][] {{1, 55}, {55, 1}, {1, 220}, {100, 55}, {100, 220}}) {
      assertThat(ratio(extract, ground, hopper, pair)).isBetween(1 / PASS_FACTOR, PASS_FACTOR);
    }
    hopper.close();
  }

  /// How our minutes are to theirs.
  private static double ratio(Extract extract, PacedGrid ground, GraphHopper hopper, long... pair) {
    double[] from = extract.at(pair[0]);
    double[] to = extract.at(pair[1]);
    var asked =
        new GHRequest(
            inward(from[0], -44.7),
            inward(from[1], -19.6),
            inward(to[0], -44.7),
            inward(to[1], -19.6));
    var route = hopper.route(asked.setProfile("car"));
    assertThat(route.getErrors()).isEmpty();
    return minutes(ground, Position.ofDegrees(from[0], from[1]), Position.ofDegrees(to[0], to[1]))
        / (route.getBest().getTime() / 60_000.0);
  }

  /// A metre or so towards the middle: what lies on the edge of its bounds, GraphHopper takes to
  /// lie beyond them.
  private static double inward(double degrees, double middle) {
    return degrees + (middle - degrees) * 1e-4;
  }

  /// By time alone, as the ground is.
  private GraphHopper hopper(Path osm) {
    var hopper = new GraphHopper();
    hopper.setOSMFile(osm.toString());
    hopper.setGraphHopperLocation(directory.resolve("graph").toString());
    hopper.setEncodedValuesString("car_access,car_average_speed");
    hopper.setProfiles(
        new Profile("car")
            .setCustomModel(
                new CustomModel()
                    .setDistanceInfluence(0.0)
                    .addToPriority(Statement.If("!car_access", Statement.Op.MULTIPLY, "0"))
                    .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "car_average_speed"))));
    hopper.importOrLoad();
    return hopper;
  }

  @Test
  void theRoadsChangeTheMinutes() throws Exception {
    var osm = Files.write(directory.resolve("small.osm"), Extract.small().xml());
    var bare = new PacedGrid(grid(), Speeds.DEFAULT);
    var made = new PacedGrid(grid(roads(osm)), Speeds.DEFAULT);
    var west = Position.ofDegrees(-44.70, -19.95);
    var east = Position.ofDegrees(-44.70, -19.40);

    assertThat(bare.grid().count(Terrain.ROAD)).isZero();
    assertThat(made.grid().count(Terrain.HIGHWAY)).isBetween(15, 40);
    double before = minutes(bare, west, east);
    double after = minutes(made, west, east);
    assertThat(before).as("43 km of open ground at 20 km/h").isCloseTo(130, within(5.0));
    assertThat(after).as("28 km of road at 60, 16 km of highway at 80").isCloseTo(40, within(4.0));
  }
}
