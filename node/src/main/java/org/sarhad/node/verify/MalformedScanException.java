package org.sarhad.node.verify;

import org.sarhad.tlog.MalformedException;

/// Scanned texts are not those of a print.
public final class MalformedScanException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedScanException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
