package org.sarhad.tlog.tree;

import org.sarhad.tlog.MalformedException;

/// The bytes of a tile are not a row of hashes of the width its path promises.
public final class MalformedTileException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedTileException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
