package org.sarhad.tlog.checkpoint;

import org.sarhad.tlog.MalformedException;

/// The text is not a checkpoint.
public final class MalformedCheckpointException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedCheckpointException(String what, String found, String expected) {
    super(what, found, expected);
  }

  MalformedCheckpointException(MalformedException note) {
    super("checkpoint", note);
  }
}
