package org.sarhad.node.demo;

import java.io.Serial;

/// The demo cannot go on: a node did not start, or refused what the story needs.
final class DemoException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  DemoException(String message) {
    super(message);
  }

  DemoException(String message, Throwable cause) {
    super(message, cause);
  }
}
