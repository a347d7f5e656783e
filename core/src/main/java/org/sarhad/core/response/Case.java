package org.sarhad.core.response;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// One request before the rules: what is known, what was agreed, who asks.
record Case(ResponseState state, ResponseSettings settings, RequestContext context) {
  PartyId own() {
    return context.own();
  }

  Instant now() {
    return context.now();
  }

  SideState ownSide() {
    return state.side(own());
  }

  /// The number of the next name in a series whose last is `last`.
  int nextAfter(int last) {
    return (int) Math.min(last + 1 + context.missing(), ResponseId.MAX_NUMBER);
  }

  int textMax() {
    return settings.lengths().text();
  }

  /// The run card in force at the own side for a code-word.
  Optional<RunCard> card(String codeWord) {
    return RunCards.find(state, own(), settings.cards(), codeWord);
  }

  /// The objections to `request`, with that of its role already heard.
  Objections objectionsTo(ResponseRequest request) {
    Set<Role> allowed = request.roles();
    return new Objections(now())
        .unless(
            Authority.actingAs(request, context.roles()).isPresent(),
            Refusal.ROLE_MAY_NOT,
            "allowed: " + allowed.stream().sorted().map(Role::title).toList());
  }

  /// The incident, if anybody at the own side can know it.
  Optional<Incident> known(IncidentId id) {
    return state.incident(id).filter(incident -> incident.isKnownTo(own()));
  }

  boolean isKnown(IncidentId id) {
    return known(id).isPresent();
  }

  /// Whether both sides know the incident, so that something can be said about it to the other. An
  /// unknown one is another objection's business.
  boolean canBeTold(IncidentId id, Audience audience) {
    return audience == Audience.INTERNAL || known(id).map(Incident::isReleased).orElse(true);
  }

  boolean isClosedHere(IncidentId id) {
    return known(id).filter(incident -> incident.stageOf(own()) == Stage.CLOSED).isPresent();
  }

  boolean isOwn(ResponseId id) {
    return id.owner().equals(own());
  }

  Optional<Unit> ownUnit(UnitId id) {
    return isOwn(id) ? state.unit(id) : Optional.empty();
  }

  /// What anybody said about the incident in `entry`, in vain or not.
  Optional<Said> item(IncidentId id, EntryId entry) {
    return known(id)
        .flatMap(
            incident ->
                state
                    .sides()
                    .values()
                    .flatMap(side -> incident.file(side.party()).item(entry).stream())
                    .findFirst());
  }

  Optional<Said> ownItem(IncidentId id, EntryId entry) {
    return ownSide().incidents().file(id).item(entry);
  }

  static Audience audienceOf(Said item) {
    return item.released() ? Audience.RELEASE : Audience.INTERNAL;
  }

  static Authored<ResponseFact> fact(ResponseFact fact, Audience audience) {
    return new Authored<>(fact, audience);
  }

  static Authored<ResponseFact> internal(ResponseFact fact) {
    return Authored.internal(fact);
  }

  static Authored<ResponseFact> released(ResponseFact fact) {
    return Authored.released(fact);
  }
}
