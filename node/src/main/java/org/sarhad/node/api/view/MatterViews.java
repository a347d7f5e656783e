package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Matters under inquiry and their boards, as the contract has them. Values of claims stand as they
/// were signed (protocol clause 09-2.2).
public final class MatterViews {
  private MatterViews() {}

  /// `InquiryWords` of the contract.
  public record WordsView(String language, String text) {}

  /// `MatterPage` of the contract.
  public record Page(List<MatterView> items, int total, Optional<String> next) {}

  /// `Matter` of the contract.
  ///
  /// @param id how the protocol names the entry; what a statement about it says
  public record MatterView(
      String matter,
      String id,
      String kind,
      WordsView title,
      Optional<GeoViews.PlaceView> place,
      Optional<String> zone,
      List<String> incidents,
      Optional<String> about,
      boolean imported,
      String party,
      Instant openedAt,
      boolean isFinal,
      List<ClosingView> closed,
      List<String> linked,
      int claims,
      int exhibits,
      List<CountView> meter,
      List<TallyView> seals) {}

  /// `MatterClosing` of the contract.
  public record ClosingView(String party, Instant at, WordsView reason) {}

  /// `BoardCount` of the contract.
  public record CountView(String state, int rows, Optional<Long> oldestSeconds) {}

  /// `SealTally` of the contract.
  public record TallyView(String party, int sealed, int revealed, int late, int lapsed) {}

  /// `Board` of the contract.
  public record BoardView(
      MatterView matter,
      Instant asOf,
      String basis,
      List<ColumnView> columns,
      List<RowView> rows,
      List<String> next,
      List<DueView> dues,
      int duesTotal,
      List<List<String>> names,
      Optional<SceneView> scene,
      List<SealView> sealedClaims,
      String digest,
      SymbolView symbol) {}

  /// `BoardSymbol` of the contract: the digest with matter and time, for paper.
  public record SymbolView(String text, int modules, String bits) {}

  /// `BoardColumn` of the contract.
  public record ColumnView(String badge, String party) {}

  /// `BoardRow` of the contract.
  public record RowView(
      String row,
      String property,
      Optional<String> unit,
      Optional<String> category,
      String type,
      String state,
      Instant since,
      List<CellView> cells,
      List<SaidView> third,
      int earlierThird,
      List<BarView> bars,
      int earlierBars,
      JointView joint) {}

  /// `BoardCell` of the contract.
  public record CellView(
      String party,
      List<SaidView> said,
      int earlier,
      List<AnswerView> answers,
      int earlierAnswers,
      Optional<SilenceView> silence) {}

  /// `BoardSilence` of the contract.
  public record SilenceView(Instant asOf, Optional<Instant> asked) {}

  /// `ClaimSaid` of the contract: the fields of protocol clause 09-8.2, in their order.
  ///
  /// @param translations the languages in which translations of it are signed
  public record SaidView(
      String claim,
      String id,
      String party,
      String row,
      String verb,
      boolean struck,
      Object value,
      Instant asOf,
      String behalf,
      String basis,
      List<SourceView> sources,
      Optional<String> grading,
      List<String> exhibits,
      Optional<WordsView> words,
      boolean more,
      List<String> translations,
      List<PositionView> positions,
      HistoryView history,
      Optional<RevealView> sealed,
      Instant statedAt,
      boolean isFinal) {}

  /// `ClaimSource` of the contract.
  public record SourceView(String name, Optional<String> locator, Optional<Instant> at) {}

  /// `ClaimHistory` of the contract.
  public record HistoryView(
      Optional<String> supersedes,
      Optional<String> successor,
      Optional<WordsView> reason,
      Optional<Instant> endedAt) {}

  /// `ClaimReveal` of the contract.
  public record RevealView(Instant sealedAt, Instant revealedAt, Instant revealBy, boolean late) {}

  /// `Position` of the contract, on a claim.
  public record PositionView(
      String entry,
      String party,
      String stance,
      Optional<Object> part,
      Optional<WordsView> reason,
      List<String> exhibits,
      Instant at,
      boolean latest,
      boolean isFinal) {}

  /// `BoardAnswer` of the contract.
  public record AnswerView(String claim, String claimant, PositionView position) {}

  /// `BoardBar` of the contract: whole numbers, or milliseconds since 1970 for times.
  public record BarView(
      String claim,
      String party,
      String behalf,
      List<String> sources,
      long low,
      Optional<Long> high,
      Optional<Long> best,
      Instant asOf,
      boolean standing) {}

  /// `BoardJoint` of the contract.
  public record JointView(
      List<FoundView> found,
      Optional<SpanView> overlap,
      Optional<SpreadView> envelope,
      Optional<SpreadView> everSaid) {}

  /// `BoardSpan` of the contract.
  public record SpanView(long low, Optional<Long> high) {}

  /// `BoardSpread` of the contract.
  public record SpreadView(long low, long high, boolean openAbove) {}

  /// `BoardFound` of the contract.
  public record FoundView(
      String act, int version, Instant since, ItemView item, List<DissentView> dissents) {}

  /// `FindingItem` of the contract.
  public record ItemView(
      String row,
      String property,
      Optional<String> unit,
      Optional<String> category,
      String outcome,
      Optional<Object> value,
      List<SideValueView> values,
      List<String> restsOn) {}

  /// `FindingSideValue` of the contract.
  public record SideValueView(String party, Object value) {}

  /// `Dissent` of the contract.
  public record DissentView(
      String entry, String party, Instant at, Optional<String> property, WordsView words) {}

  /// `PositionDue` of the contract.
  public record DueView(
      String claim,
      String claimant,
      String row,
      String party,
      Optional<Instant> due,
      boolean overdue) {}

  /// `SceneClock` of the contract.
  public record SceneView(
      Instant keptUntil, Instant visitDue, boolean visitProposed, boolean overdue) {}

  /// `SealedClaim` of the contract.
  ///
  /// @param openable whether this node holds what it takes to reveal it
  public record SealView(
      String seal,
      String id,
      String party,
      Instant sealedAt,
      Instant revealBy,
      String commitment,
      String stage,
      Optional<Instant> shownAt,
      boolean openable,
      boolean isFinal) {}

  /// `ClaimPage` of the contract.
  public record Claims(List<SaidView> items, int total, Optional<String> next) {}

  /// `ClaimDetail` of the contract.
  public record ClaimDetail(
      String matter,
      String matterId,
      WordsView title,
      SaidView claim,
      List<WordsView> words,
      List<SaidView> chain,
      List<PositionView> positions,
      List<TranslationView> translations,
      Optional<String> commitment) {}

  /// `ClaimTranslation` of the contract.
  public record TranslationView(String entry, String party, Instant at, WordsView words) {}

  /// `Timeline` of the contract.
  public record Timeline(List<EventView> items, int total, Optional<String> next) {}

  /// `TimelineEvent` of the contract.
  public record EventView(
      String entry,
      String party,
      Instant at,
      String what,
      Optional<String> about,
      Optional<String> row,
      Optional<Object> value,
      Optional<String> code,
      Optional<WordsView> words,
      boolean isFinal) {}
}
