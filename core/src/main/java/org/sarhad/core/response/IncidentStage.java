package org.sarhad.core.response;

/// Where an incident stands for everybody, computed from what each side declared for itself. No
/// side can move it alone past [#CLOSED_BY_ONE].
public enum IncidentStage {
  /// Open at one side, which has not told the other.
  OPEN,
  /// The opener has released it to the other side.
  PEER_NOTIFIED,
  /// A person at the other side has acknowledged it.
  PEER_ACKNOWLEDGED,
  /// Help has been asked for or offered and is not answered.
  ASSISTANCE_REQUESTED,
  /// Every request and offer of help is answered, one way or another.
  ASSISTANCE_ANSWERED,
  /// Every side that works on it calls it contained, or has closed it, and not all have closed it.
  CONTAINED,
  /// One side has closed its part, another has not.
  CLOSED_BY_ONE,
  /// Closed by every side that knows it.
  CLOSED_BY_ALL;

  /// Whether any side still works on it.
  public boolean open() {
    return this != CLOSED_BY_ALL;
  }
}
