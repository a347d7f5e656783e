package org.sarhad.core.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is asked about a season: of one side's soil, or of both.
///
/// @param calls on that soil
/// @param inTime how many of them somebody reached in time
/// @param missed how many nobody can reach, however long it takes
/// @param medianMin minutes from the call until somebody was there, of the middle one of those that
///   were reached, begun ones counted
/// @param ninthMin the same of the one at nine tenths
/// @param busyPermille how much of its time a unit of the side was not free
/// @param given how often a unit of the side came to the other one's help
/// @param received how often one of the other side came
/// @param sealed at how many calls the other side stood opposite in time
/// @param sectors where there was a call, ascending by name
public record Figures(
    int calls,
    int inTime,
    int missed,
    int medianMin,
    int ninthMin,
    int busyPermille,
    int given,
    int received,
    int sealed,
    List<SectorFigures> sectors) {
  private static final int PERMILLE = 1_000;

  /// Sectors with fewer calls than this are not called the worst: chance would choose them.
  private static final int CALLS_MIN = 10;

  /// The calls of one sector.
  ///
  /// @param inTime how many of them somebody reached in time
  /// @param lateNear how many of the others came where units of the other side may go at all
  public record SectorFigures(String sector, int calls, int inTime, int lateNear) {
    /// The same of a thousand.
    public int inTimePermille() {
      return permille(inTime, calls);
    }
  }

  /// Copies the list.
  public Figures {
    sectors = List.copyOf(sectors);
  }

  /// How many of the calls somebody reached in time; 1000 where there was none.
  public int inTimePermille() {
    return permille(inTime, calls);
  }

  /// Of the sectors with ten calls or more, where the fewest were reached in time; of equals the
  /// first.
  public Optional<SectorFigures> worst() {
    return sectors.stream()
        .filter(sector -> sector.calls() >= CALLS_MIN)
        .min(Comparator.comparingInt(SectorFigures::inTimePermille));
  }

  static int permille(long part, long whole) {
    return whole == 0 ? PERMILLE : Math.toIntExact(part * PERMILLE / whole);
  }
}
