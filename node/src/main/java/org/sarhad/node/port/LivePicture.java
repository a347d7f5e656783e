package org.sarhad.node.port;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.sarhad.core.geo.Distance;
import org.sarhad.core.geo.Position;
import org.sarhad.tlog.Bytes;

/// Where things are right now: the second of the two seams along which a side can outgrow one
/// machine. The latest position of each tracked thing, held in memory and spread to whoever
/// watches.
///
/// **Lossy on purpose.** Only the latest sighting of a thing counts; older ones may be dropped
/// before anyone saw them, and all of it may be forgotten in a crash. What must be remembered (a
/// line crossed, a unit asked for) is appended to the [OrderedLog] by whoever evaluates the
/// sightings; since a crossing is numbered by its thing and time, evaluating twice records once.
public interface LivePicture extends AutoCloseable {
  /// How many shards the things are spread over by [#shardOf]. Fixed for the life of a deployment.
  int SHARDS = 64;

  /// How far back [#own] replays, in milliseconds.
  long REPLAY_MS = 60_000;

  /// A thing and where it was seen.
  ///
  /// @param thing 1 to 128 characters
  /// @param timeMs when, in milliseconds since 1970, by the thing's own clock
  /// @param body what else its application says about it, at most 1 KiB
  record Sighting(String thing, Position position, long timeMs, Bytes body) {
    /// Throws [IllegalArgumentException] outside the ranges above.
    public Sighting {
      if (thing.isEmpty() || thing.length() > 128) {
        throw new IllegalArgumentException("thing \"" + thing + "\": expected 1 to 128 characters");
      }
      if (body.size() > 1024) {
        throw new IllegalArgumentException(
            "body of " + body.size() + " bytes: expected at most 1024");
      }
    }

    /// The cell this sighting lies in.
    public Cell cell() {
      return Cell.of(position);
    }
  }

  /// A square of the map, 0.1 degree by 0.1 degree: `row` counts from the south pole (0 to 1799),
  /// `column` eastwards from 180° W (0 to 3599).
  record Cell(int row, int column) {
    /// The side of a cell in micro-degrees.
    public static final int SIDE_MICRO = 100_000;

    /// How many rows there are.
    public static final int ROWS = 1800;

    /// How many columns there are.
    public static final int COLUMNS = 3600;

    public Cell {
      if (row < 0 || row >= ROWS || column < 0 || column >= COLUMNS) {
        throw new IllegalArgumentException(
            "cell (" + row + ", " + column + "): expected (0..1799, 0..3599)");
      }
    }

    /// The cell of a position. The north pole and 180° E fall into the last row and column.
    public static Cell of(Position position) {
      int row = (position.latitudeMicro() + 90 * Position.MICRO) / SIDE_MICRO;
      int column = (position.longitudeMicro() + 180 * Position.MICRO) / SIDE_MICRO;
      return new Cell(Math.min(row, ROWS - 1), Math.min(column, COLUMNS - 1));
    }
  }

  /// A sighting and its great-circle distance from the point asked about.
  record Near(Sighting sighting, Distance distance) {}

  /// Receives, one at a time, the sightings of the shards it owns.
  interface Handler {
    /// The shard is this handler's from now on. `recent` holds the latest sighting of each thing in
    /// it from the last [#REPLAY_MS], oldest first.
    void assigned(int shard, List<Sighting> recent);

    /// A sighting in an owned shard, in the order they were published.
    void seen(int shard, Sighting sighting);
  }

  /// Receives what changed in the watched cells since the last call: for each thing its latest
  /// sighting only (`arrived`), and the things that left those cells (`departed`).
  interface Sink {
    void changed(List<Sighting> arrived, List<String> departed);
  }

  /// A claim or a watch, until closed.
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /// Says where a thing is. Latest wins by `timeMs`; a sighting older than the one held is dropped.
  /// Never blocks for a slow watcher.
  void publish(Sighting sighting);

  /// Claims `shards` (0 to [#SHARDS] − 1) for `handler`. At most one handler owns a shard at a
  /// time; shards held by another come to this one when that one closes, in the order of the
  /// claims.
  Subscription own(Set<Integer> shards, Handler handler);

  /// Calls `sink` with what changed in `cells`, at most `hertz` times a second (above 0, up to 10),
  /// first with everything that is there. Whatever happens between two calls is conflated, so a
  /// slow sink costs no memory.
  Subscription watch(Set<Cell> cells, double hertz, Sink sink);

  /// The latest sighting of every thing in `cells`, sorted by thing.
  List<Sighting> snapshot(Collection<Cell> cells);

  /// The `count` (0 or more) things nearest to `from` that `filter` lets through, nearest first; at
  /// equal distances by thing.
  List<Near> nearest(Position from, int count, Predicate<Sighting> filter);

  /// The shard of a thing: the same on every machine and in every release.
  static int shardOf(String thing) {
    return Math.floorMod(thing.hashCode(), SHARDS);
  }

  /// Stops calling handlers and sinks.
  @Override
  void close();
}
