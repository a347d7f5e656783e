package org.sarhad.core.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.travel.Regions.FRAME;
import static org.sarhad.core.travel.Regions.GATE;
import static org.sarhad.core.travel.Regions.IR;
import static org.sarhad.core.travel.Regions.MERIDIAN;
import static org.sarhad.core.travel.Regions.PK;
import static org.sarhad.core.travel.Regions.area;
import static org.sarhad.core.travel.Regions.box;
import static org.sarhad.core.travel.Regions.grid;
import static org.sarhad.core.travel.Regions.land;
import static org.sarhad.core.travel.Regions.plain;
import static org.sarhad.core.travel.Regions.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;

/// FEATURE UNDER TEST: a grid out of what people know of a region, and what is said about what
/// cannot be (19-2.4).
class SurveyTest {
  private static Optional<PartyId> whose(CostGrid grid, Position at) {
    return grid.whose(FRAME.cell(at).orElseThrow());
  }

  private static Terrain terrain(CostGrid grid, Position at) {
    return grid.terrain(FRAME.cell(at).orElseThrow());
  }

  private static Optional<SurveyFlaw> areaFlaw(List<Position> edge) {
    return area(Terrain.OPEN, edge).flaw(FRAME);
  }

  private static void assertUnfit(SurveyFlaw flaw, Survey survey) {
    assertThatThrownBy(survey::grid)
        .isInstanceOfSatisfying(
            UnfitSurveyException.class, e -> assertThat(e.flaw()).isEqualTo(flaw));
  }

  // ---- what comes of it -----------------------------------------------------------------------

  @Test
  void theLineGivesEachSideItsGround() {
    CostGrid grid = grid(plain());
    assertThat(whose(grid, Regions.WEST)).contains(IR);
    assertThat(whose(grid, Regions.EAST)).contains(PK);
    assertThat(whose(grid, Position.ofDegrees(28.05, 61.2))).isEmpty();
    assertThat(grid.gates())
        .singleElement()
        .satisfies(
            gate -> {
              assertThat(grid.whose(gate.left())).contains(IR);
              assertThat(grid.whose(gate.right())).contains(PK);
            });
  }

  @Test
  void whoWalksTheOtherWayHasTheOtherSideToTheLeft() {
    CostGrid grid = grid(survey(MERIDIAN.reversed(), List.of(land()), List.of(), List.of(GATE)));
    assertThat(whose(grid, Regions.WEST)).contains(PK);
  }

  @Test
  void aLineMayWindWithinACell() {
    List<Position> line = new ArrayList<>();
    for (int i = 0; i <= 800; i++) {
      line.add(Position.ofDegrees(28.1 + i / 1_000.0, 61.5 + (i % 2) * 0.004));
    }
    CostGrid grid = grid(survey(line, List.of(land()), List.of(), List.of(GATE)));
    assertThat(whose(grid, Regions.WEST)).contains(IR);
    assertThat(whose(grid, Regions.EAST)).contains(PK);
  }

  @Test
  void laterAreasLieOverEarlierOnesAndHolesAreNoPart() {
    var lake =
        new Survey.Area(
            Terrain.SALT, List.of(box(28.3, 61.1, 28.7, 61.3), box(28.45, 61.15, 28.55, 61.25)));
    CostGrid grid = grid(survey(MERIDIAN, List.of(land(), lake), List.of(), List.of(GATE)));
    assertThat(terrain(grid, Position.ofDegrees(28.4, 61.2))).isEqualTo(Terrain.SALT);
    assertThat(terrain(grid, Position.ofDegrees(28.5, 61.2))).isEqualTo(Terrain.OPEN);
  }

  @Test
  void aRoadMakesNoWayOverWater() {
    var road =
        new Survey.Road(
            Terrain.HIGHWAY,
            List.of(Position.ofDegrees(28.05, 61.2), Position.ofDegrees(28.5, 61.2)));
    CostGrid grid = grid(survey(MERIDIAN, List.of(land()), List.of(road), List.of(GATE)));
    assertThat(terrain(grid, Position.ofDegrees(28.06, 61.2))).isEqualTo(Terrain.IMPASSABLE);
    assertThat(terrain(grid, Position.ofDegrees(28.3, 61.2))).isEqualTo(Terrain.HIGHWAY);
  }

  @Test
  void theFasterOfTwoRoadsCounts() {
    List<Position> course = List.of(Position.ofDegrees(28.3, 61.1), Position.ofDegrees(28.3, 61.4));
    for (List<Terrain> order :
        List.of(List.of(Terrain.TRACK, Terrain.ROAD), List.of(Terrain.ROAD, Terrain.TRACK))) {
      List<Survey.Road> roads = order.stream().map(t -> new Survey.Road(t, course)).toList();
      CostGrid grid = grid(survey(MERIDIAN, List.of(land()), roads, List.of(GATE)));
      assertThat(terrain(grid, Position.ofDegrees(28.3, 61.2))).isEqualTo(Terrain.ROAD);
    }
  }

