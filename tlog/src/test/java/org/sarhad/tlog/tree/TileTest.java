package org.sarhad.tlog.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.testing.ParserCheck;
import org.sarhad.tlog.testing.TestLog;

class TileTest {
  private static final TestLog LOG = TestLog.of("ir.sarhad.example/joint", 66_000);

  /// All that a log of `size` serves, and nothing else.
  private static Map<TilePath.Hashes, Tile> tilesOf(long size) {
    Map<TilePath.Hashes, Tile> tiles = new HashMap<>();
    for (var path : TilePath.added(0, size)) {
      if (path instanceof TilePath.Hashes hashes) {
        tiles.put(hashes, Tile.read(hashes, LOG));
      }
    }
    return tiles;
  }

  @Test
  void aTreeReadFromItsTilesIsTheTree() throws Exception {
    for (int size :
        new int[] {1, 2, 255, 256, 257, 511, 512, 1000, 65_535, 65_536, 65_537, 66_000}) {
      var tiles = tilesOf(size);
      var asked = new ArrayList<TilePath.Hashes>();
      var reader =
          new TileReader(
              size,
              path -> {
                asked.add(path);
                return Optional.ofNullable(tiles.get(path)).orElseThrow();
              });
      var root = LOG.checkpoint(size).root();
      assertThat(Tree.root(size, reader)).isEqualTo(root);
      for (int index : new int[] {0, size / 3, size / 2, size - 1}) {
        var proof = Tree.inclusionProof(index, size, reader);
        assertThat(proof).isEqualTo(Tree.inclusionProof(index, size, LOG));
        Tree.verifyInclusion(LOG.hash(0, index), index, size, root, proof);
      }
      // No tile is fetched twice.
      assertThat(asked).doesNotHaveDuplicates();
    }
  }

  @Test
  void aReaderAsksForNothingOutsideItsTree() {
    var reader = new TileReader(300, path -> Tile.read(path, LOG));
    assertThat(reader.hash(0, 299)).isEqualTo(LOG.hash(0, 299));
    assertThatThrownBy(() -> reader.hash(0, 300)).isInstanceOf(BugException.class);
    assertThatThrownBy(() -> reader.hash(8, 1)).isInstanceOf(BugException.class);
    assertThatThrownBy(() -> reader.hash(0, -1)).isInstanceOf(BugException.class);
  }

  @Test
  void aTileHasExactlyItsWidth() throws Exception {
    var hashes = List.of(LOG.hash(0, 0), LOG.hash(0, 1), LOG.hash(0, 2));
    var tile = Tile.of(hashes);
    assertThat(Tile.parse(tile.bytes(), 3)).isEqualTo(tile);
    assertThat(tile.hash(1)).isEqualTo(LOG.hash(0, 1));
    assertThat(tile.hash(1, 0)).isEqualTo(LOG.hash(1, 0));
    for (int width : new int[] {1, 2, 4, 256}) {
      assertThatThrownBy(() -> Tile.parse(tile.bytes(), width))
          .isExactlyInstanceOf(MalformedTileException.class);
    }
    assertThatThrownBy(() -> new Tile(Bytes.EMPTY)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void damagedTiles() {
    new ParserCheck<>(input -> Tile.parse(input, 3), Tile::bytes, MalformedTileException.class)
        .damaged(
            2_000,
            List.of(Tile.of(List.of(LOG.hash(0, 0), LOG.hash(0, 1), LOG.hash(0, 2))).bytes()));
  }

  @Test
  void aBundleIsItsEntries() throws Exception {
    var bundle = new EntryBundle(List.of(Bytes.EMPTY, Bytes.ofUtf8("a"), Bytes.ofUtf8("مرز")));
    assertThat(bundle.bytes().hex()).isEqualTo("0000" + "000161" + "0006d985d8b1d8b2");
    assertThat(EntryBundle.parse(bundle.bytes(), 3)).isEqualTo(bundle);
    var largest = new EntryBundle(List.of(Bytes.of(new byte[65_535])));
    assertThat(EntryBundle.parse(largest.bytes(), 1)).isEqualTo(largest);
    assertThatThrownBy(() -> new EntryBundle(List.of(Bytes.of(new byte[65_536]))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EntryBundle(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void damagedBundles() {
    var check =
        new ParserCheck<>(
            input -> EntryBundle.parse(input, 3),
            EntryBundle::bytes,
            MalformedBundleException.class);
    check.damaged(20_000, List.of(new EntryBundle(LOG.entries(7, 10)).bytes()));
    check.refuses(
        List.of(
            Bytes.EMPTY,
            new EntryBundle(LOG.entries(7, 9)).bytes(),
            new EntryBundle(LOG.entries(7, 11)).bytes(),
            // A size that promises much more than there is.
            Bytes.of((byte) 0xff, (byte) 0xff, (byte) 0)));
  }
}
