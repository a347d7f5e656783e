package org.sarhad.roads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstreetmap.osmosis.osmbinary.Fileformat;

/// `sarhad roads`: what it takes, what it makes of it, and what it says of a file it cannot use.
class RoadsCommandTest {
  private static final String REGION = "--region=-45,-20,-44.4,-19.2";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }

  private Path file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theSameRoadsComeOfEachFormat() throws Exception {
    var extract = Extract.small();
    var made = directory.resolve("made.geojson");
    var first = Said.by(file("a.osm", extract.xml()), REGION, "--out", made);
    assertThat(first.code()).as(first.err()).isZero();
    for (var other :
        new Path[] {file("a.osm.gz", extract.gzip()), file("a.osm.pbf", extract.pbf())}) {
      var again = directory.resolve("again.geojson");
      var said = Said.by(other, REGION, "-o", again);
      assertThat(said.code()).as(said.err()).isZero();
      assertThat(again).hasSameTextualContentAs(made);
    }
  }

  @Test
  void eachWayIsWhatGraphHopperTakesItToBe() throws Exception {
    var made = directory.resolve("made.geojson");
    var said = Said.by(file("a.osm", Extract.small().xml()), REGION, "-o", made);

    assertThat(said.out())
        .contains(
            "roads      9",
            "highway    32 km, which GraphHopper drives at 70 km/h and so gets on at 70")
        .contains("ODbL 1.0", "written");
    JsonNode json = JSON.readTree(made.toFile());
    assertThat(json.path("source").asText()).contains("OpenStreetMap contributors");
    assertThat(json.path("licence").asText()).isEqualTo("ODbL 1.0");
    assertThat(json.path("features"))
        .extracting(
            road ->
                "%s %s %d"
                    .formatted(
                        road.at("/properties/road").asText(),
                        road.at("/properties/class").asText(),
                        road.at("/properties/kmh").asInt()))
        .containsExactly(
            "highway trunk 70",
            "highway trunk 70",
            "road primary 66",
            "road primary 66",
            "road primary 66",
            "road secondary 60",
            "track tertiary 30",
            "track track 16",
            "track unclassified 30");
  }

  /// It is the class by which somebody gets on: what winds up a mountain is a track, whatever it is
  /// called, and what bends no more than a roundabout is not.
  @Test
  void whatWindsIsAsFastAsOneGetsOn() throws Exception {
    var made = directory.resolve("made.geojson");
    var said = Said.by(file("a.osm", Extract.pass().xml()), REGION, "-o", made);

    assertThat(said.out()).contains("which GraphHopper drives at 60 km/h and so gets on at 19");
    assertThat(JSON.readTree(made.toFile()).path("features"))
        .extracting(
            road ->
                "%s %s %d"
                    .formatted(
                        road.at("/properties/road").asText(),
                        road.at("/properties/class").asText(),
                        road.at("/properties/kmh").asInt()))
        .containsExactly(
            "road secondary 60",
            "track secondary 19",
            "road secondary 60",
            "road secondary 60",
            "road secondary 60");
  }

  /// Smaller cells see hairpins: what is lost by them is no longer reckoned against the road.
  @Test
  void smallerCellsSeeMoreBends() throws Exception {
    var osm = file("a.osm", Extract.pass().xml());
    assertThat(Said.by(osm, REGION, "--cell", 250).out())
        .contains("road       71 km, which GraphHopper drives at 60 km/h and so gets on at 60");
  }

  /// A road that leaves the region is drawn to its edge; what lies far beyond is not followed.
  @Test
  void aRoadIsCutAtTheRegion() throws Exception {
    var extract =
        new Extract()
            .node(1, -44.7, -19.9)
            .node(2, -44.7, -20.1)
            .node(3, -44.7, -25)
            .node(4, -44.6, -20.1)
            .node(5, -44.6, -19.9)
            .way(1, Map.of("highway", "primary"), 1, 2, 3, 4, 5);
    var made = directory.resolve("made.geojson");
    assertThat(Said.by(file("a.osm", extract.xml()), REGION, "-o", made).code()).isZero();
    assertThat(JSON.readTree(made.toFile()).path("features"))
        .extracting(road -> road.at("/geometry/coordinates").toString())
        .containsExactly("[[-19.9,-44.7],[-20.1,-44.7]]", "[[-20.1,-44.6],[-19.9,-44.6]]");
  }

  @Test
  void withoutAPlaceToWriteItIsAPreview() throws Exception {
    var said = Said.by(file("a.osm", Extract.small().xml()), REGION);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).contains("roads      9", "nothing was written");
    assertThat(left()).containsExactly("a.osm");
  }

  private List<String> left() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  // ---- what cannot be used --------------------------------------------------------------------

  private void refused(Path file, String region, int code, String sentence) throws IOException {
    var made = Files.writeString(directory.resolve("made.geojson"), "as it was");
    var said = Said.by(file, region, "-o", made);
    assertThat(said.code()).as(said.err()).isEqualTo(code);
    assertThat(said.err()).contains(sentence).doesNotContain("This is a bug", "\tat ");
    assertThat(made).hasContent("as it was");
    assertThat(left()).noneMatch(name -> name.endsWith(".tmp") || name.endsWith(".nodes"));
  }

  @Test
  void whatIsNoExtractIsRefused() throws Exception {
    refused(directory.resolve("nowhere.osm"), REGION, 3, "is no file");
    refused(directory, REGION, 3, "is no file");
    refused(file("empty.osm", ""), REGION, 4, "is empty");
    refused(file("a.osm", "PK\u0003\u0004"), REGION, 4, "neither PBF nor XML");
    refused(file("b.osm", "BZh9"), REGION, 4, "bzip2");
    refused(file("c.osm", "<html><body/></html>"), REGION, 4, "is XML, but no extract");
    refused(file("d.osm", "<osmChange version='0.6'/>"), REGION, 4, "is XML, but no extract");
    refused(file("e.osm", "<osm><node id='1' lat='x' lon='2'/></osm>"), REGION, 5, "spelt wrongly");
    refused(file("f.osm", "<osm><node id='1'/></osm>"), REGION, 5, "spelt wrongly");
  }

  @Test
  void whatAFileSaysAboutOtherFilesIsNotLookedAt() throws Exception {
    var secret = file("secret", "highway");
    var extract =
        """
        <!DOCTYPE osm [<!ENTITY s SYSTEM "%s">]>
        <osm><node id="1" lat="-44.7" lon="-19.9"/><node id="2" lat="-44.7" lon="-19.8"/>
        <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/><tag k="name" v="&s;"/></way></osm>
        """
            .formatted(secret.toUri());
    refused(file("a.osm", extract), REGION, 5, "is broken");
  }

  /// The amount of what is spelt as an entity is no sign of an attack.
  @Test
  void manyAmpersandsAreNoFlaw() throws Exception {
    var extract = new Extract().node(1, -44.7, -19.9).node(2, -44.7, -19.8);
    for (int i = 1; i <= 3_000; i++) {
      extract.way(i, Map.of("highway", "primary", "name", "&".repeat(100)), 1, 2);
    }
    var said = Said.by(file("a.osm", extract.xml()), REGION);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).contains("roads      3000");
  }

  @Test
  void aBlockThatIsLargerThanAllowedIsNotUnpacked() throws Exception {
    var out = new ByteArrayOutputStream();
    out.writeBytes(Extract.small().pbf());
    Extract.frame(
        out,
        "OSMData",
        Fileformat.Blob.newBuilder().setRawSize(Integer.MAX_VALUE).build().toByteArray());
    refused(file("a.osm.pbf", out.toByteArray()), REGION, 5, "block 4 cannot be read");
    out.write(new byte[] {0x7f, -1, -1, -1, 0});
    refused(file("b.osm.pbf", out.toByteArray()), REGION, 5, "block 4 cannot be read");
  }

  @Test
  void whatIsNotSortedIsRefused() throws Exception {
    var swapped =
        """
        <osm><node id="2" lat="-44.7" lon="-19.9"/><node id="1" lat="-44.7" lon="-19.8"/></osm>""";
    refused(file("a.osm", swapped), REGION, 6, "node 1 is out of its order");
    var late =
        """
        <osm><way id="1"><nd ref="1"/></way><node id="1" lat="-44.7" lon="-19.8"/></osm>""";
    refused(file("b.osm", late), REGION, 6, "osmium sort");
  }

  @Test
  void aRegionWithoutRoadsIsSaid() throws Exception {
    var file = file("a.osm", Extract.small().xml());
    refused(file, "--region=50,10,51,11", 7, "Maybe it is an extract of elsewhere");
    refused(file, "--region=-20,-45,-19.2,-44.4", 7, "latitude and longitude were exchanged");
    var paths = new Extract().node(1, -44.7, -19.9).node(2, -44.7, -19.8);
    paths.way(1, Map.of("highway", "footway"), 1, 2);
    refused(file("b.osm", paths.xml()), REGION, 7, "no road for a car");
    refused(file("c.osm", "<osm version='0.6'/>"), REGION, 7, "nothing in the region");
  }

  @Test
  void aRegionThatIsNoneIsWrongUse() throws Exception {
    var file = file("a.osm", Extract.small().xml());
    refused(file, "--region=-44,-20,-45,-19", 2, "south, west, north, east");
    refused(file, "--region=-45,-20,-44", 2, "four numbers");
    refused(file, "--region=-95,-20,-44,-19", 2, "No such region");
    refused(file, "--region=here", 2, "here");
    var said = Said.by(file, REGION, "--cell", 50);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("cells of 50 m; expected 100 to 1000");
  }

  @Test
  void whereItCannotWriteItSaysSo() throws Exception {
    var said =
        Said.by(
            file("a.osm", Extract.small().xml()),
            REGION,
            "-o",
            directory.resolve("no/made.geojson"));
    assertThat(said.code()).isEqualTo(3);
    assertThat(said.err()).contains("cannot be read or written");
  }
}
