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
