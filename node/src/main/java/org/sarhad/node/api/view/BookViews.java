package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.api.view.ActivityViews.SaidView;

/// The barter account as the contract has it. Amounts are whole ten-thousandths of the unit of
/// account, as in the record; days are days of the account.
public final class BookViews {
  private BookViews() {}

  // ---- the account ----------------------------------------------------------------------------

  /// `BarterAccount` of the contract.
  public record Account(
      Instant now,
      Same same,
      Rules rules,
      Map<String, Integer> numbers,
      long waiting,
      Optional<Opened> account) {}

  /// `BarterSame` of the contract.
  public record Same(
      String state,
      String digest,
      int vouchers,
      List<Head> heads,
      List<Head> compared,
      Optional<String> changedBy,
      Optional<Instant> changedAt,
      Optional<Differing> difference) {}

  /// `BarterHead` of the contract.
  public record Head(String party, long size) {}

  /// `BarterDifference` of the contract.
  public record Differing(String entry, Optional<Ref> voucher) {}

  /// `BarterVoucherRef` of the contract.
  public record Ref(String voucher, String number) {}

  /// `BarterRules` of the contract.
  public record Rules(
      long swing,
      long freeSwing,
      long interest,
      long overDelivery,
      long tolerance,
      long periodMonths,
      long settlementDays) {}

  /// `BarterOpened` of the contract.
  public record Opened(
      String act,
      String unit,
      String from,
      Optional<String> until,
      String today,
      long net,
      List<Side> sides,
      List<Part> parts,
      List<Part> differences,
      Period period,
      Optional<Due> due,
      Optional<Curve> outlook,
      Optional<PaceView> pace,
      int unclosedPeriods) {}

  /// `BarterSide` of the contract.
  public record Side(
      String party, long limit, long credit, long owed, long reserved, long exposure, long room) {}

  /// `BarterPart` of the contract.
  public record Part(String account, long amount) {}

  /// `BarterPeriod` of the contract.
  public record Period(int number, String from, String until, boolean isOver) {}

  /// `BarterDue` of the contract.
  public record Due(
      String debtor,
      long amount,
      long paid,
      long left,
      int period,
      String since,
      String by,
      boolean isLate) {}

  /// `BarterOutlook` of the contract.
  public record Curve(List<CurveDay> days, Optional<Beyond> beyond) {}

  /// `BarterOutlookDay` of the contract.
  public record CurveDay(String day, long reserved, long contracted) {}

  /// `BarterBeyond` of the contract.
  public record Beyond(String party, String day) {}

  /// `BarterPace` of the contract.
  public record PaceView(long days, long moved, Optional<Reach> reach) {}

  /// `BarterReach` of the contract.
  public record Reach(String party, long days) {}

  // ---- vouchers -------------------------------------------------------------------------------

  /// `BarterVoucherPage` of the contract.
  public record VoucherPage(
      Instant now, List<VoucherView> items, long total, Optional<String> next) {}

  /// `BarterVoucher` of the contract.
  public record VoucherView(
      String voucher,
      String number,
      String kind,
      String party,
      Optional<String> on,
      Optional<Integer> period,
      long moved,
      Optional<String> contract,
      Optional<Object> goods,
      List<LineView> lines,
      Optional<String> reversedBy) {}

  /// `BarterLine` of the contract.
  public record LineView(String ledger, String account, long amount, boolean isHeld) {}

  /// `BarterVoucherDetail` of the contract.
  public record VoucherDetail(
      Instant now,
      Optional<String> unit,
      int place,
      VoucherView voucher,
      String identity,
      String digest,
      long residue,
      Optional<ActViews.ActView> act,
      Optional<LineOfAct> line,
      Optional<SaidView> said,
      List<GroundView> grounds) {}

  /// `BarterLineOfAct` of the contract.
  public record LineOfAct(int line, int of, String root, String text, List<String> path) {}

  /// `BarterGround` of the contract.
  public record GroundView(
      String as,
      String entry,
      String statement,
      Optional<String> voucher,
      Optional<String> leaf,
      Optional<String> party,
      Optional<Instant> at,
      boolean isFinal) {}

  // ---- what waits for its acceptance ----------------------------------------------------------

  /// `BarterWaiting` of the contract.
  public record Waiting(
      Instant now,
      Optional<String> unit,
      List<WaitingView> items,
      long total,
      Optional<String> next,
      Optional<ManyDraft> draft) {}

  /// `BarterWaitingDelivery` of the contract.
  public record WaitingView(
      String despatch,
      String receipt,
      DeliveryViews.GoodsView of,
      long sent,
      long received,
      boolean isTolerated,
      long value,
      long disputed) {}

  /// `BarterManyDraft` of the contract.
  public record ManyDraft(int lines, long value, long disputed, Object terms) {}

  // ---- before it is signed --------------------------------------------------------------------

  /// `BarterTried` of the contract.
  public record Tried(
      Instant now,
      String unit,
      String kind,
      Object terms,
      Optional<String> objection,
      Position before,
      Optional<Position> after,
      List<LineView> lines,
      List<Priced> priced) {}

  /// `BarterPosition` of the contract.
  public record Position(long net, List<Side> sides) {}

  /// `BarterPriced` of the contract.
  public record Priced(
      String acceptance,
      String statement,
      Optional<String> on,
      String valued,
      String unit,
      long booked,
      long worth,
      long delta,
      boolean isChosen) {}

  // ---- statements -----------------------------------------------------------------------------

  /// `BarterStatements` of the contract.
  public record Statements(
      Instant now, Optional<String> unit, Optional<Draft> open, List<Closed> items) {}

  /// `BarterFigures` of the contract.
  public record Figures(
      int period,
      String from,
      String until,
      long opening,
      long interest,
      long closing,
      int vouchers,
      String journal) {}

  /// `BarterDraft` of the contract.
  public record Draft(Figures figures, boolean isOver, Object terms, List<Proposed> proposals) {}

  /// `BarterProposedStatement` of the contract.
  public record Proposed(ActViews.ActView act, List<FigureDifference> differs) {}

  /// `BarterFigureDifference` of the contract.
  public record FigureDifference(String figure, Object here, Object there) {}

  /// `BarterClosedStatement` of the contract.
  public record Closed(
      Figures figures, boolean isOf, Ref voucher, Instant signedAt, Optional<Due> due) {}

  /// `BarterStatementDetail` of the contract.
  public record StatementDetail(
      Instant now,
      String unit,
      List<String> sides,
      Optional<Closed> closed,
      Optional<Draft> open,
      Optional<ActViews.ActView> act,
      List<VoucherView> settlements) {}
}
