package org.sarhad.core.inquiry;

/// What sort of value a property takes.
public enum ValueType {
  /// A whole number between bounds, with its unit ([Value.Quantity]).
  QUANTITY,
  /// A time between bounds ([Value.Interval]).
  INTERVAL,
  /// Somewhere on the ground ([Value.Location]).
  PLACE,
  /// A name, as the claimant uses it ([Value.Label]).
  LABEL,
  /// Yes or no ([Value.YesNo]).
  YES_NO,
  /// An account in words ([Value.Account]).
  TEXT
}
