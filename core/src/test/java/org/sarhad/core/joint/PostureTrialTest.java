package org.sarhad.core.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.crossing.Line;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Polyline;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.posture.Assistance;
import org.sarhad.core.posture.CrossingWorth;
import org.sarhad.core.posture.Relocation;
import org.sarhad.core.posture.SitePlan;
import org.sarhad.core.response.GridTravel;
import org.sarhad.core.response.Soil;
import org.sarhad.core.response.StraightLineTravel;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.simulation.Figures;
import org.sarhad.core.simulation.Season;
import org.sarhad.core.travel.PacedGrid;
import org.sarhad.core.travel.Regions;
import org.sarhad.core.travel.Speeds;

/// Posts tried out along a line that runs north for 111 km.
class PostureTrialTest {
  private static final Polyline MERIDIAN =
      new Polyline(List.of(Position.ofDegrees(28, 61.5), Position.ofDegrees(29, 61.5)));
  private static final Border BORDER =
      new Border(Soil.UNKNOWN, Line.UNKNOWN, List.of(MERIDIAN), Optional.empty());
  private static final Assistance.Crossing CROSSING = new Assistance.Crossing(15, 10_000);
  private static final PostureTrial TRIAL =
      new PostureTrial(
          new PosturePlanner(BORDER, Zone.NONE, StraightLineTravel.DEFAULT, PartyId.of("ir")),
          CROSSING);
  private static final PostureTrial NOWHERE =
      new PostureTrial(
          new PosturePlanner(
              new Border(Soil.UNKNOWN, Line.UNKNOWN, List.of(), Optional.empty()),
              Zone.NONE,
              StraightLineTravel.DEFAULT,
              PartyId.of("ir")),
          CROSSING);

  /// The same line, where it is known whose soil lies behind it.
  private static final Border KNOWN =
      new Border(
          at ->
              Optional.of(at.longitudeMicro() < 61_500_000 ? Regions.IR : Regions.PK)
                  .filter(_ -> Math.abs(at.longitudeMicro() - 61_500_000) > 10_000),
          Line.UNKNOWN,
          List.of(MERIDIAN),
          Optional.empty());

  private static PosturePlanner.Wish posts(double... latitudes) {
    return along(61.4, latitudes);
  }

  private static PosturePlanner.Wish along(double longitude, double... latitudes) {
    List<Place> posts =
        IntStream.range(0, latitudes.length)
            .mapToObj(i -> Place.at("post " + i, Position.ofDegrees(latitudes[i], longitude), 0))
            .toList();
    return new PosturePlanner.Wish(posts, posts.size(), 60, 250, UnitType.PATROL);
  }

  @Test
  void twoPostsAreInTimeMoreOftenThanOne() {
    Season season = Season.even(60, 6, 1);
    Figures one = TRIAL.drawn(posts(28.5), season, 60).orElseThrow().together();
    Figures two = TRIAL.drawn(posts(28.25, 28.75), season, 60).orElseThrow().together();
    assertThat(two.calls()).isEqualTo(one.calls()).isBetween(300, 420);
    assertThat(two.inTime()).isGreaterThan(one.inTime() * 3 / 2);
    assertThat(two.missed()).isZero();
    assertThat(two.sectors())
        .hasSize(6)
        .first()
        .extracting(Figures.SectorFigures::sector)
        .isEqualTo("km_0000");
    assertThat(NOWHERE.drawn(posts(28.5), season, 60)).isEmpty();
  }

  @Test
  void whatHappenedIsAnsweredAtTheNearestPoint() {
    Instant at = Instant.parse("2019-04-01T06:00:00Z");
    List<PostureTrial.Happened> incidents =
        List.of(
            new PostureTrial.Happened(at.plusSeconds(60), Position.ofDegrees(28.95, 61.3)),
            new PostureTrial.Happened(at, Position.ofDegrees(28.05, 61.6)));
    Figures figures = TRIAL.recorded(posts(28.05), incidents, 60).orElseThrow().together();
    assertThat(figures.calls()).isEqualTo(2);
    assertThat(figures.inTime()).as("the other one is 100 km away").isEqualTo(1);
    assertThat(figures.sectors())
        .extracting(Figures.SectorFigures::sector)
        .containsExactly("km_0000", "km_0100");
    assertThat(TRIAL.recorded(posts(28.5), List.of(), 60).orElseThrow().together().calls())
        .isZero();
  }

  /// A post at the line, 25 minutes, and a call 17 km behind it: half an hour away.
  @Test
  void whatHappenedBehindTheLineIsAnsweredThere() {
    PosturePlanner.Wish wish =
        new PosturePlanner.Wish(
            List.of(Place.at("post", Position.ofDegrees(28.5, 61.49), 0)),
            1,
            25,
            250,
            UnitType.PATROL);
    Instant at = Instant.parse("2019-04-01T06:00:00Z");
    List<PostureTrial.Happened> deep =
        List.of(new PostureTrial.Happened(at, Position.ofDegrees(28.5, 61.325)));
    List<PostureTrial.Happened> near =
        List.of(new PostureTrial.Happened(at, Position.ofDegrees(28.5, 61.48)));
    PostureTrial trial =
        new PostureTrial(
            new PosturePlanner(KNOWN, Zone.NONE, StraightLineTravel.DEFAULT, Regions.IR), CROSSING);
    assertThat(trial.recorded(wish, near, 60).orElseThrow().together().inTime()).isEqualTo(1);
    Figures late = trial.recorded(wish, deep, 60).orElseThrow().together();
    assertThat(late.calls()).isEqualTo(1);
    assertThat(late.inTime()).isZero();
    assertThat(late.sectors().getFirst().lateNear()).as("deeper than units go").isZero();
  }

