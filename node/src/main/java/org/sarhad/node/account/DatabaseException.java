package org.sarhad.node.account;

/// The accounts file cannot be read or written. The message is a sentence for the operator with
/// what to do. The record is not touched by it, and nobody can sign in until it is mended.
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseException(String message) {
    super(message);
  }

  DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
