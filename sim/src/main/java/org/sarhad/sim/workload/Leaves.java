package org.sarhad.sim.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.crossing.Crossing;
import org.sarhad.core.crossing.CrossingTerms;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.register.Wording;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.Unit;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;
import org.sarhad.sim.world.SimWorld;

/// How a leave to cross comes about: the visitor's chief asks, or the host's offers; the other one
/// says yes, or no; a longer stay is asked for in the place of the first. Now and then beyond what
/// was agreed.
///
/// @param world both sides
/// @param random their luck
/// @param terrain where
record Leaves(SimWorld world, SimRandom random, Terrain terrain) {
  private static final Capacity CHIEF = Capacity.of(Role.CHIEF);
  private static final int WRONG = 60;

  /// A proposal, if there is an incident and a unit that both sides know.
  Optional<Ask> proposal(SimNode node) {
    var other = world.other(node).party();
    boolean isVisitor = random.chance(700);
    return isVisitor ? proposal(node, node.party(), other) : proposal(node, other, node.party());
  }

  private Optional<Ask> proposal(SimNode node, PartyId visitor, PartyId host) {
    var incidents =
        node.seen().response().incidents().stream().filter(Incident::isReleased).toList();
    var units =
        node.seen()
            .response()
            .side(visitor)
            .units()
            .units()
            .values()
            .filter(Unit::isShown)
            .toList();
    if (incidents.isEmpty() || units.isEmpty()) {
      return Optional.empty();
    }
    var incident = IncidentName.of(random.pick(incidents).id().toString());
    var terms = terms(node, incident, visitor, host, Ground.name(random.pick(units)));
    return Optional.of(said(node, replacing(node, proposed(node, terms), terms)));
  }

  private CrossingTerms terms(
      SimNode node, IncidentName incident, PartyId visitor, PartyId host, UnitName unit) {
    var from = Ground.now(node).plusSeconds(random.between(-5, 20));
    return new CrossingTerms(
        incident,
        visitor,
        host,
        Ordered.set(unit),
        area(host),
        from,
        from.plus(window()),
        Wording.of("en", "to look for somebody"),
        inCharge(visitor, host),
        Optional.empty(),
        Ordered.set("en"));
  }

  private Ring area(PartyId host) {
    return random.chance(WRONG) ? terrain.deepArea(host) : terrain.area();
  }

  private Duration window() {
    return random.chance(WRONG)
        ? Duration.ofMinutes(random.between(91, 400))
        : Duration.ofSeconds(random.between(30, 150));
  }

  private OfficerId inCharge(PartyId visitor, PartyId host) {
    return world.node(random.chance(WRONG) ? visitor : host).identity().commander().officer();
  }

  private ActFact.Proposed proposed(SimNode node, CrossingTerms terms) {
    var said =
        new ActFact.Proposed(
            CrossingTerms.KIND,
            terms.toJson(),
            node.seen().expected().version(),
            CHIEF,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return random.chance(WRONG) ? said : said.expiring(expiry(node));
  }

  private Instant expiry(SimNode node) {
    var within = random.chance(WRONG) ? Duration.ofHours(1) : Duration.ofSeconds(90);
    return Ground.now(node).plus(within);
  }

  /// Now and then in the place of a leave that the unit has.
  private ActFact.Proposed replacing(SimNode node, ActFact.Proposed said, CrossingTerms terms) {
    var accord = node.seen().expected();
    return terms.units().stream()
        .flatMap(unit -> accord.crossings().leavesOf(unit, Ground.now(node)))
        .filter(crossing -> !crossing.isInLane())
        .map(Crossing::id)
        .findFirst()
        .flatMap(id -> accord.acts().act(id))
        .map(act -> said.superseding(act.ref()))
        .orElse(said);
  }

  /// A yes to what the other side proposed; now and then a no.
  Optional<Ask> answer(SimNode node) {
    List<Act> open =
        node.seen()
            .expected()
            .acts()
            .acts()
            .values()
            .filter(act -> act.isOpen() && act.proposal().said().act().equals(CrossingTerms.KIND))
            .filter(act -> !act.proposal().proposer().equals(node.party()))
            .toList();
    return open.isEmpty() ? Optional.empty() : Optional.of(answer(node, random.pick(open)));
  }

  private Ask answer(SimNode node, Act act) {
    return said(
        node,
        random.chance(150)
            ? new ActFact.Refused(act.ref(), CHIEF, "not now")
            : new ActFact.Assented(act.ref(), act.proposal().said().modalities(), CHIEF));
  }

  private static Ask said(SimNode node, ActFact fact) {
    return Ask.ofChief(node, new NodeRequest.State(new Statement.OnAct(fact)));
  }
}
