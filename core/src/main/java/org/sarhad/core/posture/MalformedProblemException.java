package org.sarhad.core.posture;

import org.sarhad.tlog.MalformedException;

/// Bytes are not a problem as one of the files here writes it.
public final class MalformedProblemException extends MalformedException {
  private static final long serialVersionUID = 1L;

  /// @param what the file was taken for
  MalformedProblemException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
