package org.sarhad.tlog.policy;

import org.sarhad.tlog.MalformedException;

/// The text is not a trust policy. Says in which line.
public final class MalformedPolicyException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedPolicyException(String what, String found, String expected) {
    super(what, found, expected);
  }

  MalformedPolicyException(String where, MalformedException inner) {
    super(where, inner);
  }
}
