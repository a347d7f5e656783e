package org.sarhad.node.store;

import java.io.IOException;
import java.util.Objects;

/// A file of a log directory is not what was written there, or is gone. The message names the file
/// and says what to do; [DirectoryCheck] lists everything else that is wrong.
public final class DamagedLogException extends IOException {
  private static final long serialVersionUID = 1;

  /// `what` names the file and what is wrong with it, without a full stop.
  DamagedLogException(String directory, String what) {
    super(
        "the log in %s is damaged: %s. \"sarhad verify\" lists all damage and says what the peer's mirror can give back."
            .formatted(directory, what));
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
