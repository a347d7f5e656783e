package org.sarhad.core.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
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
import org.sarhad.core.posture.ClauseWorth;
import org.sarhad.core.posture.PlanMove;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.PostureTerms;
import org.sarhad.core.posture.SectorHelp;
import org.sarhad.core.response.Soil;
import org.sarhad.core.response.StraightLineTravel;
import org.sarhad.core.response.UnitType;

/// Three plans beside each other, along a line that runs north for 111 km, out of sites 10 km west
/// of it: two units in the south today, the best for both, and one of an officer's own.
class PostureComparisonTest {
  private static final Border BORDER =
      new Border(
          Soil.UNKNOWN,
          Line.UNKNOWN,
          List.of(
              new Polyline(List.of(Position.ofDegrees(29, 61.5), Position.ofDegrees(30, 61.5)))),
          Optional.empty());
  private static final List<String> PIECES =
      List.of("km_0000", "km_0020", "km_0040", "km_0060", "km_0080", "km_0100");
  private static final PostureComparison.Agreed AGREED =
      new PostureComparison.Agreed(new PostureTerms(List.of(), 60, 15, 10_000, 3), true);

  /// One unit 500 m from the first site, and one where there is no site.
  private static final List<PostureComparison.Standing> TODAY =
      List.of(
          new PostureComparison.Standing("Zabol 1", Position.ofDegrees(29.0045, 61.4)),
          new PostureComparison.Standing("Zabol 2", Position.ofDegrees(29.05, 61.4)));

  private static Optional<PostureComparison> compared(
      Border border, List<PostureComparison.Standing> today, PostureComparison.Watch watch) {
    List<Place> sites =
        IntStream.rangeClosed(0, 10)
            .mapToObj(i -> Place.at("site " + i, Position.ofDegrees(29 + i / 10.0, 61.4), 0))
            .toList();
    return PostureComparison.of(
        new PosturePlanner(border, Zone.NONE, StraightLineTravel.DEFAULT, PartyId.of("ir")),
        new PosturePlanner.Wish(sites, 2, 60, 250, UnitType.PATROL),
        today,
        AGREED,
        watch);
  }

  private static final PostureComparison MADE =
      compared(BORDER, TODAY, PostureComparison.Watch.NOBODY).orElseThrow();

  @Test
  void aUnitNearASiteStandsThereAndAnyOtherWhereItIs() {
    assertThat(MADE.wish().candidates()).hasSize(12);
    assertThat(MADE.standing().getFirst()).containsExactly("Zabol 1");
    assertThat(MADE.standing().getLast()).containsExactly("Zabol 2");
    assertThat(MADE.wish().candidates().getLast().label()).isEqualTo("Zabol 2");
    assertThat(MADE.today()).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
  }

  @Test
  void theBestIsNoWorseThanAnyOtherAndOneBoundHoldsForAll() {
    PostureComparison.Figures best = MADE.of(MADE.best());
    assertThat(best.value()).isEqualTo(MADE.certificate().value());
    for (int a = 0; a < 12; a++) {
      for (int b = a + 1; b < 12; b++) {
        PostureComparison.Figures own = MADE.of(MADE.at(List.of(a, b)));
        assertThat(own.value()).isLessThanOrEqualTo(best.value());
        assertThat(own.bound().orElseThrow().bound()).isEqualTo(MADE.certificate().bound());
      }
    }
  }

  @Test
  void whatIsPresentAtEachPointIsWhatTheSectorsSay() {
    PostureComparison.Figures today = MADE.of(MADE.today());
    assertThat(today.present()).hasSize(MADE.points().size()).hasSize(56);
    assertThat(MADE.points().get(3).metres()).isEqualTo(6_000);
    for (int piece = 0; piece < PIECES.size(); piece++) {
      var sector = today.coverage().sectors().get(piece);
      List<Integer> points = today.present().subList(10 * piece, Math.min(56, 10 * piece + 10));
      assertThat(sector.sector()).isEqualTo(PIECES.get(piece));
      assertThat(sector.sharePermille())
          .isEqualTo(points.stream().filter(n -> n > 0).count() * 1_000 / points.size());
      assertThat(sector.units())
          .isGreaterThanOrEqualTo(points.stream().mapToInt(n -> n).max().orElse(0));
    }
    assertThat(today.present().getLast()).isZero();
  }

  @Test
  void theMovesLeadFromTodayToThePlan() {
    PostureComparison.Figures best = MADE.of(MADE.best());
    assertThat(best.moves()).isNotEmpty().allMatch(move -> move.from().isPresent());
    assertThat(
            MADE.of(MADE.today()).value() + best.moves().stream().mapToLong(PlanMove::gain).sum())
        .isEqualTo(best.value());
    assertThat(MADE.of(MADE.today()).moves()).isEmpty();
  }

  @Test
  void theAgreedRulesChangeNothingAndOtherRulesChangeWhatTheySay() {
    PostureComparison.Figures best = MADE.of(MADE.best());
    assertThat(best.clauses())
        .filteredOn(ClauseWorth::isAgreed)
        .hasSize(4)
        .allMatch(clause -> clause.home() == best.value());
    assertThat(best.clauses())
        .filteredOn(clause -> clause.rule() == ClauseWorth.Rule.TARGET)
        .extracting(ClauseWorth::home)
        .isSorted();
  }

