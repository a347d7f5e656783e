package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.api.view.IncidentViews.Author;
import org.sarhad.node.api.view.RegisterViews.ActLine;
import org.sarhad.node.api.view.RegisterViews.Statement;

/// Recurring duties and meetings, as the contract has them.
public final class MeetingViews {
  private MeetingViews() {}

  /// `DutyCalendar` of the contract.
  public record Calendar(
      Instant now,
      Instant from,
      Instant to,
      List<DutyView> duties,
      List<OccurrenceView> occurrences,
      boolean cut,
      List<OccurrenceView> late,
      int lateTotal) {}

  /// `RecurringDuty` of the contract.
  public record DutyView(
      String duty,
      String id,
      String leaf,
      String what,
      String level,
      Map<String, String> title,
      String cycle,
      String first,
      Optional<String> until,
      List<String> sides,
      EscalationView escalation,
      Optional<NextView> next,
      Optional<EndedView> ended) {}

  /// `DutyEscalation` of the contract.
  public record EscalationView(int graceDays, int stepDays, List<String> ladder) {}

  /// `DutyNext` of the contract.
  public record NextView(int number, String due, Instant over) {}

  /// `DutyEnded` of the contract.
  public record EndedView(String entry, String stage, Instant at) {}

  /// `DutyOccurrence` of the contract.
  public record OccurrenceView(
      String duty,
      String id,
      int number,
      String what,
      String level,
      Map<String, String> title,
      List<String> sides,
      String due,
      Instant over,
      boolean isLate,
      String stage,
      boolean isFinal,
      Optional<String> before,
      Optional<RungView> next,
      List<WordView> words,
      List<HeldView> meetings,
      Optional<String> cancelledBy) {}

  /// `DutyRung` of the contract.
  public record RungView(String role, Instant at) {}

  /// `OccurrenceMeeting` of the contract.
  public record HeldView(String meeting, String stage) {}

  /// `OutcomeWord` of the contract.
  public record WordView(
      String party,
      String entry,
      Instant at,
      String outcome,
      Optional<String> reason,
      List<String> by,
      Optional<ItemView> item,
      Optional<Map<String, String>> remark) {}

  /// `AgendaItemName` of the contract.
  public record ItemView(String agenda, int number) {}

  /// `MeetingList` of the contract.
  public record MeetingList(List<MeetingView> items, int total, Optional<String> next) {}

  /// `Meeting` of the contract.
  public record MeetingView(
      String meeting,
      String id,
      String calledBy,
      Instant calledAt,
      Instant at,
      String level,
      List<String> sides,
      Map<String, String> place,
      Map<String, String> subject,
      Optional<OccurrenceName> occasion,
      String stage,
      boolean isFinal,
      boolean isAgendaAgreed,
      boolean lacksRecord,
      List<ComingView> answers,
      List<WordView> words,
      Optional<String> record) {}

  /// `OccurrenceName` of the contract.
  public record OccurrenceName(String duty, int number) {}

  /// `MeetingAnswer` of the contract.
  public record ComingView(String party, String entry, Instant at, boolean comes) {}

  /// `MeetingDetail` of the contract.
  public record Detail(
      MeetingView meeting,
      Optional<OccurrenceView> occurrence,
      List<AgendaView> agendas,
      List<MinutesView> minutes,
      List<ActLine> records,
      List<Statement> history) {}

  /// `Agenda` of the contract.
  public record AgendaView(
      String agenda,
      String id,
      String party,
      int version,
      Instant at,
      boolean isLatest,
      boolean isAgreed,
      List<String> accepted,
      List<Map<String, String>> items) {}

  /// `Minutes` of the contract.
  public record MinutesView(
      String entry, Author by, Instant at, Optional<Map<String, String>> text) {}
}
