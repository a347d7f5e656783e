package org.sarhad.core.response;

import java.util.List;
import java.util.Optional;
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
    /// Accepted under conditions, which are the answerer's own words.
    CONDITIONAL,
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

  /// Everything committed so far, each side's in its order.
  public List<AssistanceFact.Committed> committed() {
    return state
        .sides()
        .values()
        .flatMap(side -> side.help().thread(id).committed().stream())
        .toList();
  }

  /// How far it has come.
  public Progress progress() {
    boolean ended =
        state.sides().values().anyMatch(side -> side.help().thread(id).ended().isPresent());
    if (ended) {
      return Progress.ENDED;
    }
    return answered()
        .map(
            answered ->
                switch (answered.answer()) {
                  case ACCEPTED -> Progress.ACCEPTED;
                  case CONDITIONAL -> Progress.CONDITIONAL;
                  case DECLINED -> Progress.DECLINED;
                })
        .orElse(isOffer() ? Progress.OFFERED : Progress.REQUESTED);
  }
}
