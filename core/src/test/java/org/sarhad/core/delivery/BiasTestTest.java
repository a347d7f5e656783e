package org.sarhad.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.json.Json;

/// Two scales, honest and not (protocol clause 18-6).
class BiasTestTest {
  private static final BiasTest AGREED = BiasTest.PUBLISHED;

  // ---- by hand --------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "1000000, 1000000, 0",
    "1000000, 1002003, 2000",
    "1002003, 1000000, -2000",
    "0, 0, 0",
    "0, 5, 2000000",
    "5, 0, -2000000",
    "9007199254740991, 9007199254740991, 0",
    "3, 2, -400000",
  })
  void aDifferenceIsInPartsOfTheMean(long first, long second, long ppm) {
    assertThat(new BiasTest.Pair(first, second).differencePpm()).isEqualTo(ppm);
  }

  @Test
  void theSameDifferenceAgainAndAgainAddsUp() {
    BiasTest test = new BiasTest(1_000, 500, 2_000);
    List<BiasTest.Pair> pairs = Collections.nCopies(9, new BiasTest.Pair(1_000_000, 1_001_001));

    // One deviation each, half of it let pass: above two after the fifth.
    assertThat(test.of(pairs)).isEqualTo(new BiasFinding.Systematic(1, 5, 1_000));
    assertThat(test.of(pairs.subList(0, 4))).isEqualTo(new BiasFinding.NoneFound(4));
    assertThat(test.of(swapped(pairs))).isEqualTo(new BiasFinding.Systematic(1, 5, -1_000));
  }

  /// The first step beyond the threshold is where the test tells of it.
  @Test
  void theStepsSayWhatTheTestSays() {
    BiasTest test = new BiasTest(1_000, 500, 2_000);
    List<BiasTest.Pair> pairs = new ArrayList<>();
    pairs.add(new BiasTest.Pair(1_000_000, 1_010_000));
    pairs.addAll(Collections.nCopies(6, new BiasTest.Pair(1_001_001, 1_000_000)));

    assertThat(test.thresholdPpm()).isEqualTo(2_000);
    assertThat(test.steps(pairs))
        .startsWith(
            new BiasStep(9_950, 2_500, 0),
            new BiasStep(-1_000, 1_000, 500),
            new BiasStep(-1_000, 0, 1_000))
        .hasSize(7);
    assertThat(test.of(pairs)).isEqualTo(new BiasFinding.Systematic(1, 1, 3_000));
    assertThat(test.of(pairs.subList(1, 7))).isEqualTo(new BiasFinding.Systematic(1, 5, -1_000));
    assertThat(test.steps(pairs.subList(1, 7)).get(3).less()).isEqualTo(2_000);
    assertThat(test.steps(pairs.subList(1, 7)).get(4).less()).isEqualTo(2_500);
    assertThat(test.steps(List.of())).isEmpty();
  }

  @Test
  void theRunBeginsWhereTheSumWasNothing() {
    BiasTest test = new BiasTest(1_000, 500, 2_000);
    List<BiasTest.Pair> pairs = new ArrayList<>();
    pairs.add(new BiasTest.Pair(1_000_000, 1_002_002));
    pairs.add(new BiasTest.Pair(1_002_002, 1_000_000));
    pairs.addAll(Collections.nCopies(9, new BiasTest.Pair(1_000_000, 1_001_001)));

    assertThat(test.of(pairs)).isEqualTo(new BiasFinding.Systematic(3, 7, 1_000));
  }

  @Test
  void oneSpiltWagonIsNoBias() {
    List<BiasTest.Pair> pairs = new ArrayList<>(Collections.nCopies(50, same()));
    pairs.set(10, new BiasTest.Pair(40_000_000, 0));
    pairs.set(30, new BiasTest.Pair(40_000_000, 1));

    assertThat(AGREED.of(pairs)).isEqualTo(new BiasFinding.NoneFound(50));
  }

  @Test
  void nothingIsFoundInNothing() {
    assertThat(AGREED.of(List.of())).isEqualTo(new BiasFinding.NoneFound(0));
    assertThat(AGREED.of(Collections.nCopies(1_000, same())))
        .isEqualTo(new BiasFinding.NoneFound(1_000));
  }

  @Test
  void whatIsLargestCanBeReckonedWith() {
    BiasTest widest = new BiasTest(100_000, 0, 50_000);
    List<BiasTest.Pair> pairs = Collections.nCopies(100, new BiasTest.Pair(0, Json.INTEGER_MAX));

    assertThat(widest.of(pairs)).isEqualTo(new BiasFinding.Systematic(1, 17, 300_000));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 500, 6000",
    "100001, 500, 6000",
    "2121, -1, 6000",
    "2121, 3001, 6000",
    "2121, 500, 999",
    "2121, 500, 50001",
  })
  void whatIsOutOfRangeIsRefused(long deviation, long slack, long threshold) {
    assertThatThrownBy(() -> new BiasTest(deviation, slack, threshold))
        .hasMessageContaining("of a bias test; expected");
    assertThatThrownBy(() -> new BiasTest.Pair(-1, 0)).hasMessageContaining("weighed -1 and 0");
    assertThatThrownBy(() -> new BiasTest.Pair(0, -1)).hasMessageContaining("weighed 0 and -1");
  }

  // ---- what it tells and how often it errs ----------------------------------------------------

  /// Scales of 0.15 per cent each, deliveries of 32 to 48 t; the figures of docs/performance.md.
  @Test
  void honestScalesAreRarelySuspectedAndASkimIsSeenSoon() {
    int runs = Integer.getInteger("sarhad.bias.runs", 4_000);
    Tally honest = Tally.of(runs, 0, 0);
    Tally small = Tally.of(runs, -1_000, 0);
    Tally skim = Tally.of(runs, -2_000, 0);
    Tally late = Tally.of(runs, -2_000, 100);
    Stream.of(honest, small, skim, late).forEach(IO::println);

    assertThat(honest.share(200)).as("false alarms in 200 honest deliveries").isLessThan(15.0);
    assertThat(small.share(200)).as("0.1 per cent within 200").isGreaterThan(95.0);
    assertThat(skim.share(200)).as("0.2 per cent within 200").isGreaterThan(99.9);
    assertThat(skim.mean()).as("0.2 per cent is seen by").isLessThan(25.0);
    assertThat(skim.share(25)).as("0.2 per cent within 25").isGreaterThan(90.0);
    assertThat(late.share(25)).as("the same, after 100 honest ones").isGreaterThan(90.0);
  }

  /// A tolerance alone is no signal: honest scales leave it nearly always.
  @Test
  void theLargestOfManyHonestDifferencesSaysNothing() {
    int runs = 4_000;
    int beyond = 0;
    SplittableRandom random = new SplittableRandom(18);
    for (int run = 0; run < runs; run++) {
      beyond +=
          series(random, 0, 0, 200).stream()
                  .anyMatch(pair -> Math.abs(pair.differencePpm()) > 5_000)
              ? 1
              : 0;
    }
    IO.println(
        "some honest difference above 0.5 %%: %.1f %% of series".formatted(100.0 * beyond / runs));
    assertThat(beyond).isGreaterThan(runs * 9 / 10);
  }

  /// After how many deliveries since the change the test told, of those runs where it did.
  private record Tally(int skimPpm, int honestBefore, int runs, List<Integer> delays) {
    static Tally of(int runs, int skimPpm, int honestBefore) {
      SplittableRandom random = new SplittableRandom(7);
      List<Integer> delays = new ArrayList<>();
      int counted = 0;
      while (counted < runs) {
        List<BiasTest.Pair> pairs = series(random, skimPpm, honestBefore, 200);
        BiasFinding finding = AGREED.of(pairs);
        if (finding instanceof BiasFinding.Systematic(int _, int at, long _)) {
          if (at <= honestBefore) {
            continue; // a false alarm before there was anything; not what is asked here
          }
          delays.add(at - honestBefore);
        }
        counted++;
      }
      Collections.sort(delays);
      return new Tally(skimPpm, honestBefore, runs, delays);
    }

    /// Per cent of the runs in which it told within so many deliveries.
    double share(int within) {
      return 100.0 * delays.stream().filter(delay -> delay <= within).count() / runs;
    }

    double mean() {
      return delays.stream().mapToInt(delay -> delay).average().orElse(0);
    }

    private int quantile(int percent) {
      return delays.get(delays.size() * percent / 100);
    }

    @Override
    public String toString() {
      return ("%d ppm after %d honest: told in %.2f %% of %d, within 25 in %.2f %%;"
              + " mean %.1f, p50 %d, p95 %d")
          .formatted(
              skimPpm,
              honestBefore,
              share(200),
              runs,
              share(25),
              mean(),
              quantile(50),
              quantile(95));
    }
  }

  private static List<BiasTest.Pair> series(
      SplittableRandom random, int skimPpm, int honestBefore, int count) {
    List<BiasTest.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < honestBefore + count; i++) {
      double gone = i < honestBefore ? 0 : skimPpm / 1e6;
      double grams = 40e6 * (0.8 + 0.4 * random.nextDouble());
      pairs.add(new BiasTest.Pair(weighed(random, grams), weighed(random, grams * (1 + gone))));
    }
    return pairs;
  }

  private static long weighed(SplittableRandom random, double grams) {
    return Math.round(grams * (1 + 0.0015 * random.nextGaussian()));
  }

  private static BiasTest.Pair same() {
    return new BiasTest.Pair(40_000_000, 40_000_000);
  }

  private static List<BiasTest.Pair> swapped(List<BiasTest.Pair> pairs) {
    return pairs.stream().map(pair -> new BiasTest.Pair(pair.second(), pair.first())).toList();
  }
}
