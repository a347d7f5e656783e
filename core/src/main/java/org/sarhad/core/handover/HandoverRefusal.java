package org.sarhad.core.handover;

import org.sarhad.core.fact.RefusalCode;

/// Why the terms of a handover do not hold, or are not to be signed now. In order of precedence:
/// when several apply, the first one is given. The last four are this node's caution and never void
/// an act (protocol clause 12-3.5).
public enum HandoverRefusal implements RefusalCode {
  /// The terms of the act cannot be read.
  TERMS_UNREADABLE(Retry.CHANGED, "The terms are not those of a handover; draft it again."),
  /// A side named there is none of the channel's.
  SIDE_UNKNOWN(Retry.CHANGED, "A side named in the handover is not a side of this channel."),
  /// The act does not need the signature of giver or taker.
  PARTY_LEFT_OUT(Retry.CHANGED, "Both the giver and the taker have to sign a handover."),
  /// To oneself.
  SAME_SIDE(Retry.CHANGED, "Responsibility passes to another side; name the other one."),
  /// Offered for another side.
  NOT_THE_OFFERER(Retry.NEVER, "Only the side that is responsible can offer to hand over."),
  /// The side that offers is not responsible.
  NOT_RESPONSIBLE(Retry.NEVER, "That side is not responsible for this; it has nothing to offer."),
  /// What the offer rests on has passed on, and come back perhaps.
  OVERTAKEN(Retry.CHANGED, "Responsibility has moved since that offer; make a new one."),
  /// In the place of another act.
  SUPERSEDES(Retry.CHANGED, "A handover takes no act's place; handing back is a new handover."),
  /// This node knows of no such incident.
  INCIDENT_UNKNOWN(Retry.CHANGED, "There is no incident of that name here; check the name."),
  /// The other side has not been told.
  NOT_RELEASED(Retry.LATER, "The other side does not know of this incident; tell it first."),
  /// All sides have closed it.
  INCIDENT_CLOSED(Retry.LATER, "All sides have closed this incident; reopen it first."),
  /// An alarm of priority 1 or 2 stands.
  ALARM_UNACKNOWLEDGED(
      Retry.LATER, "An alarm is unacknowledged; acknowledge it first, then hand over.");

  private final Retry retry;
  private final String sentence;

  HandoverRefusal(Retry retry, String sentence) {
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
