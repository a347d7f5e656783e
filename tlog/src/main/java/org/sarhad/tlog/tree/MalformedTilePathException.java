package org.sarhad.tlog.tree;

import org.sarhad.tlog.MalformedException;

/// A path does not name a tile or an entry bundle.
public final class MalformedTilePathException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedTilePathException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
