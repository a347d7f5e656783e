package org.sarhad.node.intake;

/// What a piece of evidence shows.
public enum EvidenceKind {
  /// Two signed histories of one log, with the proof that they differ.
  FORK(1, "fork"),
  /// Bytes under a signature that does not verify.
  BAD_SIGNATURE(2, "bad_signature"),
  /// A signed head or a package whose proof does not hold.
  BAD_PROOF(3, "bad_proof"),
  /// Bytes that are in a log but are not an entry.
  MALFORMED(4, "malformed"),
  /// An entry of a peer that its author should not have written: a key that was not valid there, a
  /// `seen` that cannot be.
  INADMISSIBLE(5, "inadmissible"),
  /// A peer holds more of a log than its author does.
  ROLLBACK(6, "rollback");

  private final int code;
  private final String word;

  EvidenceKind(int code, String word) {
    this.code = code;
    this.word = word;
  }

  /// The byte in the intake; never changes.
  int code() {
    return code;
  }

  /// The word in the API and in file names.
  public String word() {
    return word;
  }
}
