package org.sarhad.core.delivery;

/// Where and what happens to goods on their way (protocol clause 18-3.1). The words stand in signed
/// bytes and never change.
public enum ControlPoint {
  /// Into the yard, the port, the terminal.
  GATE_IN(Soil.EITHER),
  /// Looked at.
  INSPECTED(Soil.EITHER),
  /// Put on a scale; what it said is a certificate of the book.
  WEIGHED(Soil.EITHER),
  /// A seal was put on.
  SEALED(Soil.EITHER),
  /// Into what carries it.
  LOADED(Soil.EXPORTER),
  /// On its way.
  DEPARTED(Soil.EITHER),
  /// Over the line, out.
  BORDER_EXIT(Soil.EXPORTER),
  /// Over the line, in.
  BORDER_ENTRY(Soil.IMPORTER),
  /// From one train, or truck, to another.
  TRANSHIPPED(Soil.EITHER),
  /// Where it was to go.
  ARRIVED(Soil.IMPORTER),
  /// Out of what has carried it.
  UNLOADED(Soil.IMPORTER),
  /// Taken in; how much is a receipt of the book.
  RECEIVED(Soil.IMPORTER),
  /// Not taken in.
  REJECTED(Soil.IMPORTER),
  /// Nobody has it any more.
  LOST(Soil.EITHER);

  /// On whose soil something can happen.
  public enum Soil {
    /// That from which it goes.
    EXPORTER,
    /// That to which it goes.
    IMPORTER,
    /// Either: whoever states it says that it was on theirs.
    EITHER
  }

  private final Soil soil;

  ControlPoint(Soil soil) {
    this.soil = soil;
  }

  /// On whose soil it happens, and who says so.
  public Soil soil() {
    return soil;
  }

  /// Whether goods pass here from one side to the other, so that both put their stamp on it. That
  /// happens once.
  public boolean isHandover() {
    return this == BORDER_EXIT || this == BORDER_ENTRY;
  }

  /// Whether nothing more happens after it.
  public boolean isLast() {
    return this == RECEIVED || this == REJECTED || this == LOST;
  }
}
