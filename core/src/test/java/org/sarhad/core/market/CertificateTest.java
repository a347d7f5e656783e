package org.sarhad.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.barter.Money;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;

/// The certificate of a match, and the check that needs no solver: against every match there is,
/// where the problem is small enough to try them all.
class CertificateTest {
  @Test
  void noMatchIsWorthMoreThanAnyBoundAndNoneThatIsFoundIsWorthMoreThanTheBest() {
    int[] met = new int[2];
    Seeded.check(
        250,
        random -> {
          MatchProblem problem = Problems.small(random);
          long best = BruteForce.best(problem);
          for (Certificate some : List.of(Matching.preview(problem), Matching.found(problem))) {
            assertThat(CertificateCheck.flaw(problem, some)).isEmpty();
            assertThat(some.value().minor()).isBetween(0L, best);
            assertThat(some.bound().minor()).isGreaterThanOrEqualTo(best);
          }
          met[0] += best > 0 ? 1 : 0;
          met[1] += Matching.found(problem).value().minor() == best ? 1 : 0;
        });
    assertThat(met[0]).isGreaterThan(100);
    assertThat(met[1]).isGreaterThan(230);
  }

  @Test
  void anyPricesProveABound() {
    Seeded.check(
        250,
        random -> {
          MatchProblem problem = Problems.small(random);
          assertThat(anyPrices(problem, random).bound(problem).minor())
              .isGreaterThanOrEqualTo(BruteForce.best(problem));
        });
  }

  private static Prices anyPrices(MatchProblem problem, SplittableRandom random) {
    TreeMap<EntryId, Long> needs = new TreeMap<>();
    TreeMap<Row.Id, Long> rows = new TreeMap<>();
    for (MatchProblem.Slot need : problem.needs()) {
      if (random.nextBoolean()) {
        needs.put(need.bid(), 1 + random.nextLong(60));
      }
    }
    for (Row row : problem.rows()) {
      if (random.nextInt(3) == 0) {
        boolean isCount = row.id().kind().measure() == Row.Measure.COUNT;
        rows.put(row.id(), 1 + random.nextLong(isCount ? 60 : 2_000_000));
      }
    }
    return new Prices(needs, rows);
  }

  /// Lots at random: what the check says of them is what trying everything would.
  @Test
  void whatDoesNotFitIsNeverAccepted() {
    int[] met = new int[2];
    Seeded.check(
        600,
        random -> {
          MatchProblem problem = Problems.small(random);
          List<Placed> placed = new ArrayList<>();
          long value = 0;
          for (int i = 0; i < problem.pairs().size(); i++) {
            long lots = random.nextLong(4);
            if (lots > 0) {
              placed.add(placed(problem, i, lots));
              value += lots * problem.pairs().get(i).value();
            }
          }
          Certificate some = certificate(problem, placed, value);
          Optional<MarketRefusal> flaw = CertificateCheck.flaw(problem, some);
          assertThat(flaw.isEmpty()).isEqualTo(BruteForce.fits(problem, placed));
          met[flaw.isEmpty() ? 0 : 1]++;
        });
    assertThat(met[0]).isGreaterThan(50);
    assertThat(met[1]).isGreaterThan(150);
  }

  private static Placed placed(MatchProblem problem, int index, long lots) {
    Pair pair = problem.pairs().get(index);
    return new Placed(
        problem.offers().get(pair.offer()).bid(), problem.needs().get(pair.need()).bid(), lots);
  }

  private static Certificate certificate(MatchProblem problem, List<Placed> placed, long value) {
    return new Certificate(placed, Prices.NONE, Money.of(value), Prices.NONE.bound(problem));
  }

  // ---- tampering ------------------------------------------------------------------------------

