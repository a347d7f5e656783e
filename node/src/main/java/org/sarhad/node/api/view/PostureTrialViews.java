package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What posts would come to, as the contract has it.
public final class PostureTrialViews {
  private PostureTrialViews() {}

  /// `PostureYear` of the contract.
  public record Year(
      Instant now,
      String source,
      int days,
      int calls,
      int inTime,
      int missed,
      int medianMin,
      int ninthMin,
      int busyPermille,
      Optional<Integer> lateWithHelpNear,
      int leftOut,
      List<SectorYear> sectors) {}

  /// `PostureSectorYear` of the contract.
  public record SectorYear(String sector, int calls, int inTime, Optional<Integer> sure) {}

  /// `PostureMoves` of the contract.
  public record Moves(
      Instant now,
      String from,
      List<MoveView> moves,
      List<GeoViews.PlaceView> freed,
      List<GeoViews.PlaceView> waiting,
      long minutes) {}

  /// `PostureMove` of the contract.
  public record MoveView(
      GeoViews.PlaceView from, GeoViews.PlaceView to, Optional<Integer> minutes) {}

  /// `PostureCrossings` of the contract.
  public record Crossings(Instant now, long acrossNow, List<CrossingView> crossings) {}

  /// `PostureCrossing` of the contract.
  public record CrossingView(String crossing, boolean isOpen, long across) {}

  /// `PostureSizing` of the contract.
  public record Sizing(
      Instant now,
      int sites,
      Optional<Long> posts,
      Optional<Long> atLeast,
      List<GeoViews.PlaceView> where) {}
}
