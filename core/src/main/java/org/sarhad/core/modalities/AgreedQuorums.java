package org.sarhad.core.modalities;

import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.Quorum;
import org.sarhad.core.act.Quorums;
import org.sarhad.core.act.Seats;
import org.sarhad.core.party.PartyId;

/// Who signs which act under one version of the modalities: the same seats on every side of the
/// channel (protocol clauses 07-3.2, 08-3.6).
///
/// @param version the one in force; no other answers
/// @param kinds who signs the kinds of act that it names
/// @param other who signs any other kind
public record AgreedQuorums(long version, SeatTable kinds, Seats other) implements Quorums {
  @Override
  public Optional<Quorum> find(ActKind kind, long modalities, SortedSet<PartyId> parties) {
    return modalities == version && parties.size() > 1
        ? Optional.of(Quorum.alike(parties, seats(kind)))
        : Optional.empty();
  }

  /// An act of many does what so many acts of another kind do, and is signed by no fewer.
  private static final ActKind MANY = ActKind.of("barter_acceptances");

  private static final ActKind EACH_OF_THEM = ActKind.of("barter_acceptance");

  /// The seats of each side under an act of `kind`.
  public Seats seats(ActKind kind) {
    return kinds
        .kinds()
        .find(kind)
        .or(() -> kind.equals(MANY) ? kinds.kinds().find(EACH_OF_THEM) : Optional.empty())
        .orElse(other);
  }
}
