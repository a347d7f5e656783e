package org.sarhad.node.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Tile;
import org.sarhad.tlog.tree.TilePath;
import org.sarhad.tlog.tree.Tree;

/// The tree that the files of a damaged directory speak of, found by letting them vote.
///
/// The root over 256 entries is told three times: by the entries, by their tile, and by the tile
/// above. So one damaged file is outvoted; where votes are equal the second directory is asked.
/// Whether the outcome is right is then not a matter of votes: if it leads to the root of a signed
/// head, it is the tree that was signed, whatever was damaged, because nobody can find another.
final class CheckedTree implements HashReader {
  private static final int WIDTH = TilePath.FULL_WIDTH;

  /// Beyond this many ties only the two extremes are tried.
  private static final int TIES_MAX = 10;

  private final long size;
  private final CheckSource own;
  private final Optional<CheckSource> mirror;

  /// What the entries, and what their tile, say about each full bundle.
  private final List<Roots> bundles;

  /// By tile level: the hash of every node that is the root of a full tile below, as voted. Level 0
  /// is the partial tile of leaf hashes alone.
  private final List<List<Optional<Hash>>> rows = new ArrayList<>();

  private final List<Tie> ties = new ArrayList<>();
  private boolean isProven;

  /// The roots over one full bundle: by its entries, by its tile.
  record Roots(Optional<Hash> byEntries, Optional<Hash> byTile) {
    static final Roots NONE = new Roots(Optional.empty(), Optional.empty());
  }

  /// A vote without a winner: `chosen` went in, `other` has as many votes.
  private record Tie(int level, int index, Hash other) {}

  /// A hash that no file tells.
  private static final class UnknownHashException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// Lets the files vote on the tree of `size` entries, which are not more than there are files
  /// for.
  CheckedTree(long size, CheckSource own, Optional<CheckSource> mirror, List<Roots> bundles) {
    this.size = size;
    this.own = own;
    this.mirror = mirror;
    this.bundles = bundles;
    rows.add(voteOnLeaves());
    for (int level = 1; size >> (8 * level) > 0; level++) {
      rows.add(voteOnRow(level));
    }
  }

  private List<Optional<Hash>> voteOnLeaves() {
    int width = (int) (size % WIDTH);
    var row = new ArrayList<Optional<Hash>>(width);
    if (width > 0) {
      long index = size / WIDTH;
      var byEntries = own.bundle(index, width).leaves();
      var byTile = own.row(0, index, width);
      for (int i = 0; i < width; i++) {
        var entry = i < byEntries.size() ? Optional.of(byEntries.get(i)) : Optional.<Hash>empty();
        var votes = new Votes().add(entry).add(byTile.find(i));
        int at = i;
        row.add(settle(votes, 0, i, () -> mirrorLeaf(index, width, at)));
      }
    }
    return row;
  }

  private Optional<Hash> mirrorLeaf(long index, int width, int at) {
    return mirror.flatMap(
        source -> {
          var leaves = source.bundle(index, width).leaves();
          return at < leaves.size()
              ? Optional.of(leaves.get(at))
              : source.row(0, index, width).find(at);
        });
  }

  private List<Optional<Hash>> voteOnRow(int level) {
    int count = Math.toIntExact(size >> (8 * level));
    var row = new ArrayList<Optional<Hash>>(count);
    for (int tile = 0; tile * WIDTH < count; tile++) {
      int width = Math.min(WIDTH, count - tile * WIDTH);
      var above = own.row(level, tile, width);
      for (int i = 0; i < width; i++) {
        int index = tile * WIDTH + i;
        var votes = level == 1 ? votesOnBundle(index) : votesOnTile(level, index);
        row.add(settle(votes.add(above.find(i)), level, index, () -> mirrorRoot(level, index)));
      }
    }
    return row;
  }

  private Votes votesOnBundle(int index) {
    return new Votes().add(bundles.get(index).byEntries()).add(bundles.get(index).byTile());
  }

