package org.sarhad.tlog.tree;

/// A proof does not prove what it was offered for. The message says which step failed.
///
/// What follows from it is for the caller to say: at a witness it is a refusal, at an auditor the
/// end of the audit, and beside two signed heads it may be evidence.
public final class ProofException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /// A proof that failed because of `reason`.
  public ProofException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /// Which step failed, as a clause of a sentence.
  public String reason() {
    return reason;
  }
}
