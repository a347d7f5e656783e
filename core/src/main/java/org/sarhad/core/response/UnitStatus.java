package org.sarhad.core.response;

/// Where a unit is in its day. The codes are what people say on the radio; [#code()] is the spoken
/// form. Every change is an entry, by a person or a device.
public enum UnitStatus {
  /// Off duty: nobody there to ask.
  OFF("OFF"),
  /// Available, ready at its station.
  AVL("AVL"),
  /// On patrol, ready where it is.
  PAT("PAT"),
  /// Dispatched: told to go, has not confirmed yet.
  DSP("DSP"),
  /// Has acknowledged the tasking.
  ACK("ACK"),
  /// On its way.
  ENR("ENR"),
  /// Staged at the line and holding: it has reached the line and has no leave to cross.
  STG_L("STG-L"),
  /// On scene.
  ONS("ONS"),
  /// Transporting.
  TRN("TRN"),
  /// Returning.
  RTN("RTN"),
  /// Out of service.
  OOS("OOS"),
  /// In distress itself. Outranks everything.
  MAYDAY("MAYDAY");

  private final String code;

  UnitStatus(String code) {
    this.code = code;
  }

  /// The code as spoken and printed, for example `STG-L`.
  public String code() {
    return code;
  }

  /// Whether the unit may be tasked now.
  public boolean ready() {
    return this == AVL || this == PAT;
  }

  /// Whether a unit with a task is done with it when it reports this.
  public boolean endsTask() {
    return this == AVL || this == PAT || this == OFF || this == OOS;
  }
}
