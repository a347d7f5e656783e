package org.sarhad.node.port;

import java.io.IOException;
import java.util.Objects;

/// A disk did not do what was asked. The message is for the operator: what was attempted, on which
/// path, what the system said, and what to do about it.
public final class DiskException extends IOException {
  private static final long serialVersionUID = 1;

  /// Why, as far as the next step depends on it.
  public enum Fault {
    /// No such file or directory.
    ABSENT,
    /// No room left on the device, or a quota reached. Helped by making room.
    FULL,
    /// The directory or the device is read-only, or the process may not write there. Helped by the
    /// operator.
    READ_ONLY,
    /// The device failed to read, write or sync. What was not synced must be taken as lost.
    DEVICE
  }

  private final Fault fault;

  /// A fault the adapter found by itself.
  public DiskException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /// A fault reported by the layer below.
  public DiskException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNullElse(super.getMessage(), fault.name());
  }

  /// Why, as far as the next step depends on it.
  public Fault fault() {
    return fault;
  }
}
