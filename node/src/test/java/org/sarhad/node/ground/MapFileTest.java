package org.sarhad.node.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.tlog.Bytes;

/// Layers of the map: what can be drawn is given on as it is, and what cannot leaves its layer
/// empty and says why.
class MapFileTest {
  private static final String TOWN =
      "{\"type\":\"Feature\",\"properties\":{\"name\":\"T\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[9.5,47.1]}}";

  @TempDir Path directory;
  private final List<String> flaws = new ArrayList<>();

  private Optional<Bytes> read(MapFile layer) throws IOException {
    return layer.in(directory, flaws::add);
  }

  private void write(MapFile layer, String features) throws IOException {
    Files.writeString(
        directory.resolve(layer.fileName()),
        "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
  }

  @ParameterizedTest
  @EnumSource(MapFile.class)
  void whatTheWorkedExampleHasIsGivenOnAsItIs(MapFile layer) throws IOException {
    byte[] file = example(layer);
    Files.write(directory.resolve(layer.fileName()), file);
    assertThat(read(layer)).contains(Bytes.of(file));
    assertThat(flaws).isEmpty();
  }

  private static byte[] example(MapFile layer) throws IOException {
    try (InputStream in =
        Optional.ofNullable(
                MapFile.class.getResourceAsStream("/org/sarhad/demo/" + layer.fileName()))
            .orElseThrow()) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @EnumSource(MapFile.class)
  void aNodeWithoutTheFileHasAnEmptyLayer(MapFile layer) throws IOException {
    assertThat(read(layer)).isEmpty();
    assertThat(flaws).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LANDS | {"properties":{},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}       | feature 1 is a "LineString"; expected one of MultiPolygon, Polygon
          TOWNS | {"properties":{},"geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4],[1,2]]]}}  | feature 1 is a "Polygon"; expected one of Point
          TOWNS | {"properties":null,"geometry":{"type":"Point","coordinates":[1,2]}}                  | feature 1 has no properties
          TOWNS | {"properties":{},"geometry":{"type":"Point","coordinates":[1,91]}}                   | feature 1 has coordinates that are none
          TOWNS | {"properties":{},"geometry":{"type":"Point","coordinates":["1",2]}}                  | feature 1 has coordinates that are none
          TOWNS | {"properties":{},"geometry":{"type":"Point","coordinates":[]}}                       | feature 1 has coordinates that are none
          LANDS | {"properties":{},"geometry":{"type":"Polygon","coordinates":[[1,2],[3,4]]}}          | feature 1 has coordinates that are none
          LANDS | {"properties":{},"geometry":{"type":"MultiPolygon","coordinates":[[]]}}              | feature 1 has coordinates that are none
          MARKS | {"properties":{},"geometry":{"type":"GeometryCollection"}}                           | feature 1 is a "GeometryCollection"
          MARKS | 7                                                                                    | feature 1 is a ""
          MARKS | {"properties":{"kind":"port"},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}} | feature 1 is a "LineString"; expected one of Point
          MARKS | {"properties":{"kind":"river"},"geometry":{"type":"Point","coordinates":[1,2]}}      | feature 1 is a "Point"; expected one of LineString, MultiLineString
          MARKS | {"properties":{"kind":"lake"},"geometry":{"type":"Point","coordinates":[1,2]}}       | feature 1 is a "Point"; expected one of MultiPolygon, Polygon
          """)
  void whatCannotBeDrawnLeavesTheLayerEmptyAndSaysWhy(MapFile layer, String feature, String why)
      throws IOException {
    write(layer, feature);
    assertThat(read(layer)).isEmpty();
    assertThat(flaws).singleElement().asString().contains(layer.fileName(), why);
  }

  @Test
  void theFeatureIsNamedByItsNumber() throws IOException {
    write(MapFile.TOWNS, TOWN + "," + TOWN + "," + TOWN.replace("47.1", "147.1"));
    assertThat(read(MapFile.TOWNS)).isEmpty();
    assertThat(flaws).singleElement().asString().contains("feature 3", "longitude, then latitude");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                      | is no FeatureCollection
          []                      | is no FeatureCollection
          {"features":{}}         | is no FeatureCollection
          {"features":[           | it is no JSON, or it was cut short
          """)
  void whatIsNoCollectionSaysSo(String text, String why) throws IOException {
    Files.writeString(directory.resolve("lands.geojson"), text);
    assertThat(read(MapFile.LANDS)).isEmpty();
    assertThat(flaws).singleElement().asString().contains("lands.geojson", why);
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws IOException {
    try (var file = new RandomAccessFile(directory.resolve("lands.geojson").toFile(), "rw")) {
      file.setLength(MapFile.BYTES_MAX + 1L);
    }
    assertThat(read(MapFile.LANDS)).isEmpty();
    assertThat(flaws).singleElement().asString().contains("8388608 bytes", "thin its outlines");
  }

  /// Whatever one byte is changed to, the layer is drawn or empty, and no start fails.
  @Test
  void noByteOfAFileEndsTheNode() throws IOException {
    var random = new SplittableRandom(29);
    byte[] sound = example(MapFile.MARKS);
    for (int i = 0; i < 1_000; i++) {
      byte[] bytes = sound.clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      Files.write(directory.resolve("marks.geojson"), bytes);
      flaws.clear();
      var read = ShapesFile.in(directory, MapFile.MARKS, flaws::add);
      assertThat(flaws).hasSize(read.isEmpty() ? 1 : 0);
    }
  }

  @Test
  void theLayersOfANodeAreThoseOfItsDirectory() throws IOException {
    write(MapFile.MARKS, TOWN);
    var marks = ShapesFile.in(directory, MapFile.MARKS, flaws::add).orElseThrow();
    assertThat(marks.file().utf8()).contains("47.1");
    assertThat(marks.shapes()).singleElement().extracting(Shape::name).isEqualTo("T");
    assertThat(ShapesFile.in(directory, MapFile.LANDS, flaws::add)).isEmpty();
    assertThat(flaws).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [9,46,10,48]     | true
          [9,46,10]        | false
          [10,46,9,48]     | false
          [9,48,10,46]     | false
          [9,46,10,91]     | false
          ["9",46,10,48]   | false
          {}               | false
          """)
  void whatTheMapShowsIsABoxInDegrees(String bbox, boolean isOne) throws IOException {
    Files.writeString(
        directory.resolve("lands.geojson"),
        "{\"type\":\"FeatureCollection\",\"bbox\":%s,\"features\":[]}".formatted(bbox));
    assertThat(read(MapFile.LANDS).isPresent()).isEqualTo(isOne);
    if (!isOne) {
      assertThat(flaws).singleElement().asString().contains("bbox", "west, south, east and north");
    }
  }

  /// Towns that were put there by hand are not judged at a start.
  @Test
  void whatCannotBeDrawnIsKnown() {
    assertThat(MapFile.TOWNS.canBeDrawn(Bytes.ofUtf8("{\"features\":[" + TOWN + "]}"))).isTrue();
    assertThat(MapFile.TOWNS.canBeDrawn(Bytes.ofUtf8("{\"features\":[7]}"))).isFalse();
    assertThat(MapFile.TOWNS.canBeDrawn(Bytes.ofUtf8("{\"features\":"))).isFalse();
  }
}
