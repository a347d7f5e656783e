package org.sarhad.bench.tracks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.geo.Position;
import org.sarhad.core.tracks.LineSide;
import org.sarhad.core.tracks.TrackFix;

/// How often a side is asserted that is the wrong one, where the line that is meant is not the one
/// in the file but off by nearly as much as that says of itself, and each thing is nearly as far
/// from where it is reported.
final class WrongSides {
  private static final int POSITIONS = 200_000;
  private static final int NEAR_MICRO = 60_000;
  private static final int RADIUS_MAX_M = 2_000;

  /// Of what may be off, as much as this is.
  private static final double OFF = 0.999;

  private static final double METRES_PER_MICRO = 0.111_195;

  private WrongSides() {}

  static void run(Options options, Report report) {
    var wrong = new ArrayList<Double>();
    var certain = new ArrayList<Double>();
    for (int round = 1; round <= options.rounds(); round++) {
      var found = look(MovingThings.of(round), new SplittableRandom(round));
      wrong.add((double) found.wrong());
      certain.add(100.0 * found.certain() / POSITIONS);
    }
    String load = "%,d positions, %,d pieces".formatted(POSITIONS, MovingThings.PIECES);
    report.add("sides asserted wrongly", load, "positions", new Samples(wrong), Target.atMost(0));
    report.add("of them with a side at all", load, "%", new Samples(certain));
  }

  private record Found(int certain, int wrong) {}

  private static Found look(MovingThings things, SplittableRandom random) {
    List<Position> file = things.points();
    List<Position> meant = drifted(file, things.line().version().uncertaintyM(), random);
    int certain = 0;
    int wrong = 0;
    for (int i = 0; i < POSITIONS; i++) {
      int piece = 1 + random.nextInt(MovingThings.PIECES - 2);
      Position is = beside(file.get(piece), file.get(piece + 1), random);
      int radiusM = random.nextInt(RADIUS_MAX_M);
      LineSide said =
          things.line().side(new TrackFix(moved(is, radiusM, random), radiusM, MovingThings.NOON));
      if (said.isCertain()) {
        certain++;
        wrong += said == hand(meant.get(piece), meant.get(piece + 1), is) ? 0 : 1;
      }
    }
    return new Found(certain, wrong);
  }

  /// Every point moved to the east or west, neighbours nearly alike: a survey that drifts.
  private static List<Position> drifted(List<Position> file, int mostM, SplittableRandom random) {
    double turn = random.nextDouble(0.001, 0.05);
    List<Position> meant = new ArrayList<>();
    for (int i = 0; i < file.size(); i++) {
      meant.add(east(file.get(i), mostM * OFF * Math.sin(i * turn)));
    }
    return meant;
  }

  /// Somewhere on the latitudes of one piece, so that it is known to which piece it belongs.
  private static Position beside(Position from, Position to, SplittableRandom random) {
    int latitude = from.latitudeMicro() + random.nextInt(to.latitudeMicro() - from.latitudeMicro());
    return new Position(latitude, from.longitudeMicro() + random.nextInt(-NEAR_MICRO, NEAR_MICRO));
  }

  private static Position moved(Position from, int mostM, SplittableRandom random) {
    double angle = random.nextDouble(2 * Math.PI);
    int north = (int) (mostM * OFF * Math.sin(angle) / METRES_PER_MICRO);
    var there = new Position(from.latitudeMicro() + north, from.longitudeMicro());
    return east(there, mostM * OFF * Math.cos(angle));
  }

  private static Position east(Position from, double metres) {
    double shrink = Math.cos(Math.toRadians(from.latitudeDegrees()));
    return new Position(
        from.latitudeMicro(), from.longitudeMicro() + (int) (metres / METRES_PER_MICRO / shrink));
  }

  /// The line runs north: whoever is west of it has it on the right, and is on its left.
  private static LineSide hand(Position a, Position b, Position is) {
    double share =
        (is.latitudeMicro() - (double) a.latitudeMicro())
            / ((double) b.latitudeMicro() - a.latitudeMicro());
    double line = a.longitudeMicro() + share * ((double) b.longitudeMicro() - a.longitudeMicro());
    return is.longitudeMicro() < line ? LineSide.LEFT : LineSide.RIGHT;
  }
}
