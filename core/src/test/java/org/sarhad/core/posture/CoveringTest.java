package org.sarhad.core.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.testing.Seeded;

/// The shortest time and the fewest posts, against every choice of sites there is.
class CoveringTest {
  private static final Effort SHORT = new Effort(7, 40, 200);

  private static Reach small(SplittableRandom random) {
    int points = 1 + random.nextInt(10);
    return Reach.of(
        points,
        IntStream.rangeClosed(0, random.nextInt(7))
            .mapToObj(_ -> IntStream.range(0, points).mapToObj(_ -> random.nextInt(1, 60)).toList())
            .toList());
  }

  private static boolean isEverywhere(Reach reach, List<Integer> sites, int within) {
    return IntStream.range(0, reach.points())
        .allMatch(point -> sites.stream().anyMatch(site -> reach.minutes(site, point) <= within));
  }

  /// Whether some choice of so many sites is everywhere within that time.
  private static boolean isPossible(Reach reach, int posts, int within) {
    return IntStream.range(0, 1 << reach.sites())
        .filter(set -> Integer.bitCount(set) == posts)
        .anyMatch(
            set ->
                isEverywhere(
                    reach,
                    IntStream.range(0, reach.sites())
                        .filter(site -> ((set >> site) & 1) != 0)
                        .boxed()
                        .toList(),
                    within));
  }

  private static OptionalInt least(int to, IntPredicate isPossible) {
    return IntStream.rangeClosed(1, to).filter(isPossible).findFirst();
  }

  @Test
  void theShortestTimeIsNeverBeatenAndItsBoundNeverAboveIt() {
    int[] met = new int[2];
    Seeded.check(
        200,
        random -> {
          Reach reach = small(random);
          int posts = 1 + random.nextInt(reach.sites());
          int best = least(60, within -> isPossible(reach, posts, within)).orElseThrow();
          SitePlan plan = Covering.shortest(reach, posts, SHORT).orElseThrow();

          assertThat(plan.sites()).hasSize(posts).doesNotHaveDuplicates().isSorted();
          assertThat(isEverywhere(reach, plan.sites(), Math.toIntExact(plan.certificate().value())))
              .isTrue();
          assertThat(plan.certificate().value()).isGreaterThanOrEqualTo(best);
          assertThat(plan.certificate().bound()).isLessThanOrEqualTo(best);
          met[0] += plan.certificate().value() == best ? 1 : 0;
          met[1] += plan.certificate().isProvenBest() ? 1 : 0;
        });
    assertThat(met[0]).as("times that are the shortest there are").isGreaterThan(190);
    assertThat(met[1]).as("and proven to be").isGreaterThan(100);
  }

  @Test
  void theFewestPostsAreNeverBeatenAndTheirBoundNeverAboveThem() {
    int[] met = new int[2];
    Seeded.check(
        200,
        random -> {
          Reach reach = small(random);
          int within = random.nextInt(5, 60);
          OptionalInt best = least(reach.sites(), posts -> isPossible(reach, posts, within));
          assertThat(Covering.fewest(reach, within, SHORT).isPresent()).isEqualTo(best.isPresent());
          if (best.isPresent()) {
            SitePlan plan = Covering.fewest(reach, within, SHORT).orElseThrow();
            assertThat(isEverywhere(reach, plan.sites(), within)).isTrue();
            assertThat(plan.certificate().value()).isEqualTo(plan.sites().size());
            assertThat(plan.certificate().value()).isGreaterThanOrEqualTo(best.getAsInt());
            assertThat(plan.certificate().bound()).isLessThanOrEqualTo(best.getAsInt());
            met[0]++;
            met[1] += plan.certificate().value() == best.getAsInt() ? 1 : 0;
          }
        });
    assertThat(met[0]).isGreaterThan(50);
    assertThat(met[1]).as("numbers that are the smallest there are").isGreaterThan(met[0] - 5);
  }

  /// How many points the best choice of so many sites reaches.
  private static long most(Reach reach, int posts, int within) {
    return IntStream.range(0, 1 << reach.sites())
        .filter(set -> Integer.bitCount(set) == posts)
        .mapToLong(
            set ->
                IntStream.range(0, reach.points())
                    .filter(
                        point ->
                            IntStream.range(0, reach.sites())
                                .anyMatch(
                                    site ->
                                        ((set >> site) & 1) != 0
                                            && reach.minutes(site, point) <= within))
                    .count())
        .max()
        .orElse(0);
  }

  @Test
  void aShareTakesFewerPostsAndNeverFewerThanItCan() {
    int[] met = new int[2];
    Seeded.check(
        150,
        random -> {
          Reach reach = small(random);
          int within = random.nextInt(5, 60);
          int share = 100 * random.nextInt(1, 11);
          OptionalInt best =
              least(
                  reach.sites(),
                  posts -> most(reach, posts, within) * 1_000 >= (long) reach.points() * share);
          Optional<SitePlan> plan = Covering.fewest(reach, within, share, SHORT);
          assertThat(plan.isPresent()).isEqualTo(best.isPresent());
          if (best.isPresent()) {
            Certificate found = plan.orElseThrow().certificate();
            assertThat(found.value()).isGreaterThanOrEqualTo(best.getAsInt());
            assertThat(found.bound()).isLessThanOrEqualTo(best.getAsInt());
            met[0]++;
            met[1] += found.value() == best.getAsInt() ? 1 : 0;
          }
        });
    assertThat(met[0]).isGreaterThan(50);
    assertThat(met[1]).as("numbers that are the smallest there are").isGreaterThan(met[0] - 5);
    assertThat(Covering.fewest(Reach.of(3, List.of()), 60, 900, SHORT)).isEmpty();
  }

  @Test
  void whatCannotBeReachedInADayIsNotReachedSoonerByMorePosts() {
    Reach island = Reach.of(2, List.of(List.of(5, Reach.NEVER), List.of(7, 1_441)));
    assertThat(Covering.shortest(island, 2, SHORT)).isEmpty();
    assertThat(Covering.fewest(island, 1_440, SHORT)).isEmpty();
  }
}
