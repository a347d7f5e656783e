package org.sarhad.node.port;

import java.io.IOException;
import java.util.Objects;

/// An ordered log cannot do what was asked. The message is for the operator and ends with what to
/// do.
public final class LogException extends IOException {
  private static final long serialVersionUID = 1;

  /// What kind of failure, as far as the caller's next step depends on it.
  public enum Reason {
    /// A record that was acknowledged cannot be read back. Never retried; restore from the peer's
    /// mirror or a backup.
    DAMAGED,
    /// A write or sync failed, so nothing more is accepted. Restart after looking at the disk.
    STOPPED,
    /// No room for more records. What is acknowledged is safe; appending works again once there is
    /// room.
    FULL,
    /// Too much is waiting to be written. Try again later.
    BUSY,
    /// The position asked for has been released.
    RELEASED,
    /// The same writer used the same number for different bytes, or the record is empty or too
    /// large: a bug of the caller.
    REFUSED,
    /// The log cannot be opened: not writable, in use, or weaker than promised.
    UNAVAILABLE
  }

  private final Reason reason;

  /// A failure found by the log itself.
  public LogException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /// A failure of the layer below.
  public LogException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNullElse(super.getMessage(), reason.name());
  }

  /// What kind of failure.
  public Reason reason() {
    return reason;
  }
}
