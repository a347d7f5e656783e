package org.sarhad.core.delivery;

import org.sarhad.core.fact.RefusalCode;

/// Why a fact about goods on their way does not hold. In order of precedence: when several apply,
/// the first one is given.
public enum DeliveryRefusal implements RefusalCode {
  /// The log belongs to no side of this channel.
  NOT_A_SIDE(Retry.NEVER, "This log is not one of the channel's."),
  /// It stands in a private journal.
  NOT_RELEASED(Retry.CHANGED, "What is said of goods is always shared; choose release."),
  /// Nobody signed.
  NO_OFFICER(Retry.CHANGED, "A person has to sign this; sign in as an officer."),
  /// The officer holds none of the roles that state this.
  ROLE_MISSING(Retry.CHANGED, "Your role does not allow this; ask somebody whose role does."),
  /// No such reservation.
  RESERVATION_UNKNOWN(Retry.LATER, "There is no such reservation in the book; agree on one first."),
  /// No such consignment.
  CONSIGNMENT_UNKNOWN(Retry.LATER, "There is no such consignment."),
  /// No such event.
  EVENT_UNKNOWN(Retry.LATER, "There is no such event."),
  /// No such despatch.
  DESPATCH_UNKNOWN(Retry.LATER, "There is no such despatch in the book; state it there first."),
  /// The author's node did not have it.
  NOT_SEEN(Retry.LATER, "This node has not received what this rests on yet."),
  /// The account is between others.
  SIDE_UNKNOWN(Retry.NEVER, "Your side is not one of the two of this account."),
  /// The other side's.
  NOT_EXPORTER(Retry.NEVER, "Only the side that sends the goods can say this."),
  /// It happens elsewhere.
  NOT_YOUR_SOIL(Retry.NEVER, "That happens on the other side's soil, and they say so."),
  /// A stamp on one's own word.
  OWN_EVENT(Retry.NEVER, "Your side has said that itself; the other one puts its stamp on it."),
  /// Nothing passes there.
  NO_HANDOVER(Retry.NEVER, "Goods do not pass from side to side there; it needs no stamp."),
  /// There is one.
  ALREADY_STAMPED(Retry.NEVER, "Your side has put its stamp on this already."),
  /// Nothing more can happen to it.
  ENDED(Retry.NEVER, "All of this consignment was received, rejected or lost."),
  /// No such unit, or the goods are not in it.
  UNIT_UNKNOWN(Retry.CHANGED, "The goods are in other units now; look at the consignment again."),
  /// More or less is in the units than before.
  NOT_CONSERVED(Retry.CHANGED, "As much has to be in the new units as was in the old ones."),
  /// It would be too many.
  TOO_MANY_UNITS(Retry.NEVER, "A consignment has no more units than this; begin another one."),
  /// It has happened after now.
  TIME_AHEAD(Retry.CHANGED, "That has not come yet; say that it is planned or estimated."),
  /// It is to happen before now.
  TIME_PAST(Retry.CHANGED, "That time is over; say that it has happened, or give a later one."),
  /// Goods pass once.
  HAPPENED_ALREADY(Retry.NEVER, "That was said of these goods already; they pass once only."),
  /// Another reservation's.
  OTHER_RESERVATION(Retry.CHANGED, "That despatch is not under the reservation of these goods."),
  /// As much did not leave.
  QUANTITY_DIFFERS(Retry.CHANGED, "Not as much left by that despatch as is in the units."),
  /// Said before.
  ALREADY_DESPATCHED(
      Retry.NEVER, "This consignment, or that despatch, has its other half already.");

  private final Retry retry;
  private final String sentence;

  DeliveryRefusal(Retry retry, String sentence) {
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
