package org.sarhad.core.delivery;

/// What goods are handled in. The words stand in signed bytes and never change.
public enum UnitKind {
  /// A wagon of the broad gauge, 1 676 mm.
  WAGON_1676,
  /// A wagon of the standard gauge, 1 435 mm.
  WAGON_1435,
  /// A truck, with what it draws.
  TRUCK,
  /// A container, on whatever carries it.
  CONTAINER,
  /// A ship, or one hold of it.
  SHIP,
  /// A heap, a stack, a tank: what stands somewhere.
  LOT
}
