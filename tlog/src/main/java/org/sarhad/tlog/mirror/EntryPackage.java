package org.sarhad.tlog.mirror;

import java.nio.ByteBuffer;
import java.util.List;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.tree.EntryBundle;
import org.sarhad.tlog.tree.Frontier;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.ProofException;
import org.sarhad.tlog.tree.Tree;

/// Up to 256 entries and the proof that they stand at their place in a head; tlog-mirror, "Request
/// Body".
///
/// Small enough to be checked and stored at once, and then never lost again: an upload that breaks
/// off goes on behind the last package.
///
/// @param range which entries
/// @param entries the entries, as many as the range has
/// @param proof the subtree consistency proof from [PackageRange#subtree] to the head, at most 63
///   hashes
public record EntryPackage(PackageRange range, List<Bytes> entries, List<Hash> proof) {
  /// Throws [IllegalArgumentException] if the parts do not fit together.
  public EntryPackage {
    entries = List.copyOf(entries);
    proof = List.copyOf(proof);
    if (entries.size() != range.count()) {
      throw new IllegalArgumentException("%d entries in %s".formatted(entries.size(), range));
    }
    for (var entry : entries) {
      if (entry.size() > EntryBundle.ENTRY_BYTES_MAX) {
        throw new IllegalArgumentException("an entry of %d bytes".formatted(entry.size()));
      }
    }
    if (proof.size() > Tree.PROOF_HASHES_MAX) {
      throw new IllegalArgumentException("a proof of %d hashes".formatted(proof.size()));
    }
  }

  /// The package with `entries`, proved for the tree of `end` leaves that `reader` knows.
  public static EntryPackage of(
      PackageRange range, List<Bytes> entries, long end, HashReader reader) {
    return new EntryPackage(
        range, entries, Tree.subtreeConsistencyProof(range.subtree(), end, reader));
  }

  /// Returns if the entries stand at their place in `head`. `stored` is asked for the leaves of the
  /// bundle that come before this package, which the mirror already has.
  public void verify(Checkpoint head, HashReader stored) throws ProofException {
    var subtree = range.subtree();
    var frontier = Frontier.EMPTY;
    for (long index = subtree.start(); index < range.start(); index++) {
      frontier = frontier.append(stored.hash(0, index));
    }
    for (var entry : entries) {
      frontier = frontier.append(Merkle.leaf(entry));
    }
    Tree.verifySubtreeConsistency(
        subtree.start(), subtree.end(), frontier.root(), head.size(), head.root(), proof);
  }

  /// The entries from `next` on, the ones a mirror whose next entry that is does not have yet.
  public List<Bytes> entriesFrom(long next) {
    int skipped = Math.clamp(next - range.start(), 0, entries.size());
    return entries.subList(skipped, entries.size());
  }

  /// The package as it stands in a request: each entry behind two bytes of length, one byte with
  /// the number of hashes, and the hashes. Read back by [PackageReader].
  public Bytes bytes() {
    int size = 1 + proof.size() * Hash.SIZE;
    for (var entry : entries) {
      size += 2 + entry.size();
    }
    var buffer = ByteBuffer.allocate(size);
    for (var entry : entries) {
      buffer.putShort((short) entry.size());
      entry.putInto(buffer);
    }
    buffer.put((byte) proof.size());
    proof.forEach(hash -> buffer.put(hash.toArray()));
    return Bytes.of(buffer.flip());
  }
}
