package org.sarhad.node.assembly;

/// A node cannot start. The message is a sentence for the operator with what to do.
public final class StartException extends Exception {
  private static final long serialVersionUID = 1L;

  StartException(String message) {
    super(message);
  }

  StartException(String message, Throwable cause) {
    super(message, cause);
  }

  /// The message; never null.
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
