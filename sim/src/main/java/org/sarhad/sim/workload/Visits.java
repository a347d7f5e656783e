package org.sarhad.sim.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.crossing.Crossing;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.LaneWork;
import org.sarhad.core.crossing.Stop;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.register.Wording;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.Unit;
import org.sarhad.core.response.UnitType;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;
import org.sarhad.sim.world.SimWorld;

/// What the visitor's dispatcher says of its units: that they entered, left, obey a STOP, are on
/// their way through the fast lane, that it is over, what they did. Now and then what no leave
/// allows.
///
/// @param world both sides
/// @param random their luck
record Visits(SimWorld world, SimRandom random) {
  private static final int WRONG = 150;

  /// A unit under a leave of its own; now and then any unit under any crossing, at some other time.
  Optional<Ask> entered(SimNode node) {
    boolean isWrong = random.chance(WRONG);
    var now = Ground.now(node);
    List<CrossingFact.Entered> may =
        own(node).stream()
            .flatMap(
                crossing ->
                    crossing.leave().units().stream()
                        .filter(unit -> isWrong || crossing.isLeaveFor(unit, now))
                        .map(unit -> new CrossingFact.Entered(crossing.id(), unit, now)))
            .toList();
    if (may.isEmpty()) {
      return Optional.empty();
    }
    var said = random.pick(may);
    return Optional.of(Ask.ofChief(node, isWrong ? wrong(node, said) : said));
  }

  private CrossingFact.Entered wrong(SimNode node, CrossingFact.Entered said) {
    var units = Ground.units(node).stream().map(Ground::name).toList();
    var unit = units.isEmpty() || random.chance(500) ? said.unit() : random.pick(units);
    return new CrossingFact.Entered(
        said.crossing(), unit, said.at().plusSeconds(random.between(-120, 2)));
  }

  /// A unit that is across; now and then one that is not.
  Optional<Ask> left(SimNode node) {
    boolean isWrong = random.chance(WRONG);
    var inside = node.seen().expected().crossings().inside();
    var units =
        Ground.units(node).stream()
            .map(Ground::name)
            .filter(unit -> isWrong || inside.containsKey(unit))
            .toList();
    return units.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Ask.ofChief(node, new CrossingFact.Left(random.pick(units), Ground.now(node))));
  }

  /// A unit obeys a STOP; now and then once more.
  Optional<Ask> obeyed(SimNode node) {
    boolean isWrong = random.chance(WRONG);
    List<CrossingFact.StopConfirmed> may =
        node.seen()
            .expected()
            .crossings()
            .stops()
            .values()
            .flatMap(stop -> confirmations(node, stop, isWrong).stream())
            .toList();
    return may.isEmpty() ? Optional.empty() : Optional.of(Ask.ofChief(node, random.pick(may)));
  }

  private static List<CrossingFact.StopConfirmed> confirmations(
      SimNode node, Stop stop, boolean isWrong) {
    return stop.units().stream()
        .filter(unit -> isWrong || !stop.confirmed().containsKey(unit))
        .filter(unit -> unit.owner().equals(node.party()))
        .map(unit -> new CrossingFact.StopConfirmed(stop.id(), unit, Ground.now(node)))
        .toList();
  }

  /// An ambulance is on its way; now and then a patrol.
  Optional<Ask> lane(SimNode node) {
    boolean isWrong = random.chance(WRONG);
    var incidents =
        node.seen().response().incidents().stream().filter(Incident::isReleased).toList();
    var units =
        Ground.units(node).stream()
            .filter(unit -> isWrong || unit.description().type() == UnitType.AMBULANCE)
            .filter(Unit::isShown)
            .map(Ground::name)
            .toList();
    if (incidents.isEmpty() || units.isEmpty()) {
      return Optional.empty();
    }
    var incident = IncidentName.of(random.pick(incidents).id().toString());
    return Optional.of(Ask.ofChief(node, use(node, incident, random.pick(units))));
  }

  private CrossingFact.FastLaneUsed use(SimNode node, IncidentName incident, UnitName unit) {
    var services = new TreeMap<UnitName, LaneWork>();
    services.put(unit, LaneWork.MEDICAL);
    var window =
        random.chance(WRONG)
            ? Duration.ofMinutes(random.between(181, 400))
            : Duration.ofSeconds(random.between(20, 120));
    Instant until = Ground.now(node).plus(window);
    return new CrossingFact.FastLaneUsed(
        incident,
        world.other(node).party(),
        services,
        until,
        Wording.of("en", "to bring somebody to hospital"));
  }

  /// It is over, early.
  Optional<Ask> ended(SimNode node) {
    return about(node)
        .map(id -> Ask.ofChief(node, new CrossingFact.Ended(id, CrossingFact.End.EARLY)));
  }

  /// What was done.
  Optional<Ask> reported(SimNode node) {
    return about(node)
        .map(
            id ->
                Ask.ofChief(
                    node,
                    new CrossingFact.Reported(
                        id, Wording.of("en", "we looked"), Optional.empty())));
  }

  private Optional<EntryId> about(SimNode node) {
    var all = own(node);
    return all.isEmpty() ? Optional.empty() : Optional.of(random.pick(all).id());
  }

  /// The crossings of own units, as they are known here.
  private static List<Crossing> own(SimNode node) {
    return node.seen()
        .expected()
        .crossings()
        .crossings()
        .values()
        .filter(crossing -> crossing.leave().visitor().equals(node.party()))
        .toList();
  }
}
