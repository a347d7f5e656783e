package org.sarhad.sim.workload;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.crossing.Crossing;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.register.Wording;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;

/// What the host's officers say to units that visit: STOP, at any time; and who is in charge of
/// them. Now and then about a crossing to the other side's soil, which is not theirs to stop.
///
/// @param random their luck
record Hosts(SimRandom random) {
  private static final int WRONG = 100;

  /// STOP: of all units of a crossing, or of those that are here, by their names alone.
  Optional<Ask> stopped(SimNode node) {
    var here = here(node);
    if (!here.isEmpty() && random.chance(400)) {
      return Optional.of(
          Ask.ofCommander(
              node,
              new CrossingFact.Stopped(
                  Optional.empty(), Ordered.set(random.pick(here)), Optional.empty())));
    }
    return one(node)
        .map(
            crossing ->
                Ask.ofChief(
                    node,
                    new CrossingFact.Stopped(
                        Optional.of(crossing.id()),
                        Ordered.set(),
                        Optional.of(Wording.of("en", "shots ahead")))));
  }

  /// The commander takes charge.
  Optional<Ask> charged(SimNode node) {
    return one(node)
        .map(crossing -> Ask.ofCommander(node, new CrossingFact.ChargeTaken(crossing.id())));
  }

  private static List<UnitName> here(SimNode node) {
    return node.seen()
        .expected()
        .crossings()
        .inside()
        .keys()
        .filter(unit -> !unit.owner().equals(node.party()))
        .toList();
  }

  private Optional<Crossing> one(SimNode node) {
    boolean isWrong = random.chance(WRONG);
    var some =
        node.seen()
            .expected()
            .crossings()
            .crossings()
            .values()
            .filter(crossing -> isWrong || crossing.leave().host().equals(node.party()))
            .toList();
    return some.isEmpty() ? Optional.empty() : Optional.of(random.pick(some));
  }
}
