package org.sarhad.core.tracks;

import java.util.OptionalDouble;
import org.sarhad.core.geo.LineIndex;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;

/// The operational line as tracks are judged by it (protocol clause 20-3). Immutable; for several
/// threads at once. It claims nothing about a boundary (red line 7 of clause 08-4).
///
/// @param course how it runs
/// @param left the side on the left hand all along
/// @param right the side on the right
/// @param version which line it is, and how far off
public record WatchedLine(LineIndex course, PartyId left, PartyId right, LineVersion version) {
  /// Further than this from the line's plane nothing is reckoned: what is less certain is a band.
  private static final int BAND_MAX_M = 100_000;

  /// What distances on the plane may be off, as a share and in metres.
  private static final double PLANE_ERROR = 0.02;

  private static final int PLANE_ERROR_M = 2;

  /// Nearer to a pole the plane is no use.
  private static final int LATITUDE_MAX_MICRO = 70 * Position.MICRO;

  /// Most steps of a forecast: who goes along the band for hours is not followed metre by metre.
  private static final int STEPS_MAX = 64;

  /// Who is slower than this, in metres a minute, stands.
  private static final double SPEED_MIN = 1e-3;

  /// @throws IllegalArgumentException when it has the same side on both hands
  public WatchedLine {
    if (left.equals(right)) {
      throw new IllegalArgumentException("side " + left + " on both hands of a line");
    }
  }

  /// This line, known no better than to `uncertaintyM` metres.
  public WatchedLine atLeast(int uncertaintyM) {
    return uncertaintyM <= version.uncertaintyM()
        ? this
        : new WatchedLine(course, left, right, new LineVersion(version.sha256(), uncertaintyM));
  }

  /// The side on the `certain` hand.
  ///
  /// @throws IllegalArgumentException for the band
  public PartyId party(LineSide certain) {
    return switch (certain) {
      case LEFT -> left;
      case RIGHT -> right;
      case BAND -> throw new IllegalArgumentException("nobody's side");
    };
  }

  /// How something stands to the line.
  ///
  /// @param side where it certainly is. Never wrong, as long as the line that is meant is nowhere
  ///   further from this one than its uncertainty, and the thing no further from the position than
  ///   its radius
  /// @param likely where it more probably is, certain or not; the band past an end of the line, and
  ///   for what is so vague that nothing can be said
  /// @param gapM metres from the band; 0 in it
  record Standing(LineSide side, LineSide likely, double gapM) {
    private static final Standing UNKNOWN = new Standing(LineSide.BAND, LineSide.BAND, 0);
  }

  /// Where `fix` certainly is; the side of its [Standing].
  public LineSide side(TrackFix fix) {
    return standing(fix).side();
  }

  /// How `fix` stands to the line. One look at the index.
  Standing standing(TrackFix fix) {
    return standing(fix.position(), fix.radiusM());
  }

  private Standing standing(Position position, int radiusM) {
    if (isBeyondReckoning(position, radiusM)) {
      return Standing.UNKNOWN;
    }
    LineIndex.Nearest near = course.nearest(position);
    if (near.isBeyond()) {
      return Standing.UNKNOWN;
    }
    LineSide hand = near.isLeft() ? LineSide.LEFT : LineSide.RIGHT;
    double gapM = near.metres() - bandM(radiusM);
    return gapM > 0 ? new Standing(hand, hand, gapM) : new Standing(LineSide.BAND, hand, 0);
  }

  private boolean isBeyondReckoning(Position position, int radiusM) {
    return Math.abs(position.latitudeMicro()) > LATITUDE_MAX_MICRO
        || version.uncertaintyM() + radiusM > BAND_MAX_M;
  }

  private double bandM(int radiusM) {
    return (version.uncertaintyM() + radiusM) * (1 + PLANE_ERROR) + PLANE_ERROR_M;
  }

  /// Whether the straight way between two positions meets the line.
  boolean isBetween(TrackFix before, TrackFix after) {
    return course.crosses(before.position(), after.position());
  }

  /// After how many minutes a thing that is certainly on one side and goes straight on is no longer
  /// certainly there; empty when not within `withinMinutes`, and for what is in the band already.
  /// Goes by steps that are as long as the band is away, and no shorter than a 64th of the whole
  /// way: a corner of the band that is smaller than that may be missed, the other side is not.
  ///
  /// @param here how `fix` stands to the line
  OptionalDouble minutesToBand(TrackFix fix, Standing here, Motion motion, double withinMinutes) {
    if (!here.side().isCertain()) {
      return OptionalDouble.empty();
    }
    double speed = Math.max(SPEED_MIN, motion.metresPerMinute());
    double shortest = withinMinutes / STEPS_MAX;
    double minutes = step(here, speed, shortest);
    while (minutes <= withinMinutes && withinMinutes > 0) {
      Standing there = standing(motion.after(fix.position(), minutes), fix.radiusM());
      if (there.side() != here.side()) {
        return OptionalDouble.of(minutes);
      }
      minutes += step(there, speed, shortest);
    }
    return OptionalDouble.empty();
  }

  /// The plane of one step is not that of the next, so it is a little shorter than it looks.
  private static double step(Standing from, double speed, double shortest) {
    return Math.max(shortest, from.gapM() * (1 - PLANE_ERROR) / speed);
  }
}
