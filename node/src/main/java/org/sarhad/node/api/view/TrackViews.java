package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.api.view.GeoViews.PositionView;

/// Tracks, as the contract has them.
public final class TrackViews {
  private TrackViews() {}

  /// `Tracks` of the contract.
  public record Tracks(
      Instant now,
      long retentionSeconds,
      long staleAfterSeconds,
      int followed,
      String mark,
      boolean whole,
      List<TrackView> items,
      List<CrossingView> crossings,
      List<UntoldView> untold) {}

  /// One thing that is followed, with its age: what is old is marked as such.
  public record TrackView(
      String id,
      String kind,
      PositionView position,
      int radiusM,
      Instant at,
      long ageSeconds,
      boolean stale,
      Optional<String> side,
      boolean approaching,
      Optional<SeenView> doubted) {}

  /// A crossing that one side told the other.
  public record CrossingView(
      String entry,
      String party,
      boolean asserted,
      String thing,
      String from,
      Optional<String> to,
      SeenView before,
      SeenView after,
      String line,
      int lineUncertaintyM) {}

  /// A crossing that is to be told and is not yet, or cannot be.
  public record UntoldView(
      boolean asserted,
      String thing,
      String from,
      Optional<String> to,
      SeenView before,
      SeenView after,
      String line,
      int lineUncertaintyM,
      Instant since,
      int tries,
      String code,
      boolean waiting) {}

  /// Where a thing was, when.
  public record SeenView(PositionView position, int radiusM, Instant at) {}

  /// `TracksTaken` of the contract.
  public record Taken(
      int taken,
      List<RefusedView> refused,
      List<RefusedAt> refusedFirst,
      List<EventView> events,
      int told,
      Optional<String> untold) {}

  /// How many positions were refused for one reason.
  public record RefusedView(String code, int count) {}

  /// One position that was refused, by its place in the batch, from 0.
  public record RefusedAt(int number, String code) {}

  /// A line of the answer to a stream: what became of one batch, or how it ended.
  public record Receipt(
      long batch, Optional<Taken> result, Optional<String> malformed, Optional<String> end) {}

  /// `TrackHappened` of the contract: what those who listen are told.
  public record Happened(
      Instant at,
      Optional<String> id,
      Optional<String> kind,
      Optional<SeenView> seen,
      Optional<Integer> minutes,
      Optional<Long> missed) {
    /// Nothing but when.
    public static Happened at(Instant at) {
      return new Happened(
          at,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /// What happened to a thing.
  public record EventView(
      String event, String id, String kind, Instant at, Optional<Integer> minutes) {}
}
