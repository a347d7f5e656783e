package org.sarhad.core.posture;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.tlog.Bytes;

/// A [CoverageProblem] as a text of numbers, in the manner of OR-Library, so that it can be handed
/// to others and asked again.
///
/// The word `coverage`; then how many points, how many sides, minutes within which a unit is to be
/// there, thousandths of its time that it is busy, and minutes that are lost at the line (-1 where
/// nobody crosses). The word `depth` may follow, and how many metres beyond the line a unit may be.
/// Then for each point its side, from 1, its weight, and where there was that word how many metres
/// behind the line it lies. Then for each side how many sites, how many units, how many of them at
/// one site; and for each site the minutes to every point (-1 where there is no way).
public final class CoverageFile {
  /// The first word.
  public static final String WORD = "coverage";

  private static final String DEPTH = "depth";

  /// Largest file, in bytes.
  public static final int BYTES_MAX = 64 * 1024 * 1024;

  private static final String WHAT = "a coverage file";
  private static final int POINTS_MAX = 20_000;
  private static final int SITES_MAX = 2_000;
  private static final int UNITS_MAX = 500;
  private static final int PER_SITE_MAX = 100;
  private static final int PAIRS_MAX = 8_000_000;
  private static final int DAY_MIN = 24 * 60;
  private static final int MINUTES_MAX = 7 * DAY_MIN;
  private static final int BUSY_MAX = 999;
  private static final int NONE = -1;
  private static final int METRES_MAX = 1_000_000;

  private final NumberText text;

  private CoverageFile(Bytes text) {
    this.text = new NumberText(WHAT, text);
  }

  /// Whether `text` begins as such a file does.
  public static boolean isOne(Bytes text) {
    return new NumberText(WHAT, text).skip(WORD);
  }

  /// The problem in `text`. O(bytes).
  ///
  /// @throws MalformedProblemException when it is anything else
  public static CoverageProblem parse(Bytes text) throws MalformedProblemException {
    if (text.size() > BYTES_MAX) {
      throw new MalformedProblemException(WHAT, text.size() + " bytes", "at most " + BYTES_MAX);
    }
    return new CoverageFile(text).problem();
  }

  private CoverageProblem problem() throws MalformedProblemException {
    if (!text.skip(WORD)) {
      throw text.malformed("another first word", WORD);
    }
    int points = text.number("points", 1, POINTS_MAX);
    int sides = text.number("sides", 1, 2);
    int within = text.number("minutes to be there", 1, DAY_MIN);
    int busy = text.number("thousandths busy", 0, BUSY_MAX);
    int handover = text.number("minutes at the line", NONE, DAY_MIN);
    boolean isDeep = text.skip(DEPTH);
    int depth =
        isDeep
            ? text.number("metres beyond the line", 1, Assistance.Crossing.DEPTH_MAX)
            : Assistance.Crossing.DEPTH_MAX;
    List<CoverageProblem.Demand> demand = demand(points, sides, isDeep);
    List<CoverageProblem.Side> all = new ArrayList<>();
    for (int side = 0; side < sides; side++) {
      all.add(side(points));
    }
    text.end();
    if (all.stream().allMatch(side -> side.units() == 0)) {
      throw text.malformed("no unit on any side", "one or more to place");
    }
    return new CoverageProblem(
        demand,
        all,
        within,
        BusyFraction.permille(busy),
        handover == NONE ? new Assistance.None() : new Assistance.Crossing(handover, depth));
  }

  private List<CoverageProblem.Demand> demand(int points, int sides, boolean isDeep)
      throws MalformedProblemException {
    List<CoverageProblem.Demand> demand = new ArrayList<>();
    int left = (int) CoverageProblem.WEIGHT_MAX;
    for (int point = 0; point < points; point++) {
      int side = text.number("side of a point", 1, sides) - 1;
      int weight = text.number("weight of a point", 0, left);
      int metres = isDeep ? text.number("metres behind the line", 0, METRES_MAX) : 0;
      demand.add(new CoverageProblem.Demand(side, weight, metres));
      left -= weight;
    }
    return demand;
  }

  private CoverageProblem.Side side(int points) throws MalformedProblemException {
    int sites = text.number("sites", 0, Math.min(SITES_MAX, PAIRS_MAX / points));
    int units = text.number("units", 0, UNITS_MAX);
    int perSite = text.number("units at a site", 1, PER_SITE_MAX);
    if (units > sites * perSite) {
      throw text.malformed(
          "%d units for %d sites".formatted(units, sites),
          "at most %d, as many as there is room for".formatted(sites * perSite));
    }
    List<List<Integer>> rows = new ArrayList<>();
    for (int site = 0; site < sites; site++) {
      List<Integer> row = new ArrayList<>();
      for (int point = 0; point < points; point++) {
        int minutes = text.number("minutes from a site", NONE, MINUTES_MAX);
        row.add(minutes == NONE ? Reach.NEVER : minutes);
      }
      rows.add(row);
    }
    return new CoverageProblem.Side(Reach.of(points, rows), units, perSite);
  }

  /// The text of `problem`, whose busy fraction is in thousandths and whose journeys take a week at
  /// most; inverse of [#parse].
  public static String of(CoverageProblem problem) {
    StringBuilder out = new StringBuilder(WORD);
    out.append('\n');
    int handover =
        switch (problem.assistance()) {
          case Assistance.None _ -> NONE;
          case Assistance.Crossing(int minutes, _) -> minutes;
        };
    int depth =
        switch (problem.assistance()) {
          case Assistance.None _ -> Assistance.Crossing.DEPTH_MAX;
          case Assistance.Crossing(_, int metres) -> metres;
        };
    boolean isDeep =
        depth != Assistance.Crossing.DEPTH_MAX
            || problem.demand().stream().anyMatch(point -> point.depthM() > 0);
    numbers(
        out,
        problem.demand().size(),
        problem.sides().size(),
        problem.withinMin(),
        (long) problem.busy().busy() * (BUSY_MAX + 1) / problem.busy().of(),
        handover);
    if (isDeep) {
      out.append(DEPTH).append(' ').append(depth).append('\n');
    }
    for (CoverageProblem.Demand point : problem.demand()) {
      if (isDeep) {
        numbers(out, point.side() + 1L, point.weight(), point.depthM());
      } else {
        numbers(out, point.side() + 1L, point.weight());
      }
    }
    for (CoverageProblem.Side side : problem.sides()) {
      numbers(out, side.reach().sites(), side.units(), side.perSite());
      for (int site = 0; site < side.reach().sites(); site++) {
        for (int point = 0; point < side.reach().points(); point++) {
          int minutes = side.reach().minutes(site, point);
          out.append(minutes == Reach.NEVER ? NONE : minutes).append(' ');
        }
        out.append('\n');
      }
    }
    return out.toString();
  }

  private static void numbers(StringBuilder out, long... numbers) {
    for (long number : numbers) {
      out.append(number).append(' ');
    }
    out.append('\n');
  }
}
