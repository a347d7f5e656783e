package org.sarhad.node.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.sarhad.core.geo.Position;
import org.sarhad.node.port.Clock;
import org.sarhad.node.port.LivePicture;

/// The [LivePicture] of one machine.
///
/// Passive: handlers and sinks are called by [#pump] and on its thread alone. Publishing costs a
/// few map operations and one more for each watch over the cell.
public final class GridPicture implements LivePicture {
  private static final double HERTZ_MAX = 10;

  private final Clock clock;
  private final long keepMs;
  private final ReentrantLock state = new ReentrantLock();
  private final Grid grid = new Grid();
  private final List<Watch> watches = new ArrayList<>();

  /// In the order in which they were made: the first that wants a shard has it.
  private final List<Claim> claims = new ArrayList<>();

  private volatile Runnable onPublished = () -> {};

  /// An empty picture. A thing not seen for `keep` is forgotten.
  public GridPicture(Clock clock, Duration keep) {
    this.clock = clock;
    this.keepMs = keep.toMillis();
  }

  /// Calls `onPublished` after something happened that [#pump] may have to tell.
  void onPublished(Runnable onPublished) {
    this.onPublished = onPublished;
  }

  @Override
  public void publish(Sighting sighting) {
    state.lock();
    try {
      var former = grid.find(sighting.thing());
      if (former.isPresent() && former.get().timeMs() > sighting.timeMs()) {
        return;
      }
      grid.put(sighting);
      watches.forEach(watch -> watch.note(former, Optional.of(sighting)));
      findOwner(shardOf(sighting.thing()))
          .ifPresent(owner -> owner.seen.put(sighting.thing(), sighting));
    } finally {
      state.unlock();
    }
    onPublished.run();
  }

  private Optional<Claim> findOwner(int shard) {
    return claims.stream().filter(claim -> claim.shards.contains(shard)).findFirst();
  }

  @Override
  public Subscription own(Set<Integer> shards, Handler handler) {
    for (int shard : shards) {
      if (shard < 0 || shard >= SHARDS) {
        throw new IllegalArgumentException("shard " + shard + ": expected 0 to " + (SHARDS - 1));
      }
    }
    var claim = new Claim(Set.copyOf(shards), handler);
    state.lock();
    try {
      claims.add(claim);
    } finally {
      state.unlock();
    }
    onPublished.run();
    return () -> close(claim, claims);
  }

  @Override
  public Subscription watch(Set<Cell> cells, double hertz, Sink sink) {
    if (!(hertz > 0 && hertz <= HERTZ_MAX)) {
      throw new IllegalArgumentException(
          "hertz " + hertz + ": expected more than 0 and at most 10");
    }
    var watch = new Watch(Set.copyOf(cells), (long) (1e9 / hertz), clock.nanos(), sink);
    state.lock();
    try {
      cells.forEach(
          cell ->
              grid.in(cell)
                  .forEach(sighting -> watch.note(Optional.empty(), Optional.of(sighting))));
      watches.add(watch);
    } finally {
      state.unlock();
    }
    onPublished.run();
    return () -> close(watch, watches);
  }

  private <T extends Called> void close(T called, List<T> all) {
    state.lock();
    try {
      all.remove(called);
    } finally {
      state.unlock();
    }
    called.close();
    onPublished.run();
  }

  @Override
  public List<Sighting> snapshot(Collection<Cell> cells) {
    state.lock();
    try {
      return new HashSet<>(cells)
          .stream()
              .flatMap(cell -> grid.in(cell).stream())
              .sorted(Comparator.comparing(Sighting::thing))
              .toList();
    } finally {
      state.unlock();
    }
  }

  @Override
  public List<Near> nearest(Position from, int count, Predicate<Sighting> filter) {
    state.lock();
    try {
      return grid.nearest(from, count, filter);
    } finally {
      state.unlock();
    }
  }

  /// Tells owners and watches what is due by the clock, and forgets what was not seen for long. One
  /// thread at a time.
  public void pump() {
    forget();
    for (var claim : copyOf(claims)) {
      claim.tell();
    }
    for (var watch : copyOf(watches)) {
      watch.tell(clock.nanos());
    }
  }

  /// Whether nobody watches or owns anything: then there is nothing to pump.
  boolean isUnwatched() {
    state.lock();
    try {
      return watches.isEmpty() && claims.isEmpty();
    } finally {
      state.unlock();
    }
  }

  private <T> List<T> copyOf(List<T> list) {
    state.lock();
    try {
      return List.copyOf(list);
    } finally {
      state.unlock();
    }
  }

