package org.sarhad.core.energy;

import org.sarhad.core.fact.RefusalCode;

/// Why a fact about energy, or the terms of a line, do not hold. In order of precedence: when
/// several apply, the first one is given.
public enum EnergyRefusal implements RefusalCode {
  /// The log belongs to no side of this channel.
  NOT_A_SIDE(Retry.NEVER, "This log is not one of the channel's."),
  /// It stands in a private journal.
  NOT_RELEASED(Retry.CHANGED, "What is said of energy is always shared; choose release."),
  /// Nobody signed.
  NO_OFFICER(Retry.CHANGED, "A person has to sign this; sign in as an officer."),
  /// The officer holds none of the roles that state this.
  ROLE_MISSING(Retry.CHANGED, "Your role does not allow this; ask somebody whose role does."),
  /// The terms are none.
  TERMS_UNREADABLE(Retry.CHANGED, "These are not the terms of a line; draft them again."),
  /// The contract does not exist, or nothing new can rest on it.
  CONTRACT_UNKNOWN(Retry.CHANGED, "No contract that stands is named there; look at it again."),
  /// It is not about energy in watt hours.
  CONTRACT_OTHER_UNIT(Retry.CHANGED, "A line needs a contract that is counted in watt hours."),
  /// By the main meter it is loaded weight that counts.
  CONTRACT_OTHER_BASIS(
      Retry.CHANGED, "With meters at one point, the contract has to go by what is loaded."),
  /// One of the two sides of the account does not sign.
  SIDE_LEFT_OUT(Retry.CHANGED, "A line is agreed by both sides of the account."),
  /// A line of this name stands.
  NAME_TAKEN(Retry.CHANGED, "There is a line of this name; supersede it or take another name."),
  /// No such line.
  LINE_UNKNOWN(Retry.LATER, "There is no such line; it has to be agreed first."),
  /// The author's node did not have it.
  NOT_SEEN(Retry.LATER, "This node has not received what this rests on yet."),
  /// It is over.
  LINE_ENDED(Retry.CHANGED, "That line is over; take the one that came in its place."),
  /// The line is between others.
  SIDE_UNKNOWN(Retry.NEVER, "Your side is not one of the two of this line."),
  /// It has happened by now.
  DAY_OVER(Retry.NEVER, "That day is over; nothing is scheduled for it any more."),
  /// It has not happened yet.
  DAY_NOT_OVER(Retry.LATER, "That day is not over yet; a meter is read when it is."),
  /// Not the next word.
  VERSION_NOT_NEXT(Retry.CHANGED, "Another version is next; look at what your side said last."),
  /// Nothing is different.
  UNCHANGED(Retry.NEVER, "Nothing is different from what your side said last."),
  /// It says less than before.
  REGISTER_BACKWARDS(Retry.CHANGED, "The register runs backwards; check it, or name a new meter."),
  /// Register and quarters differ.
  SUM_DIFFERS(Retry.CHANGED, "The quarters do not add up to what the register says."),
  /// What was not taken is not known before every day is closed.
  MONTH_OPEN(Retry.LATER, "Nothing is known of that month yet; every day of it has to be closed."),
  /// The days come to something else.
  SHORTFALL_DIFFERS(Retry.CHANGED, "Not as much was left untaken in that month; look at it again.");

  private final Retry retry;
  private final String sentence;

  EnergyRefusal(Retry retry, String sentence) {
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
