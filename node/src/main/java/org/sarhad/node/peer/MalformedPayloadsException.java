package org.sarhad.node.peer;

import org.sarhad.tlog.MalformedException;

/// The body of a `POST /payloads` is not one.
public final class MalformedPayloadsException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedPayloadsException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
