package org.sarhad.core.activity;

import org.sarhad.core.fact.RefusalCode;

/// Why a fact about an activity does not hold. In order of precedence: when several apply, the
/// first one is given.
public enum ActivityRefusal implements RefusalCode {
  /// The log belongs to no side of this channel.
  NOT_A_SIDE(Retry.NEVER, "This log is not one of the channel's."),
  /// It stands in a private journal.
  NOT_RELEASED(Retry.CHANGED, "A notice of activity is always shared; choose release."),
  /// Nobody signed.
  NO_OFFICER(Retry.CHANGED, "A person has to sign this; sign in as an officer."),
  /// The officer holds none of the roles that state this.
  ROLE_MISSING(Retry.CHANGED, "Your role does not allow this; ask somebody whose role does."),
  /// No such activity.
  ACTIVITY_UNKNOWN(Retry.LATER, "There is no notice of such an activity."),
  /// The author's node did not have it.
  NOT_SEEN(Retry.LATER, "This node has not received that notice yet."),
  /// Another side's.
  NOT_YOURS(Retry.NEVER, "Only the side that gave notice can change or cancel it."),
  /// Taking note of one's own.
  OWN_ACTIVITY(Retry.NEVER, "That notice is your own; the other side takes note of it."),
  /// It was cancelled.
  ACTIVITY_CANCELLED(Retry.NEVER, "That activity was cancelled; give notice of another one."),
  /// Its time is over.
  ACTIVITY_OVER(Retry.NEVER, "That activity is over; give notice of another one."),
  /// No such version.
  VERSION_UNKNOWN(Retry.CHANGED, "That is no notice of this activity; open it again."),
  /// There is a later version.
  NOT_LATEST(Retry.CHANGED, "The notice was changed since; read the latest one."),
  /// The other activity is not known, or is the same.
  OTHER_UNKNOWN(Retry.CHANGED, "The other activity named there is not known here."),
  /// Taken note of before.
  ALREADY_ACKNOWLEDGED(Retry.NEVER, "Your side has taken note of exactly that already."),
  /// The window is over already.
  WINDOW_PAST(Retry.CHANGED, "The time given is over already; check its end."),
  /// Nothing is different.
  UNCHANGED(Retry.CHANGED, "Nothing is different from the notice as it stands."),
  /// Too many versions.
  CHANGED_TOO_OFTEN(Retry.NEVER, "That notice was changed too often; cancel it and give another.");

  private final Retry retry;
  private final String sentence;

  ActivityRefusal(Retry retry, String sentence) {
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
