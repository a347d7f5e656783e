package org.sarhad.node.link;

import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.MalformedException;

/// The answer to a greeting, or a card, is not one.
public final class MalformedHelloException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedHelloException(String what, String found, String expected) {
    super(what, found, expected);
  }

  MalformedHelloException(String what, MalformedJsonException fault) {
    super(what, fault.found(), fault.expected());
    initCause(fault);
  }
}
