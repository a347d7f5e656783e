package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.api.view.GeoViews.PlaceView;

/// What happened before the record, as the contract has it.
public final class HistoryViews {
  private HistoryViews() {}

  /// `HistoryPage` of the contract.
  public record Page(List<ItemView> items, long total, Optional<String> next) {}

  /// `HistoryItem` of the contract.
  public record ItemView(
      String id,
      String externalId,
      String label,
      String occurred,
      String title,
      Optional<String> soil,
      PlaceView where,
      List<ClaimView> claims,
      String importedBy,
      Instant importedAt,
      String entry,
      LadderView ladder) {}

  /// `HistoryClaim` of the contract.
  public record ClaimView(
      String property,
      String figure,
      Optional<Integer> low,
      Optional<Integer> best,
      Optional<Integer> high,
      String saidBy,
      String source,
      String asOf,
      boolean superseded) {}
}
