package org.sarhad.core.posture;

import java.util.List;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;

/// How much of each sector one side's units reach in time.
///
/// As JSON the members `sectors` and `within_min`.
///
/// @param withinMin minutes within which a unit is there, 1 to 1440
/// @param sectors 1 to 500, ascending by name, each once
public record Coverage(int withinMin, List<SectorCoverage> sectors) {
  private static final int WITHIN_MAX = 24 * 60;
  private static final int SECTORS_MAX = 500;

  /// @throws IllegalArgumentException when a value is not in its range, or the names do not ascend
  public Coverage {
    if (withinMin < 1 || withinMin > WITHIN_MAX) {
      throw new IllegalArgumentException(
          "within %d minutes; expected 1 to %d".formatted(withinMin, WITHIN_MAX));
    }
    sectors = List.copyOf(Bodies.counted("sectors", sectors, 1, SECTORS_MAX));
    for (int i = 1; i < sectors.size(); i++) {
      if (sectors.get(i - 1).compareTo(sectors.get(i)) >= 0) {
        throw new IllegalArgumentException(
            "sector \"" + sectors.get(i).sector() + "\" does not ascend");
      }
    }
  }

  /// What of it may be released.
  public Coverage coarse() {
    return new Coverage(withinMin, sectors.stream().map(SectorCoverage::coarse).toList());
  }

  boolean isCoarse() {
    return sectors.stream().allMatch(SectorCoverage::isCoarse);
  }

  /// The names of the sectors, ascending.
  List<String> names() {
    return sectors.stream().map(SectorCoverage::sector).toList();
  }

  JsonBuilder putInto(JsonBuilder json) {
    return json.put("sectors", Bodies.objects(sectors.stream().map(SectorCoverage::toJson)))
        .put("within_min", withinMin);
  }

  static Coverage fromJson(Json.Obj json) throws MalformedJsonException {
    return new Coverage(
        json.smallInteger("within_min", 1, WITHIN_MAX),
        Bodies.list(json, "sectors", SectorCoverage::fromJson));
  }
}
