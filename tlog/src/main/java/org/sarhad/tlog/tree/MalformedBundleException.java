package org.sarhad.tlog.tree;

import org.sarhad.tlog.MalformedException;

/// The bytes of an entry bundle are not a row of length-prefixed entries.
public final class MalformedBundleException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedBundleException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
