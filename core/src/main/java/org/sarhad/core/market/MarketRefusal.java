package org.sarhad.core.market;

import org.sarhad.core.fact.RefusalCode;

/// Why a bid, a protocol or a match does not hold. In order of precedence: when several apply, the
/// first one is given.
public enum MarketRefusal implements RefusalCode {
  /// The log belongs to no side of this channel.
  NOT_A_SIDE(Retry.NEVER, "This log is not one of the channel's."),
  /// It stands in a private journal.
  NOT_RELEASED(Retry.CHANGED, "Needs and offers are always shared; choose release, or seal it."),
  /// Nobody signed.
  NO_OFFICER(Retry.CHANGED, "A person has to sign this; sign in as an officer."),
  /// The officer holds none of the roles that state this.
  ROLE_MISSING(Retry.CHANGED, "Your role does not allow this; ask somebody whose role does."),
  /// The terms of the act cannot be read.
  TERMS_UNREADABLE(Retry.CHANGED, "The terms are not those of this kind of act; draft it again."),
  /// It takes the place of something that it cannot take the place of.
  SUPERSEDES(Retry.CHANGED, "It can only replace a protocol or match of the same; look again."),
  /// There is no account.
  NO_ACCOUNT(Retry.LATER, "There is no barter account yet; open one together first."),
  /// There is no such protocol in force.
  PROTOCOL_UNKNOWN(Retry.LATER, "No such protocol of a period is in force; look at it again."),
  /// No such seal.
  SEAL_UNKNOWN(Retry.LATER, "There is no such sealed bid."),
  /// No such bid, or it was withdrawn.
  BID_UNKNOWN(Retry.CHANGED, "A bid named there is not on record, or was withdrawn."),
  /// The author's node did not have it.
  NOT_SEEN(Retry.LATER, "This node has not received what this rests on yet."),
  /// It is not about the two sides of the account.
  SIDE_UNKNOWN(Retry.CHANGED, "A side named there is not one of the two of the account."),
  /// The act does without one of them.
  SIDE_LEFT_OUT(Retry.CHANGED, "Nothing is agreed here without the signature of both sides."),
  /// Another side's.
  NOT_YOURS(Retry.NEVER, "Only the side that made the bid can do this."),
  /// Bidding would be over before it began.
  WINDOW_PAST(Retry.CHANGED, "The time for bids is over already; choose a later one."),
  /// A price of a line cannot be computed.
  PRICE_UNDEFINED(Retry.CHANGED, "The price of a line has no value at these numbers; check them."),
  /// More than the rules tolerate.
  TOLERANCE_TOO_HIGH(Retry.CHANGED, "The agreed rules do not tolerate differences as large."),
  /// No such line.
  LINE_UNKNOWN(Retry.CHANGED, "The protocol has no line of this name."),
  /// The exporter offers, the importer needs.
  WRONG_WAY(Retry.CHANGED, "The side that exports a line offers, and the other one needs."),
  /// More than the whole line.
  LINE_TOO_SMALL(Retry.CHANGED, "The whole line has fewer lots than that."),
  /// Too late to bid.
  CLOSED(Retry.NEVER, "The time for bids is over; wait for the next protocol."),
  /// Somebody who has read the others' bids bids no more.
  REVEALS_SEEN(Retry.NEVER, "Sealed bids of the other side are revealed; nobody bids after that."),
  /// Enough.
  TOO_MANY_BIDS(Retry.CHANGED, "Your side has as many bids there as it may; withdraw one first."),
  /// Too early to reveal.
  NOT_CLOSED(Retry.LATER, "Bids can still be made; reveal when the time for that is over."),
  /// Too late to reveal.
  REVEAL_LATE(Retry.NEVER, "The time to reveal is over; this bid takes no part."),
  /// Revealed before.
  ALREADY_REVEALED(Retry.NEVER, "This bid is revealed already."),
  /// Not what was sealed.
  REVEAL_MISMATCH(Retry.CHANGED, "This is not what was sealed; check the bid and the salt."),
  /// Bids may still come.
  NOT_YET(Retry.LATER, "Bids can still be revealed; match when the time for that is over."),
  /// There is a match.
  ALREADY_MATCHED(Retry.CHANGED, "The bids of this protocol are matched; replace that match."),
  /// A pair that cannot be.
  PAIR_UNFIT(
      Retry.CHANGED,
      "A pair is of bids that are not there, not of one line, or agree on no price."),
  /// A pair that stands there twice.
  PAIR_TWICE(Retry.CHANGED, "A need and an offer are matched twice; add up their lots."),
  /// More than was bid.
  BID_EXCEEDED(Retry.CHANGED, "More lots are matched than somebody needs or offers."),
  /// More than the line has.
  LINE_EXCEEDED(Retry.CHANGED, "More of a line is matched than the protocol allows."),
  /// More than the quota.
  QUOTA_EXCEEDED(Retry.CHANGED, "More is matched than a quota of the protocol allows."),
  /// More than the corridor carries.
  CORRIDOR_EXCEEDED(Retry.CHANGED, "More is matched than a corridor can carry."),
  /// A side would come to owe too much.
  SWING_EXCEEDED(Retry.CHANGED, "A side would come to owe more than the match says it may."),
  /// A price of what is not there.
  PRICE_OF_NOTHING(Retry.CHANGED, "A price is given for something that the protocol has not."),
  /// The worth comes out otherwise.
  VALUE_DIFFERS(Retry.CHANGED, "What is matched comes to another worth here; match again."),
  /// The prices prove something else.
  BOUND_DIFFERS(Retry.CHANGED, "The prices prove another bound here; match again."),
  /// The match counts on room that is not there.
  NO_ROOM(Retry.LATER, "There is less room in the account than this counts on; match again."),
  /// A number that cannot be reckoned with.
  OUT_OF_RANGE(Retry.CHANGED, "A number becomes larger than can be reckoned with; divide it.");

  private final Retry retry;
  private final String sentence;

  MarketRefusal(Retry retry, String sentence) {
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
