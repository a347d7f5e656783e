package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sarhad.core.travel.Regions.EAST;
import static org.sarhad.core.travel.Regions.IR;
import static org.sarhad.core.travel.Regions.PK;
import static org.sarhad.core.travel.Regions.WEST;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.travel.Gate;
import org.sarhad.core.travel.Isochrone;
import org.sarhad.core.travel.PacedGrid;
import org.sarhad.core.travel.Regions;
import org.sarhad.core.travel.Speeds;
import org.sarhad.core.travel.Survey;
import org.sarhad.core.travel.Way;

/// FEATURE UNDER TEST: units over the ground of a grid (19-5).
class GridTravelTest {
  private static final Position AT_LINE = Position.ofDegrees(28.5, 61.505);
  private static final PacedGrid GROUND =
      new PacedGrid(Regions.grid(Regions.plain()), Speeds.DEFAULT);
  private static final GridTravel TRAVEL = new GridTravel(GROUND);
  private static final Duration DAY = Duration.ofDays(1);

  private static Optional<TravelTime.Travel> travel(
      Position from, Position to, PartyId by, UnitType type) {
    return TRAVEL.toward(to, by, DAY).from(from, type);
  }

  private static TravelTime.Travel known(Position from, Position to, PartyId by, UnitType type) {
    return travel(from, to, by, type).orElseThrow();
  }

  @Test
  void aPlaceAtTheLineIsReachedByEachSideOnItsOwnSoil() {
    for (TravelTime.Travel travel :
        List.of(
            known(WEST, AT_LINE, IR, UnitType.PATROL), known(EAST, AT_LINE, PK, UnitType.PATROL))) {
      assertThat(travel.basis()).isEqualTo(TravelTime.Basis.ROUTED);
      assertThat(travel.way().flatMap(Way::gate)).isEmpty();
      assertThat(travel.distanceM()).isBetween(27_000L, 33_000L);
    }
  }

  @Test
  void aPlaceBeyondTheLineIsReachedThroughAGate() {
    TravelTime.Travel travel = known(WEST, EAST, IR, UnitType.PATROL);
    assertThat(travel.way().flatMap(Way::gate).map(Gate::name)).contains("mile");
    assertThat(travel.distanceM()).isGreaterThan(60_000);
  }

  @Test
  void whoIsAbroadComesHomeThroughAGate() {
    TravelTime.Travel home = known(EAST, WEST, IR, UnitType.PATROL);
    assertThat(home.way().flatMap(Way::gate).map(Gate::name)).contains("mile");
  }

  @Test
  void otherTypesAreAsMuchFasterEverywhereAsTheirPlanningSpeedsSay() {
    long patrol = known(WEST, AT_LINE, IR, UnitType.PATROL).duration().toSeconds();
    long ambulance = known(WEST, AT_LINE, IR, UnitType.AMBULANCE).duration().toSeconds();
    assertThat(ambulance).isCloseTo(patrol * 45 / 60, within(1L));
  }

  @Test
  void whoFliesOrSwimsOrIsOffTheGridIsEstimated() {
    Position off = Position.ofDegrees(31, 61.2);
    for (Optional<TravelTime.Travel> travel :
        List.of(
            travel(WEST, AT_LINE, IR, UnitType.AIR),
            travel(WEST, AT_LINE, IR, UnitType.BOAT),
            travel(off, AT_LINE, IR, UnitType.PATROL),
            travel(WEST, off, IR, UnitType.PATROL))) {
      assertThat(travel.map(TravelTime.Travel::basis)).contains(TravelTime.Basis.ESTIMATED);
      assertThat(travel.flatMap(TravelTime.Travel::way)).isEmpty();
    }
  }

  @Test
  void whereThereIsGroundAndNoWayNothingIsSaid() {
    var closed = new Survey.GatePoint("mile", Regions.GATE.at(), false, true);
    var grid =
        Regions.grid(
            Regions.survey(Regions.MERIDIAN, List.of(Regions.land()), List.of(), List.of(closed)));
    var travel = new GridTravel(new PacedGrid(grid, Speeds.DEFAULT));
    assertThat(travel.toward(EAST, IR, DAY).from(WEST, UnitType.PATROL)).isEmpty();
    assertThat(TRAVEL.toward(AT_LINE, IR, Duration.ofMinutes(10)).from(WEST, UnitType.PATROL))
        .isEmpty();
  }

