package org.sarhad.bench.posture;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.sarhad.core.geo.Position;
import org.sarhad.core.posture.Assistance;
import org.sarhad.core.posture.BusyFraction;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Reach;
import org.sarhad.core.response.StraightLineTravel;
import org.sarhad.core.response.UnitType;

/// A line that winds north for 817 km, as nobody's border does: 1000 points that count more near 51
/// towns, by turns on either side's soil, and 150 sites of each side within 30 km of it. Twelve
/// units each, an hour, each busy for a quarter of its time.
///
/// @param demand the points, with their weights
/// @param sides what each has to place
/// @param sectors of each point, 20 km of the line each
record MadeUpLine(
    List<CoverageProblem.Demand> demand, List<CoverageProblem.Side> sides, List<String> sectors) {
  static final int POINTS = 1_000;
  static final int SITES = 150;
  static final int UNITS = 12;
  private static final int TOWNS = 51;
  private static final int LENGTH_KM = 817;
  private static final int OFF_KM = 30;
  private static final int WITHIN_MIN = 60;
  private static final int BUSY_PERMILLE = 250;
  private static final int NEAR_KM = 12;
  private static final double KM_PER_DEGREE = 111.2;
  private static final double KM_PER_DEGREE_EAST = 98;
  private static final int SECONDS_PER_MINUTE = 60;
  private static final int SECTOR_KM = 20;

  /// Another one for each seed.
  static MadeUpLine of(long seed) {
    var random = new SplittableRandom(seed);
    double[] towns = random.doubles(TOWNS, 0, LENGTH_KM).toArray();
    var points = new ArrayList<Position>();
    var demand = new ArrayList<CoverageProblem.Demand>();
    var sectors = new ArrayList<String>();
    for (int i = 0; i < POINTS; i++) {
      double km = LENGTH_KM * (i + 0.5) / POINTS;
      points.add(at(km, 0));
      demand.add(new CoverageProblem.Demand(i % 2, weight(km, towns)));
      sectors.add("km_%04d".formatted((int) km / SECTOR_KM * SECTOR_KM));
    }
    return new MadeUpLine(
        demand, List.of(side(random, points, -1), side(random, points, 1)), sectors);
  }

  private static long weight(double km, double... towns) {
    double weight = 1;
    for (double town : towns) {
      double off = (km - town) / NEAR_KM;
      weight += 8 * Math.exp(-off * off);
    }
    return Math.round(weight * 100);
  }

  private static CoverageProblem.Side side(
      SplittableRandom random, List<Position> points, int hand) {
    var sites =
        IntStream.range(0, SITES)
            .mapToObj(
                _ -> at(random.nextDouble(LENGTH_KM), hand * (2 + random.nextDouble(OFF_KM - 2))))
            .toList();
    return new CoverageProblem.Side(Reach.between(sites, points, MadeUpLine::minutes), UNITS, 1);
  }

  private static Position at(double km, double offKm) {
    return Position.ofDegrees(
        25.2 + km / KM_PER_DEGREE, 61.6 + 0.6 * Math.sin(km / 90) + offKm / KM_PER_DEGREE_EAST);
  }

  private static int minutes(Position from, Position to) {
    long seconds =
        StraightLineTravel.DEFAULT.estimate(from, to, UnitType.PATROL).duration().toSeconds();
    return Math.toIntExact(Math.ceilDiv(seconds, SECONDS_PER_MINUTE));
  }

  /// What is asked about it.
  CoverageProblem problem(Assistance assistance) {
    return new CoverageProblem(
        demand, sides, WITHIN_MIN, BusyFraction.permille(BUSY_PERMILLE), assistance);
  }
}