  /// What somebody may do to a certificate or to what it is about, and what is found of it.
  enum Tampering {
    A_STRANGER(MarketRefusal.PAIR_UNFIT),
    A_PAIR_OF_TWO_LINES(MarketRefusal.PAIR_UNFIT),
    THE_SAME_PAIR_AGAIN(MarketRefusal.PAIR_TWICE),
    MORE_THAN_OFFERED(MarketRefusal.BID_EXCEEDED),
    MORE_THAN_NEEDED(MarketRefusal.BID_EXCEEDED),
    A_SMALLER_LINE(MarketRefusal.LINE_EXCEEDED),
    A_CHEAPER_LINE(MarketRefusal.LINE_EXCEEDED),
    A_SMALLER_QUOTA(MarketRefusal.QUOTA_EXCEEDED),
    A_NARROWER_CORRIDOR(MarketRefusal.CORRIDOR_EXCEEDED),
    LESS_ROOM(MarketRefusal.SWING_EXCEEDED),
    A_PRICE_OF_NO_NEED(MarketRefusal.PRICE_OF_NOTHING),
    A_PRICE_OF_NO_ROW(MarketRefusal.PRICE_OF_NOTHING),
    A_HIGHER_VALUE(MarketRefusal.VALUE_DIFFERS),
    A_LOWER_BOUND(MarketRefusal.BOUND_DIFFERS),
    ANOTHER_PRICE(MarketRefusal.BOUND_DIFFERS),
    A_PRICE_BEYOND_RECKONING(MarketRefusal.OUT_OF_RANGE);

    private final MarketRefusal found;

    Tampering(MarketRefusal found) {
      this.found = found;
    }
  }

  private static final EntryId OFFER = EntryId.of(Sides.IR_LOG, 0);
  private static final EntryId OTHER_OFFER = EntryId.of(Sides.IR_LOG, 1);
  private static final EntryId NEED = EntryId.of(Sides.PK_LOG, 0);
  private static final EntryId STRANGER = EntryId.of(Sides.PK_LOG, 99);
  private static final Row.Id RAIL = new Row.Id(Row.Kind.CORRIDOR, "rail");

  /// Six lots of ten fit: one pair, which every row holds exactly.
  private static MatchProblem tight(long lots, long value, long quota, long rail, long swing) {
    return new MatchProblem(
        List.of(new MatchProblem.Slot(OFFER, 6), new MatchProblem.Slot(OTHER_OFFER, 6)),
        List.of(new MatchProblem.Slot(NEED, 6)),
        List.of(Pair.of(0, 0, 0, 100, 0)),
        List.of(
            row(Row.Kind.LOTS, "rice", lots),
            row(Row.Kind.VALUE, "rice", value),
            row(Row.Kind.QUOTA, "food", quota),
            new Row(RAIL, rail),
            row(Row.Kind.SWING, "pk", swing)),
        List.of(
            List.of(
                new Row.Use(0, Row.Use.By.LOT, 1),
                new Row.Use(1, Row.Use.By.VALUE, 1),
                new Row.Use(2, Row.Use.By.VALUE, 1),
                new Row.Use(3, Row.Use.By.LOT, 2),
                new Row.Use(4, Row.Use.By.MOST, 1))));
  }

  private static Row row(Row.Kind kind, String name, long capacity) {
    return new Row(new Row.Id(kind, name), capacity);
  }

  private static MatchProblem tight() {
    return tight(6, 600, 600, 12, 600);
  }

  private static Certificate good() {
    return new Certificate(
        List.of(new Placed(OFFER, NEED, 6)), prices(NEED, 100), Money.of(600), Money.of(600));
  }

  private static Prices prices(EntryId need, long price) {
    TreeMap<EntryId, Long> needs = new TreeMap<>();
    needs.put(need, price);
    return new Prices(needs, new TreeMap<>());
  }

  private static Prices prices(Row.Id row, long price) {
    TreeMap<Row.Id, Long> rows = new TreeMap<>();
    rows.put(row, price);
    return new Prices(new TreeMap<>(), rows);
  }

