package org.sarhad.core.energy;

/// Where the two meters of a line are (protocol clause 18-4.3). Each side has one of them: there is
/// no reading without its own.
public enum Metering {
  /// One at each end: the exporter's sends, the importer's receives.
  ENDS,
  /// Both at one point: the exporter's is the main meter, the importer's checks it.
  POINT;

  /// What a meter is for.
  public enum Role {
    /// Where it leaves.
    SEND,
    /// Where it arrives.
    RECEIVE,
    /// That which counts.
    MAIN,
    /// That which is beside it.
    CHECK
  }

  /// What the exporter's meter is for.
  public Role exporters() {
    return switch (this) {
      case ENDS -> Role.SEND;
      case POINT -> Role.MAIN;
    };
  }

  /// What the importer's is for.
  public Role importers() {
    return switch (this) {
      case ENDS -> Role.RECEIVE;
      case POINT -> Role.CHECK;
    };
  }
}
