package org.sarhad.core.entry;

import org.sarhad.tlog.MalformedException;

/// Bytes are not the payload that an entry names, or not a payload at all.
public final class MalformedPayloadException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedPayloadException(String what, String found, String expected) {
    super(what, found, expected);
  }

  MalformedPayloadException(String where, MalformedException inner) {
    super(where, inner);
  }
}
