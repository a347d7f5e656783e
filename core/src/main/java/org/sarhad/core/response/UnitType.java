package org.sarhad.core.response;

/// What kind of unit it is, as far as travel and run cards need to know. Nothing here says anything
/// about arms: the product does not control them.
public enum UnitType {
  /// Goes its rounds, in vehicles.
  PATROL(45),
  /// Stands ready to leave at once, in vehicles.
  QUICK_REACTION(50),
  /// Takes patients.
  AMBULANCE(60),
  /// Fire service.
  FIRE(45),
  /// Search and rescue party with its equipment.
  RESCUE(35),
  /// At a crossing point.
  CUSTOMS(45),
  /// Recovery, road and works vehicles.
  ENGINEER(35),
  /// Helicopter or aeroplane.
  AIR(200),
  /// On water.
  BOAT(30),
  /// A mobile post that coordinates on the spot.
  COMMAND(45),
  /// Anything else.
  OTHER(30);

  private final int speedKmh;

  UnitType(int speedKmh) {
    this.speedKmh = speedKmh;
  }

  /// Planning speed in km/h along the way it really travels. A default for estimates, not a
  /// promise.
  public int speedKmh() {
    return speedKmh;
  }

  /// Whether it travels in a straight line, so that no road makes its way longer.
  public boolean flies() {
    return this == AIR;
  }
}
