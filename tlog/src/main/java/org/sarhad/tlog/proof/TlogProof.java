package org.sarhad.tlog.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Decimal;
import org.sarhad.tlog.checkpoint.MalformedCheckpointException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.policy.Policy;
import org.sarhad.tlog.policy.PolicyVerdict;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.ProofException;
import org.sarhad.tlog.tree.Tree;

/// All that a stranger needs to see that one entry was logged, apart from the entry and a policy;
/// tlog-proof. Kept in files named `.tlog-proof`.
///
/// ```
/// c2sp.org/tlog-proof@v1
/// index 73894
/// gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
/// …
///
/// ir.sarhad.example/joint
/// 109482
/// sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=
///
/// — ir.sarhad.example/joint hI2DJw…
/// — pk.sarhad.example/mirror mJirIk…
/// ```
///
/// @param extra whatever the application wants to pass along; not empty if present. Nothing vouches
///   for it.
/// @param index the place of the entry in the log, 0 or more
/// @param proof the inclusion proof, at most 63 hashes
/// @param head the head the entry is proved to be under
public record TlogProof(
    Optional<Bytes> extra, long index, List<Hash> proof, SignedCheckpoint head) {
  /// The size of the largest proof that is read, in bytes.
  public static final int BYTES_MAX = 1 << 20;

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  /// Throws [IllegalArgumentException] if a part is not as described above.
  public TlogProof {
    proof = List.copyOf(proof);
    if (extra.map(Bytes::isEmpty).orElse(false)) {
      throw new IllegalArgumentException("extra data that is there and empty");
    }
    if (index < 0 || proof.size() > Tree.PROOF_HASHES_MAX) {
      throw new IllegalArgumentException("index %d, %d hashes".formatted(index, proof.size()));
    }
  }

  /// The proof that the entry at `index` is under `head`, whose tree `reader` knows.
  public static TlogProof of(long index, SignedCheckpoint head, HashReader reader) {
    return new TlogProof(
        Optional.empty(), index, Tree.inclusionProof(index, head.size(), reader), head);
  }

  /// The proof in `bytes`. Nothing is verified. Printing the result gives `bytes` again.
  public static TlogProof parse(Bytes bytes) throws MalformedTlogProofException {
    if (bytes.size() > BYTES_MAX) {
      throw malformed("proof", bytes.size() + " bytes", "at most " + BYTES_MAX);
    }
    var text = bytes.findUtf8().orElseThrow(() -> malformed("proof", "other bytes", "UTF-8 text"));
    int firstEmptyLine = text.indexOf("\n\n");
    if (firstEmptyLine < 0) {
      throw malformed("proof", text, "an empty line before the checkpoint");
    }
    var lines = List.of(text.substring(0, firstEmptyLine).split("\n", -1));
    if (!lines.getFirst().equals(HEADER)) {
      throw malformed("first line", lines.getFirst(), HEADER);
    }
    boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
    int indexLine = hasExtra ? 2 : 1;
    if (lines.size() <= indexLine || !lines.get(indexLine).startsWith(INDEX)) {
      throw malformed("proof", lines.getLast(), "a line with the index");
    }
    return new TlogProof(
        hasExtra ? Optional.of(parseExtra(lines.get(1))) : Optional.empty(),
        parseIndex(lines.get(indexLine)),
        parseHashes(lines.subList(indexLine + 1, lines.size())),
        parseHead(text.substring(firstEmptyLine + 2)));
  }

  private static Bytes parseExtra(String line) throws MalformedTlogProofException {
    return Bytes.parseBase64(line.substring(EXTRA.length()))
        .filter(bytes -> !bytes.isEmpty())
        .orElseThrow(() -> malformed("extra data", line, "canonical base64 of at least one byte"));
  }

  private static long parseIndex(String line) throws MalformedTlogProofException {
    return Decimal.parse(line.substring(INDEX.length()))
        .orElseThrow(() -> malformed("index", line, Decimal.EXPECTED));
  }

  private static List<Hash> parseHashes(List<String> lines) throws MalformedTlogProofException {
    if (lines.size() > Tree.PROOF_HASHES_MAX) {
      throw malformed("proof", lines.size() + " hashes", "at most 63");
    }
    var hashes = new ArrayList<Hash>();
    for (var line : lines) {
      hashes.add(
          Hash.parseBase64(line)
              .orElseThrow(() -> malformed("hash", line, "canonical base64 of 32 bytes")));
    }
    return hashes;
  }

  private static SignedCheckpoint parseHead(String note) throws MalformedTlogProofException {
    try {
      return SignedCheckpoint.parse(Bytes.ofUtf8(note));
    } catch (MalformedCheckpointException e) {
      throw new MalformedTlogProofException("proof", e);
    }
  }

  /// The proof as UTF-8. Inverse of [#parse].
  public Bytes bytes() {
    var text = new StringBuilder(HEADER).append('\n');
    extra.ifPresent(bytes -> text.append(EXTRA).append(bytes.base64()).append('\n'));
    text.append(INDEX).append(index).append('\n');
    proof.forEach(hash -> text.append(hash).append('\n'));
    return Bytes.ofUtf8(text.append('\n').append(head.note().print()).toString());
  }

  /// Returns if, under `policy`, the entry with the leaf hash `leaf` is in the log at [#index].
  public void verify(Hash leaf, Policy policy, Verifier verifier) throws ProofException {
    switch (policy.judge(head, verifier)) {
      case PolicyVerdict.Satisfied _ -> {
        var checkpoint = head.checkpoint();
        Tree.verifyInclusion(leaf, index, checkpoint.size(), checkpoint.root(), proof);
      }
      case PolicyVerdict.NotByLog(var origin) ->
          throw new ProofException("the head is not signed by a trusted log " + origin);
      case PolicyVerdict.Forged(var key) ->
          throw new ProofException("the head has a wrong signature as " + key.name());
      case PolicyVerdict.QuorumMissed(var witnesses) ->
          throw new ProofException(
              "the %d cosignatures that are there are not the quorum".formatted(witnesses.size()));
    }
  }

  private static MalformedTlogProofException malformed(String what, String found, String expected) {
    return new MalformedTlogProofException(what, found, expected);
  }
}
