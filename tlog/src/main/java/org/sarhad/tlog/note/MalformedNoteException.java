package org.sarhad.tlog.note;

import org.sarhad.tlog.MalformedException;

/// The bytes are not a signed note.
public final class MalformedNoteException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedNoteException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
