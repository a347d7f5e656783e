package org.sarhad.tlog.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.Tree;
import org.sarhad.tlog.witness.AddCheckpoint;

/// A log in memory: its entries, all complete subtrees over them, and its key.
public final class TestLog implements HashReader {
  private final TestKeys key;
  private final List<Bytes> entries;
  private final List<List<Hash>> levels = new ArrayList<>();

  /// The log `origin` with these entries.
  public TestLog(String origin, List<Bytes> entries) {
    this.key = TestKeys.note(origin);
    this.entries = List.copyOf(entries);
    for (var level = entries.stream().map(Merkle::leaf).toList(); !level.isEmpty(); ) {
      levels.add(level);
      var below = level;
      level =
          IntStream.range(0, level.size() / 2)
              .mapToObj(i -> Merkle.node(below.get(2 * i), below.get(2 * i + 1)))
              .toList();
    }
  }

  /// The log `origin` with `size` entries of a few words each.
  public static TestLog of(String origin, int size) {
    return new TestLog(
        origin,
        IntStream.range(0, size)
            .mapToObj(i -> Bytes.ofUtf8("entry %d of %s".formatted(i, origin)))
            .toList());
  }

  /// The same log with another entry at `index`: the other story of a log that forks.
  public TestLog withEntry(int index, String entry) {
    var changed = new ArrayList<>(entries);
    changed.set(index, Bytes.ofUtf8(entry));
    return new TestLog(origin(), changed);
  }

  @Override
  public Hash hash(int level, long index) {
    return levels.get(level).get(Math.toIntExact(index));
  }

  /// The log's name.
  public String origin() {
    return key.name();
  }

  /// The log's key.
  public TestKeys key() {
    return key;
  }

  /// How many entries there are.
  public int size() {
    return entries.size();
  }

  /// The entries `[from, to)`.
  public List<Bytes> entries(long from, long to) {
    return entries.subList(Math.toIntExact(from), Math.toIntExact(to));
  }

  /// The head over the first `size` entries.
  public Checkpoint checkpoint(long size) {
    return new Checkpoint(origin(), size, Tree.root(size, this));
  }

  /// The head over the first `size` entries, signed by the log.
  public SignedCheckpoint head(long size) {
    var checkpoint = checkpoint(size);
    return SignedCheckpoint.of(checkpoint, List.of(key.sign(checkpoint)));
  }

  /// The request that takes a witness from `oldSize` to `size`.
  public AddCheckpoint addCheckpoint(long oldSize, long size) {
    return new AddCheckpoint(oldSize, Tree.consistencyProof(oldSize, size, this), head(size));
  }
}
