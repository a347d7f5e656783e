package org.sarhad.core.screening;

/// What is screened. There is none for a person.
public enum Sort {
  /// A firm, an authority, any other organisation.
  FIRM,
  /// A bank.
  BANK,
  /// A ship.
  VESSEL;

  /// Whether the name of one can be that of the other: lists do not tell banks from other firms,
  /// and ships have the names of everything under the sun.
  boolean canBe(Sort other) {
    return (this == VESSEL) == (other == VESSEL);
  }
}
