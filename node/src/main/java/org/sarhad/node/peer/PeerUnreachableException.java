package org.sarhad.node.peer;

/// A call to a peer got no answer, or none that could be one. The message is a sentence for the
/// operator; whether the peer acted on the call is unknown.
public final class PeerUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PeerUnreachableException(String message) {
    super(message);
  }

  /// The message; never null.
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
