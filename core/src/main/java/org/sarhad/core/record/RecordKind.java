package org.sarhad.core.record;

import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact about the channel, by the word in the envelope.
public enum RecordKind {
  /// The first entry of a log.
  GENESIS("genesis"),
  /// "I have this much, and computed this."
  ACK("ack"),
  /// A peer's keys, confirmed by a person.
  PEER_ACCEPTED("peer_accepted"),
  /// An officer's key and roles.
  OFFICER_GRANTED("officer_granted"),
  /// The end of an officer's key.
  OFFICER_REVOKED("officer_revoked"),
  /// One role more.
  ROLE_GRANTED("role_granted"),
  /// One role less.
  ROLE_REVOKED("role_revoked"),
  /// A person opened these entries.
  READ("read"),
  /// A withheld payload is shown.
  REVEALED("revealed"),
  /// A payload is gone.
  ERASED("erased"),
  /// The peer's copy is gone too.
  ERASURE_CONFIRMED("erased_confirmed"),
  /// A log has two histories.
  FORK_PUBLISHED("fork_published"),
  /// A key of the node follows another.
  KEY_ROTATED("key_rotated"),
  /// A log ends: its keys are revoked by the recovery key.
  KEYS_REVOKED("key_revoked"),
  /// This log follows one that ended.
  SUCCESSOR("successor");

  /// The first word of every kind here.
  public static final String APPLICATION = "record";

  private final String fact;

  RecordKind(String fact) {
    this.fact = fact;
  }

  /// The word in the envelope: `record.officer_granted`. Never changes.
  public Kind kind() {
    return new Kind(APPLICATION + "." + fact);
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<RecordKind> find(Kind kind) {
    for (RecordKind known : values()) {
      if (kind.application().equals(APPLICATION) && kind.fact().equals(known.fact)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
