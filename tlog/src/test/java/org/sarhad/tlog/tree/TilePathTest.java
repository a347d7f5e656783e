package org.sarhad.tlog.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.testing.ParserCheck;

class TilePathTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 256, tile/0/000",
    "0, 1234067, 256, tile/0/x001/x234/067",
    "0, 1234067, 8, tile/0/x001/x234/067.p/8",
    "1, 999, 255, tile/1/999.p/255",
    "1, 1000, 1, tile/1/x001/000.p/1",
    "63, 9223372036854775807, 256, tile/63/x009/x223/x372/x036/x854/x775/807",
  })
  void pathsOfTiles(int level, long index, int width, String path) throws Exception {
    var tile = new TilePath.Hashes(level, index, width);
    assertThat(tile.path()).isEqualTo(path);
    assertThat(TilePath.parse(path)).isEqualTo(tile);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 256, tile/entries/000",
    "1234067, 112, tile/entries/x001/x234/067.p/112",
  })
  void pathsOfBundles(long index, int width, String path) throws Exception {
    var bundle = new TilePath.Entries(index, width);
    assertThat(bundle.path()).isEqualTo(path);
    assertThat(TilePath.parse(path)).isEqualTo(bundle);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "tile",
        "tile/",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "/tile/0/000",
        "tile/0/000/",
        "tile//000",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/+1/000",
        "tile/data/000",
        "tile/Entries/000",
        "tile/0/x000",
        "tile/0/x000/001",
        "tile/0/x001/x002",
        "tile/0/001/002",
        "tile/0/x001/02",
        "tile/0/x1/002",
        "tile/0/000.p",
        "tile/0/000.p/",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/1000",
        "tile/0/000.p/1/2",
        "tile/0/000.q/1",
        "tile/0/.p/1",
        "tile/0/..",
        "tile/0/../000",
        "tile/0/x009/x223/x372/x036/x854/x775/808",
        "tile/0/x001/x009/x223/x372/x036/x854/x775/807",
        "tile/0/٠٠٠",
        "tile/0/000\n",
        "tile/0/000?x",
      })
  void otherPathsAreMalformed(String path) {
    assertThatThrownBy(() -> TilePath.parse(path))
        .isExactlyInstanceOf(MalformedTilePathException.class);
  }

  @Test
  void damagedPaths() {
    new ParserCheck<>(
            input ->
                TilePath.parse(
                    input
                        .findUtf8()
                        .orElseThrow(
                            () -> new MalformedTilePathException("path", "bytes", "text"))),
            path -> Bytes.ofUtf8(path.path()),
            MalformedTilePathException.class)
        .damaged(
            20_000,
            List.of(
                Bytes.ofUtf8("tile/0/x001/x234/067.p/8"),
                Bytes.ofUtf8("tile/63/999"),
                Bytes.ofUtf8("tile/entries/x001/000.p/255")));
  }

  /// The example of tlog-tiles: a tree of 70 000.
  @Test
  void theTilesOfATreeOf70000() {
    var paths = TilePath.added(0, 70_000);
    assertThat(countOf(paths, 0, 256)).isEqualTo(273);
    assertThat(paths).contains(new TilePath.Hashes(0, 273, 112));
    assertThat(countOf(paths, 1, 256)).isEqualTo(1);
    assertThat(paths).contains(new TilePath.Hashes(1, 1, 17), new TilePath.Hashes(2, 0, 1));
    assertThat(paths.stream().filter(path -> path instanceof TilePath.Entries)).hasSize(274);
    assertThat(paths).hasSize(273 + 1 + 1 + 1 + 1 + 274);
  }

  /// And the other one: 256 entries make a full tile and a partial one above it.
  @Test
  void theTilesOfATreeOf256() {
    assertThat(TilePath.added(0, 256))
        .containsExactly(
            new TilePath.Entries(0, 256),
            new TilePath.Hashes(0, 0, 256),
            new TilePath.Hashes(1, 0, 1));
  }

  /// Whoever writes what was added, step by step, has written what there is.
  @Test
  void tilesAddedInStepsAreTheTilesAddedAtOnce() {
    for (int step : new int[] {1, 7, 255, 256, 257, 1000}) {
      Map<String, Integer> widest = new HashMap<>();
      long size = 0;
      for (long next = step; next <= 3000; next += step) {
        remember(widest, TilePath.added(size, next));
        size = next;
      }
      Map<String, Integer> atOnce = new HashMap<>();
      remember(atOnce, TilePath.added(0, size));
      assertThat(widest).isEqualTo(atOnce);
    }
    assertThat(TilePath.added(3000, 3000)).isEmpty();
  }

  private static void remember(Map<String, Integer> widest, List<TilePath> paths) {
    paths.forEach(path -> widest.merge(path.withWidth(256).path(), path.width(), Math::max));
  }

  private static long countOf(List<TilePath> paths, int level, int width) {
    return paths.stream()
        .filter(
            path ->
                path instanceof TilePath.Hashes hashes
                    && hashes.level() == level
                    && hashes.width() == width)
        .count();
  }
}
