package org.sarhad.core.joint;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.response.FirstArrivals;

/// How soon the first own unit is at the points of the line in a sector, of those where one can be
/// (protocol clause 19-5.4). For the own side only.
///
/// @param sector its name
/// @param points how many points of the line lie in it
/// @param reached at how many of them somebody arrives at all
/// @param inTime at how many within the target
/// @param soonest seconds to the nearest of them; empty where none is reached
/// @param middle seconds to the middle one of those that are reached
/// @param latest seconds to the farthest of those that are reached
public record SectorArrival(
    String sector,
    int points,
    int reached,
    int inTime,
    OptionalLong soonest,
    OptionalLong middle,
    OptionalLong latest) {

  /// All sectors, by name. O(points).
  public static List<SectorArrival> all(
      LinePoints line, Zone zone, FirstArrivals first, Duration target) {
    return line.bySector(zone).entrySet().stream()
        .map(sector -> of(sector, line, first, target))
        .toList();
  }

  private static SectorArrival of(
      Map.Entry<String, List<Integer>> sector,
      LinePoints line,
      FirstArrivals first,
      Duration target) {
    List<Long> seconds =
        sector.getValue().stream()
            .map(point -> first.seconds(line.points().get(point).position()))
            .flatMapToLong(OptionalLong::stream)
            .sorted()
            .boxed()
            .toList();
    return new SectorArrival(
        sector.getKey(),
        sector.getValue().size(),
        seconds.size(),
        Math.toIntExact(seconds.stream().filter(s -> s <= target.toSeconds()).count()),
        at(seconds, 0),
        at(seconds, seconds.size() / 2),
        at(seconds, seconds.size() - 1));
  }

  private static OptionalLong at(List<Long> seconds, int index) {
    return seconds.isEmpty() ? OptionalLong.empty() : LongStream.of(seconds.get(index)).findFirst();
  }
}
