package org.sarhad.node.peer;

import org.sarhad.tlog.MalformedException;

/// What came as a [PairingCard] is not one.
public final class MalformedCardException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedCardException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
