package org.sarhad.core.act;

import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// One act, as it stands at some place of the joint order. Immutable.
///
/// @param proposal what was proposed
/// @param assents who has signed, by side and officer; the proposer's side first of all
/// @param withdrawal the proposer's taking back, if it was said; the act may be open in spite of
///   it, or effective because the withdrawal came too late
/// @param stage how far it is
/// @param by the entry that brought it to this stage
public record Act(
    Proposal proposal,
    PersistentMap<PartyId, PersistentMap<OfficerId, Assent>> assents,
    Optional<Withdrawal> withdrawal,
    ActStage stage,
    EntryId by) {

  /// An act that was just proposed; `signed` is the proposal itself.
  static Act of(Proposal proposal, Assent signed) {
    return new Act(
        proposal,
        PersistentMap.of(proposal.proposer(), PersistentMap.of(signed.officer(), signed)),
        Optional.empty(),
        ActStage.PROPOSED,
        proposal.entry());
  }

  /// The entry of its proposal, by which it is known.
  public EntryId id() {
    return proposal.entry();
  }

  /// What an assent to it has to name.
  public ActRef ref() {
    return new ActRef(proposal.entry(), proposal.leaf());
  }

  /// Whether it can still become effective.
  public boolean isOpen() {
    return stage.isOpen();
  }

  /// Whether it is in force.
  public boolean isEffective() {
    return stage == ActStage.EFFECTIVE;
  }

  /// Whether it is in force, or was.
  public boolean wasEffective() {
    return isEffective() || stage == ActStage.SUPERSEDED || stage == ActStage.VOIDED;
  }

  /// Whether it is open and its proposer has taken it back: no side that has not assented is seen
  /// to know of that yet.
  public boolean isBeingWithdrawn() {
    return isOpen() && withdrawal.isPresent();
  }

  /// The signatures of `party`.
  public Stream<Assent> assentsOf(PartyId party) {
    return assents.find(party).stream().flatMap(PersistentMap::values);
  }

  /// How many seats of `role` officers of `party` have filled.
  public int filled(PartyId party, Role role) {
    return (int) assentsOf(party).filter(assent -> assent.as().role() == role).count();
  }

  /// Whether `party` has filled all its seats; false for one that the act does not need.
  public boolean hasAssented(PartyId party) {
    return proposal.quorum().needs(party) && !isLacking(party);
  }

  /// Whether the act needs `party` and still lacks a signature of it.
  public boolean isLacking(PartyId party) {
    return proposal
        .quorum()
        .seatsOf(party)
        .filter(
            seats ->
                seats.counts().stream().anyMatch(seat -> filled(party, seat.key()) < seat.value()))
        .isPresent();
  }

  /// The sides whose signatures are not complete: "waiting for PK".
  public Stream<PartyId> lacking() {
    return proposal.quorum().seats().keys().filter(this::isLacking);
  }

  /// The signature at `entry` and whose it is, if it is one of this act's.
  public Optional<PartyId> signedAt(EntryId entry) {
    return assents.stream()
        .filter(side -> side.value().values().anyMatch(assent -> assent.entry().equals(entry)))
        .map(PersistentMap.Entry::key)
        .findFirst();
  }

  /// This act with one signature more, and effective if it was the last that lacked.
  Act with(PartyId party, Assent assent) {
    Act signed =
        new Act(
            proposal,
            assents.update(
                party, PersistentMap.empty(), known -> known.put(assent.officer(), assent)),
            withdrawal,
            stage,
            by);
    if (signed.lacking().findAny().isEmpty()) {
      return signed.at(ActStage.EFFECTIVE, assent.entry());
    }
    boolean isOthers = !party.equals(proposal.proposer());
    return isOthers && stage == ActStage.PROPOSED
        ? signed.at(ActStage.ASSENTED, assent.entry())
        : signed;
  }

  /// This act, taken back. Nothing ends by that unless the proposer's own side still lacks a
  /// signature, and now knows that it will not be given.
  Act with(Withdrawal taken) {
    Act next = new Act(proposal, assents, Optional.of(taken), stage, by);
    return isOpen() && isLacking(proposal.proposer()) ? next.withdrawn(taken.entry()) : next;
  }

  /// This act, ended by its withdrawal, of which the author of `entry` is seen to know.
  Act withdrawn(EntryId entry) {
    return at(withdrawal.orElseThrow().stage(), entry);
  }

  /// This act, come to `next` by `entry`.
  Act at(ActStage next, EntryId entry) {
    return new Act(proposal, assents, withdrawal, next, entry);
  }
}
