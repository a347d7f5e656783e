package org.sarhad.core.information;

import org.sarhad.core.fact.RefusalCode;

/// Why a fact about a request of information does not hold. In order of precedence: when several
/// apply, the first one is given.
public enum InformationRefusal implements RefusalCode {
  /// The log belongs to no side of this channel.
  NOT_A_SIDE(Retry.NEVER, "This log is not one of the channel's."),
  /// It stands in a private journal.
  NOT_RELEASED(Retry.CHANGED, "A request of information is always shared; choose release."),
  /// Nobody signed.
  NO_OFFICER(Retry.CHANGED, "A person has to sign this; sign in as an officer."),
  /// The officer holds none of the roles that state this.
  ROLE_MISSING(Retry.CHANGED, "Your role does not allow this; ask somebody whose role does."),
  /// No such request.
  REQUEST_UNKNOWN(Retry.LATER, "There is no such request of information."),
  /// The author's node did not have it.
  NOT_SEEN(Retry.LATER, "This node has not received that request yet."),
  /// The side asked is none of the channel's.
  SIDE_UNKNOWN(Retry.CHANGED, "The side that is asked is not a side of this channel."),
  /// Asking oneself.
  OWN_SIDE(Retry.CHANGED, "A side asks another one, not itself."),
  /// Another side's to answer.
  NOT_ASKED(Retry.NEVER, "Only the side that was asked can say this."),
  /// Another side's to explain or take back.
  NOT_THE_ASKER(Retry.NEVER, "Only the side that asked can say this."),
  /// It is over.
  REQUEST_CLOSED(Retry.NEVER, "That request is answered or withdrawn; ask anew."),
  /// In hand before.
  ALREADY_RECEIVED(Retry.NEVER, "Your side has said already that it has this in hand."),
  /// A question back waits.
  CLARIFICATION_OPEN(Retry.LATER, "Your side has asked back already; wait for what they say."),
  /// No such question back.
  QUESTION_UNKNOWN(Retry.CHANGED, "There is no such question about this request; open it again."),
  /// Explained before.
  ALREADY_CLARIFIED(Retry.NEVER, "Your side has answered that question already."),
  /// Entries that the author's node does not have.
  EVIDENCE_UNKNOWN(Retry.CHANGED, "An entry named there has not been received here."),
  /// Something urgent without reasons.
  REASON_MISSING(Retry.CHANGED, "An urgent request takes reasons, and so does putting it off."),
  /// Deferred to a time that is not to come, or beyond a year.
  DATE_NOT_PLAUSIBLE(Retry.CHANGED, "The new date has to lie ahead, within a year."),
  /// Deferred too often.
  DEFERRED_TOO_OFTEN(Retry.NEVER, "Your side has put this off too often; answer it, if only no.");

  private final Retry retry;
  private final String sentence;

  InformationRefusal(Retry retry, String sentence) {
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
