package org.sarhad.core.meetings;

import org.sarhad.core.fact.RefusalCode;

/// Why a fact about a duty or a meeting, or the terms of an act about them, do not hold. In order
/// of precedence: when several apply, the first one is given.
public enum MeetingRefusal implements RefusalCode {
  /// The log belongs to no side of this channel.
  NOT_A_SIDE(Retry.NEVER, "This log is not one of the channel's."),
  /// It stands in a private journal.
  NOT_RELEASED(Retry.CHANGED, "What is said about meetings is always shared; choose release."),
  /// Nobody signed, where a person has to.
  NO_OFFICER(Retry.CHANGED, "A person has to sign this; sign in as an officer."),
  /// A person signed what only a node writes.
  NODE_ONLY(Retry.NEVER, "The node writes this by itself when the time has come."),
  /// The officer holds none of the roles that state this.
  ROLE_MISSING(Retry.CHANGED, "Your role does not allow this; ask somebody whose role does."),
  /// The terms of the act cannot be read.
  TERMS_UNREADABLE(Retry.CHANGED, "The terms are not those of this kind of act; draft it again."),
  /// No such duty in force.
  DUTY_UNKNOWN(Retry.LATER, "There is no such recurring duty in force."),
  /// No such meeting.
  MEETING_UNKNOWN(Retry.LATER, "There is no such meeting."),
  /// The author's node did not have it.
  NOT_SEEN(Retry.LATER, "This node has not received that meeting or duty yet."),
  /// The side is not one of those that meet or are bound.
  NOT_CONCERNED(Retry.NEVER, "Your side is not one of those that meet or are bound here."),
  /// A side is named that has no part in it.
  SIDE_UNKNOWN(Retry.CHANGED, "A side is named that has no part in this; name one that has."),
  /// An act without a side that it concerns.
  PARTY_LEFT_OUT(Retry.CHANGED, "An act about this takes all sides that meet or are bound."),
  /// No such occurrence.
  NO_OCCURRENCE(Retry.CHANGED, "The duty has no occurrence of that number."),
  /// The duty has ended.
  DUTY_ENDED(Retry.NEVER, "The duty is no longer in force; use the one in its place."),
  /// The outcome of a meeting was stated as that of a duty.
  HELD_AS_MEETING(Retry.CHANGED, "This duty is done by meeting; state what came of the meeting."),
  /// A meeting was called for what is none.
  NOT_A_MEETING(Retry.CHANGED, "This duty is no meeting; state whether it was held."),
  /// It was held or cancelled.
  OCCURRENCE_ENDED(Retry.NEVER, "That occurrence was held, or the sides have cancelled it."),
  /// There is a meeting of which the side has said nothing yet.
  MEETING_OPEN(Retry.CHANGED, "A meeting is called for that already; state what came of it first."),
  /// Too many calls.
  CALLED_TOO_OFTEN(Retry.NEVER, "Your side has called too many meetings for one occurrence."),
  /// All sides have said the same of it.
  MEETING_ENDED(Retry.NEVER, "All sides have said the same of that meeting; it is over."),
  /// No such agenda of that meeting.
  AGENDA_UNKNOWN(Retry.LATER, "There is no such agenda for that meeting on this node."),
  /// Accepting one's own agenda.
  OWN_AGENDA(Retry.NEVER, "That agenda is your own; the other side has to accept it."),
  /// There is a later version.
  NOT_LATEST(Retry.CHANGED, "There is a later version of that agenda; read that one."),
  /// Accepted before.
  ALREADY_ACCEPTED(Retry.NEVER, "Your side has accepted that agenda already."),
  /// Not the next version.
  OTHER_VERSION(Retry.CHANGED, "That is not the next version of your agenda; open it again."),
  /// No such item.
  ITEM_UNKNOWN(Retry.CHANGED, "That meeting has no agenda with such an item."),
  /// There is a joint record.
  RECORD_EXISTS(Retry.CHANGED, "There is a joint record in force; propose one in its place."),
  /// No such rung.
  NO_RUNG(Retry.NEVER, "The agreed ladder has no such rung."),
  /// Stated before.
  ALREADY_STATED(Retry.NEVER, "Your node has stated that already."),
  /// The entry's own time is before the announced one.
  TOO_EARLY(Retry.LATER, "The announced time has not come yet.");

  private final Retry retry;
  private final String sentence;

  MeetingRefusal(Retry retry, String sentence) {
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
