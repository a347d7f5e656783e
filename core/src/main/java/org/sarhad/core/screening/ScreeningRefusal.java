package org.sarhad.core.screening;

import org.sarhad.core.fact.RefusalCode;

/// Why a fact about screening does not hold, or something cannot be signed with somebody. In order
/// of precedence: when several apply, the first one is given.
public enum ScreeningRefusal implements RefusalCode {
  /// The log belongs to no side of this channel.
  NOT_A_SIDE(Retry.NEVER, "This log is not one of the channel's."),
  /// It stands in a private journal.
  NOT_RELEASED(Retry.CHANGED, "What was decided about a party is always shared; choose release."),
  /// Nobody signed.
  NO_OFFICER(Retry.CHANGED, "A person has to sign this; sign in as an officer."),
  /// The officer is no compliance officer.
  ROLE_MISSING(Retry.CHANGED, "Only a compliance officer can say this; ask one of your side."),
  /// A date that is not to be believed.
  DATE_NOT_PLAUSIBLE(Retry.CHANGED, "That list is dated after today; look at the file again."),
  /// An older list in the place of a newer one.
  LIST_OLDER(Retry.CHANGED, "Your side goes by a newer list of that source already."),
  /// No such list in use.
  LIST_UNKNOWN(Retry.CHANGED, "Your side does not go by a list of that source."),
  /// The list that everybody goes by.
  LIST_MANDATORY(Retry.NEVER, "The list of the United Nations is always gone by."),
  /// Decided without it.
  LIST_MISSING(Retry.CHANGED, "No list of the United Nations was looked at; take one first."),
  /// Decided by other lists than those in use.
  LISTS_NOT_CURRENT(Retry.CHANGED, "The lists have changed since; screen this party again."),
  /// Decided by a list that is too old.
  LIST_STALE(Retry.LATER, "A list is too old to decide by; take a newer one, or look for one."),
  /// Looser than agreed.
  THRESHOLD_TOO_HIGH(Retry.CHANGED, "The threshold is above the agreed one; screen again."),
  /// Clear is what nothing stops.
  PARTY_HELD(Retry.CHANGED, "This party is stopped; it is released or refused, and not cleared."),
  /// Released is what was stopped.
  PARTY_NOT_HELD(Retry.CHANGED, "This party is not stopped; propose it as clear."),
  /// No such licence of one's own for that party.
  BASIS_UNKNOWN(Retry.CHANGED, "Your side has recorded no such licence for this party."),
  /// The licence is over, or not begun.
  BASIS_NOT_VALID(Retry.CHANGED, "That licence does not hold today; look at its dates."),
  /// No such proposal of one's own.
  PROPOSAL_UNKNOWN(Retry.CHANGED, "Your side has proposed no such decision."),
  /// Decided, or overtaken.
  PROPOSAL_OVERTAKEN(Retry.CHANGED, "That proposal was decided or overtaken; open it again."),
  /// One officer for two.
  SAME_OFFICER(Retry.CHANGED, "A second officer has to confirm it; you have proposed it."),
  /// Goods that the licence is not about.
  COMMODITY_NOT_COVERED(Retry.CHANGED, "That licence is not about these goods."),
  /// More than is left.
  QUOTA_EXCEEDED(Retry.CHANGED, "There is not so much left of that licence."),
  /// No such use of one's own.
  DRAW_UNKNOWN(Retry.CHANGED, "Your side has not used a licence there, or took it back already."),
  /// Something would be signed with a party that nobody has looked at.
  PARTY_NOT_SCREENED(Retry.LATER, "This party has not been screened; it can be drafted only."),
  /// Something would be signed with a party that was refused.
  PARTY_REFUSED(Retry.NEVER, "This party was refused by screening; nothing is signed with it."),
  /// Something would be signed on a decision that is out of date.
  SCREEN_AGAIN(Retry.LATER, "This party has to be screened again; it can be drafted only.");

  private final Retry retry;
  private final String sentence;

  ScreeningRefusal(Retry retry, String sentence) {
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
