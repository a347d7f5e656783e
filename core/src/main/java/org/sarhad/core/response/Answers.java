package org.sarhad.core.response;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;

/// Which of the other side's facts counts as having acted on something said.
final class Answers {
  private Answers() {}

  /// The first thing another side did about `said` among `all` that was said about the incident, in
  /// reading order. O(all).
  static Optional<Said> firstTo(Said said, List<Said> all) {
    if (!said.released()) {
      return Optional.empty();
    }
    return all.stream()
        .filter(other -> !other.author().equals(said.author()))
        .filter(other -> other.anomaly().isEmpty())
        .filter(other -> answers(said.fact(), said.entry(), other.fact()))
        .findFirst();
  }

  private static boolean answers(ResponseFact said, EntryId entry, ResponseFact other) {
    return pointsAt(other, entry)
        || switch (said) {
          case IncidentFact.Opened _, IncidentFact.Notified _ -> actsOnAlert(other);
          case AssistanceFact.Requested asked -> answersThread(asked.assistance(), other);
          case AssistanceFact.Offered offered -> answersThread(offered.assistance(), other);
          case AssistanceFact.Answered answer ->
              answer.answer() == AssistanceFact.Answer.CONDITIONAL
                  && other instanceof AssistanceFact.ConditionsAnswered reply
                  && reply.answer().equals(entry);
          case AssistanceFact.ExtensionAsked _ ->
              other instanceof AssistanceFact.ExtensionAnswered reply
                  && reply.question().equals(entry);
          case AssistanceFact.CostStated _ ->
              other instanceof AssistanceFact.CostAnswered reply && reply.statement().equals(entry);
          case AssistanceFact.Said asked when asked.verb() != AssistanceFact.Verb.TELL ->
              other instanceof AssistanceFact.Said told
                  && told.assistance().equals(asked.assistance())
                  && told.verb() == AssistanceFact.Verb.TELL;
          case HotlineFact.Logged call ->
              other instanceof HotlineFact.Answered answered
                  && answered.hotline().equals(call.hotline());
          case ResponseFact _ -> false;
        };
  }

  private static boolean actsOnAlert(ResponseFact other) {
    return switch (other) {
      case IncidentFact.Acknowledged _,
          UnitFact.Tasked _,
          AssistanceFact.Offered _,
          AssistanceFact.Answered _ ->
          true;
      case ResponseFact _ -> false;
    };
  }

  private static boolean answersThread(AssistanceId thread, ResponseFact other) {
    return switch (other) {
      case AssistanceFact.Answered answered -> answered.assistance().equals(thread);
      case AssistanceFact.Committed committed -> committed.assistance().equals(thread);
      case ResponseFact _ -> false;
    };
  }

  private static boolean pointsAt(ResponseFact other, EntryId entry) {
    return switch (other) {
      case IncidentFact.Noted note -> note.about().equals(Optional.of(entry));
      case IncidentFact.Translated translation -> translation.item().equals(entry);
      case ResponseFact _ -> false;
    };
  }
}
