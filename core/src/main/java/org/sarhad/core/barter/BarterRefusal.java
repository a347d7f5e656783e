package org.sarhad.core.barter;

import org.sarhad.core.fact.RefusalCode;

/// Why a fact about the barter account, or the terms of an act about it, do not hold. In order of
/// precedence: when several apply, the first one is given.
public enum BarterRefusal implements RefusalCode {
  /// The log belongs to no side of this channel.
  NOT_A_SIDE(Retry.NEVER, "This log is not one of the channel's."),
  /// It stands in a private journal.
  NOT_RELEASED(Retry.CHANGED, "What is said of deliveries is always shared; choose release."),
  /// Nobody signed.
  NO_OFFICER(Retry.CHANGED, "A person has to sign this; sign in as an officer."),
  /// Somebody signed what the node says by itself.
  NODE_ONLY(Retry.NEVER, "The node says this by itself once the agreed day is over."),
  /// The officer holds none of the roles that state this.
  ROLE_MISSING(Retry.CHANGED, "Your role does not allow this; ask somebody whose role does."),
  /// The terms of the act cannot be read.
  TERMS_UNREADABLE(Retry.CHANGED, "The terms are not those of this kind of act; draft it again."),
  /// It takes another act's place.
  SUPERSEDES(Retry.CHANGED, "Nothing in the book is replaced; it is corrected by a contra."),
  /// There is no account.
  NO_ACCOUNT(Retry.LATER, "There is no account yet; open one together first."),
  /// There is one already.
  ACCOUNT_OPEN(Retry.NEVER, "There is an account already, and a channel has only one."),
  /// It names a side that the account is not about.
  SIDE_UNKNOWN(Retry.CHANGED, "A side named there is not one of the two of this account."),
  /// The act does without a side of the account.
  SIDE_LEFT_OUT(Retry.CHANGED, "Nothing is booked without the signature of both sides."),
  /// The very same is in the book.
  REPEATED(Retry.NEVER, "This is in the book already, and nothing is booked twice."),
  /// Another voucher has that number.
  NUMBER_TAKEN(Retry.CHANGED, "Another voucher has this number; take the next one."),
  /// Numbers are missing before it.
  NUMBER_GAP(Retry.LATER, "A number before this one is missing; vouchers have no gaps."),
  /// The period is closed.
  PERIOD_CLOSED(Retry.CHANGED, "That day is in a closed period; take a day of the open one."),
  /// It counts for a day to come.
  DAY_AHEAD(Retry.LATER, "That day has not come; nothing is booked before its day."),
  /// What it rests on is not in the book.
  VOUCHER_UNKNOWN(Retry.LATER, "What this rests on is not in the book; look at the number again."),
  /// The author's node did not have it.
  NOT_SEEN(Retry.LATER, "This node has not received what this rests on yet."),
  /// It says that something arrived that has not left.
  NOT_DESPATCHED(Retry.LATER, "No despatch of this is on record; it has to leave first."),
  /// Only the side that sends says this.
  NOT_EXPORTER(Retry.NEVER, "Only the side that sends the goods can say this."),
  /// Only the side that receives says this.
  NOT_IMPORTER(Retry.NEVER, "Only the side that receives the goods can say this."),
  /// Said before.
  ALREADY_RECEIVED(Retry.NEVER, "A receipt of this despatch is on record; there is one only."),
  /// A unit that measures something else, or a fraction of the contract's.
  OTHER_UNIT(Retry.CHANGED, "Give it as a whole number of the unit of the contract."),
  /// More than there is.
  QUANTITY_EXCEEDED(Retry.CHANGED, "That is more than what is left; reserve or contract more."),
  /// The account has come to its end.
  ACCOUNT_ENDED(Retry.NEVER, "The account has ended; what is open is delivered and settled."),
  /// It has lapsed, or its time is over.
  ENDED(Retry.NEVER, "The time of this contract or reservation is over; agree on a new one."),
  /// The price cannot be computed.
  PRICE_UNDEFINED(Retry.CHANGED, "The price has no value at these numbers; check each of them."),
  /// Goods that are not traded here.
  COMMODITY_BARRED(Retry.NEVER, "These goods are barred by the agreed rules; no contract of them."),
  /// Nothing is accepted that has not arrived.
  NOT_RECEIVED(Retry.LATER, "No receipt of this despatch is on record; it has to arrive first."),
  /// It names other bytes than those in the record.
  BASIS_DIFFERS(Retry.CHANGED, "An entry that this rests on is not the one in the record."),
  /// Taken over before.
  ALREADY_ACCEPTED(Retry.NEVER, "This delivery is accepted already; correct it by a contra."),
  /// Booked before.
  MONTH_BOOKED(Retry.NEVER, "That month is paid for already; correct it by a contra."),
  /// Nothing about it is disputed.
  NOT_DISPUTED(Retry.NEVER, "Nothing of this delivery is disputed, or not so much of it."),
  /// What is booked back is not booked back again.
  CONTRA_OF_CONTRA(Retry.NEVER, "A contra is not taken back; book what is right anew."),
  /// Nothing can be booked back here.
  NOT_REVERSIBLE(Retry.NEVER, "This is not corrected by a contra; agree on a new act instead."),
  /// Booked back before.
  ALREADY_REVERSED(Retry.NEVER, "This is booked back already; that is done once only."),
  /// Something else rests on it.
  RESTED_UPON(Retry.LATER, "A settled difference rests on this; book that back first."),
  /// Its time is not over.
  NOT_YET(Retry.LATER, "The time of this is not over yet; wait for its last day to end."),
  /// Periods are closed in order.
  PERIOD_NOT_NEXT(Retry.CHANGED, "Periods are closed one after the other; this is not the next."),
  /// A figure comes out otherwise.
  FIGURE_DIFFERS(Retry.CHANGED, "A figure comes out otherwise here; draft it again and compare."),
  /// More than is owed.
  OVERPAID(Retry.CHANGED, "That side does not owe so much; pay what is owed at most."),
  /// More than the rules allow.
  LIMIT_TOO_HIGH(Retry.CHANGED, "The agreed rules allow no limit as high as this."),
  /// Less than is owed.
  LIMIT_BELOW_EXPOSURE(
      Retry.CHANGED, "That side owes more than this already; say that it is to run down."),
  /// More credit than the rules allow.
  CREDIT_TOO_HIGH(Retry.CHANGED, "The agreed rules allow no technical credit as high as this."),
  /// Credit for what nobody owes.
  CREDIT_NOT_OWED(Retry.CHANGED, "That side does not owe so much; a credit is of what is owed."),
  /// Differences that nobody carries.
  DIFFERENCES_OPEN(Retry.CHANGED, "A difference is not explained; carry each of them by name."),
  /// One of those who trade is the one on a list.
  PARTY_REFUSED(
      Retry.NEVER, "A party of this was refused by screening; nothing is signed with it."),
  /// Something was found about one of them.
  PARTY_HELD(Retry.LATER, "A party of this is held by screening; two officers decide about it."),
  /// A side has not looked at one of them.
  PARTY_NOT_SCREENED(Retry.LATER, "Not every side has screened every party of this; screen first."),
  /// A side decided by other lists than those in force.
  SCREEN_AGAIN(Retry.LATER, "A party of this has to be screened again by the lists of the day."),
  /// A side goes by a list that is too old.
  LIST_STALE(
      Retry.LATER, "A party of this was screened by a list that is too old; look for a newer."),
  /// A side would owe more than it may.
  NO_ROOM(Retry.LATER, "There is no room in the account: a side would owe more than it may."),
  /// A number that cannot be kept.
  OUT_OF_RANGE(Retry.CHANGED, "An amount becomes larger than the book can keep; divide it.");

  private final Retry retry;
  private final String sentence;

  BarterRefusal(Retry retry, String sentence) {
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
