package org.sarhad.core.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.party.PartyId;

/// The clocks of one side, looked at again and again: what its node is to write down, as
/// [ResponseClocks#review] would say, for the price of what has changed and what falls due.
///
/// Remembers the state it saw last, and for every live incident when the next of its own duties
/// falls due. A look finds the incidents whose facts are other objects than before, adds those that
/// are due, and looks at these alone. What it remembers can be made anew from a state at any time.
///
/// A receipt, once it is there, is taken to stay as it is. For one thread.
public final class ClockWatch {
  private static final Comparator<Due> SOONEST_FIRST =
      Comparator.comparing(Due::at).thenComparing(Due::incident);

  private final PartyId own;
  private final ResponseSettings settings;
  private final TreeSet<Due> due = new TreeSet<>(SOONEST_FIRST);
  private final Map<IncidentId, Instant> next = new TreeMap<>();

  /// What is looked at again in any case: what was to be written may not have been, and what waits
  /// for a receipt begins to run when it comes.
  private final Set<IncidentId> unsettled = new TreeSet<>();

  private final Map<IncidentId, Set<AssistanceId>> threads = new TreeMap<>();
  private ResponseState seen;

  private record Due(Instant at, IncidentId incident) {}

  /// The clocks of `own`, which has not looked yet.
  public ClockWatch(PartyId own, ResponseSettings settings) {
    this.own = own;
    this.settings = settings;
    this.seen = ResponseState.of();
  }

  /// Forgets everything: the next look is at all there is.
  public void forget() {
    due.clear();
    next.clear();
    unsettled.clear();
    threads.clear();
    seen = ResponseState.of();
  }

  /// What the node of this side is to write down now, all of it internal. O(d log² n) for d
  /// incidents that changed, are due or wait for a receipt.
  ///
  /// @param ways when entries were received
  public List<Authored<ResponseFact>> review(ResponseState state, Instant now, EntryWays ways) {
    var incidents = new TreeSet<>(unsettled);
    incidents.addAll(changed(seen, state));
    seen = state;
    for (Due soonest : due) {
      if (soonest.at().isAfter(now)) {
        break;
      }
      incidents.add(soonest.incident());
    }
    var clocks = ResponseClocks.at(state, own, settings, now, ways);
    var deadlines = new ArrayList<Deadline>();
    incidents.forEach(incident -> deadlines.addAll(look(clocks, state, incident)));
    return deadlines.stream()
        .sorted(Deadline.SOONEST_FIRST)
        .flatMap(deadline -> clocks.factsFor(deadline).stream())
        .toList();
  }

  /// Looks at one incident, and remembers when to look again.
  private List<Deadline> look(ResponseClocks clocks, ResponseState state, IncidentId id) {
    if (!state.isLive(id)) {
      remember(id, Optional.empty(), false);
      return List.of();
    }
    var known = threads.getOrDefault(id, Set.of());
    var look =
        clocks.look(
            new Incident(state, id),
            known.stream().flatMap(thread -> state.assistance(thread).stream()).toList());
    boolean isWritten =
        look.deadlines().stream().allMatch(deadline -> clocks.factsFor(deadline).isEmpty());
    remember(id, look.next(), look.isWaiting() || !isWritten);
    return look.deadlines();
  }

  private void remember(IncidentId id, Optional<Instant> at, boolean isUnsettled) {
    var before = next.remove(id);
    if (before != null) {
      due.remove(new Due(before, id));
    }
    at.ifPresent(
        moment -> {
          next.put(id, moment);
          due.add(new Due(moment, id));
        });
    if (isUnsettled) {
      unsettled.add(id);
    } else {
      unsettled.remove(id);
    }
  }

  // ---- what has changed -----------------------------------------------------------------------

  private Set<IncidentId> changed(ResponseState before, ResponseState after) {
    var incidents = new TreeSet<>(before.live().differing(after.live()));
    boolean isAnew =
        !before.parties().equals(after.parties())
            || !before.side(own).shelf().cards().equals(after.side(own).shelf().cards());
    if (isAnew) {
      after.live().keys().forEach(incidents::add);
    }
    Stream.concat(before.sides().keys(), after.sides().keys())
        .distinct()
        .forEach(party -> changed(before.side(party), after.side(party), after, incidents));
    before.side(own).clocks().marks().differing(after.side(own).clocks().marks()).stream()
        .map(DeadlineKey::incident)
        .forEach(incidents::add);
    return incidents;
  }

  private void changed(
      SideState before, SideState after, ResponseState state, Set<IncidentId> incidents) {
    incidents.addAll(before.incidents().files().differing(after.incidents().files()));
    for (AssistanceId id : before.help().threads().differing(after.help().threads())) {
      var incident = state.assistance(id).map(Assistance::incident);
      if (incident.isPresent()) {
        threads.computeIfAbsent(incident.get(), _ -> new TreeSet<>()).add(id);
        incidents.add(incident.get());
      }
    }
  }
}
