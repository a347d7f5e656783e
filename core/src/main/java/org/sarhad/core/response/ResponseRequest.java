package org.sarhad.core.response;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Place;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.tree.Hash;

/// Everything a person can ask their own node to do in this application.
///
/// Where something written can stay inside or go out, `audience` is part of the request, chosen
/// before typing. What is by its nature addressed to the other side has no choice and says so.
public sealed interface ResponseRequest {
  /// Open an incident; released, the other side is told at once.
  record OpenIncident(Alert alert, boolean exercise, Audience audience)
      implements ResponseRequest {}

  /// Tell the other side of an own incident that was internal so far. `alert` is what they will
  /// read; it may say less than the internal one. Always released, irrevocably.
  record NotifyPeer(IncidentId incident, Alert alert) implements ResponseRequest {}

  /// Take note, as a person, of an incident the other side has told. Always released.
  record Acknowledge(IncidentId incident, Words words) implements ResponseRequest {}

  /// Write a line into an incident's log.
  record Note(IncidentId incident, Words words, Optional<EntryId> about, Audience audience)
      implements ResponseRequest {}

  /// Declare how far the own work on an incident is.
  record ReachStage(IncidentId incident, Stage stage, Words words, Audience audience)
      implements ResponseRequest {}

  /// Correct an own item; the item stays. Goes to the same audience as the item.
  record Correct(IncidentId incident, EntryId item, Words words, Words reason)
      implements ResponseRequest {}

  /// Stop standing by an own item; the item stays, struck through. Goes to the item's audience.
  record Withdraw(IncidentId incident, EntryId item, Words reason) implements ResponseRequest {}

  /// Put an official translation beside an item of either side. Goes to the item's audience.
  record Translate(IncidentId incident, EntryId item, Words words) implements ResponseRequest {}

  /// Add an own unit to the register; released, the other side sees it from the start.
  record RegisterUnit(UnitDescription description, UnitStatus status, Audience audience)
      implements ResponseRequest {}

  /// Bring an own unit's entry in the register up to date. Internal.
  record DescribeUnit(UnitId unit, UnitDescription description) implements ResponseRequest {}

  /// Let the other side see an own unit from now on.
  record ShowUnit(UnitId unit) implements ResponseRequest {}

  /// Tell the other side no more about an own unit. What was told stays told.
  record HideUnit(UnitId unit, Words reason) implements ResponseRequest {}

  /// Report what an own unit does now, and where. Released, the position is coarsened to the agreed
  /// precision; the exact one stays inside.
  record ReportStatus(
      UnitId unit, UnitStatus status, Optional<Fix> fix, Words words, Audience audience)
      implements ResponseRequest {
    ReportStatus as(UnitStatus other) {
      return new ReportStatus(unit, other, fix, words, audience);
    }
  }

  /// Take an own unit out of the register for good. Internal.
  record RetireUnit(UnitId unit, Words reason) implements ResponseRequest {}

  /// Send an own ready unit to an incident.
  record TaskUnit(
      IncidentId incident, UnitId unit, Words instruction, Place destination, Audience audience)
      implements ResponseRequest {}

  /// End an own tasking.
  record EndTask(TaskId task, UnitFact.Outcome outcome, Words words) implements ResponseRequest {}

  /// Ask the other side for help. Always released.
  record RequestAssistance(IncidentId incident, Need need, Optional<CostLine> cost)
      implements ResponseRequest {}

  /// Offer help that was not asked for. Always released.
  record OfferAssistance(IncidentId incident, Need offer, Optional<CostLine> cost)
      implements ResponseRequest {}

  /// Answer the other side's request or offer, and perhaps commit own units in the same breath.
  /// Always released; units named must be shown to the other side.
  record AnswerAssistance(
      AssistanceId assistance,
      AssistanceFact.Answer answer,
      List<Words> conditions,
      Words words,
      List<UnitId> units)
      implements ResponseRequest {
    public AnswerAssistance {
      conditions = List.copyOf(conditions);
      units = List.copyOf(units);
    }
  }

