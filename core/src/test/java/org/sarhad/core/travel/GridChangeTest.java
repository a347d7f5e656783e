package org.sarhad.core.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.geo.Position;

/// What a new grid changes of the one that is held.
class GridChangeTest {
  private static final CostGrid BEFORE = Regions.grid(Regions.plain());

  private static CostGrid grid(List<Survey.Area> areas, List<Survey.GatePoint> gates) {
    return Regions.grid(Regions.survey(Regions.MERIDIAN, areas, List.of(), gates));
  }

  @Test
  void theSameGroundChangesNothing() {
    GridChange change = new GridChange(BEFORE, Regions.grid(Regions.plain()));
    assertThat(change.isNone()).isTrue();
    assertThat(change.turns()).isEmpty();
    assertThat(change.gates()).isEmpty();
    assertThat(change.sidesChanged()).isZero();
  }

  @Test
  void whatTurnsIntoWhatIsCountedTheMostFirst() {
    CostGrid after =
        grid(
            List.of(
                Regions.land(),
                Regions.area(Terrain.SAND, Regions.box(28.2, 61.6, 28.3, 61.7)),
                Regions.area(Terrain.ROUGH, Regions.box(28.4, 61.6, 28.6, 61.8))),
            List.of(Regions.GATE));
    GridChange change = new GridChange(BEFORE, after);
    assertThat(change.turns()).extracting(GridChange.Turn::from).containsOnly(Terrain.OPEN);
    assertThat(change.turns())
        .extracting(GridChange.Turn::to)
        .containsExactly(Terrain.ROUGH, Terrain.SAND);
    assertThat(change.turns().getFirst().cells()).isEqualTo(after.count(Terrain.ROUGH));
    assertThat(change.sidesChanged()).isZero();
    assertThat(change.isNone()).isFalse();
  }

  @Test
  void groundThatBecomesWaterIsOnNobodysSide() {
    CostGrid after =
        grid(
            List.of(
                Regions.land(),
                Regions.area(Terrain.IMPASSABLE, Regions.box(28.4, 61.7, 28.5, 61.8))),
            List.of(Regions.GATE));
    GridChange change = new GridChange(BEFORE, after);
    assertThat(change.sidesChanged())
        .isEqualTo(after.count(Terrain.IMPASSABLE) - BEFORE.count(Terrain.IMPASSABLE))
        .isPositive();
  }

  @Test
  void gatesAreAddedGoneOrOther() {
    Survey.GatePoint other =
        new Survey.GatePoint("pass", Position.ofDegrees(28.4, 61.5), true, false);
    Survey.GatePoint shut =
        new Survey.GatePoint(Regions.GATE.name(), Regions.GATE.at(), false, true);
    List<Survey.Area> land = List.of(Regions.land());

    assertThat(new GridChange(BEFORE, grid(land, List.of(Regions.GATE, other))).gates())
        .singleElement()
        .matches(gate -> gate.name().equals("pass") && gate.before().isEmpty());
    assertThat(new GridChange(BEFORE, grid(land, List.of())).gates())
        .singleElement()
        .matches(gate -> gate.name().equals("mile") && gate.after().isEmpty());
    assertThat(new GridChange(BEFORE, grid(land, List.of(shut))).gates())
        .singleElement()
        .matches(gate -> gate.before().isPresent() && !gate.after().orElseThrow().isOpen());
  }

  @Test
  void anotherRegionOrOtherSidesAreSaidAndNotComparedCellByCell() {
    CostGrid moved =
        new CostGrid(
            new GridFrame(28_000_000, 61_000_000, 8_993, 10_139, 2, 2),
            Regions.IR,
            Regions.PK,
            List.of(),
            new byte[4]);
    GridChange change = new GridChange(BEFORE, moved);
    assertThat(change.isSameRegion()).isFalse();
    assertThat(change.turns()).isEmpty();
    assertThat(change.sidesChanged()).isZero();
    assertThat(change.gates()).as("the gate is gone").hasSize(1);
    assertThat(change.isNone()).isFalse();

    Survey turned =
        new Survey(
            Regions.FRAME,
            Regions.PK,
            Regions.IR,
            Regions.MERIDIAN,
            List.of(Regions.land()),
            List.of(),
            List.of(Regions.GATE));
    GridChange sides = new GridChange(BEFORE, Regions.grid(turned));
    assertThat(sides.hasSameSides()).isFalse();
    assertThat(sides.sidesChanged()).isPositive();
    assertThat(Optional.of(sides.isNone())).contains(false);
  }
}
