package org.sarhad.core.market;

import java.util.Comparator;

/// Something of which there is only so much for all pairs together, other than an offer and a need:
/// a line, a quota, a corridor, the room of a side in the account.
///
/// @param id which
/// @param capacity how much there is; from 0 on. Lots of a line, units of a corridor,
///   ten-thousandths of the unit of account of the rest
public record Row(Id id, long capacity) {

  /// What sort of row it is, by the word that stands in signed bytes.
  public enum Kind {
    /// Lots of a line.
    LOTS(Measure.COUNT),
    /// Worth of a line.
    VALUE(Measure.WORTH),
    /// Worth of several lines together.
    QUOTA(Measure.WORTH),
    /// Capacity of a corridor.
    CORRIDOR(Measure.COUNT),
    /// What a side may come to owe.
    SWING(Measure.WORTH);

    private final Measure measure;

    Kind(Measure measure) {
      this.measure = measure;
    }

    /// In what it is counted.
    public Measure measure() {
      return measure;
    }
  }

  /// In what a row is counted, and with it what its price is.
  public enum Measure {
    /// Whole pieces; the price is in ten-thousandths of the unit of account for one.
    COUNT(1_000_000),
    /// Money; the price is in millionths: so much of one for one.
    WORTH(1);

    private final long scale;

    Measure(long scale) {
      this.scale = scale;
    }

    /// By what price times amount is to be multiplied to be in millionths of a ten-thousandth.
    long scale() {
      return scale;
    }
  }

  /// How a row is called.
  ///
  /// @param kind what sort
  /// @param name of the line, the quota, the corridor; or the side that comes to owe
  public record Id(Kind kind, String name) implements Comparable<Id> {
    private static final Comparator<Id> ORDER =
        Comparator.comparing(Id::kind).thenComparing(Id::name);

    /// By kind, then by name.
    @Override
    public int compareTo(Id other) {
      return ORDER.compare(this, other);
    }

    /// `CORRIDOR rail`.
    @Override
    public String toString() {
      return kind + " " + name;
    }
  }

  /// What one lot of a line takes of a row.
  ///
  /// @param row which row of the problem
  /// @param by what of a pair counts
  /// @param factor of that
  public record Use(int row, By by, long factor) {
    /// What of a pair counts.
    public enum By {
      /// The lot itself.
      LOT,
      /// What it is worth.
      VALUE,
      /// What it may come to be worth.
      MOST,
      /// What it comes to be worth at least, given back: it is delivered the other way.
      LESS_LEAST
    }

    /// How much a lot of `pair` takes; less than nothing where it gives.
    public long of(Pair pair) {
      return of(pair.value(), pair.most(), pair.least());
    }

    /// How much a lot takes of which that much is known.
    long of(long value, long most, long least) {
      return switch (by) {
        case LOT -> factor;
        case VALUE -> value;
        case MOST -> most;
        case LESS_LEAST -> -least;
      };
    }
  }
}
