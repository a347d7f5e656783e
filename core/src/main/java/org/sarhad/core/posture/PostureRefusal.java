package org.sarhad.core.posture;

import org.sarhad.core.fact.RefusalCode;

/// Why a fact about posture does not hold. In order of precedence: when several apply, the first
/// one is given.
public enum PostureRefusal implements RefusalCode {
  /// The log belongs to no side of this channel.
  NOT_A_SIDE(Retry.NEVER, "This log is not one of the channel's."),
  /// A summary in a private journal.
  NOT_RELEASED(Retry.CHANGED, "A summary of coverage is always shared; choose release."),
  /// A plan in a log that others read.
  NOT_PRIVATE(Retry.CHANGED, "A plan stays in the private journal; release its summary instead."),
  /// Nobody signed.
  NO_OFFICER(Retry.CHANGED, "A person has to sign this; sign in as an officer."),
  /// The officer holds none of the roles that state this.
  ROLE_MISSING(Retry.CHANGED, "Your role does not allow this; ask somebody whose role does."),
  /// A post that is not certain to lie on own soil.
  NOT_OWN_SOIL(Retry.CHANGED, "A post there is not certainly on own soil; take another site."),
  /// The sectors are not those that hold.
  OTHER_SECTORS(Retry.CHANGED, "The sectors have changed since; make the plan and summary anew."),
  /// An offer for another time than the agreed one, another hand-over, or another depth.
  OTHER_TERMS(Retry.CHANGED, "The agreed times or depth are different; make the offer anew."),
  /// It answers, or takes, what is no offer of the other side in the negotiation that is open.
  OFFER_UNKNOWN(Retry.CHANGED, "There is no such offer of the other side; open it again."),
  /// It answers an offer behind which there is a later one.
  OFFER_OVERTAKEN(Retry.CHANGED, "There is a later offer; answer that one."),
  /// As many offers as the rules allow.
  ROUNDS_OVER(Retry.NEVER, "Your side has made all its offers; accept one, or begin anew."),
  /// An offer that answers none: its author has not said where it would stand beside it.
  NOTHING_BESIDE(Retry.CHANGED, "That offer answers none of yours; answer it first."),
  /// Nothing is different.
  UNCHANGED(Retry.NEVER, "Your side has said exactly that already.");

  private final Retry retry;
  private final String sentence;

  PostureRefusal(Retry retry, String sentence) {
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
