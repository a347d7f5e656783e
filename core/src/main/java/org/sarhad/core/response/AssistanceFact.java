package org.sarhad.core.response;

import java.util.List;
import java.util.Optional;

/// Asking for help and answering, in the message types of EDXL-RM. Every fact here is one side
/// speaking for itself: an answer commits the answering side's own means and nobody else's, and
/// silence is never a yes.
///
/// All of these are meant for the other side and are therefore always released.
public sealed interface AssistanceFact extends ResponseFact {
  /// The thread it belongs to.
  AssistanceId assistance();

  /// The incident the help is for.
  IncidentId incident();

  /// "We ask for …" (EDXL-RM RequestResource). Opens a thread; its author becomes the thread's
  /// owner.
  record Requested(AssistanceId assistance, IncidentId incident, Need need, Optional<CostLine> cost)
      implements AssistanceFact {}

  /// "We could give …" without having been asked (OfferUnsolicitedResource). Opens a thread.
  record Offered(AssistanceId assistance, IncidentId incident, Need offer, Optional<CostLine> cost)
      implements AssistanceFact {}

  /// Yes, yes if, or no (ResponseToRequestResource). Conditions are the answerer's own words and
  /// are not empty exactly when the answer is [Answer#CONDITIONAL].
  record Answered(
      AssistanceId assistance,
      IncidentId incident,
      Answer answer,
      List<Words> conditions,
      Words words)
      implements AssistanceFact {
    public Answered {
      conditions = List.copyOf(conditions);
    }
  }

  /// "These come" (CommitResource): own units by name where they are shown to the other side, and
  /// words for the rest.
  record Committed(
      AssistanceId assistance,
      IncidentId incident,
      List<UnitId> units,
      Words words,
      Optional<CostLine> cost)
      implements AssistanceFact {
    public Committed {
      units = List.copyOf(units);
    }
  }

  /// Anything said within the thread that changes no commitment.
  record Said(AssistanceId assistance, IncidentId incident, Verb verb, Words words)
      implements AssistanceFact {}

  /// "We no longer need it", by the side that was helped (ReleaseResource).
  record Ended(AssistanceId assistance, IncidentId incident, Words words)
      implements AssistanceFact {}

  /// The three answers.
  enum Answer {
    ACCEPTED,
    /// Yes, under the conditions listed.
    CONDITIONAL,
    DECLINED
  }

  /// The message types of EDXL-RM that only inform.
  enum Verb {
    /// RequestInformation.
    ASK,
    /// ResponseToRequestInformation.
    TELL,
    /// ReportResourceDeploymentStatus.
    DEPLOYMENT_STATUS,
    /// RequestExtendedDeploymentDuration.
    ASK_LONGER,
    /// RequestReturn: the helper wants its means back.
    ASK_RETURN
  }
}
