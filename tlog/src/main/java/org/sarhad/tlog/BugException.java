package org.sarhad.tlog;

/// Our own code is wrong: a [Check] did not hold. Never thrown for bytes from outside, never caught
/// to carry on. A node that sees one stops rather than sign nonsense.
public final class BugException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// A bug described by `message`.
  public BugException(String message) {
    super(message);
  }
}
