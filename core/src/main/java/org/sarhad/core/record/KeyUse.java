package org.sarhad.core.record;

import java.util.Optional;

/// What a key of a node is for. One key has one use (C2SP tlog-cosignature: distinct cosigners use
/// distinct keys).
public enum KeyUse {
  /// Signs entries, beside the officer.
  NODE("node"),
  /// Signs heads of the own log.
  LOG("log"),
  /// Cosigns heads of the other sides' logs.
  MIRROR("mirror");

  private final String code;

  KeyUse(String code) {
    this.code = code;
  }

  /// The word in signed bytes.
  public String code() {
    return code;
  }

  /// The use whose code is `code`; inverse of [#code()].
  public static Optional<KeyUse> find(String code) {
    for (KeyUse use : values()) {
      if (use.code.equals(code)) {
        return Optional.of(use);
      }
    }
    return Optional.empty();
  }
}
