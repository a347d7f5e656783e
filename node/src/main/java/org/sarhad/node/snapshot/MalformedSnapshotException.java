package org.sarhad.node.snapshot;

import org.sarhad.tlog.MalformedException;

/// Bytes are not the value they are read as.
public final class MalformedSnapshotException extends MalformedException {
  private static final long serialVersionUID = 1L;

  /// See [MalformedException].
  public MalformedSnapshotException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
