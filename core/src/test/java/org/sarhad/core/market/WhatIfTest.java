package org.sarhad.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.core.barter.Money;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;

/// What one more of something is worth, by prices: against matching again.
class WhatIfTest {
  private static final Row.Id RAIL = new Row.Id(Row.Kind.CORRIDOR, "rail");
  private static final Row.Id SWING = new Row.Id(Row.Kind.SWING, "pk");

  /// Ten lots offered and needed at 25 units of account, each in two wagons; the importer may come
  /// to owe so many units of account.
  private static MatchProblem railway(long wagons, long room) {
    return new MatchProblem(
        List.of(new MatchProblem.Slot(EntryId.of(Sides.IR_LOG, 0), 10)),
        List.of(new MatchProblem.Slot(EntryId.of(Sides.PK_LOG, 0), 10)),
        List.of(Pair.of(0, 0, 0, 25 * Money.UNIT, 0)),
        List.of(new Row(RAIL, wagons), new Row(SWING, room * Money.UNIT)),
        List.of(List.of(new Row.Use(0, Row.Use.By.LOT, 2), new Row.Use(1, Row.Use.By.MOST, 1))));
  }

  @Test
  void oneMoreWagonIsWorthHalfALot() {
    MatchProblem problem = railway(12, 1_000);
    Certificate found = Matching.found(problem);
    assertThat(found.value()).isEqualTo(Money.ofUnits(150));
    assertThat(WhatIf.oneMore(problem, found.prices()).keySet()).containsExactly(RAIL);
    assertThat(WhatIf.oneMore(problem, found.prices()).getOrDefault(RAIL, Money.ZERO).minor())
        .isBetween(124_990L, 125_010L);
    assertThat(Matching.found(railway(14, 1_000)).value()).isEqualTo(Money.ofUnits(175));
    assertThat(WhatIf.bound(problem, found.prices(), RAIL, 2).minor())
        .isBetween(1_750_000L, 1_750_200L);
  }

  @Test
  void oneMoreUnitOfRoomIsWorthAUnit() {
    MatchProblem problem = railway(100, 75);
    Certificate found = Matching.found(problem);
    assertThat(found.value()).isEqualTo(Money.ofUnits(75));
    assertThat(WhatIf.oneMore(problem, found.prices()).getOrDefault(SWING, Money.ZERO).minor())
        .isBetween(9_990L, 10_010L);
    assertThat(Matching.found(railway(100, 100)).value()).isEqualTo(Money.ofUnits(100));
  }

  @Test
  void nothingIsWorthAnythingOfWhichThereIsEnough() {
    MatchProblem problem = railway(100, 1_000);
    assertThat(WhatIf.oneMore(problem, Matching.found(problem).prices())).isEmpty();
  }

  @Test
  void matchingAgainNeverGivesMoreThanWasSaid() {
    int[] met = new int[1];
    Seeded.check(
        150,
        random -> {
          MatchProblem problem = Problems.small(random);
          Certificate found = Matching.found(problem);
          Row row = problem.rows().get(random.nextInt(problem.rows().size()));
          long more = random.nextInt(-20, 21);
          MatchProblem changed = problem.with(row.id(), more);
          Money said = WhatIf.bound(problem, found.prices(), row.id(), more);
          assertThat(said.minor()).isGreaterThanOrEqualTo(BruteForce.best(changed));
          met[0] += said.equals(found.bound()) ? 0 : 1;
        });
    assertThat(met[0]).isPositive();
  }

  @Test
  void thereIsNeverLessThanNothing() {
    assertThat(railway(12, 1).with(RAIL, -100).rows().getFirst().capacity()).isZero();
  }
}