  @Test
  void withTheOtherSidesUnitsItIsSureToHaveMoreAndWithNoneWhatItHasAlone() {
    List<Integer> best = MADE.best();
    assertThat(MADE.sure(best, PIECES.stream().map(name -> new SectorHelp(name, 2, 0, 0)).toList()))
        .contains(MADE.certificate().value());
    assertThat(
            MADE.sure(best, PIECES.stream().map(name -> new SectorHelp(name, 2, 2, 1)).toList())
                .orElseThrow())
        .isGreaterThan(MADE.certificate().value());
  }

  @Test
  void aPlanIsKeptWithItsNameAndItsBound() {
    PostureFact.Planned planned = MADE.planned(MADE.at(List.of(2, 7)), Optional.of("Nowruz"));
    assertThat(planned.name()).contains("Nowruz");
    assertThat(planned.posts()).extracting(Place::label).containsExactly("site 2", "site 7");
    assertThat(planned.candidates()).isEqualTo(12);
    assertThat(planned.certificate().bound()).isEqualTo(MADE.certificate().bound());
  }

  @Test
  void whatIsNoPlanIsRefused() {
    assertThatThrownBy(() -> MADE.at(List.of(12))).hasMessageContaining("no site 12");
    assertThatThrownBy(() -> MADE.at(List.of(1, 2, 3)))
        .hasMessageContaining("3 posts; expected at most 2, and 1 at a site");
    assertThatThrownBy(() -> MADE.at(List.of(1, 1))).hasMessageContaining("1 at a site");
    assertThatThrownBy(() -> MADE.planned(MADE.at(List.of()), Optional.empty()))
        .hasMessageContaining("0 in posts");
  }

  /// More units stand there than posts are asked for: they have no bound, and are still shown.
  @Test
  void moreUnitsThanPostsAreShownWithoutABound() {
    List<PostureComparison.Standing> crowd = new ArrayList<>(TODAY);
    crowd.add(new PostureComparison.Standing("Zabol 3", Position.ofDegrees(29.0001, 61.4)));
    PostureComparison made = compared(BORDER, crowd, PostureComparison.Watch.NOBODY).orElseThrow();
    assertThat(made.today()).startsWith(2).endsWith(1);
    PostureComparison.Figures today = made.of(made.today());
    assertThat(today.bound()).isEmpty();
    assertThat(made.of(made.best()).moves()).anyMatch(move -> move.to().isEmpty());
    assertThatThrownBy(() -> made.planned(made.today(), Optional.empty()))
        .hasMessageContaining("more posts than were asked for");
    assertThat(made.at(List.of(0, 0))).startsWith(2);
  }

  /// Behind the sites there are, so that plans over those stay what they were; and the best is
  /// looked for among all.
  @Test
  void aSiteMoreChangesTheBestAndTheBoundAndNoOtherPlan() {
    Place nearer = Place.at("ford", Position.ofDegrees(29.35, 61.49), 0);
    PostureComparison more = MADE.with(nearer);
    assertThat(more.wish().candidates()).hasSize(13).endsWith(nearer);
    assertThat(more.standing().subList(0, 12)).isEqualTo(MADE.standing());
    assertThat(more.of(more.at(List.of(2, 7))).value())
        .isEqualTo(MADE.of(MADE.at(List.of(2, 7))).value());
    assertThat(more.of(more.today()).moves()).isEmpty();
    assertThat(more.certificate().bound()).isGreaterThanOrEqualTo(MADE.certificate().value());
    assertThat(more.of(more.best()).value()).isGreaterThanOrEqualTo(MADE.of(MADE.best()).value());
    PostureComparison.Figures own = more.of(more.at(List.of(2, 12)));
    assertThat(own.value()).isGreaterThan(more.of(more.at(List.of(2, 3))).value());
    assertThat(own.bound().orElseThrow().bound()).isEqualTo(more.certificate().bound());
  }

  @Test
  void aPlaceNearASiteIsThatSite() {
    assertThat(MADE.near(Position.ofDegrees(29.701, 61.4))).hasValue(7);
    assertThat(MADE.near(Position.ofDegrees(29.05, 61.41))).as("where a unit stands").hasValue(11);
    assertThat(MADE.near(Position.ofDegrees(29.35, 61.45))).isEmpty();
  }

  @Test
  void itIsWatchedAndCanBeStopped() {
    List<String> told = new ArrayList<>();
    Optional<PostureComparison> stopped =
        compared(
            BORDER,
            TODAY,
            (sites, of) -> {
              told.add(sites + "/" + of);
              return sites < 3;
            });
    assertThat(stopped).isEmpty();
    assertThat(told).containsExactly("0/12", "1/12", "2/12", "3/12");
    assertThat(compared(Border.UNKNOWN, TODAY, PostureComparison.Watch.NOBODY)).isEmpty();
  }
}
