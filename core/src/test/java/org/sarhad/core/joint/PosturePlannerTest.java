package org.sarhad.core.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.crossing.Line;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Polyline;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.SectorCoverage;
import org.sarhad.core.response.Soil;
import org.sarhad.core.response.StraightLineTravel;
import org.sarhad.core.response.UnitType;

/// Posts along a line that runs north for 111 km, out of sites 10 km west of it.
class PosturePlannerTest {
  private static final Polyline MERIDIAN =
      new Polyline(List.of(Position.ofDegrees(29, 61.5), Position.ofDegrees(30, 61.5)));
  private static final Border BORDER =
      new Border(Soil.UNKNOWN, Line.UNKNOWN, List.of(MERIDIAN), Optional.empty());
  private static final Zone HALVES =
      new Zone(
          List.of(
              new Zone.Sector("far", box(27, 28)),
              new Zone.Sector("north", box(29.5, 30.5)),
              new Zone.Sector("south", box(28.5, 29.5))));

  private static Ring box(double south, double north) {
    return new Ring(
        List.of(
            Position.ofDegrees(south, 61),
            Position.ofDegrees(south, 62),
            Position.ofDegrees(north, 62),
            Position.ofDegrees(north, 61)));
  }

  private static List<Place> sites() {
    return IntStream.rangeClosed(0, 10)
        .mapToObj(i -> Place.at("site " + i, Position.ofDegrees(29 + i / 10.0, 61.4), 0))
        .toList();
  }

  private static PosturePlanner.Wish wish(int posts, int withinMin) {
    return new PosturePlanner.Wish(sites(), posts, withinMin, 250, UnitType.PATROL);
  }

  private static PostureFact.Planned plan(Zone zone, PosturePlanner.Wish wish) {
    return new PosturePlanner(BORDER, zone, StraightLineTravel.DEFAULT, PartyId.of("ir"))
        .plan(wish)
        .orElseThrow();
  }

  /// At 45 km/h and 1.4 times the straight line, an hour is 32 km.
  @Test
  void onePostIsInTheMiddleAndReachesWhatAnHourReaches() {
    PostureFact.Planned plan = plan(Zone.NONE, wish(1, 60));

    assertThat(plan.posts()).hasSize(1);
    assertThat(plan.candidates()).isEqualTo(11);
    assertThat(plan.whole()).isEqualTo(56_000_000);
    // 30.6 km to either side of it, and one begun.
    assertThat(plan.certificate().value()).isEqualTo(31 * 750_000);
    assertThat(plan.certificate().gap(1_000)).isLessThan(20);
    assertThat(plan.coverage().sectors())
        .extracting(SectorCoverage::sector)
        .containsExactly("km_0000", "km_0020", "km_0040", "km_0060", "km_0080", "km_0100");
    assertThat(plan.coverage().sectors())
        .filteredOn(SectorCoverage::isReached)
        .hasSizeBetween(4, 5)
        .allMatch(sector -> sector.units() == 1);
  }

  @Test
  void theAgreedSectorsAreAllThereAndSharesAreOfTheLineInThem() {
    PostureFact.Planned plan = plan(HALVES, wish(2, 30));

    assertThat(plan.coverage().withinMin()).isEqualTo(30);
    assertThat(plan.coverage().sectors())
        .extracting(SectorCoverage::sector)
        .containsExactly("far", "north", "south");
    assertThat(plan.coverage().sectors().getFirst()).isEqualTo(new SectorCoverage("far", 0, 0));
    for (SectorCoverage sector : plan.coverage().sectors().subList(1, 3)) {
      assertThat(sector.units()).isBetween(1, 2);
      assertThat(sector.sharePermille()).isBetween(200, 800);
    }
    assertThat(plan.summary().coverage().sectors())
        .allMatch(sector -> sector.sharePermille() % SectorCoverage.STEP_PERMILLE == 0);
  }

  @Test
  void morePostsNeverReachLess() {
    long before = 0;
    for (int posts = 1; posts <= 11; posts++) {
      PostureFact.Planned plan = plan(Zone.NONE, wish(posts, 45));
      assertThat(plan.posts()).hasSize(posts);
      assertThat(plan.certificate().value()).isGreaterThan(before);
      before = plan.certificate().value();
    }
  }

  @Test
  void whereNoLineIsKnownOrNoneOfItIsInASectorThereIsNoPlan() {
    assertThat(
            new PosturePlanner(
                    Border.UNKNOWN, Zone.NONE, StraightLineTravel.DEFAULT, PartyId.of("ir"))
                .plan(wish(1, 60)))
        .isEmpty();
    assertThat(
            new PosturePlanner(
                    BORDER,
                    new Zone(List.of(new Zone.Sector("far", box(27, 28)))),
                    StraightLineTravel.DEFAULT,
                    PartyId.of("ir"))
                .plan(wish(1, 60)))
        .isEmpty();
  }
}
