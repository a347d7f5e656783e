package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.proof.ForkProof;

/// Where the two histories of a log part, by the tiles of its author (06-7.5).
class ForkSearchTest {
  private static final ForkSearch.State NOTHING = new ForkSearch.State.Nothing();

  private final List<String> asked = new ArrayList<>();

  /// Searches with the tiles of `author`, for as long as it serves them.
  private ForkSearch.State run(LeafTree held, LeafTree other, LeafTree author) {
    var search = search(held, other).orElseThrow();
    while (true) {
      var state = search.state();
      if (!(state instanceof ForkSearch.State.Ask(String path))) {
        return state;
      }
      asked.add(path);
      var tile = author.served(path);
      if (tile.isEmpty()) {
        return state;
      }
      assertThat(search.found(path, tile.get())).isTrue();
    }
  }

  private static Optional<ForkSearch> search(LeafTree held, LeafTree other) {
    var larger = held.size() < other.size() ? other : held;
    var proof = ForkProof.find(held.head(), other.head(), larger).orElseThrow();
    return ForkSearch.of(proof, held, held.size());
  }

  @Test
  void everyPlaceInSmallTreesIsFound() {
    for (int held = 1; held <= 9; held++) {
      for (int shown = 1; shown <= 9; shown++) {
        for (int parts = 0; parts < Math.min(held, shown); parts++) {
          var other = LeafTree.of(shown, parts, "pk");
          assertThat(run(LeafTree.of(held), other, other))
              .as("%d held, %d shown, they part at %d", held, shown, parts)
              .isEqualTo(new ForkSearch.State.Found(parts));
        }
      }
    }
  }

  @ParameterizedTest(name = "{0} held, {1} shown, they part at {2}")
  @CsvSource({"300,300,0", "300,300,255", "300,300,256", "600,300,299", "300,70000,17"})
  void aPlaceInALargeTreeCostsFewTiles(int held, int shown, int parts) {
    var other = LeafTree.of(shown, parts, "pk");

    assertThat(run(LeafTree.of(held), other, other)).isEqualTo(new ForkSearch.State.Found(parts));
    assertThat(asked).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(6);
  }

  /// The liar is caught with one other history and shows tiles of a third one.
  @ParameterizedTest(name = "shown one that parts at {0}")
  @CsvSource({"1", "2", "4", "6"})
  void tilesOfAnotherTreeLocateNothing(int shown) {
    var other = LeafTree.of(7, 3, "pk");

    assertThat(run(LeafTree.of(7), other, LeafTree.of(7, shown, "nobody"))).isEqualTo(NOTHING);
  }

  /// It shows what we hold, as if it had never told anything else.
  @Test
  void ourOwnTilesLocateNothing() {
    var other = LeafTree.of(7, 3, "pk");

    assertThat(run(LeafTree.of(7), other, LeafTree.of(7))).isEqualTo(NOTHING);
  }

  /// The head that was pending here is not filled yet, and parts beyond what is.
  @Test
  void whatIsNotHeldYetCannotBeCompared() {
    var pending = LeafTree.of(9);
    var other = LeafTree.of(9, 6, "pk");
    var proof = ForkProof.find(pending.head(), other.head(), pending).orElseThrow();
    var search = ForkSearch.of(proof, pending, 4).orElseThrow();
    while (search.state() instanceof ForkSearch.State.Ask(String path)) {
      search.found(path, other.served(path).orElseThrow());
    }

    assertThat(search.state()).isEqualTo(NOTHING);
  }

  @Test
  void whatIsNoTileOfThatWidthIsSaid() {
    var search = search(LeafTree.of(7), LeafTree.of(7, 3, "pk")).orElseThrow();
    var path = "log/tile/0/000.p/7";
    assertThat(search.state()).isEqualTo(new ForkSearch.State.Ask(path));

    assertThat(search.found(path, Bytes.ofUtf8("nonsense"))).isFalse();
    assertThat(search.found(path, Bytes.of(new byte[6 * 32]))).isFalse();
  }

  /// A link that was made anew asks again for what is still under way.
  @Test
  void aTileThatComesTwiceChangesNothing() {
    var other = LeafTree.of(7, 3, "pk");
    var search = search(LeafTree.of(7), other).orElseThrow();
    var path = ((ForkSearch.State.Ask) search.state()).path();
    var tile = other.served(path).orElseThrow();
    assertThat(search.found(path, tile)).isTrue();
    assertThat(search.state()).isEqualTo(new ForkSearch.State.Found(3));

    assertThat(search.found(path, tile)).isTrue();
    assertThat(search.found("log/tile/0/001", Bytes.ofUtf8("nonsense"))).isTrue();
    assertThat(search.state()).isEqualTo(new ForkSearch.State.Found(3));
  }

  /// The liar shows other hashes in the upper tiles and ours in all below: a difference that is
  /// nowhere. It does not have us fetch the whole log.
  @Test
  void aDifferenceThatIsShownNowhereIsNotLookedForEverywhere() {
    var held = LeafTree.of(70_000);
    var other = LeafTree.of(70_000, 0, "pk");
    var search = search(held, other).orElseThrow();
    while (search.state() instanceof ForkSearch.State.Ask(String path)) {
      asked.add(path);
      var liar = path.startsWith("log/tile/0/") ? held : other;
      assertThat(search.found(path, liar.served(path).orElseThrow())).isTrue();
    }

    assertThat(search.state()).isEqualTo(NOTHING);
    assertThat(asked).hasSizeLessThanOrEqualTo(6);
  }
}
