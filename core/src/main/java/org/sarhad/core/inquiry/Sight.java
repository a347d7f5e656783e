package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// What an entry can refer to: what is there at its place of the joint order, and known to its
/// author. The objections that all judges of this room share.
record Sight(InquiryState state, ActEntry entry) {

  static Optional<InquiryRefusal> when(boolean applies, InquiryRefusal refusal) {
    return applies ? Optional.of(refusal) : Optional.empty();
  }

  /// To naming `id`, which is there or not.
  Optional<InquiryRefusal> toRef(EntryId id, boolean isThere, InquiryRefusal unknown) {
    return when(!isThere, unknown).or(() -> toSeeing(id));
  }

  /// To speaking of what the author's node did not have.
  Optional<InquiryRefusal> toSeeing(EntryId id) {
    return when(!entry.knows(id), InquiryRefusal.NOT_SEEN);
  }

  Optional<InquiryRefusal> toMatter(EntryId matter) {
    return toRef(matter, state.matters().containsKey(matter), InquiryRefusal.MATTER_UNKNOWN);
  }

  /// To stating something new in `matter`, which is there.
  Optional<InquiryRefusal> toOpenMatter(EntryId matter) {
    return when(
        state.matters().get(matter).closed().containsKey(author()), InquiryRefusal.MATTER_CLOSED);
  }

  Optional<InquiryRefusal> toClaim(EntryId claim) {
    return toRef(claim, state.claim(claim).isPresent(), InquiryRefusal.CLAIM_UNKNOWN);
  }

  Optional<InquiryRefusal> toExhibit(EntryId exhibit) {
    return toRef(exhibit, state.exhibit(exhibit).isPresent(), InquiryRefusal.EXHIBIT_UNKNOWN);
  }

  /// To resting on `exhibits` in `matter`.
  Optional<InquiryRefusal> toExhibits(EntryId matter, Iterable<EntryId> exhibits) {
    Optional<InquiryRefusal> first = Optional.empty();
    for (EntryId exhibit : exhibits) {
      Optional<InquiryRefusal> objection =
          toExhibit(exhibit).or(() -> toBelonging(exhibit, matter));
      first = earlier(first, objection);
    }
    return first;
  }

  /// To using in `matter` what was said in another one.
  Optional<InquiryRefusal> toBelonging(EntryId item, EntryId matter) {
    return when(
        state.findFile(item).filter(file -> file.id().equals(matter)).isEmpty(),
        InquiryRefusal.OTHER_MATTER);
  }

  Optional<InquiryRefusal> toSide(PartyId side) {
    return when(!state.sides().contains(side), InquiryRefusal.UNKNOWN_SIDE);
  }

  /// Of two objections the one that comes first in the order of precedence.
  static Optional<InquiryRefusal> earlier(
      Optional<InquiryRefusal> one, Optional<InquiryRefusal> other) {
    return one.isEmpty() || other.filter(found -> found.compareTo(one.get()) < 0).isPresent()
        ? other
        : one;
  }

  PartyId author() {
    return entry.context().author();
  }

  Instant time() {
    return entry.context().time();
  }
}
