package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.api.view.IncidentViews.Author;

/// Documents of the agreed rules, signed or not, as the contract has them.
public final class DocumentViews {
  private DocumentViews() {}

  /// `ModalitiesDocumentList` of the contract.
  public record Page(List<Line> items, Optional<String> next) {}

  /// `ModalitiesDocumentLine` of the contract.
  public record Line(
      String act,
      String leaf,
      String proposer,
      Instant proposedAt,
      Optional<Long> number,
      String stage,
      Optional<Object> title,
      Optional<Instant> inForceFrom,
      Optional<Instant> reviewBy,
      int comments,
      Optional<String> counters,
      Optional<ActViews.VoidView> objection) {}

  /// `ModalitiesDocument` of the contract.
  public record Detail(
      Line line,
      String id,
      Optional<Object> document,
      Optional<String> flaw,
      Optional<Place> signed,
      Optional<Place> began,
      Optional<Place> voided,
      boolean reviewOverdue,
      List<String> unknown) {}

  /// `ModalitiesPlace` of the contract.
  public record Place(String entry, Instant at) {}

  /// `ClauseCommentList` of the contract.
  public record Comments(List<CommentView> items, Optional<String> next) {}

  /// `ClauseComment` of the contract.
  public record CommentView(
      String entry, String clause, String language, String text, Author by, Instant at) {}

  /// `SettingsCatalogue` of the contract.
  public record Catalogue(int number, List<SettingType> settings) {}

  /// `SettingType` of the contract.
  public record SettingType(
      String key,
      String type,
      Optional<String> unit,
      Optional<Long> min,
      Optional<Long> max,
      Optional<Object> initial,
      boolean fixed,
      String meaning,
      int since) {}
}
