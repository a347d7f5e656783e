package org.sarhad.core.travel;

import org.sarhad.tlog.MalformedException;

/// Bytes are not a grid.
public final class MalformedGridException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedGridException(String what, String found, String expected) {
    super("a grid, " + what, found, expected);
  }
}
