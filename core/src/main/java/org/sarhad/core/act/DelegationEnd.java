package org.sarhad.core.act;

import java.util.Locale;

/// Why a delegation is over.
public enum DelegationEnd {
  /// An officer ended it.
  REVOKED,
  /// It was announced to end, and the node wrote it down.
  EXPIRED;

  /// The word in signed bytes.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Inverse of [#code()].
  ///
  /// @throws IllegalArgumentException when it is none
  static DelegationEnd of(String code) {
    for (DelegationEnd end : values()) {
      if (end.code().equals(code)) {
        return end;
      }
    }
    throw new IllegalArgumentException("revoked or expired");
  }
}
