package org.sarhad.core.response;

import java.util.List;
import org.sarhad.core.party.PartyId;

/// What the other side has told and nobody here has taken note of.
public final class Alarms {
  private Alarms() {}

  /// The incidents told to `own` that no person there has acknowledged, gravest first, then in the
  /// order of their names. One that `own` has closed needs no acknowledgement any more.
  public static List<Incident> unacknowledged(ResponseState state, PartyId own) {
    return state
        .liveIncidents()
        .filter(incident -> !incident.owner().equals(own))
        .filter(Incident::isReleased)
        .filter(incident -> incident.acknowledgedBy(own).isEmpty())
        .filter(incident -> incident.stageOf(own) != Stage.CLOSED)
        .sorted(Queue.GRAVEST_FIRST)
        .toList();
  }

  /// Those of them that sound until somebody acknowledges: P1 and P2.
  public static List<Incident> sounding(ResponseState state, PartyId own) {
    return unacknowledged(state, own).stream().filter(Alarms::sounds).toList();
  }

  private static boolean sounds(Incident incident) {
    return incident.alert().map(Alert::priority).filter(Priority::audible).isPresent();
  }
}
