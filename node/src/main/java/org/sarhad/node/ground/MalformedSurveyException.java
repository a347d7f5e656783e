package org.sarhad.node.ground;

/// A file is no such geography at all. The message is a sentence for the operator.
public final class MalformedSurveyException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param message a sentence for the operator
  public MalformedSurveyException(String message) {
    super(message);
  }

  /// The message; never null.
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
