package org.sarhad.core.entry;

import org.sarhad.tlog.MalformedException;

/// Bytes are not an entry: not a signed note, not one line of canonical JSON, or not an envelope.
public final class MalformedEntryException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedEntryException(String what, String found, String expected) {
    super(what, found, expected);
  }

  MalformedEntryException(String where, MalformedException inner) {
    super(where, inner);
  }
}
