package org.sarhad.tlog.mirror;

import org.sarhad.tlog.MalformedException;

/// The body of a mirror's status 202 or 409 is not its state.
public final class MalformedMirrorInfoException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedMirrorInfoException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
