package org.sarhad.core.posture;

import java.util.regex.Pattern;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// How much of one sector is reached in time, and by how many. No member can hold a place.
///
/// @param sector its name: 1 to 32 characters of `[a-z0-9_]`, beginning with a letter
/// @param units how many reach some of it, 0 to 500
/// @param sharePermille how much of it at least one of them reaches, 0 to 1000; 0 when there is
///   none
public record SectorCoverage(String sector, int units, int sharePermille)
    implements Comparable<SectorCoverage> {
  /// A share that is released is a multiple of this, so that it tells less about where the units
  /// stand.
  public static final int STEP_PERMILLE = 50;

  static final int UNITS_MAX = 500;
  private static final int PERMILLE = 1_000;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  /// @throws IllegalArgumentException when a value is not in its range
  public SectorCoverage {
    if (!NAME.matcher(sector).matches()) {
      throw new IllegalArgumentException("\"" + sector + "\" is no name of a sector");
    }
    if (units < 0 || units > UNITS_MAX || sharePermille < 0 || sharePermille > PERMILLE) {
      throw new IllegalArgumentException(
          "%d units, %d permille; expected 0 to %d, and 0 to %d"
              .formatted(units, sharePermille, UNITS_MAX, PERMILLE));
    }
    if (units == 0 && sharePermille > 0) {
      throw new IllegalArgumentException(sharePermille + " permille, reached by nobody");
    }
  }

  /// The same with the share rounded down to a multiple of [#STEP_PERMILLE].
  public SectorCoverage coarse() {
    return new SectorCoverage(sector, units, sharePermille - sharePermille % STEP_PERMILLE);
  }

  /// Whether it says no more than may be released.
  boolean isCoarse() {
    return sharePermille % STEP_PERMILLE == 0;
  }

  /// Whether some of it is reached.
  public boolean isReached() {
    return units > 0;
  }

  Json.Obj toJson() {
    return Json.obj()
        .put("sector", sector)
        .put("share_permille", sharePermille)
        .put("units", units)
        .build();
  }

  static SectorCoverage fromJson(Json.Obj json) throws MalformedJsonException {
    return new SectorCoverage(
        json.text("sector"),
        json.smallInteger("units", 0, UNITS_MAX),
        json.smallInteger("share_permille", 0, PERMILLE));
  }

  /// By name.
  @Override
  public int compareTo(SectorCoverage other) {
    return sector.compareTo(other.sector);
  }
}