  /// What is drawn comes behind the line as well, and what lies there takes more posts.
  @Test
  void callsAndPostsAreCountedBehindTheLineToo() {
    PostureTrial trial =
        new PostureTrial(
            new PosturePlanner(KNOWN, Zone.NONE, StraightLineTravel.DEFAULT, Regions.IR), CROSSING);
    Figures drawn = trial.drawn(posts(28.5), Season.even(60, 6, 1), 60).orElseThrow().together();
    assertThat(drawn.sectors().stream().mapToInt(Figures.SectorFigures::lateNear).sum())
        .as("late calls not deeper than units go")
        .isBetween(1, drawn.calls() - drawn.inTime() - 1);
    // In 40 minutes 21 km: to the last row behind the line that leaves 14 to either side.
    List<Place> all =
        along(61.49, 28, 28.1, 28.2, 28.3, 28.4, 28.5, 28.6, 28.7, 28.8, 28.9, 29).candidates();
    PosturePlanner.Wish sites = new PosturePlanner.Wish(all, 1, 40, 0, UnitType.PATROL);
    assertThat(trial.fewest(sites, 1_000).orElseThrow().certificate().value())
        .isGreaterThan(TRIAL.fewest(sites, 1_000).orElseThrow().certificate().value());
  }

  @Test
  void theNearestUnitTakesTheNewPost() {
    Relocation moves = TRIAL.moves(posts(28.2, 28.6), posts(28.6, 28.9).candidates());
    assertThat(moves.moves())
        .extracting(move -> move.from() + " to " + move.to())
        .containsExactly("0 to 1", "1 to 0");
    assertThat(moves.moves().get(1).minutes()).isZero();
    assertThat(moves.minutes()).isBetween(140L, 150L);
  }

  /// An hour is 30 km to either side: two of these sites leave a piece in their middle.
  @Test
  void theWholeLineTakesMorePostsThanMostOfIt() {
    PosturePlanner.Wish sites = posts(28, 28.1, 28.2, 28.3, 28.4, 28.5, 28.6, 28.7, 28.8, 28.9, 29);
    SitePlan half = TRIAL.fewest(sites, 500).orElseThrow();
    SitePlan whole = TRIAL.fewest(sites, 1_000).orElseThrow();
    assertThat(half.certificate().value()).isEqualTo(1);
    assertThat(whole.certificate().value()).isEqualTo(3);
    assertThat(whole.sites()).hasSize(3);
    assertThat(TRIAL.fewest(posts(28), 1_000)).as("one end is not enough").isEmpty();
    assertThat(NOWHERE.fewest(sites, 500)).isEmpty();
  }

  /// The ground has one crossing in its middle; closed, nobody is beyond.
  @Test
  void aCrossingIsWorthWhatIsReachedThroughIt() {
    PacedGrid ground = new PacedGrid(Regions.grid(Regions.plain()), Speeds.DEFAULT);
    PosturePlanner planner =
        new PosturePlanner(BORDER, Zone.NONE, new GridTravel(ground), Regions.IR);
    PosturePlanner.Wish wish =
        new PosturePlanner.Wish(posts(28.5).candidates(), 1, 240, 0, UnitType.PATROL);
    CrossingWorth worth =
        new PostureTrial(planner, CROSSING).crossings(wish, ground, Regions.PK).orElseThrow();
    assertThat(worth.now()).isPositive().isLessThanOrEqualTo(worth.whole());
    assertThat(worth.crossings())
        .filteredOn(CrossingWorth.Otherwise::isOpen)
        .hasSize(1)
        .allMatch(closed -> closed.across() == 0);
    assertThat(
            new PostureTrial(planner, new Assistance.Crossing(240))
                .crossings(wish, ground, Regions.PK))
        .isEmpty();
  }

  /// Nobody goes farther beyond the line than is agreed.
  @Test
  void aCrossingIsWorthMoreTheFartherUnitsMayGo() {
    PacedGrid ground = new PacedGrid(Regions.grid(Regions.plain()), Speeds.DEFAULT);
    PosturePlanner planner =
        new PosturePlanner(KNOWN, Zone.NONE, new GridTravel(ground), Regions.IR);
    PosturePlanner.Wish wish =
        new PosturePlanner.Wish(posts(28.5).candidates(), 1, 240, 0, UnitType.PATROL);
    List<CrossingWorth> worth =
        IntStream.of(1, 10_000, 20_000)
            .mapToObj(depthM -> new PostureTrial(planner, new Assistance.Crossing(15, depthM)))
            .map(trial -> trial.crossings(wish, ground, Regions.PK).orElseThrow())
            .toList();
    assertThat(worth).extracting(CrossingWorth::now).isSorted().doesNotHaveDuplicates();
    assertThat(worth).extracting(CrossingWorth::whole).containsOnly(worth.getFirst().whole());
  }
}
