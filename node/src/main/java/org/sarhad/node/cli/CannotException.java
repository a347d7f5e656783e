package org.sarhad.node.cli;

/// A command cannot be done. The message is a sentence for the operator with what to do.
final class CannotException extends Exception {
  private static final long serialVersionUID = 1L;

  CannotException(String message) {
    super(message);
  }
}
