package org.sarhad.tlog.witness;

import org.sarhad.tlog.MalformedException;

/// The body of a witness's status 409 is not the size it holds.
public final class MalformedHeldSizeException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedHeldSizeException(String found) {
    super("held size", found, "a decimal number without leading zeros, and a newline");
  }
}
