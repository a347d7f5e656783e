package org.sarhad.sim.workload;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.response.Unit;
import org.sarhad.sim.world.SimNode;

/// What is to be seen at a node of its own units, and what time it is there.
final class Ground {
  private Ground() {}

  /// The time at `node`, as it is written.
  static Instant now(SimNode node) {
    return node.clock().now().truncatedTo(ChronoUnit.MILLIS);
  }

  /// The name of `unit` as crossings know it.
  static UnitName name(Unit unit) {
    return new UnitName(unit.id().owner(), unit.id().number());
  }

  /// The own units of `node` that are in its register.
  static List<Unit> units(SimNode node) {
    return node.seen()
        .response()
        .side(node.party())
        .units()
        .units()
        .values()
        .filter(unit -> !unit.retired())
        .toList();
  }
}
