package org.sarhad.node.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.geo.Position;
import org.sarhad.node.port.LivePicture.Cell;
import org.sarhad.node.port.LivePicture.Handler;
import org.sarhad.node.port.LivePicture.Near;
import org.sarhad.node.port.LivePicture.Sighting;
import org.sarhad.node.port.LivePicture.Sink;
import org.sarhad.tlog.Bytes;

/// What every [LivePicture] does, as its interface promises. Extend it; [#settle] makes time pass
/// until everything published has been handled and every watch has had its turn.
public abstract class LivePictureContract {
  /// Zahedan, and a place half a degree north of it, several cells away.
  private static final Position HERE = new Position(29_496_000, 60_863_000);

  private static final Position THERE = new Position(29_996_000, 60_863_000);

  /// For the adapter's own test class.
  protected LivePictureContract() {}

  /// The picture of this test, empty at first; every call gives the same one.
  protected abstract LivePicture picture();

  /// The time by which sightings are made, in milliseconds since 1970.
  protected abstract long nowMs();

  /// Lets at least `ms` milliseconds pass and everything happen that is due.
  protected abstract void settle(long ms) throws Exception;

  private Sighting at(String thing, Position position) {
    return new Sighting(thing, position, nowMs(), Bytes.ofUtf8(thing));
  }

  private static Set<Cell> around(Position position) {
    return Set.of(Cell.of(position));
  }

  /// Collects what a watch is told.
  private static final class Watched implements Sink {
    final Map<String, Sighting> there = new TreeMap<>();
    final List<Integer> calls = new ArrayList<>();

    @Override
    public synchronized void changed(List<Sighting> arrived, List<String> departed) {
      assertThat(arrived)
          .extracting(Sighting::thing)
          .doesNotHaveDuplicates()
          .noneMatch(departed::contains);
      arrived.forEach(sighting -> there.put(sighting.thing(), sighting));
      departed.forEach(there::remove);
      calls.add(arrived.size() + departed.size());
    }
  }

  /// Collects what an owner sees.
  private static final class Owner implements Handler {
    final Map<Integer, List<Sighting>> assigned = new HashMap<>();
    final List<Sighting> seen = new ArrayList<>();

    @Override
    public synchronized void assigned(int shard, List<Sighting> recent) {
      assigned.put(shard, recent);
    }

    @Override
    public synchronized void seen(int shard, Sighting sighting) {
      assertThat(shard).isEqualTo(LivePicture.shardOf(sighting.thing()));
      seen.add(sighting);
    }
  }

  private static Set<Integer> allShards() {
    var shards = new HashSet<Integer>();
    IntStream.range(0, LivePicture.SHARDS).forEach(shards::add);
    return shards;
  }

  @Test
  void theLatestSightingWins() throws Exception {
    var picture = picture();
    var early = new Sighting("unit-1", HERE, nowMs() - 1000, Bytes.EMPTY);
    var late = new Sighting("unit-1", HERE, nowMs(), Bytes.ofUtf8("late"));
    picture.publish(late);
    picture.publish(early);
    settle(1000);
    assertThat(picture.snapshot(around(HERE))).containsExactly(late);
  }

  @Test
  void aSnapshotHoldsTheCellsAskedForSortedByThing() throws Exception {
    var picture = picture();
    picture.publish(at("b", HERE));
    picture.publish(at("a", HERE));
    picture.publish(at("elsewhere", THERE));
    settle(1000);
    assertThat(picture.snapshot(around(HERE)))
        .extracting(Sighting::thing)
        .containsExactly("a", "b");
    assertThat(picture.snapshot(Set.of())).isEmpty();
    assertThat(picture.snapshot(List.of(Cell.of(HERE), Cell.of(THERE), Cell.of(HERE))))
        .extracting(Sighting::thing)
        .containsExactly("a", "b", "elsewhere");
  }

  @Test
  void aThingIsInOneCellOnly() throws Exception {
    var picture = picture();
    picture.publish(at("unit-1", HERE));
    settle(10);
    picture.publish(new Sighting("unit-1", THERE, nowMs() + 1, Bytes.EMPTY));
    settle(1000);
    assertThat(picture.snapshot(around(HERE))).isEmpty();
    assertThat(picture.snapshot(around(THERE))).hasSize(1);
  }

  @Test
  void aWatchBeginsWithWhatIsThere() throws Exception {
    var picture = picture();
    picture.publish(at("unit-1", HERE));
    settle(1000);
    var watched = new Watched();
    try (var _ = picture.watch(around(HERE), 10, watched)) {
      settle(1000);
      assertThat(watched.there).containsOnlyKeys("unit-1");
    }
  }

  @Test
  void aWatchFollowsWhatComesMovesAndLeaves() throws Exception {
    var picture = picture();
    var watched = new Watched();
    try (var _ = picture.watch(around(HERE), 10, watched)) {
      picture.publish(at("unit-1", HERE));
      picture.publish(at("outside", THERE));
      settle(1000);
      assertThat(watched.there).containsOnlyKeys("unit-1");
      var moved =
          new Sighting("unit-1", new Position(29_497_000, 60_863_000), nowMs() + 1, Bytes.EMPTY);
      picture.publish(moved);
      settle(1000);
      assertThat(watched.there).containsEntry("unit-1", moved);
      picture.publish(new Sighting("unit-1", THERE, nowMs() + 2, Bytes.EMPTY));
      settle(1000);
      assertThat(watched.there).isEmpty();
    }
  }

