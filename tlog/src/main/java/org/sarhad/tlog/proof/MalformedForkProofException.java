package org.sarhad.tlog.proof;

import org.sarhad.tlog.MalformedException;

/// The text is not a fork proof.
public final class MalformedForkProofException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedForkProofException(String what, String found, String expected) {
    super(what, found, expected);
  }

  MalformedForkProofException(String where, MalformedException inner) {
    super(where, inner);
  }
}
