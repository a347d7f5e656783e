package org.sarhad.core.inquiry;

/// What a quantity counts or measures. Whole numbers only; a smaller unit where a fraction matters.
public enum Unit {
  /// People.
  PERSONS,
  /// Road vehicles of any kind.
  VEHICLES,
  /// Shells, rockets, rounds that landed.
  PROJECTILES,
  /// Rail wagons.
  WAGONS,
  /// Things that are counted.
  PIECES,
  /// Mass.
  KILOGRAMS,
  /// Volume of a liquid.
  LITRES,
  /// Volume of a gas at the contract's conditions.
  CUBIC_METRES,
  /// Electric energy.
  KILOWATT_HOURS
}
