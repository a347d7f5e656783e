package org.sarhad.core.crossing;

import org.sarhad.core.fact.RefusalCode;

/// Why a fact about a crossing does not hold, or the terms of one give no leave. In order of
/// precedence: when several apply, the first one is given.
public enum CrossingRefusal implements RefusalCode {
  // ---- who speaks -----------------------------------------------------------------------------

  /// The log belongs to no side of this channel.
  NOT_A_SIDE(Retry.NEVER, "This log is not one of the channel's."),
  /// It stands in a private journal.
  NOT_RELEASED(Retry.CHANGED, "What is said about a crossing is always shared; choose release."),
  /// Nobody signed.
  NO_OFFICER(Retry.CHANGED, "A person has to sign this; sign in as an officer."),
  /// A person signed what only a node says.
  NODE_ONLY(Retry.NEVER, "Only the node says this, by itself, when the time has come."),
  /// The officer holds none of the roles that state this.
  ROLE_MISSING(Retry.CHANGED, "Your role does not allow this; ask somebody whose role does."),

  // ---- about which ----------------------------------------------------------------------------

  /// The terms of the act cannot be read as those of a crossing.
  TERMS_UNREADABLE(Retry.CHANGED, "These are not the terms of a crossing; write them again."),
  /// No such crossing.
  CROSSING_UNKNOWN(Retry.LATER, "There is no such crossing; look at the list again."),
  /// The author's node did not have it.
  NOT_SEEN(Retry.LATER, "This node has not received that crossing or that STOP yet."),
  /// No such STOP.
  STOP_UNKNOWN(Retry.LATER, "There is no such STOP; look at the crossing again."),
  /// Visitor or host are no sides of the channel.
  SIDE_UNKNOWN(Retry.CHANGED, "Visitor and host have to be sides of this channel."),
  /// Visitor and host are the same.
  OWN_SOIL(Retry.CHANGED, "A side needs no leave on its own soil; name the other side."),
  /// It is the visitor's to say.
  NOT_VISITOR(Retry.NEVER, "Only the side whose units cross says this."),
  /// It is the host's to say.
  NOT_HOST(Retry.NEVER, "Only the side whose soil it is says this."),
  /// A unit of somebody else.
  UNIT_NOT_VISITORS(Retry.NEVER, "A side brings only its own units; ask the other side for its."),
  /// A unit that the leave does not name.
  UNIT_NOT_IN_IT(Retry.CHANGED, "That unit is not named in this crossing; ask for a new assent."),
  /// A crossing that takes the place of something that is none, or of another pair of sides.
  REPLACES_OTHER(Retry.CHANGED, "An extension replaces a crossing of the same two sides."),
  /// The node does not know the incident, or the other side does not.
  INCIDENT_UNKNOWN(Retry.LATER, "Both sides have to know the incident; tell the other side first."),
  /// A unit that the other side was never shown.
  UNIT_NOT_SHOWN(Retry.LATER, "Show the unit to the other side first; it has to know who comes."),
  /// Neither an ambulance nor a fire engine.
  LANE_SERVICE(Retry.CHANGED, "The fast lane is for ambulances and fire engines; ask for assent."),
  /// No such officer of the host, or not in the role.
  HOST_OFFICER_UNKNOWN(Retry.CHANGED, "Name an officer of the host who holds the agreed role."),

  // ---- the limits -----------------------------------------------------------------------------

  /// The fast lane is not open.
  LANE_CLOSED(Retry.LATER, "The fast lane is not agreed on or is suspended; ask for an assent."),
  /// More units than agreed.
  TOO_MANY_UNITS(Retry.CHANGED, "These are more units than was agreed on; name fewer."),
  /// Longer than agreed.
  TOO_LONG(Retry.CHANGED, "The window is longer than was agreed on; make it shorter."),
  /// With what was before, longer than anybody may stay.
  STAY_TOO_LONG(Retry.LATER, "With the extensions the stay is too long; the units go back first."),
  /// A larger area than agreed.
  AREA_TOO_LARGE(Retry.CHANGED, "The area is larger than was agreed on; draw a smaller one."),
  /// Farther from the line than agreed.
  AREA_TOO_DEEP(Retry.CHANGED, "It reaches farther from the line than was agreed; stay nearer."),
  /// No end is announced for the proposal.
  EXPIRY_MISSING(Retry.CHANGED, "Say by when it is to be answered; silence is never consent."),
  /// The answer may come too late.
  EXPIRY_TOO_LATE(Retry.CHANGED, "It may stay unanswered no longer than agreed; set it earlier."),
  /// The proposal was to be answered by an earlier moment.
  LAPSED(Retry.NEVER, "Nobody answered in time, and silence is no; propose it again."),

  // ---- when -----------------------------------------------------------------------------------

  /// About a time to come.
  NOT_YET(Retry.CHANGED, "That moment has not come; say it when it has happened."),
  /// There is no leave, or none any more.
  NO_ASSENT(Retry.LATER, "Both sides have not signed it, or it has been taken back."),
  /// The host has said STOP.
  UNDER_STOP(Retry.NEVER, "The host has said STOP; only a new assent gives a new leave."),
  /// It is over.
  ENDED(Retry.NEVER, "That crossing is over; ask for a new assent."),
  /// The window is over.
  WINDOW_OVER(Retry.CHANGED, "The window is over before it is signed; propose another one."),
  /// Not in the window.
  OUTSIDE_WINDOW(Retry.CHANGED, "That moment is outside the window of this crossing."),
  /// It is on the host's soil already.
  ALREADY_INSIDE(Retry.NEVER, "That unit is on the other side's soil already."),
  /// It is not on the host's soil, as far as was said.
  NOT_INSIDE(Retry.NEVER, "That unit is not on the other side's soil, as far as was said."),
  /// Confirmed before.
  ALREADY_CONFIRMED(Retry.NEVER, "That unit has confirmed this STOP already."),
  /// The officer is in charge already.
  ALREADY_IN_CHARGE(Retry.NEVER, "You are in charge of this crossing already."),
  /// Its time has not come.
  WINDOW_OPEN(Retry.LATER, "The window is not over yet."),
  /// Units are still there.
  UNITS_INSIDE(Retry.LATER, "Units are still on the other side's soil; say that they left first."),
  /// Reported or overdue before it is over.
  NOT_OVER(Retry.LATER, "That crossing is not over yet; report when it is."),
  /// The report is not late, or is there.
  NOT_OVERDUE(Retry.LATER, "That report is not overdue."),
  /// Said before.
  ALREADY_SAID(Retry.NEVER, "Your side has said this already.");

  private final Retry retry;
  private final String sentence;

  CrossingRefusal(Retry retry, String sentence) {
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
