package org.sarhad.core.response;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.time.TimeBracket;

/// How far one entry has come on its way to the other side, as far as the node knows. What has not
/// happened, or is not known to have, is empty.
///
/// @param durable when its author's node had it on disk; own entries only
/// @param published when it first stood under a signed head of its log; own entries only
/// @param received when the other side's node had it
/// @param read when a person at the other side opened it
public record EntryTimes(
    Optional<Instant> durable,
    Optional<Instant> published,
    Optional<Receipt> received,
    Optional<Reading> read) {
  /// Nothing is known but that it was written.
  public static final EntryTimes UNKNOWN =
      new EntryTimes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// Proof that the other side's node had the entry: both ends of the bracket are that side's own
  /// signatures.
  ///
  /// @param by the side that received it
  /// @param signedBy the name of the key that signed the later end
  public record Receipt(PartyId by, TimeBracket bracket, String signedBy) {}

  /// That a person has opened it, in the reader's own words: an entry of their log.
  ///
  /// @param role the role in which they read; empty where the entry does not say
  public record Reading(PartyId by, Optional<Role> role, Instant at, EntryId entry) {}
}
