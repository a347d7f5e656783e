package org.sarhad.sim.workload;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.modalities.ModalitiesFact;
import org.sarhad.core.party.Role;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;

/// What the chiefs of both sides ask of their nodes between the sides: they agree on rules, first
/// of all, and on new ones; they propose acts, some with an end announced, assent, refuse, answer
/// with something else, take back, replace; they suspend and resume. Now and then about an act
/// whose time for that is over, as people do.
final class Negotiations {
  private static final Capacity CHIEF = Capacity.of(Role.CHIEF);
  private static final ActKind AGREEMENT = ActKind.of("local_agreement");
  private static final Duration NOTICE = Duration.ofHours(49);
  private static final String REASON = "not like this";

  private final SimRandom random;
  private long serial;

  Negotiations(SimRandom random) {
    this.random = random;
  }

  /// What the chief at `node` says next.
  Statement any(SimNode node) {
    boolean isSuspended = node.seen().expected().modalities().isSuspended();
    return random.chance(isSuspended ? 400 : 40)
        ? new Statement.OnModalities(rule(node, isSuspended))
        : new Statement.OnAct(act(node));
  }

  private ModalitiesFact rule(SimNode node, boolean isSuspended) {
    if (isSuspended) {
      return ModalitiesFact.Resumed.atOnce(REASON);
    }
    return random.chance(500)
        ? ModalitiesFact.Suspended.atOnce(REASON)
        : new ModalitiesFact.SuspensionNoticed(now(node).plus(NOTICE), REASON);
  }

  private ActFact act(SimNode node) {
    boolean isLawless = node.seen().expected().version() == 0;
    return switch (random.between(isLawless ? 3 : 0, 9)) {
      case 0, 1 -> proposal(node);
      case 2 -> proposal(node).expiring(now(node).plus(soon()));
      case 3, 4, 5 ->
          theirs(node).<ActFact>map(Negotiations::assent).orElseGet(() -> treaty(node, isLawless));
      case 6 ->
          theirs(node)
              .<ActFact>map(act -> new ActFact.Refused(act.ref(), CHIEF, REASON))
              .orElseGet(() -> treaty(node, isLawless));
      case 7 ->
          theirs(node)
              .<ActFact>map(act -> proposal(node).countering(act.ref()))
              .orElseGet(() -> proposal(node));
      case 8 ->
          one(node, act -> isOf(act, node) && isUsual(act.isOpen()))
              .<ActFact>map(act -> new ActFact.Withdrawn(act.ref(), CHIEF, REASON))
              .orElseGet(() -> treaty(node, isLawless));
      default ->
          one(node, act -> act.isEffective() && act.proposal().said().act().equals(AGREEMENT))
              .<ActFact>map(act -> proposal(node).superseding(act.ref()))
              .orElseGet(() -> treaty(node, isLawless));
    };
  }

  private ActFact.Proposed proposal(SimNode node) {
    return new ActFact.Proposed(
        AGREEMENT,
        Json.obj().put("number", serial++).build(),
        node.seen().expected().version(),
        CHIEF,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// Rules, if there are none; now and then new ones, some of them for later.
  private ActFact treaty(SimNode node, boolean isLawless) {
    if (!isLawless && !random.chance(200)) {
      return proposal(node);
    }
    Optional<Instant> from =
        isLawless || random.chance(500) ? Optional.empty() : Optional.of(now(node).plus(soon()));
    return Treaty.next(
        node.seen().expected(), random.between(1, 60), 500L * random.between(1, 6), from);
  }

  private static Instant now(SimNode node) {
    return node.clock().now().truncatedTo(ChronoUnit.MILLIS);
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
