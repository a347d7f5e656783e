package org.sarhad.tlog.witness;

import org.sarhad.tlog.MalformedException;

/// The body is not an add-checkpoint request. Answered with status 400.
public final class MalformedAddCheckpointException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedAddCheckpointException(String what, String found, String expected) {
    super(what, found, expected);
  }

  MalformedAddCheckpointException(String where, MalformedException inner) {
    super(where, inner);
  }
}
