package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The ground that is held and the one that would take its place, as the contract has them.
public final class GroundViews {
  private GroundViews() {}

  /// `HeldGround` of the contract.
  public record State(
      Instant now,
      boolean hasLine,
      Optional<GridView> held,
      Optional<String> agreed,
      boolean hasFormer,
      Optional<Long> readingBytes,
      Optional<DraftView> draft) {}

  /// What a grid holds.
  public record GridView(
      String sha256,
      int columns,
      int rows,
      GeoViews.PositionView southWest,
      GeoViews.PositionView northEast,
      List<CountView> cells,
      MapView map) {}

  /// How many cells are of a terrain.
  public record CountView(String terrain, int cells) {}

  /// A grid from the north down, each row as digits of terrain (19-2.1), no more than so many.
  public record MapView(int cellsPerDigit, List<String> rows) {}

  /// `GroundDraft` of the contract.
  public record DraftView(
      GridView grid,
      long linePoints,
      long refused,
      List<RefusalView> refusals,
      Optional<ChangeView> change) {}

  /// A feature that was left out.
  public record RefusalView(long feature, String flaw, String sentence) {}

  /// What changes.
  public record ChangeView(
      boolean sameRegion, int sidesChanged, List<TurnView> turns, List<GateChangeView> gates) {}

  /// Cells that become of another terrain.
  public record TurnView(String from, String to, int cells) {}

  /// A gate that is added, gone or other.
  public record GateChangeView(String name, String what, boolean open, boolean changesHand) {}
}
