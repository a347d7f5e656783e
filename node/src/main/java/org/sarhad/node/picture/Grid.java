package org.sarhad.node.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.sarhad.core.geo.Distance;
import org.sarhad.core.geo.Position;
import org.sarhad.node.port.LivePicture.Cell;
import org.sarhad.node.port.LivePicture.Near;
import org.sarhad.node.port.LivePicture.Sighting;

/// The latest sighting of each thing, by thing and by cell. Not for several threads at once.
final class Grid {
  private static final Comparator<Near> NEAREST_FIRST =
      Comparator.comparing(Near::distance).thenComparing(near -> near.sighting().thing());

  private final Map<String, Sighting> things = new HashMap<>();
  private final Map<Cell, Map<String, Sighting>> cells = new HashMap<>();

  /// Where `thing` is.
  Optional<Sighting> find(String thing) {
    return Optional.ofNullable(things.get(thing));
  }

  /// All things, in no order.
  Collection<Sighting> all() {
    return things.values();
  }

  /// The things in `cell`, in no order.
  Collection<Sighting> in(Cell cell) {
    return cells.getOrDefault(cell, Map.of()).values();
  }

  /// Puts a thing where it was seen, and takes it away from where it was.
  void put(Sighting sighting) {
    remove(sighting.thing());
    things.put(sighting.thing(), sighting);
    cells.computeIfAbsent(sighting.cell(), _ -> new HashMap<>()).put(sighting.thing(), sighting);
  }

  void remove(String thing) {
    var former = Optional.ofNullable(things.remove(thing));
    if (former.isPresent()) {
      var cell = former.get().cell();
      var others = cells.getOrDefault(cell, new HashMap<>());
      others.remove(thing);
      if (others.isEmpty()) {
        cells.remove(cell);
      }
    }
  }

  /// The nearest `count` things that `filter` lets through. Looks at ring after ring of cells until
  /// nothing outside can be nearer, or at all things once that is less work.
  List<Near> nearest(Position from, int count, Predicate<Sighting> filter) {
    if (count <= 0) {
      return List.of();
    }
    var best = new PriorityQueue<>(NEAREST_FIRST.reversed());
    var centre = Cell.of(from);
    long looks = 0;
    for (int ring = 0; ; ring++) {
      looks += 8L * ring + 1;
      if (looks > things.size() || 2 * ring >= Cell.COLUMNS) {
        best.clear();
        things.values().forEach(sighting -> offer(best, count, from, sighting, filter));
        break;
      }
      ring(centre, ring)
          .forEach(
              cell -> in(cell).forEach(sighting -> offer(best, count, from, sighting, filter)));
      if (best.size() == count && best.element().distance().metres() < outsideM(from, ring)) {
        break;
      }
    }
    return best.stream().sorted(NEAREST_FIRST).toList();
  }

  private static void offer(
      PriorityQueue<Near> best,
      int count,
      Position from,
      Sighting sighting,
      Predicate<Sighting> filter) {
    if (filter.test(sighting)) {
      best.add(new Near(sighting, from.distanceTo(sighting.position())));
      if (best.size() > count) {
        best.remove();
      }
    }
  }

  /// The cells whose row or column is exactly `distance` from those of `centre`, around the date
  /// line, not over the poles.
  private static List<Cell> ring(Cell centre, int distance) {
    var ring = new ArrayList<Cell>(8 * distance + 1);
    for (int dRow = -distance; dRow <= distance; dRow++) {
      boolean isEnd = Math.abs(dRow) == distance;
      for (int dColumn = -distance;
          dColumn <= distance;
          dColumn += isEnd || distance == 0 ? 1 : 2 * distance) {
        int row = centre.row() + dRow;
        if (row >= 0 && row < Cell.ROWS) {
          ring.add(new Cell(row, Math.floorMod(centre.column() + dColumn, Cell.COLUMNS)));
        }
      }
    }
    return ring;
  }

  /// Nothing outside the rings up to `ring` is nearer than this many metres. What is outside is
  /// `ring` cells away or more, in latitude or in longitude; the nearest point of a meridian that
  /// far away is found on the great circle across.
  private static long outsideM(Position from, int ring) {
    double gap = StrictMath.toRadians(ring * (Cell.SIDE_MICRO / (double) Position.MICRO));
    double latitude = StrictMath.toRadians(from.latitudeDegrees());
    double across =
        StrictMath.asin(StrictMath.cos(latitude) * StrictMath.sin(Math.min(gap, Math.PI / 2)));
    return (long) (Distance.EARTH_RADIUS_M * Math.min(gap, across));
  }
}
