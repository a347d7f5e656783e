package org.sarhad.node.keys;

/// Nobody who may do so can do Ed25519 here. The message is a sentence for the operator with what
/// to do.
public final class SignatureProviderException extends Exception {
  private static final long serialVersionUID = 1L;

  SignatureProviderException(String message) {
    super(message);
  }

  SignatureProviderException(String message, Throwable cause) {
    super(message, cause);
  }

  /// The message; never null.
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
