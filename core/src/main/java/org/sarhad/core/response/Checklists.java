package org.sarhad.core.response;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.party.PartyId;

/// Draws up the checklist of a handover from the state, so that nothing depends on what the one who
/// leaves happens to remember.
public final class Checklists {
  private Checklists() {}

  /// What a handover at `own` says by itself at `at`. Deadlines, link state, standing orders and
  /// remarks are still to be filled in.
  public static Checklist of(ResponseState state, PartyId own, Instant at) {
    List<IncidentId> open =
        state
            .liveIncidents()
            .filter(incident -> incident.isKnownTo(own))
            .filter(incident -> incident.stageOf(own) != Stage.CLOSED)
            .map(Incident::id)
            .toList();
    return new Checklist(
        at,
        open,
        Alarms.unacknowledged(state, own).stream().map(Incident::id).toList(),
        unanswered(state, own).map(Assistance::id).toList(),
        state
            .side(own)
            .units()
            .units()
            .values()
            .filter(unit -> unit.tasking().isPresent() || unit.status() == UnitStatus.MAYDAY)
            .map(Unit::id)
            .toList(),
        List.of(),
        "",
        Words.NONE,
        Words.NONE);
  }

  /// The other side's requests and offers that `own` has not answered, for incidents still open.
  static Stream<Assistance> unanswered(ResponseState state, PartyId own) {
    return state
        .liveIncidents()
        .flatMap(incident -> incident.assistance().stream())
        .filter(thread -> !thread.owner().equals(own))
        .filter(thread -> thread.progress() != Assistance.Progress.ENDED)
        .filter(
            thread ->
                state.side(own).help().thread(thread.id()).answered().equals(Optional.empty()));
  }

  /// Whether two checklists agree in everything that is computed from the state.
  static boolean sameFacts(Checklist one, Checklist other) {
    return one.open().equals(other.open())
        && one.unacknowledged().equals(other.unacknowledged())
        && one.unanswered().equals(other.unanswered())
        && one.unitsOut().equals(other.unitsOut());
  }
}
