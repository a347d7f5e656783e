package org.sarhad.core.record;

/// Why an entry of the other side is not taken, in the order in which it is checked (protocol
/// clause 04-7).
public enum SuspectReason {
  /// Not an entry in its one spelling.
  MALFORMED("The bytes are not an entry in its one spelling."),
  /// Said in another channel.
  OTHER_CHANNEL("The entry belongs to another channel."),
  /// Another log or another place in it.
  OTHER_PLACE("The entry names another place than the one it stands at."),
  /// Marked as never to leave its side.
  NOT_SHARED("The entry is marked as internal and stands in a shared log."),
  /// The first entry is no genesis, or a later one is.
  GENESIS_PLACE("The first entry of a log, and no other, is its genesis."),
  /// The log ended before it.
  LOG_ENDED("The log has ended before this entry, by its recovery key."),
  /// The node's line is by no key in force here.
  NODE_KEY("The node's line is not by the node key in force at this place."),
  /// The node's line does not verify.
  NODE_SIGNATURE("The node's signature does not verify."),
  /// Nobody of that name was enrolled before this entry.
  OFFICER_UNKNOWN("An officer who signed was not enrolled at this place."),
  /// Revoked before this entry.
  OFFICER_REVOKED("An officer who signed had been revoked at this place."),
  /// Another key than the enrolled one.
  OFFICER_KEY("An officer's line is not by the key enrolled at this place."),
  /// An officer's line does not verify.
  OFFICER_SIGNATURE("An officer's signature does not verify."),
  /// What it says it has seen, we do not hold.
  SEEN_BEYOND("The entry says it has seen more of a log than this node holds.");

  private final String sentence;

  SuspectReason(String sentence) {
    this.sentence = sentence;
  }

  /// One English sentence for the operator.
  public String sentence() {
    return sentence;
  }
}
