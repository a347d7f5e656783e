package org.sarhad.node.machine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.posture.PosturePlans;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.response.EntryTimes;
import org.sarhad.core.response.EntryWays;
import org.sarhad.core.response.ResponseState;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.proof.TlogProof;
import org.sarhad.tlog.tree.Hash;

/// What a node knows at one moment, as far as it is durable: what consoles, the API and the tests
/// look at. Never changes; the node puts a new one in its place. May be read by any number of
/// threads.
///
/// Entries, payloads and proofs are read from the log directories when they are asked for, up to
/// the sizes of this moment. A disk that fails while doing so throws
/// [java.io.UncheckedIOException].
public interface NodeView extends EntryWays {
  /// When this view was made, by the node's wall clock.
  Instant asOf();

  /// Who the node is.
  NodeIdentity self();

  /// The response: own, internal and received facts.
  ResponseState response();

  /// The plans of posts that the private journal keeps: the newest ones.
  PosturePlans plans();

  /// The channel: officers, keys, receipts, erasures.
  ChannelState channel();

  /// What stands between the sides, as far as it is final: what binds. Read when asked, so it may
  /// be a little newer than the rest.
  Accord agreed();

  /// The same with all that is known beyond, in the order it has by now: what may still turn out
  /// otherwise. O(what is not final), once after each new entry.
  Accord expected();

  /// The book of the barter account as far as it is final, and since when it is what it is. Read
  /// when asked, as [#agreed()].
  FinalBook finalBook();

  /// The links, by party.
  List<LinkView> links();

  /// The link with `peer`, if there ever was one.
  default Optional<LinkView> link(PartyId peer) {
    return links().stream().filter(link -> link.peer().equals(peer)).findFirst();
  }

  /// The logs on this node: own, journal, mirrors.
  List<LogView> logs();

  /// The log called `origin`, if this node keeps it.
  default Optional<LogView> log(Origin origin) {
    return logs().stream().filter(log -> log.origin().equals(origin)).findFirst();
  }

  /// The entry at `id`, if it is held and shown: of a mirror only what is cosigned.
  Optional<Entry> entry(EntryId id);

  /// The entries `[from, to)` of `origin`, cut to what is shown; nothing for an unknown log. Reads
  /// at most 1024.
  List<Entry> entries(Origin origin, long from, long to);

  /// The lines of the audit trail that stand in the private journal below place `end`, at most
  /// `most`, the newest first.
  List<Entry> audit(long end, int most);

  /// The payload with this hash of that entry, if it is here: not withheld, not erased.
  Optional<Bytes> payload(EntryId entry, Hash sha256);

  /// The file at `path` of the log called `origin` as it is served to others: checkpoint, tile,
  /// bundle.
  Optional<Bytes> resource(Origin origin, String path);

  /// Proof that the entry is under the newest head that carries the most cosignatures; empty if it
  /// is under no head yet, or in the journal.
  Optional<TlogProof> proof(EntryId id);

  /// How far an entry has come on its way to the other side.
  @Override
  EntryTimes times(EntryId entry);

  /// Whether the place of `entry` in the joint order can no longer change.
  boolean isFinal(EntryId entry);

  /// The Lamport number of `entry`; empty in the journal and for what is held back.
  OptionalLong lamport(EntryId entry);

  /// What both sides computed.
  JointView joint();

  /// The entry that has place `count` (from 1) in the joint order, if it is final here and among
  /// the newest 65 536.
  Optional<EntryId> jointEntry(long count);

  /// The hash of the joint state after the first `count` final entries, under the same conditions.
  Optional<Hash> jointState(long count);

  /// What was found that speaks against a log, oldest first.
  List<EvidenceView> evidence();

  /// Whether this node may sign heads.
  GuardState guard();

  /// Whether the guard waits, or the node is behind, and why, in one sentence; empty if it may
  /// sign.
  String guardSentence();

  /// How far a restore is.
  Optional<RestoreView> restore();

  /// How many own entries gave way to restored ones and wait in the journal to be released again.
  long displaced();

  /// The joint state as both sides computed it.
  ///
  /// @param finalCount entries that are final here
  /// @param state the hash of the joint state after them, as computed here
  /// @param compared how many entries the newest comparison with a peer covered; 0 for none
  /// @param equal whether the two hashes were equal then; true for none
  /// @param firstDifference the first entry after which they differ, once it is found
  /// @param equalUntil after how many entries both were found to have the same, before any
  ///   difference; 0 for none
  record JointView(
      long finalCount,
      Hash state,
      long compared,
      boolean equal,
      Optional<EntryId> firstDifference,
      long equalUntil) {}

  /// The book of the barter account after all entries that are final here.
  ///
  /// @param book as this node computed it
  /// @param count how many those are
  /// @param since after how many of them it became what it is, at the latest; after a restart that
  ///   is not known to be earlier than what the node started from
  record FinalBook(BookState book, long count, long since) {
    /// Whether both nodes are proven to have this very book: what they compared last (06-9.3) was
    /// the same, and nothing has changed it since (protocol clause 14-8.2).
    public boolean isSame(JointView joint) {
      return joint.equal() && joint.equalUntil() > 0 && joint.equalUntil() >= since;
    }
  }

  /// A restore that is under way.
  ///
  /// @param done entries that are back
  /// @param total entries there are
  record RestoreView(long done, long total) {}
}
