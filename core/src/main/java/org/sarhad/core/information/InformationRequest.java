package org.sarhad.core.information;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;

/// One request, as it stands at some place of the joint order (protocol clause 13-3). Immutable.
///
/// @param by the side that asks
/// @param asked what it asks; the request is known by that entry
/// @param received that a person of the other side has it in hand
/// @param clarifications what was asked back, by the entry of the question, and so in its order
/// @param answers of the asked side, by their entries, and so in their order
/// @param deferrals of the asked side, likewise
/// @param withdrawn that the asking side needs it no longer
public record InformationRequest(
    PartyId by,
    Word<InformationFact.Asked> asked,
    Optional<Word<InformationFact.Received>> received,
    PersistentMap<EntryId, Clarification> clarifications,
    PersistentMap<EntryId, Word<InformationFact.Answered>> answers,
    PersistentMap<EntryId, Word<InformationFact.Deferred>> deferrals,
    Optional<Word<InformationFact.Withdrawn>> withdrawn) {

  static InformationRequest of(PartyId by, Word<InformationFact.Asked> asked) {
    return new InformationRequest(
        by,
        asked,
        Optional.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        Optional.empty());
  }

  /// The entry that asked, by which it is known.
  public EntryId id() {
    return asked.entry();
  }

  /// The side that is asked.
  public PartyId to() {
    return asked.said().to();
  }

  /// Whether it is urgent.
  public boolean isUrgent() {
    return asked.said().urgency() == Urgency.URGENT;
  }

  /// The answer after which nothing more is to be expected.
  public Optional<Word<InformationFact.Answered>> lastAnswer() {
    return answers.values().filter(answer -> answer.said().isLast()).findFirst();
  }

  /// The question back that waits for an answer.
  public Optional<Clarification> openClarification() {
    return clarifications.values().filter(Clarification::isOpen).findFirst();
  }

  /// How far it is. An answer that crosses the withdrawal is an answer.
  public InformationStage stage() {
    if (lastAnswer().isPresent()) {
      return InformationStage.ANSWERED;
    }
    if (withdrawn.isPresent()) {
      return InformationStage.WITHDRAWN;
    }
    if (openClarification().isPresent()) {
      return InformationStage.CLARIFYING;
    }
    return received.isPresent() || !answers.isEmpty()
        ? InformationStage.RECEIVED
        : InformationStage.ASKED;
  }

  /// How old it is at `now`: since it was asked.
  public Duration age(Instant now) {
    return asked.age(now);
  }

  InformationRequest received(Word<InformationFact.Received> word) {
    return new InformationRequest(
        by, asked, Optional.of(word), clarifications, answers, deferrals, withdrawn);
  }

  InformationRequest clarified(EntryId question, Clarification clarification) {
    return new InformationRequest(
        by,
        asked,
        received,
        clarifications.put(question, clarification),
        answers,
        deferrals,
        withdrawn);
  }

  InformationRequest answered(Word<InformationFact.Answered> word) {
    return new InformationRequest(
        by, asked, received, clarifications, answers.put(word.entry(), word), deferrals, withdrawn);
  }

  InformationRequest deferred(Word<InformationFact.Deferred> word) {
    return new InformationRequest(
        by, asked, received, clarifications, answers, deferrals.put(word.entry(), word), withdrawn);
  }

  InformationRequest withdrawn(Word<InformationFact.Withdrawn> word) {
    return new InformationRequest(
        by, asked, received, clarifications, answers, deferrals, Optional.of(word));
  }
}
