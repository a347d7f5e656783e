package org.sarhad.tlog.mirror;

import org.sarhad.tlog.MalformedException;

/// The body is not an add-entries request, or ends in the middle of one. Answered with status 400
/// if nothing of it could be used, with 202 otherwise.
public final class MalformedAddEntriesException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedAddEntriesException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
