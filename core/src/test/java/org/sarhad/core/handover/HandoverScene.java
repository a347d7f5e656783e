package org.sarhad.core.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Voices;

/// A channel on which an incident of Pakistan's side is handed to and fro, for tests.
final class HandoverScene {
  static final PartyId IR = Sides.IR;
  static final PartyId PK = Sides.PK;
  static final PartyId OM = PartyId.of("om");
  static final IncidentName INCIDENT = IncidentName.of("INC-PK-3");
  static final Part SEARCH = Part.of(Part.Kind.SEARCH);
  static final Wording REASONS = Wording.of("en", "The track leads over the line");
  static final Briefing BRIEFING =
      new Briefing(
          Ordered.set("T-PK-9"),
          Ordered.set("AR-PK-1"),
          Ordered.set("U-PK-4", "U-PK-5"),
          Optional.of(Wording.of("ur", "رات کو دو گاڑیوں کے بغیر نہیں")),
          Optional.of(Place.at("Gate 2", Position.ofDegrees(29.01, 61.45), 100)),
          Optional.of(Wording.of("fa", "باد از شمال")));

  final Voices voices;
  HandoverState state;

  HandoverScene(String... parties) {
    voices = Voices.of(parties);
    state = HandoverState.of(voices.parties());
  }

  static HandoverScene ofTwo() {
    return new HandoverScene("ir", "pk");
  }

  static HandoverTerms terms(Part part, PartyId from, PartyId to, Optional<EntryId> basis) {
    return new HandoverTerms(INCIDENT, part, from, to, basis, REASONS, BRIEFING);
  }

  static ActFact.Proposed proposal(Json.Obj terms) {
    return ActFact.Proposed.of(HandoverTerms.KIND, terms, Capacity.of(Role.SECTOR_COMMANDER));
  }

  Holding holding(Part part) {
    return state.responsible(INCIDENT, part);
  }

  PartyId responsible(Part part) {
    return holding(part).side();
  }

  OfferStanding standing(Act act) {
    return state.standing(state.offers().get(act.id()));
  }

  // ---- offering -------------------------------------------------------------------------------

  /// `from` offers what it has now.
  Act offer(Part part, PartyId from, PartyId to) {
    return propose(from, terms(part, from, to, holding(part).since()));
  }

  /// Whatever is proposed, by whomever.
  Act propose(PartyId proposer, HandoverTerms terms) {
    return propose(proposer, proposal(terms.toJson()), voices.parties());
  }

  Act propose(PartyId proposer, ActFact.Proposed said, SortedSet<PartyId> sides) {
    ActEntry entry = voices.says(proposer, Role.SECTOR_COMMANDER);
    return fold(Voices.at(Voices.act(entry, entry, said, sides), ActStage.PROPOSED, entry), entry);
  }

  /// `side` signs as the last; the entry by which the act came into force.
  EntryId accept(PartyId side, Act act) {
    return move(side, act, ActStage.EFFECTIVE);
  }

  EntryId move(PartyId side, Act act, ActStage stage) {
    ActEntry entry = voices.says(side, Role.SECTOR_COMMANDER);
    fold(Voices.at(act, stage, entry), entry);
    return entry.id();
  }

  private Act fold(Act act, ActEntry entry) {
    state = state.moved(entry, act);
    return act;
  }

  /// `side` signs as the last, and it moves nothing.
  HandoverRefusal acceptInVain(PartyId side, Act act) {
    HandoverState before = state;
    EntryId entry = accept(side, act);
    assertThat(state.charges()).isEqualTo(before.charges());
    assertThat(standing(act)).isEqualTo(OfferStanding.WITHOUT_EFFECT);
    return state.voids().get(entry);
  }
}
