package org.sarhad.core.travel;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.sarhad.core.geo.Position;

/// Measures out of the own units' positions how fast they really are on each terrain (protocol
/// clause 19-9). Of their ways it keeps nothing but how many pieces were how fast, and of each unit
/// where its present piece began: so it can follow for years in the same memory, and tells nobody
/// where anybody was.
///
/// Mutable; not for several threads at once.
public final class SpeedGauge {
  /// How long a piece is at least, in metres, as the grid would have it.
  public static final int PIECE_M = 3_000;

  /// Fewer pieces say nothing.
  public static final int PIECES_MIN = 30;

  /// Positions that may be further off than that are not looked at, in metres.
  public static final int RADIUS_MAX_M = 300;

  /// Two positions that lie further apart in time belong to no piece.
  public static final Duration GAP_MAX = Duration.ofMinutes(10);

  /// Whoever does not get out of [#STILL_M] for so long stands, and is not slow.
  public static final Duration STILL = Duration.ofMinutes(2);

  /// How far one has to get to have moved, in metres, beside the radius of the position.
  public static final int STILL_M = 100;

  /// Who has driven more than so many hundredths of the straight way was not going there.
  public static final int DETOUR_MAX_PERCENT = 150;

  /// How many units are followed at once; the longest unseen is forgotten first.
  public static final int UNITS_MAX = 10_000;

  /// What a patrol vehicle's pace is, in permille of itself.
  public static final int PACE_WHOLE = 1_000;

  private static final int LOOK_EVERY_M = 500;

  /// The diagonal of a square less its side, in millionths: what a step over a corner is longer.
  private static final int CORNER = 414_214;

  private static final long MILLION = 1_000_000;
  private static final long MS_PER_HOUR = 3_600_000;
  private static final int M_PER_KM = 1_000;
  private static final int QUARTERS = 4;

  private final CostGrid grid;

  /// How many pieces were how fast, by terrain and km/h.
  private final int[][] tallies = new int[Terrain.count()][Speeds.KMH_MAX + 1];

  /// By unit, the longest unseen first.
  private final SequencedMap<String, Piece> pieces = new LinkedHashMap<>();

  /// Where a unit was.
  ///
  /// @param unit by which name it is followed
  /// @param position where
  /// @param radiusM within which it certainly was
  /// @param at when
  /// @param pacePermille how fast its type is, where a patrol vehicle is [#PACE_WHOLE]; 1 or more
  public record Seen(String unit, Position position, int radiusM, Instant at, int pacePermille) {}

  /// The piece on which a unit is.
  ///
  /// @param terrain on which all of it lies
  /// @param anchor around which the unit stood when it began
  /// @param start the last position there
  /// @param moved the last position that was away from the one before
  /// @param last the last position
  /// @param hasLeft whether the unit is away from the anchor
  /// @param driven metres, from one position that was away from the one before to the next
  private record Piece(
      Terrain terrain,
      Position anchor,
      Seen start,
      Seen moved,
      Seen last,
      boolean hasLeft,
      long driven) {

    static Piece from(Seen seen, Terrain terrain) {
      return new Piece(terrain, seen.position(), seen, seen, seen, false, 0);
    }

    /// The same, at `seen`. Before the unit has left, the piece has not begun.
    Piece to(Seen seen) {
      boolean isAway = hasLeft || isApart(anchor, seen);
      boolean hasMoved = isApart(moved.position(), seen);
      return new Piece(
          terrain,
          anchor,
          isAway ? start : seen,
          hasMoved || !isAway ? seen : moved,
          seen,
          isAway,
          hasMoved ? driven + metres(moved, seen) : driven);
    }

    /// Whether the unit went there, and not somewhere else on the way.
    boolean isStraight(Seen seen) {
      return (driven + metres(moved, seen)) * 100 <= metres(start, seen) * DETOUR_MAX_PERCENT;
    }

    boolean isStanding(Seen seen) {
      return hasLeft && Duration.between(moved.at(), seen.at()).compareTo(STILL) >= 0;
    }
  }

  /// @param grid the ground
  public SpeedGauge(CostGrid grid) {
    this.grid = grid;
  }

  // ---- taking ---------------------------------------------------------------------------------

  /// Takes one position. Those of a unit come in their order; what is older than the last, or where
  /// nothing could have got to since, is passed over. O(metres since the last one).
  public void take(Seen seen) {
    Optional<Terrain> here = terrain(seen.position());
    if (here.isEmpty()) {
      pieces.remove(seen.unit());
      return;
    }
    Optional<Piece> before = Optional.ofNullable(pieces.get(seen.unit()));
    if (seen.radiusM() <= RADIUS_MAX_M
        && before.filter(piece -> isImpossible(piece.last(), seen)).isEmpty()) {
      pieces.remove(seen.unit());
      pieces.put(seen.unit(), after(before, seen, here.get()));
      forgetOne();
    }
  }