  @Test
  void whatHappensBetweenTwoCallsIsConflated() throws Exception {
    var picture = picture();
    var watched = new Watched();
    try (var _ = picture.watch(around(HERE), 1, watched)) {
      settle(1500);
      int before = watched.calls.size();
      for (int i = 0; i < 1000; i++) {
        picture.publish(new Sighting("unit-1", HERE, nowMs() + i, Bytes.ofUtf8("" + i)));
      }
      settle(1500);
      assertThat(watched.calls.size() - before).isBetween(1, 3);
      assertThat(java.util.Objects.requireNonNull(watched.there.get("unit-1")).body())
          .isEqualTo(Bytes.ofUtf8("999"));
    }
  }

  @Test
  void aClosedWatchIsCalledNoMore() throws Exception {
    var picture = picture();
    var watched = new Watched();
    var watch = picture.watch(around(HERE), 10, watched);
    settle(500);
    watch.close();
    watch.close();
    int before = watched.calls.size();
    picture.publish(at("unit-1", HERE));
    settle(1000);
    assertThat(watched.calls).hasSize(before);
  }

  @Test
  void anOwnerSeesItsShardsAndTheLastMinute() throws Exception {
    var picture = picture();
    picture.publish(at("unit-1", HERE));
    picture.publish(
        new Sighting("long-ago", HERE, nowMs() - 2 * LivePicture.REPLAY_MS, Bytes.EMPTY));
    settle(1000);
    var owner = new Owner();
    try (var _ = picture.own(allShards(), owner)) {
      settle(1000);
      assertThat(owner.assigned).containsOnlyKeys(allShards());
      assertThat(owner.assigned.values().stream().flatMap(List::stream))
          .extracting(Sighting::thing)
          .containsExactly("unit-1");
      for (int i = 0; i < 50; i++) {
        picture.publish(
            new Sighting(
                "unit-1", new Position(29_496_000, 60_863_000 + i), nowMs() + i + 1, Bytes.EMPTY));
      }
      settle(1000);
      assertThat(owner.seen)
          .extracting(sighting -> sighting.position().longitudeMicro())
          .isSorted()
          .last()
          .isEqualTo(60_863_049);
    }
  }

  @Test
  void aShardHasOneOwnerAtATime() throws Exception {
    var picture = picture();
    var first = new Owner();
    var second = new Owner();
    var claim = picture.own(allShards(), first);
    var waiting = picture.own(allShards(), second);
    settle(1000);
    picture.publish(at("unit-1", HERE));
    settle(1000);
    assertThat(first.seen).hasSize(1);
    assertThat(second.seen).isEmpty();
    assertThat(second.assigned).isEmpty();
    claim.close();
    settle(1000);
    assertThat(second.assigned).hasSize(LivePicture.SHARDS);
    picture.publish(at("unit-2", HERE));
    settle(1000);
    assertThat(first.seen).hasSize(1);
    assertThat(second.seen).extracting(Sighting::thing).containsExactly("unit-2");
    waiting.close();
  }

  @Test
  void nearestIsWhatACalculationOverAllWouldFind() throws Exception {
    var picture = picture();
    var random = new SplittableRandom(3);
    var all = new ArrayList<Sighting>();
    for (int i = 0; i < 400; i++) {
      // Most around one place, some across the date line and at the poles, where cells are odd.
      int around = i % 5 == 0 ? 90_000_000 : 2_000_000;
      int latitude =
          i % 5 == 0
              ? random.nextInt(-around, around + 1)
              : HERE.latitudeMicro() + random.nextInt(-around, around);
      int longitude =
          i % 5 == 0
              ? random.nextInt(-2 * around, 2 * around + 1)
              : HERE.longitudeMicro() + random.nextInt(-around, around);
      all.add(at("thing-%03d".formatted(i), new Position(latitude, longitude)));
    }
    all.forEach(picture::publish);
    settle(1000);
    double[][] places = {
      {29.496, 60.863}, {0, 0}, {89.999999, 0}, {-90, 5}, {10, 179.999999}, {10, -180}, {31, 61.5}
    };
    for (var place : places) {
      var from = Position.ofDegrees(place[0], place[1]);
      for (int count : new int[] {0, 1, 7, 400, 1000}) {
        var expected =
            all.stream()
                .filter(sighting -> !sighting.thing().endsWith("3"))
                .map(sighting -> new Near(sighting, from.distanceTo(sighting.position())))
                .sorted(
                    Comparator.comparing(Near::distance)
                        .thenComparing(near -> near.sighting().thing()))
                .limit(count)
                .toList();
        assertThat(picture.nearest(from, count, sighting -> !sighting.thing().endsWith("3")))
            .as("%d from %s", count, from)
            .isEqualTo(expected);
      }
    }
    assertThat(picture.nearest(HERE, 5, _ -> false)).isEmpty();
  }

  @Test
  void sightingsAndCellsAreChecked() {
    assertThatThrownBy(() -> new Sighting("", HERE, 0, Bytes.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Sighting("a", HERE, 0, Bytes.of(new byte[1025])))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cell(1800, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Cell.of(new Position(90_000_000, 180_000_000))).isEqualTo(new Cell(1799, 3599));
    assertThat(Cell.of(new Position(-90_000_000, -180_000_000))).isEqualTo(new Cell(0, 0));
    assertThat(Cell.of(new Position(-1, -1))).isEqualTo(new Cell(899, 1799));
    assertThat(Cell.of(new Position(0, 0))).isEqualTo(new Cell(900, 1800));
  }

  @Test
  void theWatchRateIsChecked() {
    for (double hertz : new double[] {0, -1, 11, Double.NaN}) {
      assertThatThrownBy(() -> picture().watch(Set.of(), hertz, (_, _) -> {}))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
