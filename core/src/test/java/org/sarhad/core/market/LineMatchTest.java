package org.sarhad.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;

/// One line by itself, against every match of it, where it is small enough to try all of them.
class LineMatchTest {
  private static final int TRIES = 150;
  private static final int BIDS = 3;
  private static final int LOTS = 3;
  private static final int VALUE = 40;

  @Test
  void noMatchOfSoManyLotsIsWorthMore() {
    Seeded.check(
        TRIES,
        random -> {
          MatchProblem problem = line(random);
          long[] best = best(problem);
          long worth = 0;
          long lots = 0;
          for (Curve.Piece piece : flow(problem).run(Long.MAX_VALUE)) {
            for (long i = 0; i < piece.lots(); i++) {
              worth += piece.each().value();
              lots++;
              assertThat(worth).isEqualTo(best[(int) lots]);
            }
          }
          assertThat(worth).isEqualTo(LongStream.of(best).max().orElseThrow());
        });
  }

  @Test
  void eachLotAddsNoMoreThanTheOneBefore() {
    Seeded.check(
        TRIES,
        random -> {
          MatchProblem problem = line(random);
          for (LineMatch match :
              List.of(flow(problem), new DearestFirst(problem, problem.pairs()))) {
            List<Long> added =
                match.run(Long.MAX_VALUE).stream().map(piece -> piece.each().value()).toList();
            assertThat(added).isSortedAccordingTo((a, b) -> Long.compare(b, a));
            assertThat(added).allMatch(value -> value > 0);
          }
        });
  }

  @Test
  void whatIsPlacedIsWhatThePiecesSay() {
    Seeded.check(
        TRIES,
        random -> {
          MatchProblem problem = line(random);
          long lots = random.nextInt(BIDS * LOTS);
          for (LineMatch match :
              List.of(flow(problem), new DearestFirst(problem, problem.pairs()))) {
            Curve.Worth said = Curve.Worth.NOTHING;
            long sum = 0;
            for (Curve.Piece piece : match.run(lots)) {
              said = said.plus(piece.each(), piece.lots());
              sum += piece.lots();
            }
            Curve.Worth found = Curve.Worth.NOTHING;
            Filling filling = new Filling(problem);
            for (int i = 0; i < problem.pairs().size(); i++) {
              found = found.plus(problem.pairs().get(i), match.placed(i));
              assertThat(filling.fits(problem.pairs().get(i)))
                  .isGreaterThanOrEqualTo(match.placed(i));
              filling.place(i, match.placed(i));
            }
            assertThat(found).isEqualTo(said);
            assertThat(sum).isLessThanOrEqualTo(lots);
          }
        });
  }

  /// By weak duality: lots of needs at their worth, and what each offer could earn beyond that and
  /// beyond what every lot has to add, are worth what is matched and no less.
  @Test
  void whatNeedsAreWorthProvesIt() {
    Seeded.check(
        TRIES,
        random -> {
          MatchProblem problem = line(random);
          long least = random.nextInt(VALUE);
          LineFlow flow = flow(problem);
          long matched =
              flow.run(Long.MAX_VALUE, least).stream()
                  .mapToLong(piece -> piece.lots() * (piece.each().value() - least))
                  .sum();
          long[] worth = new long[problem.needs().size()];
          for (int i = 0; i < flow.needs().length; i++) {
            worth[flow.needs()[i]] = flow.worth(i);
          }
          long bound = 0;
          for (int j = 0; j < worth.length; j++) {
            bound += worth[j] * problem.needs().get(j).lots();
          }
          for (int i = 0; i < problem.offers().size(); i++) {
            int offer = i;
            long earned =
                problem.pairs().stream()
                    .filter(pair -> pair.offer() == offer)
                    .mapToLong(pair -> pair.value() - least - worth[pair.need()])
                    .max()
                    .orElse(0);
            bound += Math.max(0, earned) * problem.offers().get(i).lots();
          }
          assertThat(bound).isEqualTo(matched);
        });
  }

  private static LineFlow flow(MatchProblem problem) {
    return new LineFlow(problem, problem.pairs());
  }

  /// One line without rows: some pairs of it are too far apart.
  private static MatchProblem line(RandomGenerator random) {
    int offers = 1 + random.nextInt(BIDS);
    int needs = 1 + random.nextInt(BIDS);
    List<Pair> pairs =
        IntStream.range(0, offers)
            .boxed()
            .flatMap(i -> IntStream.range(0, needs).mapToObj(j -> new int[] {i, j}))
            .filter(_ -> random.nextInt(5) > 0)
            .map(at -> Pair.of(at[0], at[1], 0, 1 + random.nextInt(VALUE), 10))
            .toList();
    return pairs.isEmpty()
        ? line(random)
        : new MatchProblem(
            slots(random, offers), slots(random, needs), pairs, List.of(), List.of(List.of()));
  }

  private static List<MatchProblem.Slot> slots(RandomGenerator random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new MatchProblem.Slot(EntryId.of(Sides.IR_LOG, i), 1 + random.nextInt(LOTS)))
        .toList();
  }

  // ---- by trying everything -------------------------------------------------------------------

  /// What the best match of so many lots is worth, by their number.
  private static long[] best(MatchProblem problem) {
    long[] best = new long[BIDS * LOTS + 1];
    tryAll(problem, new Filling(problem), 0, best);
    return best;
  }

  private static void tryAll(MatchProblem problem, Filling filling, int pair, long[] best) {
    if (pair == problem.pairs().size()) {
      int lots = (int) filling.lots();
      best[lots] = Math.max(best[lots], filling.value().minor());
      return;
    }
    long most = filling.fits(problem.pairs().get(pair));
    for (long lots = 0; lots <= most; lots++) {
      filling.place(pair, lots);
      tryAll(problem, filling, pair + 1, best);
      filling.place(pair, -lots);
    }
  }
}
