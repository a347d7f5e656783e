package org.sarhad.core.replay;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.EntryTimes;
import org.sarhad.core.response.EntryWays;
import org.sarhad.core.response.Said;
import org.sarhad.core.time.TimeBracket;

/// When each side came to know of an entry: the one place where times become knowledge.
///
/// The bracket of an entry bounds both ends of its way (protocol clause 03-6). Its author had
/// written it, and the other side had it, by the time on the other side's cosignature; and neither
/// before the time that the other side had put on the head which the entry has seen. Both times are
/// the receiver's own signatures, so no author can move them. The author's time stands in no rule
/// here but one: a node goes by its own clock for what its own side wrote, as far as the bracket
/// leaves that open.
///
/// @param own the side whose node looks back
/// @param parties the sides of the channel
/// @param ways when entries were received
record Arrivals(PartyId own, Set<PartyId> parties, EntryWays ways) {

  /// When `said` came to be known as `viewpoint` has it; empty for what never can be, because it is
  /// internal to another side.
  Optional<Arrival> of(Viewpoint viewpoint, Said said) {
    return of(viewpoint, said.entry(), said.author(), said.released(), said.time());
  }

  /// The same of any entry that was released.
  Optional<Arrival> of(Viewpoint viewpoint, EntryId entry, PartyId author, Instant time) {
    return of(viewpoint, entry, author, true, time);
  }

  private Optional<Arrival> of(
      Viewpoint viewpoint, EntryId entry, PartyId author, boolean released, Instant time) {
    return switch (viewpoint) {
      case Viewpoint.Side(PartyId party) when author.equals(own) && party.equals(own) ->
          Optional.of(Arrival.exactly(ownMoment(entry, time)));
      case Viewpoint.Side _ when !released -> Optional.empty();
      case Viewpoint.Side(PartyId party) when party.equals(author) ->
          Optional.of(bySignature(bracket(entry)));
      case Viewpoint.Side(PartyId party) -> Optional.of(received(party, entry, author, time));
      case Viewpoint.Both _ when !released -> Optional.empty();
      case Viewpoint.Both _ ->
          Optional.of(
              parties.stream()
                  .map(party -> proven(party, entry, author))
                  .reduce(Arrival::and)
                  .orElse(Arrival.OPEN));
    };
  }

  /// By the own clock, within what is proven: a node that sets its clock back gains nothing either.
  private Instant ownMoment(EntryId entry, Instant time) {
    TimeBracket bracket = bracket(entry);
    EntryTimes times = ways.times(entry);
    Instant moment = times.durable().or(times::published).orElse(time);
    Instant notBefore = bracket.notBefore().filter(moment::isBefore).orElse(moment);
    return bracket.notAfter().filter(notBefore::isAfter).orElse(notBefore);
  }

  /// By the receiver's signatures; and of what our own side wrote, not before it was there.
  private Arrival received(PartyId party, EntryId entry, PartyId author, Instant time) {
    Arrival proven = proven(party, entry, author);
    return author.equals(own)
        ? new Arrival(Optional.of(ownMoment(entry, time)), proven.surely())
        : proven;
  }

  /// By signatures alone. A side that has signed for nothing may have it all the same.
  private Arrival proven(PartyId party, EntryId entry, PartyId author) {
    TimeBracket bracket = bracket(entry);
    boolean signed = party.equals(author) || isReceivedBy(party, entry);
    return signed ? bySignature(bracket) : new Arrival(bracket.notBefore(), Optional.empty());
  }

  private static Arrival bySignature(TimeBracket bracket) {
    return new Arrival(bracket.notBefore(), bracket.notAfter());
  }

  private boolean isReceivedBy(PartyId party, EntryId entry) {
    return ways.times(entry).received().filter(receipt -> receipt.by().equals(party)).isPresent();
  }

  private TimeBracket bracket(EntryId entry) {
    return ways.times(entry).received().map(EntryTimes.Receipt::bracket).orElse(TimeBracket.OPEN);
  }
}