  private void forget() {
    long oldestMs = clock.now().toEpochMilli() - keepMs;
    state.lock();
    try {
      for (var sighting : List.copyOf(grid.all())) {
        if (sighting.timeMs() < oldestMs) {
          grid.remove(sighting.thing());
          watches.forEach(watch -> watch.note(Optional.of(sighting), Optional.empty()));
        }
      }
    } finally {
      state.unlock();
    }
  }

  @Override
  public void close() {
    copyOf(watches).forEach(watch -> close(watch, watches));
    copyOf(claims).forEach(claim -> close(claim, claims));
  }

  /// Somebody outside who is called by the pump, until closed: after [#close] has returned, not
  /// once more.
  private abstract static class Called {
    private final ReentrantLock calling = new ReentrantLock();
    private boolean isClosed;

    final void call(Runnable call) {
      calling.lock();
      try {
        if (!isClosed) {
          call.run();
        }
      } finally {
        calling.unlock();
      }
    }

    final void close() {
      calling.lock();
      try {
        isClosed = true;
      } finally {
        calling.unlock();
      }
    }
  }

  /// A watch, and what it has not been told yet. Its fields are guarded by `state`.
  private final class Watch extends Called {
    private final Set<Cell> cells;
    private final long periodNanos;
    private final Sink sink;
    private final Map<String, Optional<Sighting>> untold = new LinkedHashMap<>();

    /// The things the sink believes to be in its cells.
    private final Set<String> told = new HashSet<>();

    private long dueNanos;

    Watch(Set<Cell> cells, long periodNanos, long dueNanos, Sink sink) {
      this.cells = cells;
      this.periodNanos = periodNanos;
      this.dueNanos = dueNanos;
      this.sink = sink;
    }

    void note(Optional<Sighting> former, Optional<Sighting> latest) {
      var here = latest.filter(sighting -> cells.contains(sighting.cell()));
      if (here.isPresent()) {
        untold.put(here.get().thing(), here);
      } else {
        former
            .filter(sighting -> cells.contains(sighting.cell()))
            .ifPresent(left -> untold.put(left.thing(), Optional.empty()));
      }
    }

    void tell(long nowNanos) {
      var arrived = new ArrayList<Sighting>();
      var departed = new ArrayList<String>();
      state.lock();
      try {
        if (untold.isEmpty() || nowNanos - dueNanos < 0) {
          return;
        }
        dueNanos = nowNanos + periodNanos;
        untold.forEach(
            (thing, latest) -> {
              if (latest.isPresent()) {
                arrived.add(latest.get());
                told.add(thing);
              } else if (told.remove(thing)) {
                departed.add(thing);
              }
            });
        untold.clear();
      } finally {
        state.unlock();
      }
      if (!arrived.isEmpty() || !departed.isEmpty()) {
        call(() -> sink.changed(arrived, departed));
      }
    }
  }

  /// A claim on shards, and what its handler has not seen yet. Its fields are guarded by `state`.
  private final class Claim extends Called {
    private final Set<Integer> shards;
    private final Handler handler;
    private final Map<String, Sighting> seen = new LinkedHashMap<>();

    /// The shards the handler knows it has.
    private final Set<Integer> assigned = new HashSet<>();

    Claim(Set<Integer> shards, Handler handler) {
      this.shards = shards;
      this.handler = handler;
    }

    void tell() {
      var fresh = new LinkedHashMap<Integer, List<Sighting>>();
      var next = new ArrayList<Sighting>();
      state.lock();
      try {
        for (int shard : shards) {
          if (findOwner(shard).equals(Optional.of(this)) && assigned.add(shard)) {
            fresh.put(shard, recent(shard));
          }
        }
        for (var sighting : seen.values()) {
          // What the replay holds is not told twice.
          if (!fresh.containsKey(shardOf(sighting.thing()))) {
            next.add(sighting);
          }
        }
        seen.clear();
      } finally {
        state.unlock();
      }
      fresh.forEach((shard, recent) -> call(() -> handler.assigned(shard, recent)));
      next.forEach(sighting -> call(() -> handler.seen(shardOf(sighting.thing()), sighting)));
    }

    private List<Sighting> recent(int shard) {
      long sinceMs = clock.now().toEpochMilli() - REPLAY_MS;
      return grid.all().stream()
          .filter(sighting -> shardOf(sighting.thing()) == shard && sighting.timeMs() >= sinceMs)
          .sorted(Comparator.comparingLong(Sighting::timeMs).thenComparing(Sighting::thing))
          .toList();
    }
  }

  private static int shardOf(String thing) {
    return LivePicture.shardOf(thing);
  }
}
