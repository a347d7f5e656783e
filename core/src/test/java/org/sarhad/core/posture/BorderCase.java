package org.sarhad.core.posture;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.sarhad.core.geo.Position;
import org.sarhad.core.response.StraightLineTravel;
import org.sarhad.core.response.UnitType;

/// A made-up border of 817 km: 1000 points that count more near towns, by turns on either side's
/// soil, in sectors of 20 km, and 150 sites and twelve units of each side within 30 km of it.
///
/// @param problem of both sides: what no node has
/// @param sectors of each point
record BorderCase(CoverageProblem problem, List<String> sectors) {
  private static final int POINTS = 1_000;
  private static final int SITES = 150;
  private static final int UNITS = 12;
  private static final double LENGTH_KM = 817;

  /// Another one for each seed.
  static BorderCase of(long seed, int handoverMin) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] towns = random.doubles(51, 0, LENGTH_KM).toArray();
    List<Position> points = new ArrayList<>();
    List<CoverageProblem.Demand> demand = new ArrayList<>();
    List<String> sectors = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      double km = LENGTH_KM * (i + 0.5) / POINTS;
      points.add(at(km, 0));
      demand.add(new CoverageProblem.Demand(i % 2, weight(km, towns)));
      sectors.add(LinePieces.at(Math.round(km * 1_000)));
    }
    return new BorderCase(
        new CoverageProblem(
            demand,
            List.of(side(random, points, -1), side(random, points, 1)),
            60,
            BusyFraction.permille(250),
            new Assistance.Crossing(handoverMin)),
        sectors);
  }

  private static long weight(double km, double... towns) {
    double weight = 1;
    for (double town : towns) {
      double off = (km - town) / 12;
      weight += 8 * Math.exp(-off * off);
    }
    return Math.round(weight * 100);
  }

  private static CoverageProblem.Side side(
      SplittableRandom random, List<Position> points, int hand) {
    List<Position> sites =
        IntStream.range(0, SITES)
            .mapToObj(
                _ -> at(random.nextDouble() * LENGTH_KM, hand * (2 + random.nextDouble() * 28)))
            .toList();
    return new CoverageProblem.Side(Reach.between(sites, points, BorderCase::minutes), UNITS, 1);
  }

  private static Position at(double km, double offKm) {
    return Position.ofDegrees(25.2 + km / 111.2, 61.6 + 0.6 * Math.sin(km / 90) + offKm / 98);
  }

  private static int minutes(Position from, Position to) {
    long seconds =
        StraightLineTravel.DEFAULT.estimate(from, to, UnitType.PATROL).duration().toSeconds();
    return Math.toIntExact(Math.ceilDiv(seconds, 60));
  }
}
