package org.sarhad.core.response;

/// What a unit can do for somebody in trouble. A run card asks for capabilities, a register lists
/// them.
public enum Capability {
  FIRST_AID,
  PATIENT_TRANSPORT,
  FIRE_FIGHTING,
  SEARCH,
  NIGHT_OBSERVATION,
  /// Close or watch a road, on its own soil.
  ROAD_CONTROL,
  RECOVERY,
  EVACUATION,
  INTERPRETER,
  /// Make an area safe from explosive remnants.
  CLEARANCE,
  RELAY_RADIO
}
