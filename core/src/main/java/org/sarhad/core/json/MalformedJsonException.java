package org.sarhad.core.json;

import org.sarhad.tlog.MalformedException;

/// A text is not JSON of the profile, or a JSON value is not of the shape its reader wants.
public final class MalformedJsonException extends MalformedException {
  private static final long serialVersionUID = 1L;

  /// See [MalformedException]: what was read, what was found there, what was expected instead.
  public MalformedJsonException(String what, String found, String expected) {
    super(what, found, expected);
  }

  /// The same fault as `inner`, met inside `where`: "clause 7.2".
  public MalformedJsonException(String where, MalformedJsonException inner) {
    super(where, inner);
  }
}
