package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.api.view.ActivityViews.SaidView;

/// Screening of those who trade, as the contract has it.
public final class ScreeningViews {
  private ScreeningViews() {}

  /// `Screening` of the contract.
  public record Board(
      Instant now,
      int threshold,
      long listAgeSeconds,
      long lookBackSeconds,
      int edition,
      List<ListView> lists,
      List<LicenceView> licences) {}

  /// `ScreeningList` of the contract.
  public record ListView(SaidView taken, long ageSeconds, Instant staleAt, boolean isStale) {}

  /// `ScreeningLicence` of the contract.
  public record LicenceView(
      SaidView recorded,
      long used,
      long left,
      boolean holds,
      List<SaidView> draws,
      Optional<SaidView> ended) {}

  /// `ScreenedPage` of the contract.
  public record Page(Instant now, List<SubjectView> items, long total, Optional<String> next) {}

  /// `ScreenedParty` of the contract.
  public record SubjectView(String subject, Optional<String> objection, List<SideView> sides) {}

  /// `ScreenedBySide` of the contract.
  public record SideView(
      String party,
      String standing,
      Optional<SaidView> held,
      Optional<SaidView> proposal,
      Optional<SaidView> decided,
      Optional<SaidView> confirmed) {}

  /// `ScreenedDetail` of the contract.
  public record Detail(
      Instant now,
      SubjectView party,
      List<HistoryView> history,
      boolean isWhole,
      List<LicenceView> licences,
      List<DealingView> dealings) {}

  /// `ScreeningWord` of the contract.
  public record HistoryView(String kind, SaidView said, Optional<String> refused) {}

  /// `ScreenedDealing` of the contract.
  public record DealingView(
      String act, String id, String what, List<String> subjects, boolean isOpen, Instant last) {}

  /// `ScreeningLookBack` of the contract.
  public record LookBackPage(
      Instant now,
      Instant since,
      List<String> subjects,
      List<DealingView> items,
      long total,
      Optional<String> next) {}
}
