package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.api.view.IncidentViews.Author;

/// The market of the committee, as the contract has it. Amounts are whole ten-thousandths of the
/// unit of account.
public final class MarketViews {
  private MarketViews() {}

  // ---- rounds ---------------------------------------------------------------------------------

  /// `RoundPage` of the contract.
  public record Page(
      Instant now,
      List<RoundView> items,
      List<ProposedView> proposed,
      long total,
      Optional<String> next) {}

  /// `ProposedAct` of the contract.
  public record ProposedView(
      String act,
      String kind,
      String proposer,
      List<String> waitingFor,
      Optional<String> supersedes,
      Object terms) {}

  /// `Round` of the contract.
  public record RoundView(
      String act,
      String statement,
      String leaf,
      String phase,
      boolean isFinal,
      Object terms,
      List<SideView> sides,
      List<LineView> lines,
      Optional<String> match) {}

  /// `RoundSide` of the contract.
  public record SideView(
      String party, long swing, long room, long bids, long bidsMax, TallyView sealed) {}

  /// `BidTally` of the contract.
  public record TallyView(int sealed, int revealed, int withdrawn, int lapsed) {}

  /// `RoundLine` of the contract.
  public record LineView(
      String name,
      String commodity,
      Object text,
      String exporter,
      QuantityView lot,
      long lotsLeast,
      long lotsMost,
      Optional<Long> price,
      String per,
      long lotWorth,
      int tolerancePermille,
      BidSum offered,
      BidSum needed) {}

  /// `Quantity` of the contract.
  public record QuantityView(long amount, String unit) {}

  /// `BidSum` of the contract.
  public record BidSum(long bids, long lots) {}

  /// `RoundDetail` of the contract.
  public record Detail(
      Instant now,
      String unit,
      RoundView round,
      List<MatchActView> matches,
      Optional<String> solver) {}

  // ---- bids -----------------------------------------------------------------------------------

  /// `BidPage` of the contract.
  public record Bids(Instant now, List<BidView> items, long total, Optional<String> next) {}

  /// `Bid` of the contract.
  public record BidView(
      String bid,
      String statement,
      Author by,
      Instant at,
      String state,
      boolean wasSealed,
      boolean opensHere,
      Optional<Object> says) {}

  // ---- matches --------------------------------------------------------------------------------

  /// `MatchAct` of the contract.
  public record MatchActView(
      String act,
      String leaf,
      String stage,
      String proposer,
      long value,
      long bound,
      long gapPpm,
      int pairs,
      List<CheckView> checks) {}

  /// `MatchCheck` of the contract.
  public record CheckView(String party, String said, Optional<String> objection) {}

  /// `MatchDetail` of the contract.
  public record MatchDetail(
      Instant now, String unit, String round, MatchActView act, Optional<MatchView> match) {}

  /// `FoundMatch` of the contract.
  public record Found(
      Instant now, String unit, String by, boolean isComplete, MatchView match, Object terms) {}

  /// `Match` of the contract.
  public record MatchView(
      long value,
      long bound,
      long gapPpm,
      Map<String, Long> room,
      List<PlacedView> placed,
      List<RowView> rows,
      List<UnmetView> unmet,
      List<ShortfallView> shortfalls,
      TurnoverView turnover) {}

  /// `PlacedLots` of the contract.
  public record PlacedView(String offer, String need, String line, long lots, long worth) {}

  /// `MatchRow` of the contract.
  public record RowView(
      String kind,
      String name,
      long capacity,
      long used,
      Optional<String> unit,
      long price,
      long oneMore) {}

  /// `UnmetBid` of the contract.
  public record UnmetView(String bid, String party, Object says, long left) {}

  /// `Shortfall` of the contract.
  public record ShortfallView(String line, long lots, long value) {}

  /// `Turnover` of the contract.
  public record TurnoverView(
      long offered, long matched, long balance, long asTheyCame, long trapped) {}

  /// `ContractDraft` of the contract.
  public record DraftView(Instant now, String kind, Optional<String> objection, Object terms) {}

  // ---- lines of a draft -----------------------------------------------------------------------

  /// `LinePreview` of the contract.
  ///
  /// @param lines as they stand in the terms of a protocol
  /// @param indices the published numbers that their prices rest on
  /// @param refused one page of what was not taken
  public record LinePreview(
      List<Object> lines,
      List<String> indices,
      List<RefusedCell> refused,
      long refusedTotal,
      Optional<String> next) {}

  /// `RefusedCell` of the contract.
  public record RefusedCell(int line, String column, String value, String code, String sentence) {}
}
