package org.sarhad.core.commitments;

import org.sarhad.core.fact.RefusalCode;

/// Why a fact about a commitment, or the terms of an act about one, do not hold. In order of
/// precedence: when several apply, the first one is given.
public enum CommitmentRefusal implements RefusalCode {
  /// The log belongs to no side of this channel.
  NOT_A_SIDE(Retry.NEVER, "This log is not one of the channel's."),
  /// It stands in a private journal.
  NOT_RELEASED(Retry.CHANGED, "What is said of commitments is always shared; choose release."),
  /// Nobody signed.
  NO_OFFICER(Retry.CHANGED, "A person has to sign this; sign in as an officer."),
  /// The officer holds none of the roles that state this.
  ROLE_MISSING(Retry.CHANGED, "Your role does not allow this; ask somebody whose role does."),
  /// The terms of the act cannot be read.
  TERMS_UNREADABLE(Retry.CHANGED, "The commitments in these terms cannot be read; draft it again."),
  /// No such commitment.
  COMMITMENT_UNKNOWN(Retry.LATER, "There is no such commitment in the register."),
  /// The author's node did not have it.
  NOT_SEEN(Retry.LATER, "This node has not received that commitment yet."),
  /// An owner or beneficiary is none of the channel's sides.
  SIDE_UNKNOWN(Retry.CHANGED, "An owner or beneficiary is not a side of this channel."),
  /// What one side registers has to be read somewhere.
  NO_SOURCE(Retry.CHANGED, "Say where and when it was stated; nobody can register it otherwise."),
  /// An act commits a side that did not sign it.
  OWNER_LEFT_OUT(Retry.CHANGED, "A side is committed only by an act that it signs itself."),
  /// An act closes a commitment without a side that it concerns.
  PARTY_LEFT_OUT(Retry.CHANGED, "A commitment is closed with all its owners and beneficiaries."),
  /// Neither owner nor beneficiary.
  NOT_CONCERNED(Retry.NEVER, "Your side is neither owner nor beneficiary of this commitment."),
  /// It was made by an act.
  MADE_BY_ACT(Retry.NEVER, "Your side has signed this commitment; only an act can change it."),
  /// Another side registered it.
  NOT_REGISTRANT(Retry.NEVER, "Only the side that registered it can take that back; dispute it."),
  /// It is over.
  COMMITMENT_ENDED(Retry.NEVER, "That commitment is fulfilled, dropped, replaced or withdrawn."),
  /// Said before.
  ALREADY_ACKNOWLEDGED(Retry.NEVER, "Your side has acknowledged this commitment already."),
  /// Others rely on it.
  RELIED_UPON(Retry.NEVER, "Another side has acknowledged it; close it by an act of all sides."),
  /// Progress in another unit.
  OTHER_UNIT(Retry.CHANGED, "Progress is counted in the unit of the commitment, or in percent."),
  /// Evidence that the author's node does not have.
  EVIDENCE_UNKNOWN(Retry.CHANGED, "An entry named as evidence has not been received here."),
  /// About a time to come.
  NOT_YET(Retry.CHANGED, "A statement is about a time that has been, not one to come.");

  private final Retry retry;
  private final String sentence;

  CommitmentRefusal(Retry retry, String sentence) {
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
