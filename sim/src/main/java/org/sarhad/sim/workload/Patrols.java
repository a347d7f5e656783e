package org.sarhad.sim.workload;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.response.Fix;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.Unit;
import org.sarhad.core.response.UnitDescription;
import org.sarhad.core.response.UnitStatus;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.response.Words;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;
import org.sarhad.sim.world.SimWorld;

/// What the dispatcher does with units near the line: registers them in sight of the other side,
/// sends them out, across the line too, and writes down where they say they are.
///
/// @param world both sides
/// @param random their luck
/// @param terrain where
record Patrols(SimWorld world, SimRandom random, Terrain terrain) {
  private static final int UNITS = 3;

  /// Units report these: on their way most of the time, and ready again.
  private static final List<UnitStatus> REPORTS =
      List.of(UnitStatus.ENR, UnitStatus.TRN, UnitStatus.ONS, UnitStatus.RTN, UnitStatus.AVL);

  /// Whatever can be done: a unit to begin with, and reports of where it is.
  Ask any(SimNode node) {
    var units = shown(node);
    return units.size() < UNITS ? registered(node) : reported(node, random.pick(units));
  }

  private Ask registered(SimNode node) {
    var type = random.chance(400) ? UnitType.AMBULANCE : UnitType.PATROL;
    return respond(
        node,
        new ResponseRequest.RegisterUnit(
            new UnitDescription("patrol", type, place(terrain.home(node.party())), Set.of()),
            UnitStatus.AVL,
            Audience.RELEASE));
  }

  private Ask reported(SimNode node, Unit unit) {
    return respond(
        node,
        new ResponseRequest.ReportStatus(
            unit.id(),
            random.pick(REPORTS),
            Optional.of(new Fix(somewhere(node), random.between(5, 50), node.clock().now())),
            Words.NONE,
            random.chance(800) ? Audience.RELEASE : Audience.INTERNAL));
  }

  /// A ready unit is sent out; half of the time across the line.
  Optional<Ask> sent(SimNode node) {
    var incidents =
        node.seen().response().incidents().stream().filter(Incident::isReleased).toList();
    var ready = shown(node).stream().filter(Unit::isReady).toList();
    if (incidents.isEmpty() || ready.isEmpty()) {
      return Optional.empty();
    }
    var there =
        random.chance(500) ? terrain.near(world.other(node).party()) : terrain.home(node.party());
    return Optional.of(
        respond(
            node,
            new ResponseRequest.TaskUnit(
                random.pick(incidents).id(),
                random.pick(ready).id(),
                Words.en("go and see"),
                place(there),
                Audience.INTERNAL)));
  }

  /// Where a unit says it is: at the line half of the time.
  private Position somewhere(SimNode node) {
    return switch (random.between(0, 3)) {
      case 0, 1 -> terrain.atLine();
      case 2 -> terrain.near(world.other(node).party());
      default -> terrain.home(node.party());
    };
  }

  private static List<Unit> shown(SimNode node) {
    return Ground.units(node).stream().filter(Unit::isShown).toList();
  }

  private static Place place(Position position) {
    return Place.at("Wadi", position, 10);
  }

  private static Ask respond(SimNode node, ResponseRequest request) {
    return Ask.ofChief(node, new NodeRequest.Respond(request));
  }
}
