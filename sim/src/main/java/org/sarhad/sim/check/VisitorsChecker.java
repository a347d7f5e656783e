package org.sarhad.sim.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.Assent;
import org.sarhad.core.crossing.Crossing;
import org.sarhad.core.crossing.CrossingClocks;
import org.sarhad.core.crossing.CrossingDuty;
import org.sarhad.core.crossing.CrossingState;
import org.sarhad.core.crossing.CrossingTerms;
import org.sarhad.core.crossing.Inside;
import org.sarhad.core.crossing.LaneUse;
import org.sarhad.core.crossing.Leave;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;

/// Who is across, and by what (red lines 1, 2 and 6 of 08-4): whenever the joint state about
/// crossings is another one, each leave in it was signed by both sides in time and keeps every
/// limit; whoever is there has such a leave or is a breach, an officer of the host is named who is
/// in charge, and whose leave is over is told to go back.
public final class VisitorsChecker implements Checker {
  private final SimWorld world;
  private final Map<SimNode, CrossingState> looked = new HashMap<>();
  private final Set<EntryId> sound = new HashSet<>();

  /// A checker of `world`.
  public VisitorsChecker(SimWorld world) {
    this.world = world;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Whether it is the same one is the question.
  public void look(SimNode node) {
    var accord = node.seen().agreed();
    if (looked.put(node, accord.crossings()) != accord.crossings()) {
      look(node, accord);
    }
  }

  private void look(SimNode node, Accord accord) {
    var state = accord.crossings();
    for (var crossing : (Iterable<Crossing>) state.crossings().values()::iterator) {
      crossing.grant().given().ifPresent(given -> leave(node, accord, crossing, given));
    }
    var goingBack = goingBack(node, accord);
    for (var there : state.inside()) {
      visitor(accord, there.key(), there.value());
      Violation.unless(
          goingBack.test(there.key()) || hasLeave(node, state, there.key(), there.value()),
          "R1",
          "%s is across without a leave and is not told to go back",
          there.key());
    }
  }

  @Override
  public void end() {
    looked.clear();
    world.nodes().forEach(this::look);
  }

  // ---- leaves ---------------------------------------------------------------------------------

  /// Once: it does not become sound or unsound later. What binds may be a little ahead of what is
  /// shown; then it is looked at with the next one, or at the end.
  private void leave(SimNode node, Accord accord, Crossing crossing, EntryId given) {
    if (node.seen().entry(given).isEmpty() || !sound.add(given)) {
      return;
    }
    switch (crossing.leave()) {
      case CrossingTerms terms -> {
        var act = accord.acts().act(crossing.id());
        Violation.unless(
            act.filter(Act::wasEffective).isPresent(), "R6", "%s is no act in force", crossing);
        signed(node, accord, act.orElseThrow(), terms, given);
        limits(accord, terms);
      }
      case LaneUse use -> {
        var lane = accord.crossingGrounds().lane();
        isWithin(use, use.units().size() <= lane.units());
        isWithin(use, use.length().compareTo(lane.duration()) <= 0);
        isWithin(use, !use.host().equals(use.visitor()));
      }
    }
  }

  /// Both said yes, each by an officer, and the last of them before the silence was a no.
  private static void signed(
      SimNode node, Accord accord, Act act, CrossingTerms terms, EntryId given) {
    for (var side : new PartyId[] {terms.visitor(), terms.host()}) {
      Violation.unless(act.hasAssented(side), "R6", "%s never said yes to %s", side, act.id());
      for (var assent : act.assentsOf(side).map(Assent::entry).toList()) {
        Violation.unless(
            node.seen().entry(assent).filter(entry -> entry.author().isPresent()).isPresent(),
            "R6",
            "nobody signed %s",
            assent);
      }
    }
    var said = act.proposal().said();
    var expires = said.expires();
    var proposed = node.seen().entry(act.id()).orElseThrow().envelope().time();
    var time = node.seen().entry(given).orElseThrow().envelope().time();
    Violation.unless(
        expires.filter(end -> time.isBefore(end)).isPresent() && time.isBefore(terms.until()),
        "R6",
        "the yes to %s came at %s, too late",
        act.id(),
        time);
    Violation.unless(
        !expires.orElseThrow().isAfter(proposed.plus(accord.crossingGrounds().answer())),
        "R6",
        "%s may stay unanswered until %s",
        act.id(),
        expires);
  }

  private static void limits(Accord accord, CrossingTerms terms) {
    var limits = accord.crossingGrounds().limits();
    isWithin(terms, !terms.host().equals(terms.visitor()));
    isWithin(terms, terms.units().stream().allMatch(unit -> unit.owner().equals(terms.visitor())));
    isWithin(terms, terms.units().size() <= limits.units());
    isWithin(terms, terms.length().compareTo(limits.duration()) <= 0);
    isWithin(terms, terms.where().areaM2() <= limits.areaKm2() * 1_000_000L);
  }

  private static void isWithin(Leave leave, boolean holds) {
    Violation.unless(holds, "R1", "%s is a leave beyond what was agreed", leave);
  }

  // ---- visitors -------------------------------------------------------------------------------

  private void visitor(Accord accord, UnitName unit, Inside there) {
    if (there.crossing().isEmpty()) {
      Violation.unless(
          accord.crossings().breaches().containsKey(there.entered().entry()),
          "R1",
          "%s is across, by no leave and in no breach",
          unit);
      return;
    }
    var crossing = accord.crossings().crossing(there.crossing().get()).orElseThrow();
    Violation.unless(
        crossing.grant().given().isPresent() && crossing.leave().units().contains(unit),
        "R1",
        "%s is across by %s, which is no leave for it",
        unit,
        crossing.id());
    var host = crossing.leave().host();
    var role = accord.crossingGrounds().limits().hostRole();
    Violation.unless(
        crossing
            .inCharge()
            .map(officer -> holds(host, role, officer))
            .orElseGet(() -> crossing.isInLane() && isHeld(host, role)),
        "R2",
        "%s is across and nobody of %s is in charge: %s",
        unit,
        host,
        crossing.inCharge());
  }

  private boolean holds(PartyId host, Role role, OfficerId officer) {
    var node = world.node(host);
    return node.identity().founding().custodians().stream()
        .anyMatch(known -> known.id().equals(officer) && known.roles().contains(role));
  }

  private boolean isHeld(PartyId host, Role role) {
    var node = world.node(host);
    return node.identity().founding().custodians().stream()
        .anyMatch(known -> known.roles().contains(role));
  }

  /// Whether it is there by a leave that it still has.
  private static boolean hasLeave(SimNode node, CrossingState state, UnitName unit, Inside there) {
    return there
        .crossing()
        .flatMap(state::crossing)
        .filter(crossing -> crossing.isLeaveFor(unit, node.clock().now()))
        .isPresent();
  }

  private static Predicate<UnitName> goingBack(SimNode node, Accord accord) {
    var duties =
        new CrossingClocks(
                accord.crossings(),
                accord.crossingGrounds(),
                node.party(),
                node.clock().now(),
                Optional.empty(),
                _ -> Optional.empty())
            .duties();
    return unit ->
        duties.stream()
            .anyMatch(
                duty ->
                    duty.what() == CrossingDuty.Sort.GO_BACK
                        && duty.unit().equals(Optional.of(unit)));
  }
}
