package org.sarhad.core.inquiry;

import org.sarhad.core.fact.RefusalCode;

/// Why something that was said in an inquiry does not hold. In order of precedence: when several
/// apply, the first one is given.
public enum InquiryRefusal implements RefusalCode {
  /// The author is no side of this channel.
  NOT_A_SIDE(Retry.NEVER, "This log is not one of the channel's."),
  /// It stands in a private journal.
  NOT_RELEASED(Retry.CHANGED, "What is said in an inquiry is always shared; choose release."),
  /// Nobody signed.
  NO_OFFICER(Retry.CHANGED, "A person has to sign this; sign in as an officer."),
  /// The officer's roles do not cover it.
  ROLE_MISSING(Retry.CHANGED, "Your role does not allow this; ask somebody whose role does."),
  /// The terms of a joint act are not those of its kind.
  TERMS_MALFORMED(Retry.CHANGED, "The terms are not what this kind of act needs; draft it again."),
  /// No such matter.
  MATTER_UNKNOWN(Retry.LATER, "There is no such matter."),
  /// No such claim.
  CLAIM_UNKNOWN(Retry.LATER, "There is no such claim."),
  /// No such seal.
  SEAL_UNKNOWN(Retry.LATER, "There is no such sealed claim."),
  /// No such exhibit.
  EXHIBIT_UNKNOWN(Retry.LATER, "There is no such exhibit."),
  /// No such request.
  REQUEST_UNKNOWN(Retry.LATER, "There is no such request for access."),
  /// No such visit in force.
  VISIT_UNKNOWN(Retry.LATER, "There is no such joint visit in force."),
  /// No such finding.
  FINDING_UNKNOWN(Retry.LATER, "There is no such finding, proposed or in force."),
  /// A finding rests on something else.
  GROUND_UNKNOWN(Retry.CHANGED, "A finding rests on claims and exhibits that are on record."),
  /// The author's node did not have what this is about.
  NOT_SEEN(Retry.LATER, "This node has not received what this is about yet."),
  /// What belongs to one matter is used in another.
  OTHER_MATTER(Retry.CHANGED, "That belongs to another matter; link the two by an alias."),
  /// The author's side has closed the matter.
  MATTER_CLOSED(Retry.CHANGED, "Your side has closed this matter; open it again first."),
  /// Closed before.
  ALREADY_CLOSED(Retry.NEVER, "Your side has closed this matter already."),
  /// Not closed at all.
  NOT_CLOSED(Retry.NEVER, "Your side has not closed this matter."),
  /// Another side's claim is changed.
  NOT_YOUR_CLAIM(Retry.NEVER, "Only the side that made a claim can change it; take a position."),
  /// A position on one's own claim.
  OWN_CLAIM(Retry.CHANGED, "This is your own side's claim; supersede or withdraw it instead."),
  /// Another side's exhibit is handled.
  NOT_YOUR_EXHIBIT(Retry.NEVER, "Only the side that holds an exhibit can say this of it."),
  /// Access to one's own exhibit is asked for.
  OWN_EXHIBIT(Retry.NEVER, "Your own side holds this exhibit."),
  /// Somebody else than the host admits experts.
  NOT_HOST(Retry.NEVER, "Only the host of a visit admits its experts."),
  /// The terms name somebody who is no side.
  UNKNOWN_SIDE(Retry.CHANGED, "That is not a side of this channel."),
  /// A question to oneself.
  OWN_QUESTION(Retry.CHANGED, "A question goes to another side."),
  /// The claim was superseded or withdrawn, and the author knew.
  CLAIM_ENDED(Retry.NEVER, "That claim has been superseded or withdrawn."),
  /// The new claim is about something else.
  OTHER_SUBJECT(Retry.CHANGED, "That is a claim about something else."),
  /// A side is named as a third party.
  SPEAKS_FOR_SIDE(Retry.NEVER, "Nobody speaks for another side; its claims are in its own log."),
  /// A claim holds as of a time that has not come.
  AS_OF_LATER(Retry.CHANGED, "A claim cannot be as of a time after it was made."),
  /// The part that is accepted is not part of the claim.
  PART_MISFIT(Retry.CHANGED, "Of a range say which part is accepted, and within its bounds."),
  /// The promised time is over, or too far away.
  SEAL_WINDOW(Retry.CHANGED, "A sealed claim is to be shown later, and within the agreed time."),
  /// As many of them wait as was agreed.
  SEALS_WAITING(
      Retry.LATER,
      "Your side has as many sealed claims waiting here as is agreed; reveal one first."),
  /// Shown before.
  ALREADY_REVEALED(Retry.NEVER, "That sealed claim has been revealed already."),
  /// What is shown is not what was sealed.
  REVEAL_MISMATCH(Retry.NEVER, "This is not what was sealed."),
  /// Opened without a description.
  NOT_DESCRIBED(Retry.CHANGED, "An exhibit is described before more of it is opened."),
  /// Described a second time.
  ALREADY_DESCRIBED(Retry.CHANGED, "That exhibit is described already; the first word stands."),
  /// Not more than is open already.
  LEVEL_NOT_HIGHER(Retry.NEVER, "That much of the exhibit is open already."),
  /// The chunks are not of that file.
  MANIFEST_MISFIT(Retry.CHANGED, "The manifest is of a file of another size."),
  /// Whoever gives does not have it.
  NOT_CUSTODIAN(Retry.CHANGED, "That custodian does not keep the exhibit."),
  /// The chain of custody would run backwards.
  CUSTODY_TIME(Retry.CHANGED, "Custody passes after it passed before, and not in the future."),
  /// Answered before.
  ALREADY_ANSWERED(Retry.NEVER, "That request has been answered."),
  /// A pass is used once.
  PASS_USED(Retry.NEVER, "The experts of this visit have been admitted; a pass is used once."),
  /// Not at the agreed time.
  OUTSIDE_WINDOW(Retry.LATER, "That is outside the time agreed for the visit."),
  /// More than any visit may have.
  TOO_MANY_VISITORS(Retry.CHANGED, "That is more visitors of one side than is agreed."),
  /// More than were agreed.
  TOO_MANY_EXPERTS(Retry.CHANGED, "More experts than the visit was agreed for."),
  /// There are minutes in force.
  MINUTES_AGREED(Retry.NEVER, "There are agreed minutes of this visit."),
  /// A side is given a value that it did not state.
  VALUE_NOT_THEIRS(Retry.CHANGED, "Where findings differ, each side's value is one it claimed.");

  private final Retry retry;
  private final String sentence;

  InquiryRefusal(Retry retry, String sentence) {
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