  @Test
  void theFirstOfSeveralIsWhoeverIsThereFirst() {
    Position near = Position.ofDegrees(28.5, 61.45);
    var slow = new FirstArrivals.Standing(near, UnitType.OTHER);
    var fast = new FirstArrivals.Standing(WEST, UnitType.AMBULANCE);
    assertThat(first(slow, fast)).isEqualTo(first(slow));
    assertThat(first(slow, fast).orElseThrow())
        .isEqualTo(known(near, AT_LINE, IR, UnitType.OTHER).duration().toSeconds());
    assertThat(first(fast).orElseThrow())
        .isEqualTo(known(WEST, AT_LINE, IR, UnitType.AMBULANCE).duration().toSeconds());
    assertThat(first()).isEmpty();
    assertThat(first(new FirstArrivals.Standing(WEST, UnitType.BOAT))).isEmpty();
    assertThat(first(new FirstArrivals.Standing(WEST, UnitType.AIR)).orElseThrow())
        .isEqualTo(known(WEST, AT_LINE, IR, UnitType.AIR).duration().toSeconds());
  }

  /// Whoever is followed no farther than a faster one is as soon changes nothing of who is first.
  @Test
  void theFirstOfManyIsTheSoonestOfEach() {
    List<UnitType> types = List.of(UnitType.AMBULANCE, UnitType.PATROL, UnitType.OTHER);
    Seeded.check(
        30,
        random -> {
          List<FirstArrivals.Standing> units =
              random
                  .ints(8)
                  .mapToObj(
                      _ ->
                          new FirstArrivals.Standing(
                              Position.ofDegrees(
                                  28.15 + random.nextDouble() * 0.7,
                                  61.05 + random.nextDouble() * 0.4),
                              types.get(random.nextInt(types.size()))))
                  .toList();
          FirstArrivals first = FirstArrivals.of(GROUND, IR, units, DAY);
          for (int i = 0; i < 5; i++) {
            Position place =
                Position.ofDegrees(
                    28.15 + random.nextDouble() * 0.7, 61.05 + random.nextDouble() * 0.4);
            var ways = TRAVEL.toward(place, IR, DAY);
            assertThat(first.seconds(place).orElseThrow())
                .isEqualTo(
                    units.stream()
                        .flatMap(unit -> ways.from(unit.at(), unit.type()).stream())
                        .mapToLong(travel -> travel.duration().toSeconds())
                        .min()
                        .orElseThrow());
          }
        });
  }

  private static OptionalLong first(FirstArrivals.Standing... units) {
    return FirstArrivals.of(GROUND, IR, List.of(units), DAY).seconds(AT_LINE);
  }

  // ---- the first of them, everywhere ----------------------------------------------------------

  @Test
  void whereTheFirstIsInTimeLiesOnOwnSoilAndGrowsWithTheTime() {
    var first =
        FirstArrivals.of(
            GROUND,
            IR,
            List.of(
                new FirstArrivals.Standing(WEST, UnitType.PATROL),
                new FirstArrivals.Standing(WEST, UnitType.AIR)),
            DAY);
    List<Duration> limits = List.of(Duration.ofMinutes(2), Duration.ofMinutes(5), DAY);
    List<Isochrone> found = first.isochrones(limits);

    assertThat(found).extracting(Isochrone::within).isEqualTo(limits);
    assertThat(found).extracting(Isochrone::km2).isSorted();
    assertThat(found.getFirst().km2()).isPositive();
    assertThat(found.getLast().km2()).isEqualTo(own());
    assertThat(found.getLast().edges().stream().flatMap(List::stream))
        .allSatisfy(point -> assertThat(point.longitudeMicro()).isLessThanOrEqualTo(61_512_000));
  }

  /// How many square kilometres of the ground are of the one side.
  private static long own() {
    var frame = GROUND.grid().frame();
    return Isochrone.of(
            frame,
            cell -> GROUND.grid().whose(cell).equals(Optional.of(IR)) ? 0 : Long.MAX_VALUE,
            DAY)
        .km2();
  }

  @Test
  void withNobodyThereIsNowhere() {
    assertThat(FirstArrivals.of(GROUND, IR, List.of(), DAY).isochrones(List.of(DAY)))
        .extracting(Isochrone::km2)
        .containsExactly(0L);
  }
}