  @Test
  void theSameSurveyMakesTheSameBytes() {
    assertThat(GridFile.write(grid(plain()))).isEqualTo(GridFile.write(grid(plain())));
  }

  // ---- what is refused ------------------------------------------------------------------------

  @Test
  void anAreaIsRefusedWithWhatIsWrong() {
    List<Position> bowTie =
        List.of(
            Position.ofDegrees(28.2, 61.1),
            Position.ofDegrees(28.6, 61.4),
            Position.ofDegrees(28.6, 61.1),
            Position.ofDegrees(28.2, 61.4));
    assertThat(areaFlaw(List.of())).contains(SurveyFlaw.EMPTY);
    assertThat(areaFlaw(MERIDIAN)).contains(SurveyFlaw.EMPTY);
    assertThat(new Survey.Area(Terrain.OPEN, List.of()).flaw(FRAME)).contains(SurveyFlaw.EMPTY);
    assertThat(areaFlaw(box(61.1, 28.1, 61.9, 28.9))).contains(SurveyFlaw.SWAPPED);
    assertThat(areaFlaw(box(10, 10, 11, 11))).contains(SurveyFlaw.OUTSIDE);
    assertThat(areaFlaw(bowTie)).contains(SurveyFlaw.SELF_CROSSING);
    assertThat(areaFlaw(box(20, 50, 40, 70))).as("larger than the region").isEmpty();
    assertThat(areaFlaw(box(28.2, 61.1, 28.6, 61.4))).isEmpty();
  }

  @Test
  void aRoadAndAGateAreRefusedWithWhatIsWrong() {
    assertThat(new Survey.Road(Terrain.ROAD, List.of(Regions.WEST)).flaw(FRAME))
        .contains(SurveyFlaw.EMPTY);
    assertThat(
            new Survey.Road(
                    Terrain.ROAD,
                    List.of(Position.ofDegrees(61.2, 28.2), Position.ofDegrees(61.3, 28.3)))
                .flaw(FRAME))
        .contains(SurveyFlaw.SWAPPED);
    assertThat(new Survey.GatePoint("far", Position.ofDegrees(10, 10), true, true).flaw(FRAME))
        .contains(SurveyFlaw.OUTSIDE);
    assertThatThrownBy(() -> new Survey.Road(Terrain.SALT, MERIDIAN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLineThatDoesNotKeepTheSidesApartIsRefused() {
    List<Position> half = List.of(MERIDIAN.getFirst(), Position.ofDegrees(28.5, 61.5));
    assertUnfit(
        SurveyFlaw.LINE_ENDS_INLAND, survey(half, List.of(land()), List.of(), List.of(GATE)));
    assertUnfit(
        SurveyFlaw.LINE_DOES_NOT_SEPARATE,
        survey(
            List.of(Position.ofDegrees(28.1, 61.5), Position.ofDegrees(28.0, 61.52)),
            List.of(
                area(Terrain.OPEN, box(27.9, 60.9, 29.1, 62.1)),
                area(Terrain.IMPASSABLE, box(28.08, 61.4, 28.12, 61.52))),
            List.of(),
            List.of(GATE)));
    assertUnfit(
        SurveyFlaw.NO_GROUND,
        survey(
            MERIDIAN,
            List.of(area(Terrain.OPEN, box(28.1, 60.9, 28.9, 61.4))),
            List.of(),
            List.of(GATE)));
    assertUnfit(
        SurveyFlaw.EMPTY, survey(List.of(Regions.WEST), List.of(land()), List.of(), List.of(GATE)));
  }

  @Test
  void aGateIsAtTheLineAndHasANameOfItsOwn() {
    var off = new Survey.GatePoint("off", Position.ofDegrees(28.5, 61.3), true, true);
    assertUnfit(
        SurveyFlaw.GATE_OFF_LINE, survey(MERIDIAN, List.of(land()), List.of(), List.of(off)));
    assertUnfit(
        SurveyFlaw.GATE_TWICE, survey(MERIDIAN, List.of(land()), List.of(), List.of(GATE, GATE)));
  }

  @Test
  void whatIsUnsoundIsNamedAndCanBeLeftOut() {
    var swapped = area(Terrain.SAND, box(61.1, 28.1, 61.9, 28.9));
    Survey survey = survey(MERIDIAN, List.of(swapped, land()), List.of(), List.of(GATE));
    assertThat(survey.findings())
        .containsExactly(new Survey.Finding("area", 0, SurveyFlaw.SWAPPED));
    assertUnfit(SurveyFlaw.SWAPPED, survey);
    assertThat(GridFile.write(grid(survey.sound()))).isEqualTo(GridFile.write(grid(plain())));
  }
}
