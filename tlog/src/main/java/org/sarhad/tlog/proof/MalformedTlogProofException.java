package org.sarhad.tlog.proof;

import org.sarhad.tlog.MalformedException;

/// The text is not a `.tlog-proof`.
public final class MalformedTlogProofException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedTlogProofException(String what, String found, String expected) {
    super(what, found, expected);
  }

  MalformedTlogProofException(String where, MalformedException inner) {
    super(where, inner);
  }
}
