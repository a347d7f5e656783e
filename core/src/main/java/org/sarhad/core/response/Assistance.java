package org.sarhad.core.response;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.party.PartyId;

/// One thread of assistance as it stands for everybody.
///
/// @param opened the request or offer that began it
public record Assistance(ResponseState state, AssistanceId id, Said opened) {
  /// How far it has come. Nothing here happens by silence.
  public enum Progress {
    /// Asked for, not answered.
    REQUESTED,
    /// Offered, not answered.
    OFFERED,
    ACCEPTED,
    /// Accepted under conditions, which are the answerer's own words, and which the side that
    /// opened the thread has not answered.
    CONDITIONAL,
    /// No, or conditions that were not taken.
    DECLINED,
    /// One side has said that its part is over.
    ENDED
  }

  /// The side that asked or offered.
  public PartyId owner() {
    return id.owner();
  }

  /// Whether it began with an offer.
  public boolean isOffer() {
    return opened.fact() instanceof AssistanceFact.Offered;
  }

  /// What was asked for or offered.
  public Need need() {
    return switch (opened.fact()) {
      case AssistanceFact.Requested fact -> fact.need();
      case AssistanceFact.Offered fact -> fact.offer();
      case ResponseFact other ->
          throw new IllegalStateException("thread opened by " + other.kind());
    };
  }

  /// The incident it is for.
  public IncidentId incident() {
    return ((AssistanceFact) opened.fact()).incident();
  }

  /// The answer of the first side, by name, that answered.
  public Optional<Said> answer() {
    return state
        .others(owner())
        .flatMap(side -> side.help().thread(id).answered().stream())
        .findFirst();
  }

  /// The same as a fact.
  public Optional<AssistanceFact.Answered> answered() {
    return answer().map(Said::fact).map(AssistanceFact.Answered.class::cast);
  }

  /// Whether any side has answered.
  public boolean isAnswered() {
    return answer().isPresent();
  }

  /// The side whose means are wanted: the offerer, or who has answered the request.
  public Optional<PartyId> helper() {
    return isOffer() ? Optional.of(owner()) : answer().map(Said::author);
  }

  /// The side that is helped: the asker, or who has answered the offer.
  public Optional<PartyId> helped() {
    return isOffer() ? answer().map(Said::author) : Optional.of(owner());
  }

  // ---- what follows a yes ---------------------------------------------------------------------

  /// Whether the answer is a yes under conditions.
  public boolean isConditional() {
    return answered()
        .filter(answered -> answered.answer() == AssistanceFact.Answer.CONDITIONAL)
        .isPresent();
  }

  /// What the side that opened the thread says to the conditions.
  public Optional<AssistanceFact.ConditionsAnswered> conditionsAnswered() {
    return answer()
        .flatMap(said -> thread(owner()).replies().conditions().find(said.entry()))
        .map(Said::fact)
        .map(AssistanceFact.ConditionsAnswered.class::cast);
  }

  /// Whether there are conditions, and the side that opened the thread does not take them.
  public boolean areConditionsDeclined() {
    return isConditional() && conditionsAnswered().filter(said -> !said.accepts()).isPresent();
  }

  /// Whether there is a yes that binds: without conditions, or with conditions that were taken.
  public boolean isBinding() {
    return answered()
        .filter(
            answered ->
                switch (answered.answer()) {
                  case ACCEPTED -> true;
                  case CONDITIONAL ->
                      conditionsAnswered()
                          .filter(AssistanceFact.ConditionsAnswered::accepts)
                          .isPresent();
                  case DECLINED -> false;
                })
        .isPresent();
  }

  /// How far the helper says its means are.
  public Optional<Deployment> deployment() {
    return saidBy(helper(), AssistanceFact.Said.class)
        .flatMap(said -> ((AssistanceFact.Said) said.fact()).status().stream())
        .reduce((_, later) -> later);
  }

  /// Whether the helper wants its means back.
  public boolean isReturnAsked() {
    return saidBy(helper(), AssistanceFact.Said.class)
        .anyMatch(
            said -> ((AssistanceFact.Said) said.fact()).verb() == AssistanceFact.Verb.ASK_RETURN);
  }

