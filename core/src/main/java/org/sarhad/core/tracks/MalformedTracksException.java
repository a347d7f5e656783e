package org.sarhad.core.tracks;

import org.sarhad.tlog.MalformedException;

/// Bytes are not a batch of positions.
public final class MalformedTracksException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedTracksException(String what, String found, String expected) {
    super("positions, " + what, found, expected);
  }
}