  @Test
  void theCertificateThatIsTamperedWithIsGood() {
    assertThat(CertificateCheck.flaw(tight(), good())).isEmpty();
    assertThat(good().gap()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void everyTamperingIsFound(Tampering tampering) {
    assertThat(tampered(tampering)).contains(tampering.found);
  }

  private static Optional<MarketRefusal> tampered(Tampering tampering) {
    Certificate good = good();
    return switch (tampering) {
      case A_STRANGER -> placing(new Placed(OFFER, STRANGER, 6));
      case A_PAIR_OF_TWO_LINES -> placing(new Placed(OTHER_OFFER, NEED, 6));
      case THE_SAME_PAIR_AGAIN -> placing(new Placed(OFFER, NEED, 1), new Placed(OFFER, NEED, 5));
      case MORE_THAN_OFFERED, MORE_THAN_NEEDED -> placing(new Placed(OFFER, NEED, 7));
      case A_SMALLER_LINE -> CertificateCheck.flaw(tight(5, 600, 600, 12, 600), good);
      case A_CHEAPER_LINE -> CertificateCheck.flaw(tight(6, 599, 600, 12, 600), good);
      case A_SMALLER_QUOTA -> CertificateCheck.flaw(tight(6, 600, 599, 12, 600), good);
      case A_NARROWER_CORRIDOR -> CertificateCheck.flaw(tight(6, 600, 600, 11, 600), good);
      case LESS_ROOM -> CertificateCheck.flaw(tight(6, 600, 600, 12, 599), good);
      case A_PRICE_OF_NO_NEED -> pricing(prices(STRANGER, 100), 600, 600);
      case A_PRICE_OF_NO_ROW -> pricing(prices(new Row.Id(Row.Kind.CORRIDOR, "road"), 1), 600, 600);
      case A_HIGHER_VALUE -> pricing(good.prices(), 601, 600);
      case A_LOWER_BOUND -> pricing(good.prices(), 600, 599);
      case ANOTHER_PRICE -> pricing(prices(NEED, 101), 600, 600);
      case A_PRICE_BEYOND_RECKONING -> pricing(prices(RAIL, 9_000_000_000_000_000L), 600, 600);
    };
  }

  private static Optional<MarketRefusal> placing(Placed... placed) {
    return CertificateCheck.flaw(
        tight(), new Certificate(List.of(placed), good().prices(), Money.of(600), Money.of(600)));
  }

  private static Optional<MarketRefusal> pricing(Prices prices, long value, long bound) {
    return CertificateCheck.flaw(
        tight(), new Certificate(good().placed(), prices, Money.of(value), Money.of(bound)));
  }

  // ---- the gap --------------------------------------------------------------------------------

  @Test
  void theGapIsRoundedUp() {
    assertThat(gap(600, 600)).isZero();
    assertThat(gap(2, 3)).isEqualTo(333_334);
    assertThat(gap(0, 0)).isZero();
    assertThat(gap(0, 5)).isEqualTo(1_000_000);
  }

  private static long gap(long value, long bound) {
    return new Certificate(List.of(), Prices.NONE, Money.of(value), Money.of(bound)).gap();
  }

  @Test
  void theSameProblemGivesTheSameMatch() {
    MatchProblem problem =
        Problems.of(new SplittableRandom(7), new Problems.Size(40, 4, 60, 1_000_000, 100));
    assertThat(Matching.found(problem)).isEqualTo(Matching.found(problem));
  }

  /// Flooring lots of a linear programme moves the balance of the two ways: shaved or not, nothing
  /// that is found goes beyond what a side may come to owe.
  @Test
  void wholeLotsOfLargeProblemsFitIntoEverything() {
    Seeded.check(
        12,
        random -> {
          MatchProblem problem = Problems.of(random, new Problems.Size(60, 6, 40, 1_000_000, 100));
          Certificate found = Matching.found(problem);
          assertThat(CertificateCheck.flaw(problem, found)).isEmpty();
          assertThat(found.gap()).isLessThan(60_000);
          assertThat(found.value()).isGreaterThanOrEqualTo(Matching.preview(problem).value());
        });
  }
}
