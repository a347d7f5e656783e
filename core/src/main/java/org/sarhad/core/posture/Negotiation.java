package org.sarhad.core.posture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// Offers that answer each other in turn, until one of them is accepted or no more may be made
/// (protocol clause 15-7). Immutable.
///
/// @param offers in their order; the first one began
/// @param accepted the offer that was accepted; it stands beside the one that it answers
public record Negotiation(List<Made> offers, Optional<EntryId> accepted) {
  /// An offer, and who made it.
  ///
  /// @param entry where it stands
  public record Made(EntryId entry, PartyId by, PostureOffer offer) {}

  /// Copies the list.
  public Negotiation {
    offers = List.copyOf(offers);
  }

  static Negotiation begun(Made first) {
    return new Negotiation(List.of(first), Optional.empty());
  }

  Negotiation with(Made next) {
    List<Made> all = new ArrayList<>(offers);
    all.add(next);
    return new Negotiation(all, Optional.empty());
  }

  Negotiation accepted(EntryId offer) {
    return new Negotiation(offers, Optional.of(offer));
  }

  /// Whether nothing was accepted yet.
  public boolean isOpen() {
    return accepted.isEmpty();
  }

  /// The one that is answered next.
  public Made last() {
    return offers.getLast();
  }

  /// The offer in the entry `id`.
  public Optional<Made> find(EntryId id) {
    return offers.stream().filter(made -> made.entry().equals(id)).findFirst();
  }

  /// How many offers `side` has made.
  public long roundsOf(PartyId side) {
    return offers.stream().filter(made -> made.by().equals(side)).count();
  }

  /// Both offers that stand together: the accepted one behind the one that it answers; empty as
  /// long as none is.
  public List<Made> settled() {
    return accepted.flatMap(this::find).stream()
        .flatMap(
            made ->
                Stream.concat(made.offer().answers().flatMap(this::find).stream(), Stream.of(made)))
        .toList();
  }
}
