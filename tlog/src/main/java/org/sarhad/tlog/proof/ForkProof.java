package org.sarhad.tlog.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Check;
import org.sarhad.tlog.checkpoint.MalformedCheckpointException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.ProofException;
import org.sarhad.tlog.tree.Tree;

/// The exhibit: one log has signed two heads of which neither extends the other. Kept in files
/// named `.tlog-fork`.
///
/// Two signed heads of the same size with different roots are enough. If the sizes differ, a third
/// thing is needed: the root that the first [#smaller] entries have *in the larger tree*, and the
/// proof that they have it. If that is not the root the log signed for this size, it has told two
/// stories. Whoever keeps the larger tree can make the proof; anybody can check it with the log's
/// key alone.
///
/// This format is Sarhad's own, clause 01-9.2 of `docs/protocol/01-record.md`:
///
/// ```
/// sarhad-fork-proof v1
/// prefix 9FoPdFaRc2h4HVhPrQq05cRsN0exoZ4zOLrH6EGyTdA=
/// b3pZ2VrWb7Xdg6cCMBOGpEMY1dpGN5CyH2kqXn2mJ5A=
/// …
///
/// (the signed head of the smaller tree)
///
/// (the signed head of the larger tree)
/// ```
///
/// @param prefix the root over the first `smaller.size()` entries of the larger tree; absent if the
///   sizes are equal
/// @param proof the consistency proof from that root to the larger head; empty if the sizes are
///   equal
/// @param smaller one signed head
/// @param larger another signed head of the same log, of the same size or a larger one
public record ForkProof(
    Optional<Hash> prefix, List<Hash> proof, SignedCheckpoint smaller, SignedCheckpoint larger) {
  /// The size of the largest fork proof that is read, in bytes.
  public static final int BYTES_MAX = 1 << 20;

  private static final String HEADER = "sarhad-fork-proof v1";
  private static final String PREFIX = "prefix ";

  /// Throws [IllegalArgumentException] if the parts do not have the shape described above.
  public ForkProof {
    proof = List.copyOf(proof);
    if (smaller.size() > larger.size()) {
      throw new IllegalArgumentException("the smaller head comes first");
    }
    boolean sameSize = smaller.size() == larger.size();
    if (sameSize == prefix.isPresent() || (sameSize && !proof.isEmpty())) {
      throw new IllegalArgumentException("prefix and proof are for heads of different sizes");
    }
    if (proof.size() > Tree.PROOF_HASHES_MAX) {
      throw new IllegalArgumentException("a proof of %d hashes".formatted(proof.size()));
    }
  }

  /// The proof that `one` and `other`, signed heads of the same log, contradict each other.
  /// `reader` knows the tree under the larger of them; it is not asked if the sizes are equal.
  /// Empty if they do not contradict each other.
  public static Optional<ForkProof> find(
      SignedCheckpoint one, SignedCheckpoint other, HashReader reader) {
    Check.that(one.origin().equals(other.origin()), "heads of two logs");
    var smaller = one.size() <= other.size() ? one : other;
    var larger = one.size() <= other.size() ? other : one;
    if (smaller.size() == larger.size()) {
      return smaller.checkpoint().root().equals(larger.checkpoint().root())
          ? Optional.empty()
          : Optional.of(new ForkProof(Optional.empty(), List.of(), smaller, larger));
    }
    var prefix = Tree.root(smaller.size(), reader);
    if (smaller.size() == 0 || prefix.equals(smaller.checkpoint().root())) {
      return Optional.empty();
    }
    var proof = Tree.consistencyProof(smaller.size(), larger.size(), reader);
    return Optional.of(new ForkProof(Optional.of(prefix), proof, smaller, larger));
  }

  /// The fork proof in `bytes`. Nothing is verified. Printing the result gives `bytes` again.
  public static ForkProof parse(Bytes bytes) throws MalformedForkProofException {
    if (bytes.size() > BYTES_MAX) {
      throw malformed("fork proof", bytes.size() + " bytes", "at most " + BYTES_MAX);
    }
    var text =
        bytes.findUtf8().orElseThrow(() -> malformed("fork proof", "other bytes", "UTF-8 text"));
    // A checkpoint has no empty line in its text, so empty lines separate exactly five parts.
    var parts = text.split("\n\n", -1);
    if (parts.length != 5) {
      throw malformed("fork proof", parts.length + " parts", "a header and two signed heads");
    }
    var lines = List.of(parts[0].split("\n", -1));
    if (!lines.getFirst().equals(HEADER)) {
      throw malformed("first line", lines.getFirst(), HEADER);
    }
    var smaller = parseHead(parts[1] + "\n\n" + parts[2] + "\n");
    var larger = parseHead(parts[3] + "\n\n" + parts[4]);
    if (smaller.size() > larger.size()) {
      throw malformed("fork proof", "a larger head first", "the smaller head first");
    }
    if (smaller.size() == larger.size()) {
      if (lines.size() > 1) {
        throw malformed("fork proof", lines.get(1), "no hashes between heads of one size");
      }
      return new ForkProof(Optional.empty(), List.of(), smaller, larger);
    }
    if (lines.size() < 2 || !lines.get(1).startsWith(PREFIX)) {
      throw malformed("fork proof", lines.getLast(), "a line with the prefix root");
    }
    var prefix = parseHash(lines.get(1).substring(PREFIX.length()));
    return new ForkProof(
        Optional.of(prefix), parseHashes(lines.subList(2, lines.size())), smaller, larger);
  }

  private static List<Hash> parseHashes(List<String> lines) throws MalformedForkProofException {
    if (lines.size() > Tree.PROOF_HASHES_MAX) {
      throw malformed("fork proof", lines.size() + " hashes", "at most 63");
    }
    var hashes = new ArrayList<Hash>();
    for (var line : lines) {
      hashes.add(parseHash(line));
    }
    return hashes;
  }

  private static Hash parseHash(String line) throws MalformedForkProofException {
    return Hash.parseBase64(line)
        .orElseThrow(() -> malformed("hash", line, "canonical base64 of 32 bytes"));
  }

  private static SignedCheckpoint parseHead(String note) throws MalformedForkProofException {
    try {
      return SignedCheckpoint.parse(Bytes.ofUtf8(note));
    } catch (MalformedCheckpointException e) {
      throw new MalformedForkProofException("fork proof", e);
    }
  }

  /// The fork proof as UTF-8. Inverse of [#parse].
  public Bytes bytes() {
    var text = new StringBuilder(HEADER).append('\n');
    prefix.ifPresent(root -> text.append(PREFIX).append(root).append('\n'));
    proof.forEach(hash -> text.append(hash).append('\n'));
    text.append('\n').append(smaller.note().print());
    text.append('\n').append(larger.note().print());
    return Bytes.ofUtf8(text.toString());
  }

  /// Returns if the log that signs with `logKeys` has indeed signed both heads, and they contradict
  /// each other. Throws if the exhibit proves nothing.
  public void verify(List<VerifierKey> logKeys, Verifier verifier) throws ProofException {
    if (!smaller.origin().equals(larger.origin())) {
      throw new ProofException("the heads are of two logs");
    }
    verifySigned(smaller, logKeys, verifier);
    verifySigned(larger, logKeys, verifier);
    var signedRoot = smaller.checkpoint().root();
    if (prefix.isEmpty()) {
      if (signedRoot.equals(larger.checkpoint().root())) {
        throw new ProofException("both heads have the same size and root");
      }
      return;
    }
    Tree.verifyConsistency(
        smaller.size(), prefix.get(), larger.size(), larger.checkpoint().root(), proof);
    if (prefix.get().equals(signedRoot)) {
      throw new ProofException("the larger head extends the smaller one");
    }
  }

  private static void verifySigned(
      SignedCheckpoint head, List<VerifierKey> logKeys, Verifier verifier) throws ProofException {
    if (!(head.verify(logKeys, verifier) instanceof NoteVerdict.Signed)) {
      throw new ProofException(
          "the head of %d entries is not signed by the log".formatted(head.size()));
    }
  }

  private static MalformedForkProofException malformed(String what, String found, String expected) {
    return new MalformedForkProofException(what, found, expected);
  }
}
