package org.sarhad.core.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sarhad.core.response.AssistanceFact;
import org.sarhad.core.response.HotlineFact;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.core.response.ResponseId;
import org.sarhad.core.response.ResponseState;
import org.sarhad.core.response.RunCardFact;
import org.sarhad.core.response.Said;
import org.sarhad.core.response.UnitFact;

/// The facts on which the room of one incident rests: everything said about it, the registers of
/// the units that were sent or promised, every other use of a name that is used in it, and the run
/// cards. Folding these gives the same room as folding everything, at the price of one look at each
/// fact.
final class Excerpt {
  private final IncidentId incident;

  /// As they are written: no two series write the same.
  private final Set<String> names = new TreeSet<>();

  private Excerpt(IncidentId incident) {
    this.incident = incident;
  }

  /// The facts on which `incident` rests, each side's in its own order. O(all that was ever said).
  static List<Said> of(Incident incident) {
    ResponseState state = incident.state();
    var excerpt = new Excerpt(incident.id());
    incident.said().forEach(said -> excerpt.note(said.fact()));
    var facts = new ArrayList<Said>();
    state
        .sides()
        .values()
        .forEach(
            side ->
                side.ledger()
                    .said()
                    .values()
                    .filter(said -> excerpt.has(said.fact()))
                    .forEach(facts::add));
    return List.copyOf(facts);
  }

  /// What is named in something said about the incident.
  private void note(ResponseFact fact) {
    switch (fact) {
      case UnitFact.Tasked order -> {
        add(order.unit());
        add(order.task());
      }
      case UnitFact.TaskEnded end -> {
        add(end.unit());
        add(end.task());
      }
      case UnitFact about -> add(about.unit());
      case AssistanceFact.Committed committed -> {
        add(committed.assistance());
        committed.units().forEach(this::add);
      }
      case AssistanceFact about -> add(about.assistance());
      case HotlineFact about -> add(about.hotline());
      case ResponseFact _ -> {
        // Names nothing that is kept outside the incident's own file.
      }
    }
  }

  private boolean has(ResponseFact fact) {
    return fact.aboutIncident().filter(incident::equals).isPresent()
        || switch (fact) {
          case UnitFact.Tasked order -> isNamed(order.unit()) || isNamed(order.task());
          case UnitFact.TaskEnded end -> isNamed(end.unit()) || isNamed(end.task());
          case UnitFact about -> isNamed(about.unit());
          case AssistanceFact about -> isNamed(about.assistance());
          case HotlineFact about -> isNamed(about.hotline());
          case RunCardFact _ -> true;
          case ResponseFact _ -> false;
        };
  }

  private void add(ResponseId name) {
    names.add(name.toString());
  }

  private boolean isNamed(ResponseId name) {
    return names.contains(name.toString());
  }
}
