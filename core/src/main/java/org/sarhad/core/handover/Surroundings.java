package org.sarhad.core.handover;

import org.sarhad.core.register.IncidentName;

/// What a node knows of an incident beside the acts, and looks at before its officer offers a
/// handover or accepts one. It is that node's caution and is not folded: two nodes may see
/// different alarms, and must not come to different states (protocol clause 12-3.5).
public interface Surroundings {
  /// How far `incident` is, as this node sees it.
  Standing standing(IncidentName incident);

  /// Whether an alarm of priority 1 or 2 stands on this node that nobody has acknowledged. The
  /// watch is not handed over during a manoeuvre (nautical practice), and neither is this.
  boolean isAlarmUnacknowledged();

  /// How far an incident is.
  enum Standing {
    /// This node knows of none of that name.
    UNKNOWN,
    /// Only its opener knows it.
    NOT_RELEASED,
    /// The sides work on it.
    OPEN,
    /// Every side that knows it has closed it.
    CLOSED_BY_ALL
  }
}
