package org.sarhad.core.response;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;

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
  ///
  /// @param status how far the helper's means are; only with [Verb#DEPLOYMENT_STATUS], where a
  ///   machine is to understand it too
  record Said(
      AssistanceId assistance,
      IncidentId incident,
      Verb verb,
      Words words,
      Optional<Deployment> status)
      implements AssistanceFact {
    /// @throws IllegalArgumentException when another verb has a status
    public Said {
      if (status.isPresent() && verb != Verb.DEPLOYMENT_STATUS) {
        throw new IllegalArgumentException("status " + status.get() + " with verb " + verb);
      }
    }

    /// Something said in words alone.
    public Said(AssistanceId assistance, IncidentId incident, Verb verb, Words words) {
      this(assistance, incident, verb, words, Optional.empty());
    }
  }

  /// "We no longer need it", by the side that was helped (ReleaseResource).
  record Ended(AssistanceId assistance, IncidentId incident, Words words)
      implements AssistanceFact {}

  /// "We take your conditions", or not: by the side that opened the thread, to a yes under
  /// conditions. That yes binds only when they are taken.
  ///
  /// @param answer the entry of that yes
  record ConditionsAnswered(
      AssistanceId assistance, IncidentId incident, EntryId answer, boolean accepts, Words words)
      implements AssistanceFact {}

  /// "Please stay until then", by the side that is helped (RequestExtendedDeploymentDuration).
  record ExtensionAsked(AssistanceId assistance, IncidentId incident, Instant until, Words words)
      implements AssistanceFact {
    public ExtensionAsked {
      until = until.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /// "We stay until then", or "we cannot", by the helper.
  ///
  /// @param question the entry that asked
  /// @param until until when; present exactly when it agrees, and not always what was asked
  record ExtensionAnswered(
      AssistanceId assistance,
      IncidentId incident,
      EntryId question,
      Optional<Instant> until,
      Words words)
      implements AssistanceFact {
    public ExtensionAnswered {
      until = until.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
    }
  }

  /// "It has cost this": the final figure of the line that a commitment opened, by the side that
  /// committed. A later one takes its place.
  ///
  /// @param commitment the entry that committed
  /// @param cost with an amount
  record CostStated(AssistanceId assistance, IncidentId incident, EntryId commitment, CostLine cost)
      implements AssistanceFact {
    /// @throws IllegalArgumentException when there is no amount
    public CostStated {
      if (cost.amountMinor().isEmpty()) {
        throw new IllegalArgumentException("a final figure without an amount");
      }
    }
  }

  /// "So it is", or "we dispute that", by the other side, in its own words.
  ///
  /// @param statement the entry of the final figure
  record CostAnswered(
      AssistanceId assistance, IncidentId incident, EntryId statement, boolean agrees, Words words)
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
