package org.sarhad.core.act;

import org.sarhad.core.fact.RefusalCode;

/// Why a fact about an act does not hold. In order of precedence: when several apply, the first one
/// is given.
public enum ActRefusal implements RefusalCode {
  /// The log belongs to no side of this channel.
  NOT_A_SIDE(Retry.NEVER, "This log is not one of the channel's."),
  /// A fact about an act stands in a private journal.
  NOT_RELEASED(Retry.CHANGED, "Joint acts are always shared; choose release."),
  /// Nobody signed, where a person has to.
  NO_OFFICER(Retry.CHANGED, "A person has to sign this; sign in as an officer."),
  /// A person signed what only a node writes.
  NODE_ONLY(Retry.NEVER, "The node writes this by itself when the time has come."),
  /// No rule says who would have to sign.
  NO_QUORUM(Retry.CHANGED, "The agreed rules do not say who signs this kind of act."),
  /// No such proposal.
  ACT_UNKNOWN(Retry.LATER, "There is no such proposal."),
  /// The author's node did not have the proposal.
  NOT_SEEN(Retry.LATER, "This node has not received that proposal yet."),
  /// Another leaf hash than the proposal's.
  OTHER_BYTES(Retry.CHANGED, "What you were shown is not what was proposed; open it again."),
  /// Another version of the agreed rules than the proposal's.
  OTHER_MODALITIES(Retry.CHANGED, "The act was proposed under another version of the rules."),
  /// The act does not need this side.
  NOT_A_PARTY(Retry.NEVER, "Your side is not a party to this act."),
  /// Only the proposer can take it back.
  NOT_PROPOSER(Retry.NEVER, "Only the side that proposed an act can withdraw it; refuse it."),
  /// The proposer refuses its own act.
  OWN_ACT(Retry.CHANGED, "This is your own proposal; withdraw it instead."),
  /// Nobody signs such an act in that role.
  NO_SEAT(Retry.CHANGED, "Acts of this kind are not signed in this role."),
  /// The officer does not hold the role they sign in.
  ROLE_MISSING(Retry.CHANGED, "Your role does not allow this; ask somebody whose role does."),
  /// The delegation does not cover it.
  NO_DELEGATION(Retry.CHANGED, "You hold no delegation of that role for this; ask for one."),
  /// It is in force.
  ACT_IN_FORCE(Retry.NEVER, "The act is in force; propose one that takes its place."),
  /// A side said no.
  ACT_REFUSED(Retry.NEVER, "The act has been refused; propose another one."),
  /// It was taken back, or has expired.
  ACT_WITHDRAWN(Retry.NEVER, "The act has been withdrawn or has expired; propose another one."),
  /// It was superseded or voided.
  ACT_ENDED(Retry.NEVER, "The act is over: superseded, or void by a stale assent."),
  /// The side has said yes.
  SIDE_ASSENTED(Retry.NEVER, "Your side has assented and is bound by it."),
  /// The officer has signed.
  ALREADY_SIGNED(Retry.NEVER, "You have signed this act already."),
  /// Enough officers have signed in that role.
  SEAT_TAKEN(Retry.NEVER, "Enough officers of your side have signed in this role."),
  /// Taken back before.
  ALREADY_WITHDRAWN(Retry.NEVER, "The act is being withdrawn already."),
  /// No expiry was announced.
  NO_EXPIRY(Retry.NEVER, "No expiry was announced for this; it has to be ended by a person."),
  /// The entry's own time is before the announced one.
  TOO_EARLY(Retry.LATER, "The announced time has not come yet."),
  /// The act whose place it would take is not in force.
  NOT_IN_FORCE(Retry.CHANGED, "The act whose place this would take is not in force."),
  /// A side of the old act has no say in the new one.
  PARTY_LEFT_OUT(Retry.CHANGED, "An act is superseded only with all sides that signed it."),
  /// A contest without a withdrawal.
  NOT_WITHDRAWN(Retry.LATER, "Nobody has withdrawn that act, so no assent to it is stale."),
  /// A contest of something else.
  NOT_AN_ASSENT(Retry.CHANGED, "That entry is not an assent of another side to this act."),
  /// The first head is not one over the withdrawal.
  NOT_COVERED(Retry.CHANGED, "The cosigned head is not proven to cover the withdrawal."),
  /// The assenting side did not sign for it.
  NOT_COSIGNED(Retry.CHANGED, "The mirror of the assenting side did not cosign that head."),
  /// The second head is not one without the assent.
  NOT_SILENT(Retry.CHANGED, "The dated head is not a head of that log without the assent."),
  /// The times do not contradict the assent.
  NOT_LATER(Retry.CHANGED, "The dated head is not dated later than the cosignature."),
  /// Lending to oneself.
  OWN_ROLE(Retry.NEVER, "You hold this role yourself."),
  /// Lending to nobody.
  OFFICER_UNKNOWN(Retry.CHANGED, "This side has no such officer in good standing."),
  /// No such delegation in this log.
  DELEGATION_UNKNOWN(Retry.CHANGED, "There is no such delegation in your side's log."),
  /// Ended before.
  DELEGATION_ENDED(Retry.NEVER, "That delegation is over already.");

  private final Retry retry;
  private final String sentence;

  ActRefusal(Retry retry, String sentence) {
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
