package org.sarhad.core.posture;

import org.sarhad.tlog.MalformedException;

/// Bytes are not a p-median problem of OR-Library.
public final class MalformedPmedException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedPmedException(String found, String expected) {
    super("a p-median file", found, expected);
  }
}
