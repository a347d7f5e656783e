package org.sarhad.node.http;

/// A port cannot be opened. The message is a sentence for the operator with what to do.
public final class ListenException extends Exception {
  private static final long serialVersionUID = 1L;

  ListenException(String message, Throwable cause) {
    super(message, cause);
  }

  /// The same, with the key of the configuration that says where to listen.
  public ListenException setBy(String key) {
    return new ListenException("%s It is set by %s.".formatted(getMessage(), key), this);
  }

  /// The message; never null.
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
