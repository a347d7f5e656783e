package org.sarhad.core.record;

import org.sarhad.core.fact.RefusalCode;

/// Why a fact about the channel does not hold. In order of precedence: when several apply, the
/// first one is given.
public enum RecordRefusal implements RefusalCode {
  /// The log belongs to no side of this channel.
  NOT_A_SIDE(Retry.NEVER, "This log is not one of the channel's."),
  /// A fact about the channel stands in a private journal.
  NOT_RELEASED(Retry.NEVER, "Facts about the channel are always shared; choose release."),
  /// The log has not begun.
  NO_GENESIS(Retry.LATER, "The log has no genesis yet; set the node up first."),
  /// A second genesis.
  GENESIS_TWICE(Retry.NEVER, "The log has begun already."),
  /// The genesis says other keys than were compared when pairing.
  GENESIS_MISMATCH(
      Retry.NEVER, "The genesis names other keys than those confirmed when pairing; pair again."),
  /// Nobody signed, where a person has to.
  NO_OFFICER(Retry.CHANGED, "A person has to sign this; sign in as an officer."),
  /// The officer is not entitled to it.
  ROLE_MISSING(Retry.CHANGED, "Your role does not allow this; ask somebody whose role does."),
  /// No such officer.
  OFFICER_UNKNOWN(Retry.CHANGED, "This side has no such officer."),
  /// The officer's key has been revoked.
  OFFICER_ENDED(Retry.CHANGED, "This officer's key has been revoked; grant a new one first."),
  /// One key for two, or a revoked key again.
  KEY_IN_USE(Retry.CHANGED, "This key is or was in use; make a new one."),
  /// The role is held already.
  ROLE_HELD(Retry.NEVER, "The officer holds this role already."),
  /// The role is not held.
  ROLE_NOT_HELD(Retry.NEVER, "The officer does not hold this role."),
  /// Nobody could administer the node.
  LAST_ADMIN(Retry.LATER, "This is the last administrator; appoint another one first."),
  /// A receipt for an entry of one's own side.
  OWN_ENTRY(Retry.NEVER, "Receipts are for entries of the other side."),
  /// A receipt for an entry that the author's node did not have.
  NOT_SEEN(Retry.LATER, "This node has not received that entry yet."),
  /// Erasing, or revealing, what another side said.
  NOT_OWN_ENTRY(Retry.NEVER, "Only the side that said something can erase or reveal it."),
  /// The entry names no such payload.
  NO_SUCH_PAYLOAD(Retry.CHANGED, "That entry has no such payload."),
  /// Erasing what says who could sign what, or who is bound by what.
  RECORD_FACT(
      Retry.NEVER,
      "Facts about the channel and about joint acts carry no personal data and are not erased."),
  /// Erased before.
  ALREADY_ERASED(Retry.NEVER, "That payload has been erased already."),
  /// Confirming what nobody erased.
  NOT_ERASED(Retry.LATER, "That payload has not been erased by its author."),
  /// Confirmed before.
  ALREADY_CONFIRMED(Retry.NEVER, "This side has confirmed that erasure already."),
  /// Revealing what was never withheld.
  NOT_SEALED(Retry.NEVER, "That payload was not sealed."),
  /// Revealed before.
  ALREADY_REVEALED(Retry.NEVER, "That payload has been revealed already."),
  /// A log that is not of this channel.
  LOG_UNKNOWN(Retry.LATER, "That log is not one of the channel's."),
  /// This side has said so already.
  ALREADY_PUBLISHED(Retry.NEVER, "This side has published that fork already."),
  /// The key cannot do the job.
  KEY_UNFIT(Retry.CHANGED, "This key cannot be used for that."),
  /// The key's holder did not sign for it.
  NO_POSSESSION(Retry.CHANGED, "The new key did not sign for itself; sign the statement with it."),
  /// The recovery key did not sign, or another key did.
  NO_RECOVERY(Retry.CHANGED, "The recovery key committed to in the genesis did not sign this."),
  /// The log has ended already.
  ALREADY_ENDED(Retry.NEVER, "That log has ended already."),
  /// A successor of a log that goes on.
  NOT_ENDED(Retry.LATER, "That log has neither ended nor forked, so nothing can follow it.");

  private final Retry retry;
  private final String sentence;

  RecordRefusal(Retry retry, String sentence) {
    this.retry = retry;
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public Retry retry() {
    return retry;
  }
}
