package org.sarhad.core.record;

import java.util.Optional;

/// Why an officer's key is no longer good.
public enum KeyEnd {
  /// The officer left or changed duty; what the key signed stands.
  LEFT("left"),
  /// Nobody has the key any more; what it signed stands.
  LOST("lost"),
  /// Somebody else may have had the key: what it signed that is not proven to be from before the
  /// theft can be contested.
  STOLEN("stolen");

  private final String code;

  KeyEnd(String code) {
    this.code = code;
  }

  /// The word in signed bytes.
  public String code() {
    return code;
  }

  /// The reason whose code is `code`; inverse of [#code()].
  public static Optional<KeyEnd> find(String code) {
    for (KeyEnd end : values()) {
      if (end.code.equals(code)) {
        return Optional.of(end);
      }
    }
    return Optional.empty();
  }
}
