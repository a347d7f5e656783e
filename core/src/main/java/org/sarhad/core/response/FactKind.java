package org.sarhad.core.response;

import java.util.Locale;
import java.util.Optional;

/// The kinds of fact, by the word in the envelope, each with the audience it may have.
public enum FactKind {
  ALERT(Reach.EITHER),
  NOTICE(Reach.RELEASED),
  ACKNOWLEDGED(Reach.RELEASED),
  NOTE(Reach.EITHER),
  STAGE(Reach.EITHER),
  CORRECTION(Reach.EITHER),
  WITHDRAWAL(Reach.EITHER),
  TRANSLATION(Reach.EITHER),
  UNIT_REGISTERED(Reach.INTERNAL),
  UNIT_DESCRIBED(Reach.INTERNAL),
  UNIT_SHOWN(Reach.RELEASED),
  UNIT_HIDDEN(Reach.RELEASED),
  UNIT_STATUS(Reach.EITHER),
  UNIT_RETIRED(Reach.INTERNAL),
  TASKING(Reach.EITHER),
  TASKING_ENDED(Reach.EITHER),
  ASSISTANCE_REQUESTED(Reach.RELEASED),
  ASSISTANCE_OFFERED(Reach.RELEASED),
  ASSISTANCE_ANSWERED(Reach.RELEASED),
  ASSISTANCE_COMMITTED(Reach.RELEASED),
  ASSISTANCE_SAID(Reach.RELEASED),
  ASSISTANCE_ENDED(Reach.RELEASED),
  ASSISTANCE_CONDITIONS_ANSWERED(Reach.RELEASED),
  ASSISTANCE_EXTENSION_ASKED(Reach.RELEASED),
  ASSISTANCE_EXTENSION_ANSWERED(Reach.RELEASED),
  ASSISTANCE_COST_STATED(Reach.RELEASED),
  ASSISTANCE_COST_ANSWERED(Reach.RELEASED),
  HOTLINE(Reach.EITHER),
  HOTLINE_ANSWERED(Reach.RELEASED),
  SITREP(Reach.EITHER),
  DAILY_REPORT(Reach.EITHER),
  WATCH_OFFERED(Reach.INTERNAL),
  WATCH_TAKEN(Reach.EITHER),
  WATCH_VACATED(Reach.EITHER),
  HISTORY(Reach.EITHER),
  RUN_CARD(Reach.EITHER),
  DEADLINE_PASSED(Reach.INTERNAL),
  ESCALATED(Reach.INTERNAL);

  private static final String APPLICATION = "response.";

  private final Reach reach;
  private final String code = APPLICATION + name().toLowerCase(Locale.ROOT);

  FactKind(Reach reach) {
    this.reach = reach;
  }

  /// The word in the envelope: `response.alert`, `response.unit_status`. Never changes.
  public String code() {
    return code;
  }

  /// Who may be the audience of such a fact.
  public Reach reach() {
    return reach;
  }

  /// Whether only a person can say such a thing. Devices report what units do, and a node writes
  /// down by itself what the clocks say; everything else takes an officer's signature.
  public boolean takesPerson() {
    return this != UNIT_STATUS && this != DEADLINE_PASSED && this != ESCALATED;
  }

  /// Inverse of [#code()]; empty for a kind that this version does not know.
  public static Optional<FactKind> find(String code) {
    for (FactKind kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  static FactKind of(ResponseFact fact) {
    return switch (fact) {
      case IncidentFact.Opened _ -> ALERT;
      case IncidentFact.Notified _ -> NOTICE;
      case IncidentFact.Acknowledged _ -> ACKNOWLEDGED;
      case IncidentFact.Noted _ -> NOTE;
      case IncidentFact.StageReached _ -> STAGE;
      case IncidentFact.Corrected _ -> CORRECTION;
      case IncidentFact.Withdrawn _ -> WITHDRAWAL;
      case IncidentFact.Translated _ -> TRANSLATION;
      case UnitFact.Registered _ -> UNIT_REGISTERED;
      case UnitFact.Redescribed _ -> UNIT_DESCRIBED;
      case UnitFact.Shown _ -> UNIT_SHOWN;
      case UnitFact.Hidden _ -> UNIT_HIDDEN;
      case UnitFact.StatusReported _ -> UNIT_STATUS;
      case UnitFact.Retired _ -> UNIT_RETIRED;
      case UnitFact.Tasked _ -> TASKING;
      case UnitFact.TaskEnded _ -> TASKING_ENDED;
      case AssistanceFact.Requested _ -> ASSISTANCE_REQUESTED;
      case AssistanceFact.Offered _ -> ASSISTANCE_OFFERED;
      case AssistanceFact.Answered _ -> ASSISTANCE_ANSWERED;
      case AssistanceFact.Committed _ -> ASSISTANCE_COMMITTED;
      case AssistanceFact.Said _ -> ASSISTANCE_SAID;
      case AssistanceFact.Ended _ -> ASSISTANCE_ENDED;
      case AssistanceFact.ConditionsAnswered _ -> ASSISTANCE_CONDITIONS_ANSWERED;
      case AssistanceFact.ExtensionAsked _ -> ASSISTANCE_EXTENSION_ASKED;
      case AssistanceFact.ExtensionAnswered _ -> ASSISTANCE_EXTENSION_ANSWERED;
      case AssistanceFact.CostStated _ -> ASSISTANCE_COST_STATED;
      case AssistanceFact.CostAnswered _ -> ASSISTANCE_COST_ANSWERED;
      case HotlineFact.Logged _ -> HOTLINE;
      case HotlineFact.Answered _ -> HOTLINE_ANSWERED;
      case ReportFact.SitrepIssued _ -> SITREP;
      case ReportFact.DailyReported _ -> DAILY_REPORT;
      case WatchFact.Offered _ -> WATCH_OFFERED;
      case WatchFact.Taken _ -> WATCH_TAKEN;
      case WatchFact.Vacated _ -> WATCH_VACATED;
      case HistoryFact.Imported _ -> HISTORY;
      case RunCardFact.Written _ -> RUN_CARD;
      case ClockFact.Passed _ -> DEADLINE_PASSED;
      case ClockFact.Escalated _ -> ESCALATED;
    };
  }

  /// Where facts of a kind belong.
  public enum Reach {
    /// Own log only: it is addressed to the other side.
    RELEASED,
    /// Private journal only.
    INTERNAL,
    /// Whichever its author chose.
    EITHER;

    /// Whether a fact that is released, or not, may be of such a kind.
    public boolean allows(boolean released) {
      return switch (this) {
        case RELEASED -> released;
        case INTERNAL -> !released;
        case EITHER -> true;
      };
    }
  }
}