  private Piece after(Optional<Piece> before, Seen seen, Terrain here) {
    Optional<Piece> on = before.filter(piece -> isGoingOn(piece, seen, here)).map(p -> p.to(seen));
    if (on.isEmpty() || on.get().isStanding(seen)) {
      return Piece.from(seen, here);
    }
    Piece piece = on.get();
    long metres = gridMetres(piece.start().position(), seen.position());
    if (metres < PIECE_M) {
      return piece;
    }
    if (piece.isStraight(seen)) {
      count(piece, seen, metres);
    }
    return Piece.from(seen, here);
  }

  private boolean isGoingOn(Piece piece, Seen seen, Terrain here) {
    return piece.terrain() == here
        && Duration.between(piece.last().at(), seen.at()).compareTo(GAP_MAX) <= 0
        && isAll(here, piece.last().position(), seen.position());
  }

  private void count(Piece piece, Seen seen, long metres) {
    long millis = Duration.between(piece.start().at(), seen.at()).toMillis();
    long halves = 2 * metres * MS_PER_HOUR * PACE_WHOLE;
    long parts = millis * M_PER_KM * seen.pacePermille();
    long kmh = (halves + parts) / (2 * parts);
    tallies[piece.terrain().number()][Math.clamp(kmh, 1, Speeds.KMH_MAX)]++;
  }

  private void forgetOne() {
    if (pieces.size() > UNITS_MAX) {
      pieces.pollFirstEntry();
    }
  }

  private Optional<Terrain> terrain(Position position) {
    OptionalInt cell = grid.frame().cell(position);
    return cell.isEmpty()
        ? Optional.empty()
        : Optional.of(grid.terrain(cell.getAsInt())).filter(Terrain::isPassable);
  }

  /// Whether a unit that was at `last` cannot be at `seen`: that is older, or too far for any
  /// speed.
  private static boolean isImpossible(Seen last, Seen seen) {
    long millis = Duration.between(last.at(), seen.at()).toMillis();
    long metres = metres(last, seen);
    long least = Math.max(0, metres - last.radiusM() - seen.radiusM());
    return millis <= 0 || least * MS_PER_HOUR > millis * Speeds.KMH_MAX * M_PER_KM;
  }

  private static long metres(Seen from, Seen to) {
    return from.position().distanceTo(to.position()).metres();
  }

  private static boolean isApart(Position from, Seen seen) {
    return from.distanceTo(seen.position()).metres() > STILL_M + seen.radiusM();
  }

  /// Whether the straight way is on `terrain` all along.
  private boolean isAll(Terrain terrain, Position from, Position to) {
    long steps = from.distanceTo(to).metres() / LOOK_EVERY_M + 1;
    for (long step = 1; step < steps; step++) {
      if (!terrain(between(from, to, step, steps)).equals(Optional.of(terrain))) {
        return false;
      }
    }
    return true;
  }

  private static Position between(Position from, Position to, long step, long steps) {
    return new Position(
        part(from.latitudeMicro(), to.latitudeMicro(), step, steps),
        part(from.longitudeMicro(), to.longitudeMicro(), step, steps));
  }

  private static int part(int from, int to, long step, long steps) {
    return Math.toIntExact(from + ((long) to - from) * step / steps);
  }

  /// How long the way between two positions is over even ground in steps of eight directions
  /// (19-4.5): what the minutes of a grid are reckoned by.
  private static long gridMetres(Position from, Position to) {
    Position corner = new Position(to.latitudeMicro(), from.longitudeMicro());
    long north = from.distanceTo(corner).metres();
    long east = corner.distanceTo(to).metres();
    return Math.max(north, east) + Math.min(north, east) * CORNER / MILLION;
  }

  // ---- what was measured ----------------------------------------------------------------------

  /// How many pieces were measured on `terrain`.
  public int pieces(Terrain terrain) {
    return Arrays.stream(tallies[terrain.number()]).sum();
  }

  /// What was measured on `terrain`; empty below [#PIECES_MIN]. O(1).
  public Optional<MeasuredSpeed> on(Terrain terrain) {
    int[] tally = tallies[terrain.number()];
    int all = pieces(terrain);
    return all < PIECES_MIN
        ? Optional.empty()
        : Optional.of(
            new MeasuredSpeed(
                terrain, all, at(tally, all, 2), at(tally, all, 1), at(tally, all, 3)));
  }

  /// What was measured, by terrain in its order.
  public List<MeasuredSpeed> all() {
    return Stream.of(Terrain.values()).flatMap(terrain -> on(terrain).stream()).toList();
  }

  /// The speed that so many quarters of the pieces did not exceed.
  private static int at(int[] tally, int all, int quarters) {
    long wanted = Math.ceilDiv((long) all * quarters, QUARTERS);
    int kmh = 0;
    for (long seen = tally[0]; seen < wanted; seen += tally[kmh]) {
      kmh++;
    }
    return kmh;
  }
}
