package org.sarhad.node.api;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sarhad.core.travel.CostGrid;
import org.sarhad.core.travel.Gate;
import org.sarhad.core.travel.GridChange;
import org.sarhad.core.travel.Terrain;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.GroundViews;
import org.sarhad.node.ground.Draft;
import org.sarhad.node.ground.GeoShelves;
import org.sarhad.node.ground.HeldGround;
import org.sarhad.node.ground.LineFile;
import org.sarhad.node.ground.Shelf;
import org.sarhad.tlog.tree.Hash;

/// The ground as the contract shows it to whoever would put another in its place.
final class Grounds {
  /// Most digits of a row of a map.
  private static final int DIGITS_MAX = 160;

  private static final int REFUSALS_SHOWN = 200;

  private final Lens lens;
  private final Shelf<HeldGround> shelf;
  private final Optional<LineFile.Course> line;

  Grounds(Lens lens, GeoShelves geo) {
    this.lens = lens;
    this.shelf = geo.ground();
    this.line = geo.whole();
  }

  GroundViews.State view() {
    var held = shelf.held();
    var reading = shelf.tray().reading();
    return new GroundViews.State(
        lens.now(),
        line.isPresent(),
        held.map(ground -> grid(ground.grid(), ground.sha256())),
        Ground.terms(lens).grid().map(agreed -> agreed.sha256().hex()),
        shelf.hasFormer(),
        reading.isPresent() ? Optional.of(reading.getAsLong()) : Optional.empty(),
        shelf.tray().draft().map(draft -> draft(draft, held)));
  }

  private GroundViews.DraftView draft(Draft<HeldGround> draft, Optional<HeldGround> held) {
    var grid = draft.thing().grid();
    return new GroundViews.DraftView(
        grid(grid, draft.thing().sha256()),
        line.map(known -> known.course().size()).orElse(0),
        draft.refused(),
        draft.refusals().stream()
            .limit(REFUSALS_SHOWN)
            .map(
                refusal ->
                    new GroundViews.RefusalView(
                        refusal.feature(),
                        refusal.flaw().map(Codes::of).orElse("other"),
                        refusal.sentence()))
            .toList(),
        held.map(ground -> change(new GridChange(ground.grid(), grid))));
  }

  private static GroundViews.GridView grid(CostGrid grid, Hash sha256) {
    var frame = grid.frame();
    return new GroundViews.GridView(
        sha256.hex(),
        frame.columns(),
        frame.rows(),
        GeoViews.of(frame.centre(0)),
        GeoViews.of(frame.centre(frame.cells() - 1)),
        Arrays.stream(Terrain.values())
            .map(terrain -> new GroundViews.CountView(terrain.code(), grid.count(terrain)))
            .toList(),
        map(grid));
  }

  /// From the north down, a digit for each square of so many cells.
  private static GroundViews.MapView map(CostGrid grid) {
    var frame = grid.frame();
    int step = Math.ceilDiv(Math.max(frame.columns(), frame.rows()), DIGITS_MAX);
    List<String> rows =
        IntStream.range(0, Math.ceilDiv(frame.rows(), step))
            .map(row -> frame.rows() - 1 - row * step)
            .mapToObj(north -> row(grid, north, step))
            .toList();
    return new GroundViews.MapView(step, rows);
  }

  private static String row(CostGrid grid, int north, int step) {
    int columns = grid.frame().columns();
    return IntStream.iterate(0, west -> west < columns, west -> west + step)
        .mapToObj(west -> Integer.toString(square(grid, north, west, step).number()))
        .collect(Collectors.joining());
  }

  /// The fastest road in it, so that no road is broken off; its north-western cell where there is
  /// none.
  private static Terrain square(CostGrid grid, int north, int west, int step) {
    int columns = grid.frame().columns();
    return IntStream.rangeClosed(Math.max(0, north - step + 1), north)
        .boxed()
        .flatMap(
            row ->
                IntStream.range(west, Math.min(columns, west + step))
                    .mapToObj(column -> grid.terrain(row * columns + column)))
        .filter(Terrain::isRoad)
        .max(Comparator.naturalOrder())
        .orElseGet(() -> grid.terrain(north * columns + west));
  }

  // ---- what changes ---------------------------------------------------------------------------

  private static GroundViews.ChangeView change(GridChange change) {
    return new GroundViews.ChangeView(
        change.isSameRegion(),
        change.sidesChanged(),
        change.turns().stream()
            .map(
                turn ->
                    new GroundViews.TurnView(turn.from().code(), turn.to().code(), turn.cells()))
            .toList(),
        change.gates().stream().map(Grounds::gate).toList());
  }

  private static GroundViews.GateChangeView gate(GridChange.GateChange change) {
    String what =
        change.before().isEmpty() ? "added" : change.after().isEmpty() ? "gone" : "changed";
    Gate gate = change.after().or(change::before).orElseThrow();
    return new GroundViews.GateChangeView(change.name(), what, gate.isOpen(), gate.changesHand());
  }
}
