package org.sarhad.sim.workload;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.Role;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;

/// What the chiefs of both sides ask of their nodes about joint acts: they propose, some of it with
/// an end announced, assent, refuse, answer with something else, take back, replace. Now and then
/// about an act whose time for that is over, as people do.
final class Negotiations {
  private static final Capacity CHIEF = Capacity.of(Role.CHIEF);
  private static final ActKind CROSSING = ActKind.of("crossing");
  private static final String REASON = "not like this";

  private final SimRandom random;
  private long serial;

  Negotiations(SimRandom random) {
    this.random = random;
  }

  /// What the chief at `node` says next.
  ActFact any(SimNode node) {
    return switch (random.between(0, 9)) {
      case 0, 1 -> proposal();
      case 2 -> proposal().expiring(node.clock().now().truncatedTo(ChronoUnit.MILLIS).plus(soon()));
      case 3, 4, 5 -> theirs(node).<ActFact>map(Negotiations::assent).orElseGet(this::proposal);
      case 6 ->
          theirs(node)
              .<ActFact>map(act -> new ActFact.Refused(act.ref(), CHIEF, REASON))
              .orElseGet(this::proposal);
      case 7 ->
          theirs(node).<ActFact>map(act -> proposal().countering(act.ref())).orElse(proposal());
      case 8 ->
          one(node, act -> isOf(act, node) && isUsual(act.isOpen()))
              .<ActFact>map(act -> new ActFact.Withdrawn(act.ref(), CHIEF, REASON))
              .orElseGet(this::proposal);
      default ->
          one(node, act -> act.stage() == ActStage.EFFECTIVE)
              .<ActFact>map(act -> proposal().superseding(act.ref()))
              .orElseGet(this::proposal);
    };
  }

  private ActFact.Proposed proposal() {
    return ActFact.Proposed.of(CROSSING, Json.obj().put("number", serial++).build(), CHIEF);
  }

  private Duration soon() {
    return Duration.ofSeconds(random.between(1, 120));
  }

  private static ActFact assent(Act act) {
    return new ActFact.Assented(act.ref(), act.proposal().said().modalities(), CHIEF);
  }

  /// A proposal of the other side, open most of the time.
  private Optional<Act> theirs(SimNode node) {
    return one(node, act -> !isOf(act, node) && isUsual(act.isOpen()));
  }

  private boolean isUsual(boolean isOpen) {
    return isOpen || random.chance(50);
  }

  private static boolean isOf(Act act, SimNode node) {
    return act.proposal().proposer().equals(node.party());
  }

  /// One of those that are known here, final or not, of whom it holds.
  private Optional<Act> one(SimNode node, Predicate<Act> holds) {
    List<Act> some = node.seen().expected().acts().acts().values().filter(holds).toList();
    return some.isEmpty() ? Optional.empty() : Optional.of(random.pick(some));
  }
}
