package org.sarhad.sim.act;

/// Both nodes at one moment.
///
/// @param left side 0
/// @param right side 1
/// @param crashes how many there have been
record World(Standing left, Standing right, int crashes) {
  /// Both logs have begun.
  static final World BEGUN = new World(Standing.BEGUN, Standing.BEGUN, 0);

  Standing side(int side) {
    return side == 0 ? left : right;
  }

  World with(int side, Standing next) {
    return side == 0 ? new World(next, right, crashes) : new World(left, next, crashes);
  }

  World crashed(int side) {
    World next = with(side, side(side).crashed());
    return new World(next.left, next.right, crashes + 1);
  }

  /// What `side` has of the other log.
  String mirrored(int side) {
    return side(1 - side).log().substring(0, side(side).received());
  }
}
