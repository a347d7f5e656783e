package org.sarhad.tlog.note;

import org.sarhad.tlog.MalformedException;

/// The text is not a verifier key, or the key in it is one that must not be enrolled.
public final class MalformedVerifierKeyException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedVerifierKeyException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
