package org.sarhad.core.modalities;

import java.util.Locale;

/// Who pays for help that was asked for and given.
public enum CostRule {
  /// The side that was helped pays the side that helped (Nordic practice).
  ASSISTED,
  /// The side that helps bears it.
  ASSISTING,
  /// Each side bears its own.
  EACH_OWN;

  /// The word in signed bytes.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CostRule of(String code) {
    for (CostRule rule : values()) {
      if (rule.code().equals(code)) {
        return rule;
      }
    }
    throw new IllegalArgumentException("assisted, assisting or each_own");
  }
}
