package org.sarhad.node.http;

import java.io.IOException;

/// A request's body cannot be taken. Not the same as a body that was taken and means nothing.
public final class BodyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// What is wrong.
  public enum Reason {
    /// More bytes, after unpacking, than allowed.
    TOO_LARGE(413),
    /// The sender took longer than allowed.
    TOO_SLOW(408),
    /// It says it is gzip and is not, or is in an encoding other than gzip.
    BAD_ENCODING(415);

    private final int status;

    Reason(int status) {
      this.status = status;
    }

    /// The HTTP status that says so.
    public int status() {
      return status;
    }
  }

  /// @param message which limit, for the sender
  public BodyException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /// What is wrong.
  public Reason reason() {
    return reason;
  }

  /// The message; never null.
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
