package org.sarhad.node.intake;

import java.time.Instant;
import java.util.List;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// One thing a node must remember. Together with the order in which they were appended, these are
/// all the node is: everything else on its disk is derived from them.
///
/// Bytes are exact and already checked when they get here; reading them back checks them again.
public sealed interface IntakeRecord {

  /// An entry with the payloads that are stored beside it: all of them for an entry of one's own;
  /// for an entry of a peer, those it released.
  ///
  /// @param bytes the exact signed note
  /// @param payloads the exact payload bytes, each named by the entry
  record Stored(Bytes bytes, List<Bytes> payloads) {
    /// Copies the list.
    public Stored {
      payloads = List.copyOf(payloads);
    }
  }

  /// The next entry of the own log: released, and never to be renumbered once under a head.
  record OwnEntry(long index, Stored entry) implements IntakeRecord {}

  /// The next entry of the private journal, which never leaves.
  record JournalEntry(long index, Stored entry) implements IntakeRecord {}

  /// A head of the own log, signed, not yet shown to anyone.
  record OwnHead(Bytes note) implements IntakeRecord {}

  /// A peer's cosignature on a head of the own log.
  ///
  /// @param note the head with the author's lines and the peer's
  record PeerCosigned(PartyId peer, Bytes note) implements IntakeRecord {}

  /// A peer's head taken as pending: proven consistent with all before it.
  record PeerHead(Bytes note) implements IntakeRecord {}

  /// Entries of a peer's log, proven to stand under a pending head.
  ///
  /// @param start index of the first one
  record PeerEntries(Origin origin, long start, List<Stored> entries) implements IntakeRecord {
    /// Copies the list.
    public PeerEntries {
      entries = List.copyOf(entries);
    }
  }

  /// Our cosignature on a peer's head, everything under which is stored.
  ///
  /// @param note the head with the author's lines and ours
  /// @param at the time in our lines
  record MirrorCosigned(Bytes note, Instant at) implements IntakeRecord {}

  /// Entries of the own log that came back from a peer's mirror, under a head we once signed.
  ///
  /// @param start index of the first one
  /// @param note that head
  record OwnRestored(long start, List<Stored> entries, Bytes note) implements IntakeRecord {
    /// Copies the list.
    public OwnRestored {
      entries = List.copyOf(entries);
    }
  }

  /// Own entries from index `from` on, durable but never under a head, gave way to restored ones.
  ///
  /// @param journal size of the private journal by then: its entries before that stand, among the
  ///   own ones, no further back than `from`
  record Displaced(long from, long journal) implements IntakeRecord {}

  /// A peer's card, confirmed by a person.
  record Paired(Bytes card) implements IntakeRecord {}

  /// The peer is a stranger again.
  record Unpaired(PartyId peer) implements IntakeRecord {}

  /// Something that speaks against a log, kept for ever.
  ///
  /// @param name the file name it is shown and exported under
  /// @param kind what it shows
  /// @param about the origin concerned
  /// @param sentence what happened, for the operator
  /// @param content the file itself
  record EvidenceKept(
      String name, EvidenceKind kind, Origin about, Instant at, String sentence, Bytes content)
      implements IntakeRecord {}

  /// The author of a log that forked has shown where its two histories part (06-7.5).
  ///
  /// @param evidence the name of the fork proof
  /// @param index the first entry that is not the same in both
  record ForkLocated(String evidence, long index) implements IntakeRecord {}

  /// A request with an idempotency key was answered by these entries.
  ///
  /// @param key unique within its account, with the account
  /// @param body SHA-256 of what was asked
  record Answered(String key, Hash body, Instant at, List<EntryId> entries)
      implements IntakeRecord {
    /// Copies the list.
    public Answered {
      entries = List.copyOf(entries);
    }
  }

  /// An administrator declared that this directory was not restored from a backup (06-6.2).
  ///
  /// @param size of the own log at that time
  record GuardWaived(Instant at, long size) implements IntakeRecord {}

  /// Only in the ledger: the entries of the mirror of `origin` below `size` are in files.
  record Advanced(Origin origin, long size) implements IntakeRecord {}

  /// Only in the ledger: what the frames up to number `sequence` hold of entries is in files by
  /// now, and the intake need not be read below `position`.
  record Kept(long sequence, long position) implements IntakeRecord {}
}