  /// Say which own means come. Always released; units named must be shown to the other side.
  record CommitAssistance(
      AssistanceId assistance, List<UnitId> units, Words words, Optional<CostLine> cost)
      implements ResponseRequest {
    public CommitAssistance {
      units = List.copyOf(units);
    }
  }

  /// Say something within a thread of assistance; how far the own means are too, where that is what
  /// is said. Always released.
  record SayInAssistance(
      AssistanceId assistance, AssistanceFact.Verb verb, Words words, Optional<Deployment> status)
      implements ResponseRequest {
    /// In words alone.
    public SayInAssistance(AssistanceId assistance, AssistanceFact.Verb verb, Words words) {
      this(assistance, verb, words, Optional.empty());
    }
  }

  /// Take the conditions of the other side's yes, or not. Always released.
  record AnswerConditions(AssistanceId assistance, boolean accepts, Words words)
      implements ResponseRequest {}

  /// Ask the helper to stay until then. Always released.
  record AskExtension(AssistanceId assistance, Instant until, Words words)
      implements ResponseRequest {}

  /// Say until when the own means stay; empty when they cannot. Always released.
  record AnswerExtension(AssistanceId assistance, Optional<Instant> until, Words words)
      implements ResponseRequest {}

  /// State the final figure for what was committed in the entry `commitment`. Always released.
  record StateCost(AssistanceId assistance, EntryId commitment, CostLine cost)
      implements ResponseRequest {}

  /// Agree to a final figure, or dispute it. Always released.
  record AnswerCost(AssistanceId assistance, EntryId statement, boolean agrees, Words words)
      implements ResponseRequest {}

  /// Say that the help is no longer needed. Always released.
  record EndAssistance(AssistanceId assistance, Words words) implements ResponseRequest {}

  /// Log a call that was made or taken.
  record LogHotline(Optional<IncidentId> incident, Call call, Audience audience)
      implements ResponseRequest {}

  /// Confirm, or deny, a call that the other side logged. Always released.
  record AnswerHotline(HotlineId hotline, boolean agrees, Words words) implements ResponseRequest {}

  /// Issue a situation report; its number is given by the rules.
  record IssueSitrep(
      IncidentId incident,
      Sitrep.Form form,
      Sitrep.Phase phase,
      Instant asOf,
      Map<Sitrep.Letter, Words> letters,
      Words restrictions,
      Audience audience)
      implements ResponseRequest {
    public IssueSitrep {
      letters = Ordered.map(letters);
    }
  }

  /// Issue the daily report for the period that ended at the last cut-off; its counts are computed.
  record IssueDailyReport(Words restrictions, Audience audience) implements ResponseRequest {}

  /// Offer the watch to an officer, or to whoever comes next. The checklist is what the leaver saw
  /// and completed; it is internal, whatever is said of the watch itself.
  record OfferWatch(Role role, Optional<OfficerId> to, Checklist checklist)
      implements ResponseRequest {}

  /// "I have the watch." `checklist` is the digest of the checklist that was read; absent only
  /// where nobody has the watch yet. Released, the other side learns whom to call, and nothing of
  /// the checklist.
  record TakeWatch(Role role, Optional<Hash> checklist, Words words, Audience audience)
      implements ResponseRequest {}

  /// Note that the officer on watch has gone without handing over.
  record VacateWatch(Role role, Words reason, Audience audience) implements ResponseRequest {}

  /// Write down an incident from before the record.
  record ImportHistory(HistoryItem item, Audience audience) implements ResponseRequest {}

  /// Write the next version of a run card; the version in `card` is replaced by the right one.
  record WriteRunCard(RunCard card, Audience audience) implements ResponseRequest {}

  /// The roles any of which may ask this; audience included, since speaking to the other side takes
  /// more than writing at home.
  default Set<Role> roles() {
    return Authority.rolesFor(this);
  }
}
