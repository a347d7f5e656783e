package org.sarhad.core.complaints;

import org.sarhad.core.fact.RefusalCode;

/// Why a fact about a complaint does not hold. In order of precedence: when several apply, the
/// first one is given.
public enum ComplaintRefusal implements RefusalCode {
  /// The log belongs to no side of this channel.
  NOT_A_SIDE(Retry.NEVER, "This log is not one of the channel's."),
  /// It stands in a private journal.
  NOT_RELEASED(Retry.CHANGED, "A complaint is always shared; choose release."),
  /// Nobody signed.
  NO_OFFICER(Retry.CHANGED, "A person has to sign this; sign in as an officer."),
  /// The officer holds none of the roles that state this.
  ROLE_MISSING(Retry.CHANGED, "Your role does not allow this; ask somebody whose role does."),
  /// No such complaint.
  COMPLAINT_UNKNOWN(Retry.LATER, "There is no such complaint."),
  /// The author's node did not have it.
  NOT_SEEN(Retry.LATER, "This node has not received that complaint yet."),
  /// The side complained of is none of the channel's.
  SIDE_UNKNOWN(Retry.CHANGED, "The side complained of is not a side of this channel."),
  /// Complaining of oneself.
  OWN_SIDE(Retry.CHANGED, "A side complains of another one, not of itself."),
  /// Neither the side that complained nor the one complained of.
  NOT_CONCERNED(Retry.NEVER, "Your side neither made this complaint nor is complained of."),
  /// Another side's to answer.
  NOT_COMPLAINED_OF(Retry.NEVER, "Only the side complained of can answer."),
  /// Another side's to close.
  NOT_COMPLAINANT(Retry.NEVER, "Only the side that complained can close a complaint."),
  /// It is closed.
  COMPLAINT_CLOSED(Retry.NEVER, "That complaint is closed; lodge another one."),
  /// Evidence or a matter that the author's node does not have.
  EVIDENCE_UNKNOWN(Retry.CHANGED, "An entry named there has not been received here."),
  /// Referred before.
  ALREADY_REFERRED(Retry.NEVER, "The complaint has been referred to that matter already."),
  /// About a time to come.
  NOT_YET(Retry.CHANGED, "A complaint is about what has happened, not about what is to come.");

  private final Retry retry;
  private final String sentence;

  ComplaintRefusal(Retry retry, String sentence) {
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
