package org.sarhad.node.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sarhad.core.crossing.Crossing;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.CrossingRules;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.register.Wording;
import org.sarhad.node.machine.NodeRequest;

/// Units of one side on the other's soil: who may, who does, and STOP. Asking and assenting are
/// joint acts of kind `crossing`; everything else can be stated in the words of the protocol's
/// chapter 11. STOP has a way of its own, because nobody writes a body while a unit drives.
final class CrossingOperations {
  private static final String ROOT = "/api/v1/crossings";
  private static final String ONE = ROOT + "/{log}/{index}";
  private static final int REASON_MAX = 500;
  private static final int UNITS_MAX = 50;

  /// Whoever may be given the STOP by the agreed rules; they decide.
  private static final Access STOPS = Access.holding(CrossingRules.UNIT_ROLES);

  private enum Which {
    CURRENT,
    ALL
  }

  private final Surface surface;

  CrossingOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listCrossings", ROOT, Access.signedIn(), this::crossings),
        Operation.get("getCrossing", ONE, Access.signedIn(), this::crossing),
        Operation.post("stopCrossing", ONE + "/stop", STOPS, this::stop),
        Operation.post("stopUnits", ROOT + "/stop", STOPS, this::stopUnits));
  }

  private Answer crossings(Call call) throws MalformedRequestException {
    var query = call.query();
    var incident = query.text("incident", 32).map(text -> text.toUpperCase(Locale.ROOT));
    var which = query.choice("state", Codes.lower(Which.class), Which.ALL);
    var asked = Paging.Asked.of(query);
    query.finish();
    var lens = surface.look(call);
    var all = new Crossings(lens);
    return Answer.ok(
        all.list(
            Paging.of(
                all.all()
                    .filter(one -> incident.isEmpty() || isOf(one, incident.get()))
                    .filter(one -> which == Which.ALL || all.isCurrent(one))
                    .toList(),
                asked)));
  }

  static boolean isOf(Crossing crossing, String incident) {
    return crossing.leave().incident().value().equals(incident);
  }

  private Answer crossing(Call call) {
    var lens = surface.look(call);
    var all = new Crossings(lens);
    return lens.entry(call)
        .flatMap(all::find)
        .map(all::view)
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private Answer stop(Call call) throws MalformedRequestException {
    var fields = call.body();
    var units = units(fields);
    var reason = reason(fields);
    fields.finish();
    return surface
        .look(call)
        .entry(call)
        .map(id -> say(call, new CrossingFact.Stopped(Optional.of(id), units, reason)))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  /// STOP to units that are there without any leave.
  private Answer stopUnits(Call call) throws MalformedRequestException {
    var fields = call.body();
    var units = units(fields);
    var reason = reason(fields);
    if (units.isEmpty()) {
      fields.complain("units", "", "expected at least one unit, such as U-PK-3");
    }
    fields.finish();
    return say(call, new CrossingFact.Stopped(Optional.empty(), units, reason));
  }

  private static SortedSet<UnitName> units(Fields fields) {
    return new TreeSet<>(
        fields.list("units", UNITS_MAX, UnitName::parse, "expected a unit, such as U-PK-3"));
  }

  private static Optional<Wording> reason(Fields fields) {
    var words = Texts.in(fields).optionalWords("reason", REASON_MAX);
    if (words.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Wording.of(words.language(), words.text()));
    } catch (IllegalArgumentException e) {
      fields.complain("reason", words.text(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Answer say(Call call, CrossingFact fact) {
    return surface.ask(call, new NodeRequest.State(new Statement.OnCrossings(fact)));
  }
}
