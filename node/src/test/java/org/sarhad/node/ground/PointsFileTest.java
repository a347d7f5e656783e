package org.sarhad.node.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.core.geo.Place;
import org.sarhad.node.testing.Mutated;
import org.sarhad.tlog.Bytes;

/// The operator's posts as places to choose from: whatever the file is, it never stops a node.
class PointsFileTest {
  private static final String POSTS =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","geometry":{"type":"Point","coordinates":[61.455,29.02]},
      "properties":{"name":"Mirjaveh post","fa":"پاسگاه میرجاوه"}},
      {"type":"Feature","geometry":{"type":"LineString","coordinates":[[61,29],[62,30]]},
      "properties":{"name":"a road"}},
      {"type":"Feature","geometry":{"type":"Point","coordinates":[61.5]},
      "properties":{"name":"half a place"}},
      {"type":"Feature","geometry":{"type":"Point","coordinates":[61.5,29.1]},"properties":{}},
      {"type":"Feature","geometry":{"type":"Point","coordinates":[61.5,129.1]},
      "properties":{"name":"beyond the pole"}}]}
      """;

  private static List<Place> places(Bytes file) {
    return PointsFile.of(file).places();
  }

  @Test
  void pointsWithANameArePlacesAndTheRestIsPassedOver() {
    assertThat(places(Bytes.ofUtf8(POSTS)))
        .extracting(Place::label)
        .containsExactly("Mirjaveh post");
    assertThat(places(Bytes.ofUtf8(POSTS)).getFirst().position().orElseThrow())
        .hasToString("29.020000, 61.455000");
  }

  @Test
  void whatIsNoJsonHasNoPosts() {
    assertThat(places(Bytes.ofUtf8("posts"))).isEmpty();
    assertThat(places(Bytes.EMPTY)).isEmpty();
    assertThat(places(Bytes.ofUtf8("[1,2]"))).isEmpty();
  }

  @Test
  void aDamagedFileStopsNothing() throws Exception {
    int[] met = new int[1];
    Mutated.each(
        POSTS.getBytes(StandardCharsets.UTF_8),
        5_000,
        damaged -> met[0] += places(Bytes.of(damaged)).size());
    assertThat(met[0]).as("some are read all the same").isGreaterThan(100);
  }
}
