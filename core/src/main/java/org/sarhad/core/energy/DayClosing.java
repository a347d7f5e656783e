package org.sarhad.core.energy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.Measured;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.party.PartyId;

/// Computes a [DayClose].
///
/// @param state what was said
/// @param line of which line
/// @param contract of that line
/// @param tolerance by how much two meters may differ, in ten-thousandths of what was sent
record DayClosing(EnergyState state, Line line, Contract contract, long tolerance) {
  private static final long WHOLE = 1_000;

  DayClose of(LineDay day) {
    Optional<Reading> sending = state.day(day).reading(line.exporter());
    Optional<Reading> receiving = state.day(day).reading(line.importer());
    return sending.isPresent() && receiving.isPresent()
        ? closed(day, sending.get(), receiving.get())
        : open(day);
  }

  private DayClose open(LineDay day) {
    TreeSet<PartyId> missing = new TreeSet<>(List.of(line.exporter(), line.importer()));
    missing.removeIf(side -> state.day(day).reading(side).isPresent());
    return new DayClose.Open(day, missing);
  }

  private DayClose closed(LineDay day, Reading sending, Reading receiving) {
    long sent = nearest(arriving(sending.delta()));
    Measured measured = Measured.of(sent, receiving.delta(), tolerance, contract.terms().weighed());
    List<Hole> holes = new ArrayList<>(holes(day, line.exporter(), sending));
    holes.addAll(holes(day, line.importer(), receiving));
    return new DayClose.Closed(
        day,
        sent,
        receiving.delta(),
        measured.isTolerated(),
        nearest(measured.valued()),
        nearest(measured.disputed()),
        holes,
        state
            .day(day)
            .agreed(line)
            .filter(_ -> measured.isTolerated())
            .map(scheduled -> deviations(scheduled, sending.filled(), receiving.filled())));
  }

  /// What is left of `sent` by agreement.
  private Rational arriving(long sent) {
    return Rational.of(sent).times(Rational.of(WHOLE - line.terms().loss(), WHOLE));
  }

  // ---- deviations -----------------------------------------------------------------------------

  private SortedMap<String, Long> deviations(Quarters scheduled, Quarters sent, Quarters received) {
    TreeMap<String, Rational> exact = new TreeMap<>();
    List<Band> bands = line.terms().bands();
    for (int i = 0; i < bands.size(); i++) {
      int from = bands.get(i).from();
      int until = i + 1 < bands.size() ? bands.get(i + 1).from() : Quarters.COUNT;
      Rational more =
          flowed(sent.sum(from, until), received.sum(from, until))
              .minus(Rational.of(scheduled.sum(from, until)));
      exact.merge(bands.get(i).name(), more, Rational::plus);
    }
    TreeMap<String, Long> rounded = new TreeMap<>();
    exact.forEach((name, wh) -> rounded.put(name, nearest(wh)));
    return rounded;
  }

  private Rational flowed(long sent, long received) {
    return switch (contract.terms().weighed()) {
      case LOADED -> arriving(sent);
      case OUTTURN -> Rational.of(received);
      case MEAN -> arriving(sent).plus(Rational.of(received)).times(Rational.of(1, 2));
    };
  }

  private static long nearest(Rational exact) {
    return new BigDecimal(exact.numerator())
        .divide(new BigDecimal(exact.denominator()), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  // ---- by quarter -----------------------------------------------------------------------------

  /// What counts of each quarter. Sums are rounded and not quarters, so that they add up.
  Optional<Quarters> accepted(LineDay day) {
    return of(day) instanceof DayClose.Closed closed
        ? Optional.of(
            accepted(
                closed,
                state.day(day).reading(line.exporter()).orElseThrow().filled(),
                state.day(day).reading(line.importer()).orElseThrow().filled()))
        : Optional.empty();
  }

  private Quarters accepted(DayClose.Closed day, Quarters sent, Quarters received) {
    List<Long> each = new ArrayList<>();
    long before = 0;
    for (int i = 1; i <= Quarters.COUNT; i++) {
      long sum =
          i < Quarters.COUNT
              ? Math.min(day.accepted(), nearest(counting(day, sent.sum(0, i), received.sum(0, i))))
              : day.accepted();
      each.add(sum - before);
      before = sum;
    }
    return new Quarters(each);
  }

  /// By the basis of the contract, or by the meter that says less where they differ too much.
  private Rational counting(DayClose.Closed day, long sent, long received) {
    if (day.isTolerated()) {
      return flowed(sent, received);
    }
    return day.sent() <= day.received() ? arriving(sent) : Rational.of(received);
  }

  // ---- holes ----------------------------------------------------------------------------------

  private List<Hole> holes(LineDay day, PartyId side, Reading reading) {
    List<Hole> holes = new ArrayList<>();
    day.plus(-1)
        .flatMap(yesterday -> state.day(yesterday).reading(side))
        .filter(before -> before.serial().equals(reading.serial()))
        .filter(before -> before.to() < reading.from())
        .ifPresent(before -> holes.add(new Hole.BetweenDays(side, reading.from() - before.to())));
    int next = 0;
    while (next < Quarters.COUNT) {
      int from = next;
      while (next < Quarters.COUNT && reading.quality().get(next) == Quality.GAP) {
        next++;
      }
      if (next > from) {
        holes.add(new Hole.Quarters(side, from, next - from));
      }
      next++;
    }
    return holes;
  }
}