  private Votes votesOnTile(int level, int index) {
    var below = rows.get(level - 1).subList(index * WIDTH, (index + 1) * WIDTH);
    var byVotes =
        below.stream().allMatch(Optional::isPresent)
            ? Optional.of(CheckSource.root(below.stream().map(Optional::orElseThrow).toList()))
            : Optional.<Hash>empty();
    return new Votes().add(byVotes).add(own.rootOfTile(level - 1, index));
  }

  private Optional<Hash> mirrorRoot(int level, int index) {
    return mirror.flatMap(
        source ->
            (level == 1 ? source.rootOfBundle(index) : Optional.<Hash>empty())
                .or(() -> source.rootOfTile(level - 1, index)));
  }

  /// The winner of `votes`; asks `mirror` if there is none without it.
  private Optional<Hash> settle(
      Votes votes, int level, int index, Supplier<Optional<Hash>> mirror) {
    if (votes.isUndecided()) {
      votes.add(mirror.get());
    }
    votes.findOther().ifPresent(other -> ties.add(new Tie(level, index, other)));
    return votes.findWinner();
  }

  /// Ballots in the order of trust: with equal votes the earlier wins.
  private static final class Votes {
    private final List<Hash> ballots = new ArrayList<>(4);

    Votes add(Optional<Hash> ballot) {
      ballot.ifPresent(ballots::add);
      return this;
    }

    private int count(Hash hash) {
      return Collections.frequency(ballots, hash);
    }

    Optional<Hash> findWinner() {
      return ballots.stream().reduce((best, next) -> count(next) > count(best) ? next : best);
    }

    /// Another candidate with as many votes as the winner.
    Optional<Hash> findOther() {
      var winner = findWinner();
      return ballots.stream()
          .filter(
              hash ->
                  !Optional.of(hash).equals(winner) && count(hash) == count(winner.orElseThrow()))
          .findFirst();
    }

    boolean isUndecided() {
      return ballots.size() < 2 || findOther().isPresent();
    }
  }

  // --- proof
  // ---------------------------------------------------------------------------------------

  /// Whether the tree leads to `root`, if need be with some ties decided the other way, which then
  /// stays so.
  boolean leadsTo(Hash root) {
    isProven = findRoot(size).equals(Optional.of(root)) || leadsToWithTiesFlipped(root);
    return isProven;
  }

  private boolean leadsToWithTiesFlipped(Hash root) {
    if (ties.size() > TIES_MAX) {
      return flipped(ties, root);
    }
    for (int subset = 1; subset < 1 << ties.size(); subset++) {
      var chosen = new ArrayList<Tie>();
      for (int i = 0; i < ties.size(); i++) {
        if (((subset >> i) & 1) == 1) {
          chosen.add(ties.get(i));
        }
      }
      if (flipped(chosen, root)) {
        return true;
      }
    }
    return false;
  }

  private boolean flipped(List<Tie> chosen, Hash root) {
    var before = new HashMap<Tie, Optional<Hash>>();
    for (var tie : chosen) {
      before.put(tie, rows.get(tie.level).set(tie.index, Optional.of(tie.other)));
    }
    var affected = affectedAbove(chosen);
    if (findRoot(size).equals(Optional.of(root))) {
      return true;
    }
    before.forEach((tie, hash) -> rows.get(tie.level).set(tie.index, hash));
    affected.forEach((place, hash) -> rows.get(place.level).set(place.index, hash));
    return false;
  }

  private record Place(int level, int index) {}

  /// Recomputes the rows above what was changed, and returns what stood there before.
  private Map<Place, Optional<Hash>> affectedAbove(List<Tie> chosen) {
    var before = new HashMap<Place, Optional<Hash>>();
    for (var tie : chosen) {
      int index = tie.index;
      for (int level = tie.level + 1; tie.level > 0 && level < rows.size(); level++) {
        index /= WIDTH;
        if (index >= rows.get(level).size()) {
          break;
        }
        var below = rows.get(level - 1).subList(index * WIDTH, (index + 1) * WIDTH);
        if (below.stream().anyMatch(Optional::isEmpty)) {
          break;
        }
        var root = CheckSource.root(below.stream().map(Optional::orElseThrow).toList());
        before.putIfAbsent(new Place(level, index), rows.get(level).set(index, Optional.of(root)));
      }
    }
    return before;
  }

