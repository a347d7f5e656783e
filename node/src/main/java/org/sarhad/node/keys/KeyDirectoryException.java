package org.sarhad.node.keys;

import org.jspecify.annotations.Nullable;

/// The key files cannot be used. The message is a sentence for the operator with what to do.
public final class KeyDirectoryException extends Exception {
  private static final long serialVersionUID = 1L;

  KeyDirectoryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// The message; never null.
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