  /// Every time that the helped side asked the helper to stay longer, in order.
  public List<Extension> extensions() {
    return saidBy(helped(), AssistanceFact.ExtensionAsked.class)
        .map(
            asked ->
                new Extension(
                    asked,
                    helper()
                        .flatMap(side -> thread(side).replies().extensions().find(asked.entry()))))
        .toList();
  }

  /// Until when the helper has last said that it stays longer.
  public Optional<Instant> until() {
    return extensions().stream()
        .flatMap(extension -> extension.until().stream())
        .reduce((_, later) -> later);
  }

  /// What each commitment of the helper costs, in the order in which they were made; those that say
  /// nothing of cost, and of which no figure was stated, are free.
  public List<HelpCost> costs() {
    return saidBy(helper(), AssistanceFact.Committed.class).map(this::cost).toList();
  }

  private HelpCost cost(Said commitment) {
    Optional<Said> stated =
        saidBy(helper(), AssistanceFact.CostStated.class)
            .filter(
                said ->
                    ((AssistanceFact.CostStated) said.fact())
                        .commitment()
                        .equals(commitment.entry()))
            .reduce((_, later) -> later);
    return new HelpCost(
        commitment,
        stated,
        stated.flatMap(
            said -> helped().flatMap(side -> thread(side).replies().costs().find(said.entry()))));
  }

  private Stream<Said> saidBy(Optional<PartyId> side, Class<? extends AssistanceFact> kind) {
    return side.stream()
        .flatMap(party -> thread(party).said())
        .filter(said -> kind.isInstance(said.fact()));
  }

  private HelpThread thread(PartyId side) {
    return state.side(side).help().thread(id);
  }

  /// How far it has come, step by step.
  public HelpStage stage() {
    return switch (progress()) {
      case REQUESTED -> HelpStage.REQUESTED;
      case OFFERED -> HelpStage.OFFERED;
      case DECLINED -> areConditionsDeclined() ? HelpStage.CONDITIONS_DECLINED : HelpStage.DECLINED;
      case CONDITIONAL -> HelpStage.CONDITIONAL;
      case ACCEPTED -> stageOfHelp();
      case ENDED -> isSettled() ? HelpStage.SETTLED : HelpStage.ENDED;
    };
  }

  private HelpStage stageOfHelp() {
    if (isReturnAsked()) {
      return HelpStage.RETURN_ASKED;
    }
    boolean isOut =
        deployment()
            .filter(status -> status != Deployment.MOBILISING && status != Deployment.RETURNED)
            .isPresent();
    if (isOut) {
      return HelpStage.DEPLOYED;
    }
    return committed().isEmpty() ? HelpStage.ACCEPTED : HelpStage.COMMITTED;
  }

  private boolean isSettled() {
    return costs().stream()
        .filter(cost -> cost.estimate().isPresent() || cost.stated().isPresent())
        .allMatch(cost -> cost.standing() == HelpCost.Standing.AGREED);
  }

  /// Everything committed so far, each side's in its order.
  public List<AssistanceFact.Committed> committed() {
    return state
        .sides()
        .values()
        .flatMap(side -> side.help().thread(id).committed().stream())
        .toList();
  }

  /// The sides that have said that their part is over, by name.
  public List<PartyId> endedBy() {
    return state
        .sides()
        .values()
        .flatMap(side -> side.help().thread(id).ended().stream())
        .map(Said::author)
        .toList();
  }

  /// How far it has come.
  public Progress progress() {
    if (!endedBy().isEmpty()) {
      return Progress.ENDED;
    }
    return answered()
        .map(
            answered ->
                switch (answered.answer()) {
                  case ACCEPTED -> Progress.ACCEPTED;
                  case CONDITIONAL ->
                      conditionsAnswered()
                          .map(said -> said.accepts() ? Progress.ACCEPTED : Progress.DECLINED)
                          .orElse(Progress.CONDITIONAL);
                  case DECLINED -> Progress.DECLINED;
                })
        .orElse(isOffer() ? Progress.OFFERED : Progress.REQUESTED);
  }
}
