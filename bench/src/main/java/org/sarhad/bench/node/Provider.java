package org.sarhad.bench.node;

/// Who does Ed25519 in a node.
public enum Provider {
  /// The JDK: what a node has out of the box.
  JDK("JDK"),
  /// Conscrypt, registered for the whole process: what a busy node has.
  CONSCRYPT("Conscrypt");

  private final String title;

  Provider(String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return title;
  }
}
