package org.sarhad.bench.node;

import java.util.Locale;

/// Who does Ed25519 in a node.
public enum Provider {
  /// The JDK: what a node has where Conscrypt does not run.
  JDK("JDK"),
  /// Conscrypt: what a node has out of the box.
  CONSCRYPT("Conscrypt");

  /// Where the configuration of a node says it.
  static final String KEY = "signatures.provider";

  private final String title;

  Provider(String title) {
    this.title = title;
  }

  /// As a command line and a configuration have it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The line of a configuration.
  String setting() {
    return KEY + " = " + word();
  }

  @Override
  public String toString() {
    return title;
  }
}
