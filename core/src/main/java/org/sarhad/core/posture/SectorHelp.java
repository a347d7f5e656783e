package org.sarhad.core.posture;

import java.util.regex.Pattern;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// How many units of one side are in reach of the points of one sector, as it tells the other one
/// while both negotiate (protocol clause 15-7.2). No member can hold a place.
///
/// @param sector its name: 1 to 32 characters of `[a-z0-9_]`, beginning with a letter
/// @param home in reach of a point on own soil in time: the mean over the sector, in halves of a
///   unit and rounded down, 0 to 1000
/// @param across the same on the other side's soil, as deep as units may go, and what a hand-over
///   takes at the line taken off
/// @param sure how many are in reach of every such point on the other side's soil, 0 to 500; never
///   more than the mean
public record SectorHelp(String sector, int home, int across, int sure)
    implements Comparable<SectorHelp> {
  /// Into how many parts a unit is divided in a mean: coarse enough not to tell where it stands.
  public static final int PARTS = 2;

  static final int UNITS_MAX = 500;
  private static final int MEAN_MAX = PARTS * UNITS_MAX;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  /// @throws IllegalArgumentException when a value is not in its range
  public SectorHelp {
    if (!NAME.matcher(sector).matches()) {
      throw new IllegalArgumentException("\"" + sector + "\" is no name of a sector");
    }
    if (home < 0 || home > MEAN_MAX || across < 0 || across > MEAN_MAX) {
      throw new IllegalArgumentException(
          "a mean of %d and %d halves; expected 0 to %d".formatted(home, across, MEAN_MAX));
    }
    if (sure < 0 || sure * PARTS > across) {
      throw new IllegalArgumentException(
          "%d are sure of %d halves; expected not more".formatted(sure, across));
    }
  }

  Json.Obj toJson() {
    return Json.obj()
        .put("across", across)
        .put("home", home)
        .put("sector", sector)
        .put("sure", sure)
        .build();
  }

  static SectorHelp fromJson(Json.Obj json) throws MalformedJsonException {
    return new SectorHelp(
        json.text("sector"),
        json.smallInteger("home", 0, MEAN_MAX),
        json.smallInteger("across", 0, MEAN_MAX),
        json.smallInteger("sure", 0, UNITS_MAX));
  }

  /// By name.
  @Override
  public int compareTo(SectorHelp other) {
    return sector.compareTo(other.sector);
  }
}
