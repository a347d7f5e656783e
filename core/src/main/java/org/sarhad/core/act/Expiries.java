package org.sarhad.core.act;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.party.PartyId;

/// What a side announced to end at some moment, and its node has to end by an entry of its own
/// (protocol clauses 07-4.3, 07-6).
public final class Expiries {
  private Expiries() {}

  /// What the node of `side` has to write at `now`: the expiries of its open proposals, then the
  /// ends of what its officers lent. O(acts and delegations).
  ///
  /// @param acts as the node knows them, with what is not final yet
  public static List<ActFact> due(ActsState acts, PartyId side, Instant now) {
    return Stream.concat(proposals(acts, side, now), delegations(acts, side, now)).toList();
  }

  private static Stream<ActFact> proposals(ActsState acts, PartyId side, Instant now) {
    return acts.acts()
        .values()
        .filter(act -> act.proposal().proposer().equals(side))
        .filter(act -> act.isOpen() && !act.isBeingWithdrawn())
        .filter(act -> hasCome(act.proposal().said().expires(), now))
        .map(act -> new ActFact.Expired(act.ref()));
  }

  private static Stream<ActFact> delegations(ActsState acts, PartyId side, Instant now) {
    return acts.delegations()
        .values()
        .filter(lent -> lent.party().equals(side) && lent.ended().isEmpty())
        .filter(lent -> hasCome(lent.said().until(), now))
        .map(lent -> new ActFact.DelegationEnded(lent.entry(), DelegationEnd.EXPIRED));
  }

  private static boolean hasCome(Optional<Instant> announced, Instant now) {
    return announced.filter(at -> !now.isBefore(at)).isPresent();
  }
}
