package org.sarhad.node.machine;

import org.sarhad.core.fact.RefusalCode;

/// Why the node itself, before any rule of an application, does not do what an officer asks. In
/// order of precedence.
public enum NodeRefusal implements RefusalCode {
  /// The process is stopping, or stopped itself.
  STOPPED(Retry.LATER, "The node has stopped. Ask its operator."),
  /// More is waiting than the node takes on.
  BUSY(Retry.LATER, "The node has too much to do at this moment. Try again."),
  /// One key, two requests.
  KEY_REUSED(Retry.CHANGED, "This idempotency key was used for another request."),
  /// The officer's key is not enrolled, or not this one.
  NOT_AN_OFFICER(Retry.CHANGED, "Your key is not enrolled at this node. Ask the administrator."),
  /// An officer without the role.
  ROLE_MAY_NOT(Retry.CHANGED, "Your role may not do this. Ask the administrator."),
  /// A neighbour has more of our log than we have.
  BEHIND_OWN_MIRROR(
      Retry.LATER,
      "This node is older than what the other side holds of it. Nothing can be released until it"
          + " is restored; internal work goes on."),
  /// A side showed two histories, or the two nodes computed different things from the same entries:
  /// nobody is to be bound by what may not be the same on both sides.
  JOINT_SIGNING_PAUSED(
      Retry.LATER,
      "Joint signing is paused, because the two records do not agree. See the evidence; the"
          + " response goes on."),
  /// Restoring where nothing is missing.
  NOT_BEHIND(Retry.NEVER, "Nothing is missing here that the other side holds."),
  /// No such peer.
  PEER_UNKNOWN(Retry.CHANGED, "No peer of this name is paired with this node."),
  /// The digits are not those of the card.
  FINGERPRINT_WRONG(
      Retry.CHANGED, "This is not the fingerprint of the peer's card. Compare it once more."),
  /// A card of a side that has another one already.
  CARD_CHANGED(
      Retry.CHANGED,
      "This side is paired with other keys. If they were changed on purpose, unpair first."),
  /// The origin or party on a card is one's own.
  OWN_CARD(Retry.CHANGED, "This is this node's own card."),
  /// No such entry.
  ENTRY_UNKNOWN(Retry.CHANGED, "No such entry is held here."),
  /// The bundle is not one, or does not prove.
  BUNDLE_REFUSED(Retry.CHANGED, "The bundle was not taken."),
  /// More than an entry holds.
  TOO_LARGE(Retry.CHANGED, "This is more than one entry can hold. Shorten it."),
  /// A switch that does not matter now.
  NOT_WAITING(Retry.NEVER, "The node is not waiting for this.");

  private final Retry retry;
  private final String sentence;

  NodeRefusal(Retry retry, String sentence) {
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
