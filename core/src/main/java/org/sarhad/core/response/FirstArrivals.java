package org.sarhad.core.response;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.travel.Arrivals;
import org.sarhad.core.travel.GridFrame;
import org.sarhad.core.travel.Isochrone;
import org.sarhad.core.travel.PacedGrid;
import org.sarhad.core.travel.Passage;

/// How soon the first of a side's units is anywhere on its own soil (protocol clause 19-5.4): all
/// of the ground at once for each planning speed, whoever of that speed is nearest. Who flies goes
/// straight; boats are not counted. Immutable.
///
/// It tells where units stand to whoever asks it often enough, so it is for their own side only.
public final class FirstArrivals {
  private static final long MS_PER_SECOND = 1_000;

  private final PacedGrid ground;
  private final PartyId by;
  private final List<OfSpeed> driven;
  private final List<Standing> flying;

  private FirstArrivals(PacedGrid ground, PartyId by, List<OfSpeed> driven, List<Standing> flying) {
    this.ground = ground;
    this.by = by;
    this.driven = List.copyOf(driven);
    this.flying = List.copyOf(flying);
  }

  /// A unit that could go.
  public record Standing(Position at, UnitType type) {}

  private record OfSpeed(UnitType type, Arrivals arrivals) {}

  /// Of `units`, all of the side `by`. O(cells within the horizon) for the fastest of them; the
  /// slower ones are only followed to where a faster one is as soon.
  ///
  /// @param horizon what takes longer is taken to be out of reach
  public static FirstArrivals of(
      PacedGrid ground, PartyId by, List<Standing> units, Duration horizon) {
    NavigableMap<Integer, List<Integer>> cells = new TreeMap<>(Comparator.reverseOrder());
    Map<Integer, UnitType> types = new TreeMap<>();
    for (Standing unit : units) {
      OptionalInt cell = ground.grid().anchor(unit.at(), Optional.of(by));
      if (GridTravel.isDriven(unit.type()) && cell.isPresent()) {
        int speed = unit.type().speedKmh();
        types.putIfAbsent(speed, unit.type());
        cells.computeIfAbsent(speed, _ -> new ArrayList<>()).add(cell.getAsInt());
      }
    }
    List<OfSpeed> driven = new ArrayList<>();
    cells.forEach(
        (speed, there) -> {
          List<OfSpeed> faster = List.copyOf(driven);
          Duration within = horizon.multipliedBy(speed).dividedBy(UnitType.PATROL.speedKmh());
          Arrivals arrivals =
              Arrivals.at(
                  ground, there, Passage.OWN_SOIL, within, cell -> beaten(faster, cell, speed));
          driven.add(new OfSpeed(types.getOrDefault(speed, UnitType.PATROL), arrivals));
        });
    return new FirstArrivals(
        ground, by, driven, units.stream().filter(unit -> unit.type().flies()).toList());
  }

  /// From when on a unit of `speed` need not be followed beyond `cell`, in milliseconds of a patrol
  /// vehicle: a faster one is there before it and stays before it, whatever is rounded.
  private static int beaten(List<OfSpeed> faster, int cell, int speed) {
    long soonest = Long.MAX_VALUE;
    for (OfSpeed group : faster) {
      OptionalLong millis = group.arrivals().millis(cell);
      if (millis.isPresent()) {
        soonest = Math.min(soonest, GridTravel.scaled(millis.getAsLong(), group.type()));
      }
    }
    return soonest == Long.MAX_VALUE
        ? Integer.MAX_VALUE
        : (int)
            Math.min(
                Integer.MAX_VALUE,
                Math.ceilDiv((soonest + 1) * speed, (long) UnitType.PATROL.speedKmh()));
  }

  /// Seconds until the first of them is at `place`, or where own soil is nearest to it; empty where
  /// none is within the horizon.
  public OptionalLong seconds(Position place) {
    OptionalInt cell = ground.grid().anchor(place, Optional.of(by));
    return cell.isEmpty() ? OptionalLong.empty() : seconds(cell.getAsInt(), place);
  }

  private OptionalLong seconds(int cell, Position place) {
    long soonest = soonest(cell, place);
    return soonest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(soonest);
  }

  /// In seconds; [Long#MAX_VALUE] where nobody gets within the horizon.
  private long soonest(int cell, Position place) {
    long soonest = Long.MAX_VALUE;
    for (OfSpeed group : driven) {
      OptionalLong millis = group.arrivals().millis(cell);
      if (millis.isPresent()) {
        soonest =
            Math.min(soonest, GridTravel.scaled(millis.getAsLong(), group.type()) / MS_PER_SECOND);
      }
    }
    for (Standing unit : flying) {
      soonest =
          Math.min(
              soonest,
              StraightLineTravel.DEFAULT
                  .estimate(unit.at(), place, unit.type())
                  .duration()
                  .toSeconds());
    }
    return soonest;
  }

  /// Where the first of them is within each of `limits`, on its own soil (protocol clause 19-5.5).
  /// O(cells · (planning speeds + units that fly + limits)).
  public List<Isochrone> isochrones(List<Duration> limits) {
    GridFrame frame = ground.grid().frame();
    long[] seconds = new long[frame.cells()];
    for (int cell = 0; cell < seconds.length; cell++) {
      boolean isOwn = ground.grid().isOf(cell, by);
      seconds[cell] = isOwn ? soonest(cell, frame.centre(cell)) : Long.MAX_VALUE;
    }
    return limits.stream()
        .map(within -> Isochrone.of(frame, cell -> seconds[cell], within))
        .toList();
  }
}
