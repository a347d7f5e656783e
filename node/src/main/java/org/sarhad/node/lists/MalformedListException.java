package org.sarhad.node.lists;

import org.sarhad.tlog.MalformedException;

/// A file is no list of sanctions that could be read.
public final class MalformedListException extends MalformedException {
  private static final long serialVersionUID = 1L;

  private final ListFlaw flaw;

  /// @param flaw what is wrong
  /// @param line where, from 1; 0 for the whole
  /// @param found what was met there
  MalformedListException(ListFlaw flaw, int line, String found) {
    super(line > 0 ? "line " + line + " of a list" : "a list", found, flaw.sentence());
    this.flaw = flaw;
  }

  /// What is wrong, as a code.
  public ListFlaw flaw() {
    return flaw;
  }
}
