package org.sarhad.core.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sarhad.core.travel.Regions.EAST;
import static org.sarhad.core.travel.Regions.FRAME;
import static org.sarhad.core.travel.Regions.GATE;
import static org.sarhad.core.travel.Regions.MERIDIAN;
import static org.sarhad.core.travel.Regions.WEST;
import static org.sarhad.core.travel.Regions.cell;
import static org.sarhad.core.travel.Regions.grid;
import static org.sarhad.core.travel.Regions.land;
import static org.sarhad.core.travel.Regions.plain;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.testing.Seeded;

/// FEATURE UNDER TEST: how long it takes over the ground, and how one gets there (19-4).
class ArrivalsTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final long MINUTE = 60_000;

  private static Optional<Way> way(
      CostGrid grid, Speeds speeds, Position from, Position to, Passage passage) {
    return Arrivals.at(new PacedGrid(grid, speeds), List.of(cell(grid, to)), passage, DAY)
        .way(cell(grid, from));
  }

  private static Way way(CostGrid grid, Position from, Position to) {
    return way(grid, Speeds.DEFAULT, from, to, Passage.OWN_SOIL).orElseThrow();
  }

  // ---- against the plainest search there is ---------------------------------------------------

  /// Bellman 1958 and Ford 1956: relax every step until nothing changes.
  private static long[] plainly(PacedGrid ground, int to, Passage passage) {
    CostGrid grid = ground.grid();
    long[] millis = new long[grid.frame().cells()];
    Arrays.fill(millis, Long.MAX_VALUE / 2);
    millis[to] = 0;
    for (boolean isChanged = true; isChanged; ) {
      isChanged = false;
      for (int cell = 0; cell < millis.length; cell++) {
        for (int direction = 0; direction < CostGrid.DIRECTIONS; direction++) {
          if ((grid.open(cell) & (1 << direction)) != 0) {
            int next = grid.neighbour(cell, direction);
            isChanged |= shorten(millis, cell, next, ground.millis(cell, direction, next));
          }
        }
      }
      for (Gate gate : grid.gates()) {
        if (gate.isOpen() && passage == Passage.OPEN_GATES) {
          isChanged |= shorten(millis, gate.left(), gate.right(), ground.gateMillis(gate));
          isChanged |= shorten(millis, gate.right(), gate.left(), ground.gateMillis(gate));
        }
      }
    }
    return millis;
  }

  private static boolean shorten(long[] millis, int cell, int next, int cost) {
    boolean isShorter = millis[next] + cost < millis[cell];
    millis[cell] = Math.min(millis[cell], millis[next] + cost);
    return isShorter;
  }

  @Test
  void theTimesAreTheShortestOnAnyGroundAndTheWaysTakeThatLong() {
    int[] met = new int[2];
    Seeded.check(
        200,
        random -> {
          CostGrid grid = Regions.any(random);
          var ground = new PacedGrid(grid, Speeds.DEFAULT);
          int to = random.nextInt(grid.frame().cells());
          Passage passage = random.nextBoolean() ? Passage.OWN_SOIL : Passage.OPEN_GATES;
          if (grid.terrain(to).isPassable()) {
            Arrivals found = Arrivals.at(ground, List.of(to), passage, DAY);
            long[] plain = plainly(ground, to, passage);
            for (int cell = 0; cell < plain.length; cell++) {
              boolean isReached = plain[cell] < DAY.toMillis();
              met[isReached ? 1 : 0]++;
              assertThat(found.millis(cell))
                  .isEqualTo(isReached ? OptionalLong.of(plain[cell]) : OptionalLong.empty());
              if (isReached) {
                long millis = plain[cell];
                assertThat(found.way(cell))
                    .hasValueSatisfying(way -> assertThat(way.millis()).isEqualTo(millis));
              }
            }
          }
        });
    assertThat(met[0]).isGreaterThan(1_000);
    assertThat(met[1]).isGreaterThan(1_000);
  }

  @Test
  void aWayIsAsLongBackAsForth() {
    Seeded.check(
        100,
        random -> {
          CostGrid grid = Regions.any(random);
          var ground = new PacedGrid(grid, Speeds.DEFAULT);
          int a = random.nextInt(grid.frame().cells());
          int b = random.nextInt(grid.frame().cells());
          if (grid.terrain(a).isPassable() && grid.terrain(b).isPassable()) {
            assertThat(Arrivals.at(ground, List.of(a), Passage.OPEN_GATES, DAY).millis(b))
                .isEqualTo(Arrivals.at(ground, List.of(b), Passage.OPEN_GATES, DAY).millis(a));
          }
        });
  }

  // ---- speeds ---------------------------------------------------------------------------------

  @Test
  void openGroundIsDrivenAtItsSpeed() {
    Position north = Position.ofDegrees(28.8, 61.2);
    Way way = way(grid(plain()), WEST, north);

    long metres = WEST.distanceTo(north).metres();
    assertThat(way.metres()).isCloseTo(metres, within(1_000L));
    assertThat(way.millis()).isCloseTo(metres * 3_600 / 20, within(3 * MINUTE));
    assertThat(way.legs()).containsExactly(new Way.Leg(Terrain.OPEN, way.metres()));
    assertThat(way.gate()).isEmpty();
    assertThat(way.sketch()).hasSize(2);
  }

  @Test
  void aRoadIsTakenWhereItIsSooner() {
    Position north = Position.ofDegrees(28.8, 61.2);
    List<Position> course = List.of(WEST, Position.ofDegrees(28.65, 61.25), north);
    CostGrid grid =
        grid(
            Regions.survey(
                MERIDIAN,
                List.of(land()),
                List.of(new Survey.Road(Terrain.ROAD, course)),
                List.of()));
    Way way = way(grid, WEST, north);

    assertThat(way.roadMetres()).isEqualTo(way.metres());
    assertThat(way.millis()).isLessThan(way(grid(plain()), WEST, north).millis() / 2);
    assertThat(way.sketch()).hasSizeBetween(3, 6);
  }

  @Test
  void whatIsSlowIsDrivenAround() {
    CostGrid grid =
        grid(
            Regions.survey(
                MERIDIAN,
                List.of(land(), Regions.area(Terrain.SALT, Regions.box(28.6, 61.15, 28.7, 61.25))),
                List.of(),
                List.of()));
    Way way = way(grid, WEST, Position.ofDegrees(28.8, 61.2));

    assertThat(way.legs()).extracting(Way.Leg::terrain).containsExactly(Terrain.OPEN);
    assertThat(way.sketch()).hasSizeGreaterThan(2);
  }

  @Test
  void theSpeedsAreThoseThatWereAgreedOn() {
    var twice = new Speeds(List.of(0, 40, 10, 8, 10, 30, 60, 80), 5);
    Position north = Position.ofDegrees(28.8, 61.2);
    CostGrid grid = grid(plain());
    assertThat(way(grid, twice, WEST, north, Passage.OWN_SOIL).orElseThrow().millis())
        .isCloseTo(way(grid, WEST, north).millis() / 2, within(100L));
  }

  // ---- the line -------------------------------------------------------------------------------

  @Test
  void theLineIsAWallOnOwnSoil() {
    assertThat(way(grid(plain()), Speeds.DEFAULT, WEST, EAST, Passage.OWN_SOIL)).isEmpty();
  }

  @Test
  void anOpenGateLetsThroughAndTheOtherSideOfTheRoadCostsMinutes() {
    var gentle = new Speeds(Speeds.DEFAULT.kmh(), 0);
    Way way = way(grid(plain()), Speeds.DEFAULT, WEST, EAST, Passage.OPEN_GATES).orElseThrow();
    Way without = way(grid(plain()), gentle, WEST, EAST, Passage.OPEN_GATES).orElseThrow();

    assertThat(way.gate().map(Gate::name)).contains("mile");
    assertThat(way.millis() - without.millis()).isEqualTo(5 * MINUTE);
    assertThat(way.metres())
        .isGreaterThan(
            WEST.distanceTo(GATE.at()).metres() + GATE.at().distanceTo(EAST).metres() - 3_000);
  }

  @Test
  void aClosedGateIsAWall() {
    var closed = new Survey.GatePoint("mile", GATE.at(), false, true);
    CostGrid grid = grid(Regions.survey(MERIDIAN, List.of(land()), List.of(), List.of(closed)));
    assertThat(way(grid, Speeds.DEFAULT, WEST, EAST, Passage.OPEN_GATES)).isEmpty();
  }

  /// A place at the line lies in a cell of one side; the other side's units go to where their own
  /// soil is nearest to it.
  @Test
  void aPlaceAtTheLineIsReachedByEitherSideOnItsOwnSoil() {
    CostGrid grid = grid(plain());
    Position atLine = Position.ofDegrees(28.5, 61.505);
    for (Position from : List.of(WEST, EAST)) {
      Optional<PartyId> by = grid.whose(cell(grid, from));
      int to = grid.anchor(atLine, by).orElseThrow();
      assertThat(grid.whose(to)).isEqualTo(by);
      var ground = new PacedGrid(grid, Speeds.DEFAULT);
      assertThat(Arrivals.at(ground, List.of(to), Passage.OWN_SOIL, DAY).way(cell(grid, from)))
          .hasValueSatisfying(way -> assertThat(way.metres()).isBetween(27_000L, 32_000L));
    }
    assertThat(grid.anchor(Position.ofDegrees(28.5, 61.6), Optional.of(Regions.IR))).isEmpty();
  }

  // ---- limits ---------------------------------------------------------------------------------

  @Test
  void whatLiesBeyondTheHorizonOrTheRegionIsNotReached() {
    CostGrid grid = grid(plain());
    var ground = new PacedGrid(grid, Speeds.DEFAULT);
    int to = cell(grid, WEST);
    Arrivals near = Arrivals.at(ground, List.of(to), Passage.OWN_SOIL, Duration.ofMinutes(30));

    assertThat(near.way(cell(grid, Position.ofDegrees(28.55, 61.2)))).isPresent();
    assertThat(near.way(cell(grid, Position.ofDegrees(28.7, 61.2)))).isEmpty();
    assertThat(grid.anchor(Position.ofDegrees(31, 61.2), Optional.empty())).isEmpty();
    assertThat(Arrivals.at(ground, List.of(), Passage.OPEN_GATES, DAY).millis(to)).isEmpty();
  }

  @Test
  void ofSeveralDestinationsTheNearestCounts() {
    CostGrid grid = grid(plain());
    var ground = new PacedGrid(grid, Speeds.DEFAULT);
    List<Integer> both = List.of(cell(grid, WEST), cell(grid, Position.ofDegrees(28.8, 61.2)));
    int between = FRAME.cell(Position.ofDegrees(28.75, 61.2)).orElseThrow();
    assertThat(Arrivals.at(ground, both, Passage.OWN_SOIL, DAY).millis(between))
        .isEqualTo(Arrivals.at(ground, both.subList(1, 2), Passage.OWN_SOIL, DAY).millis(between));
  }

  @Test
  void aSpeedOutOfRangeIsNone() {
    for (List<Integer> kmh :
        List.of(
            List.of(0, 20, 10, 8, 10, 30, 60),
            List.of(5, 20, 10, 8, 10, 30, 60, 80),
            List.of(0, 0, 10, 8, 10, 30, 60, 80),
            List.of(0, 20, 10, 8, 10, 30, 60, 151))) {
      assertThatThrownBy(() -> new Speeds(kmh, 5)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Speeds(Speeds.DEFAULT.kmh(), 61))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
