package org.sarhad.node.link;

import org.sarhad.tlog.MalformedException;

/// Bytes are not a tape archive of the plain kind an offline bundle is.
public final class MalformedTarException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedTarException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
