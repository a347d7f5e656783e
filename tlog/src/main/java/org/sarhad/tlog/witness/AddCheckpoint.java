package org.sarhad.tlog.witness;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Decimal;
import org.sarhad.tlog.checkpoint.MalformedCheckpointException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Tree;

/// "Here is a newer head of my log, and the proof that it extends the one you hold"; the body of
/// `POST add-checkpoint`, tlog-witness.
///
/// ```
/// old 20852014
/// PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
/// …
///
/// example.com/behind-the-sofa
/// 20852163
/// CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
///
/// — example.com/behind-the-sofa Az3grl…
/// ```
///
/// @param oldSize the size of the head that the witness is believed to hold, 0 if none
/// @param proof the consistency proof from there, at most 63 hashes
/// @param head the newer head
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedCheckpoint head) {
  /// The size of the largest request that is read, in bytes: room for a head with a full set of
  /// ML-DSA signatures.
  public static final int BYTES_MAX = 128 * 1024;

  private static final String OLD = "old ";

  /// Throws [IllegalArgumentException] if the size is negative or the proof too long.
  public AddCheckpoint {
    proof = List.copyOf(proof);
    if (oldSize < 0) {
      throw new IllegalArgumentException("old size %d is negative".formatted(oldSize));
    }
    if (proof.size() > Tree.PROOF_HASHES_MAX) {
      throw new IllegalArgumentException("a proof of %d hashes".formatted(proof.size()));
    }
  }

  /// The request in `body`. Nothing is verified. Printing the result gives `body` again.
  public static AddCheckpoint parse(Bytes body) throws MalformedAddCheckpointException {
    if (body.size() > BYTES_MAX) {
      throw malformed("request", body.size() + " bytes", "at most " + BYTES_MAX);
    }
    int firstEmptyLine = firstEmptyLine(body);
    var text =
        body.slice(0, firstEmptyLine)
            .findUtf8()
            .orElseThrow(() -> malformed("request", "other bytes", "UTF-8 text"));
    if (firstEmptyLine == body.size()) {
      throw malformed("request", text, "an empty line before the checkpoint");
    }
    var lines = text.split("\n", -1);
    if (!lines[0].startsWith(OLD)) {
      throw malformed("first line", lines[0], "old and a size");
    }
    long oldSize =
        Decimal.parse(lines[0].substring(OLD.length()))
            .orElseThrow(() -> malformed("old size", lines[0], Decimal.EXPECTED));
    return new AddCheckpoint(oldSize, parseProof(lines), parseHead(body.slice(firstEmptyLine + 2)));
  }

  /// Where the newline before the first empty line of `body` is; its size if there is none.
  private static int firstEmptyLine(Bytes body) {
    int newline = body.indexOf((byte) '\n', 0);
    while (newline >= 0 && newline + 1 < body.size()) {
      if (body.at(newline + 1) == '\n') {
        return newline;
      }
      newline = body.indexOf((byte) '\n', newline + 1);
    }
    return body.size();
  }

  private static List<Hash> parseProof(String[] lines) throws MalformedAddCheckpointException {
    // SPEC: the client MUST NOT send more than 63 consistency proof lines.
    if (lines.length - 1 > Tree.PROOF_HASHES_MAX) {
      throw malformed("proof", lines.length - 1 + " hashes", "at most 63");
    }
    var proof = new ArrayList<Hash>();
    for (var line : List.of(lines).subList(1, lines.length)) {
      proof.add(
          Hash.parseBase64(line)
              .orElseThrow(() -> malformed("proof line", line, "canonical base64 of 32 bytes")));
    }
    return proof;
  }

  private static SignedCheckpoint parseHead(Bytes note) throws MalformedAddCheckpointException {
    try {
      return SignedCheckpoint.parse(note);
    } catch (MalformedCheckpointException e) {
      throw new MalformedAddCheckpointException("request", e);
    }
  }

  /// The body of the request. Inverse of [#parse].
  public Bytes bytes() {
    var text = new StringBuilder(OLD).append(oldSize).append('\n');
    proof.forEach(hash -> text.append(hash).append('\n'));
    return Bytes.concat(Bytes.ofUtf8(text.append('\n').toString()), head.bytes());
  }

  private static MalformedAddCheckpointException malformed(
      String what, String found, String expected) {
    return new MalformedAddCheckpointException(what, found, expected);
  }
}
