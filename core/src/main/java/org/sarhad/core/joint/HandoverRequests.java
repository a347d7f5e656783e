package org.sarhad.core.joint;

import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.handover.HandoverRefusal;
import org.sarhad.core.handover.HandoverRules;
import org.sarhad.core.handover.HandoverTerms;
import org.sarhad.core.handover.Surroundings;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.response.Alarms;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.ResponseState;

/// What a node looks at before its officer offers a handover or accepts one: the rules of
/// handovers, and how things stand here (protocol clauses 12-3, 12-4).
///
/// @param accord with what is not final yet
/// @param response as this node knows it, its own journal included
/// @param own this node's side
public record HandoverRequests(
    Accord accord, ChannelState channel, ResponseState response, PartyId own)
    implements Surroundings {

  /// Why `statement` is not to be made now; empty when it can, or is about no handover. To say no,
  /// and to take back, is always open.
  public Optional<Objection> objection(Statement statement) {
    if (!(statement instanceof Statement.OnAct(ActFact fact))) {
      return Optional.empty();
    }
    Optional<HandoverRefusal> refusal =
        switch (fact) {
          case ActFact.Proposed proposed ->
              HandoverRules.objectionToTerms(accord.handovers(), own, sides(), proposed, this);
          case ActFact.Assented assented ->
              accord
                  .acts()
                  .act(assented.act().entry())
                  .flatMap(act -> HandoverRules.objectionToAssent(accord.handovers(), act, this));
          case ActFact.Refused _,
              ActFact.Withdrawn _,
              ActFact.Expired _,
              ActFact.Contested _,
              ActFact.Delegated _,
              ActFact.DelegationEnded _ ->
              Optional.empty();
        };
    return refusal.map(
        why -> new Objection(HandoverTerms.KIND.value(), why, HandoverTerms.KIND.value()));
  }

  private SortedSet<PartyId> sides() {
    return accord.signatories(channel).parties();
  }

  @Override
  public Standing standing(IncidentName name) {
    Optional<Incident> incident = response.incident(IncidentId.parse(name.value()));
    if (incident.isEmpty()) {
      return Standing.UNKNOWN;
    }
    return switch (incident.get().stage()) {
      case OPEN -> Standing.NOT_RELEASED;
      case CLOSED_BY_ALL -> Standing.CLOSED_BY_ALL;
      case PEER_NOTIFIED,
          PEER_ACKNOWLEDGED,
          ASSISTANCE_REQUESTED,
          ASSISTANCE_ANSWERED,
          CONTAINED,
          CLOSED_BY_ONE ->
          Standing.OPEN;
    };
  }

  @Override
  public boolean isAlarmUnacknowledged() {
    return !Alarms.sounding(response, own).isEmpty();
  }
}
