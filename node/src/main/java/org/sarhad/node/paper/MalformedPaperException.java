package org.sarhad.node.paper;

import org.sarhad.tlog.MalformedException;

/// What was scanned is not what a print of this program carries.
public final class MalformedPaperException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedPaperException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