  /// Whether the prefix of `prefixSize` entries has that root.
  boolean hasPrefix(long prefixSize, Hash root) {
    return prefixSize <= size && findRoot(prefixSize).equals(Optional.of(root));
  }

  private Optional<Hash> findRoot(long prefixSize) {
    try {
      return Optional.of(Tree.root(prefixSize, this));
    } catch (UnknownHashException e) {
      return Optional.empty();
    }
  }

  @Override
  public Hash hash(int level, long index) {
    int height = level % 8;
    return hash(level / 8, height, index);
  }

  private Hash hash(int row, int height, long index) {
    long tile = (index << height) / WIDTH;
    int inTile = (int) (index - ((tile * WIDTH) >> height));
    return Tile.of(known(row, tile)).hash(height, inTile);
  }

  /// The hashes of the tile at `level` and `tile`, all of them known.
  private List<Hash> known(int level, long tile) {
    return findHashes(level, tile).orElseThrow(UnknownHashException::new);
  }

  // --- the outcome
  // -----------------------------------------------------------------------------------

  /// The hashes of the tile at `level` and `index` in this tree, if all of them are known. Of a
  /// full tile of leaf hashes, those in whichever file leads to its root.
  Optional<List<Hash>> findHashes(int level, long index) {
    if (level == 0 && index < bundles.size()) {
      return findLeaves(index);
    }
    var row = rows.get(level);
    int from = level == 0 ? 0 : (int) index * WIDTH;
    var hashes = row.subList(from, Math.min(from + WIDTH, row.size()));
    return hashes.stream().allMatch(Optional::isPresent)
        ? Optional.of(hashes.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  /// The root over the full tile at `level` and `index`.
  Optional<Hash> findRoot(int level, long index) {
    return rows.get(level + 1).get((int) index);
  }

  /// Whether the entries of full bundle `index` lead to what was voted.
  boolean isGoodBundle(long index) {
    return bundles.get((int) index).byEntries().isPresent()
        && bundles.get((int) index).byEntries().equals(findRoot(0, index));
  }

  /// Whether full tile `index` of leaf hashes leads to what was voted.
  boolean isGoodTile(long index) {
    return bundles.get((int) index).byTile().isPresent()
        && bundles.get((int) index).byTile().equals(findRoot(0, index));
  }

  private Optional<List<Hash>> findLeaves(long index) {
    var root = findRoot(0, index);
    return leavesIn(own, index, root)
        .or(() -> mirror.flatMap(source -> leavesIn(source, index, root)));
  }

  private static Optional<List<Hash>> leavesIn(
      CheckSource source, long index, Optional<Hash> root) {
    var row = source.row(0, index, WIDTH);
    if (row.isWhole() && Optional.of(CheckSource.root(row.hashes())).equals(root)) {
      return Optional.of(row.hashes());
    }
    var bundle = source.bundle(index, WIDTH);
    return bundle.isWhole() && Optional.of(CheckSource.root(bundle.leaves())).equals(root)
        ? Optional.of(bundle.leaves())
        : Optional.empty();
  }

  /// Whether two files disagree about full bundle `index` and nothing says which is right.
  boolean isUndecided(long index) {
    return !isProven && ties.stream().anyMatch(tie -> tie.level == 1 && tie.index == index);
  }

  /// Whether that is so for the bundle at `path`, or for the tile of its leaf hashes.
  boolean isUndecided(TilePath path) {
    boolean isBottom = !(path instanceof TilePath.Hashes hashes) || hashes.level() == 0;
    return isBottom && !path.isPartial() && isUndecided(path.index());
  }

  /// How many tile levels there are.
  int levels() {
    return rows.size();
  }
}
