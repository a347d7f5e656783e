package org.sarhad.node.intake;

import org.sarhad.tlog.MalformedException;

/// Bytes read back from the intake are not a frame. The disk changed them in a way its checksums
/// did not notice, or a newer version wrote them.
public final class MalformedIntakeException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedIntakeException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
