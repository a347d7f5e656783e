package org.sarhad.node.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.sarhad.core.geo.Position;
import org.sarhad.core.joint.Dispatch;
import org.sarhad.core.joint.LinePoints;
import org.sarhad.core.joint.MeetingPoint;
import org.sarhad.core.joint.SectorArrival;
import org.sarhad.core.modalities.ResponseTerms;
import org.sarhad.core.modalities.TravelTerms;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.FirstArrivals;
import org.sarhad.core.response.Fix;
import org.sarhad.core.response.Ranking;
import org.sarhad.core.response.Unit;
import org.sarhad.core.response.UnitDescription;
import org.sarhad.core.travel.CostGrid;
import org.sarhad.core.travel.Gate;
import org.sarhad.core.travel.PacedGrid;
import org.sarhad.core.travel.Terrain;
import org.sarhad.core.travel.Way;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.TravelViews;
import org.sarhad.node.ground.HeldGround;

/// Travel as the contract shows it: the ground, the agreed speeds, how soon the first own unit is
/// along the line, and what a ranking means. What is computed from own units is for people of this
/// side who may see what is internal, and for nobody else.
final class Travels {
  /// How much of its time a unit is taken to be busy, as in a plan of posts.
  private static final int BUSY_PERMILLE = 250;

  private final Lens lens;
  private final Ground ground;
  private final TravelTerms terms;

  Travels(Lens lens, Ground ground) {
    this.lens = lens;
    this.ground = ground;
    this.terms = Ground.terms(lens);
  }

  // ---- the ground -----------------------------------------------------------------------------

  TravelViews.Travel view() {
    var speeds = terms.speeds();
    return new TravelViews.Travel(
        lens.now(),
        ground.held().map(Travels::ground),
        standing(),
        terms.grid().map(agreed -> agreed.sha256().hex()),
        Arrays.stream(Terrain.values())
            .filter(Terrain::isPassable)
            .map(terrain -> new TravelViews.SpeedView(terrain.code(), speeds.on(terrain)))
            .toList(),
        speeds.sideChangeMin(),
        terms.target().toMinutes(),
        ground.held().stream()
            .flatMap(held -> held.grid().gates().stream().map(gate -> gate(held.grid(), gate)))
            .toList(),
        lens.releasedOnly() ? List.of() : sectors());
  }

  /// How the own file stands to the agreed one.
  private String standing() {
    if (ground.held().isEmpty()) {
      return "missing";
    }
    return terms
        .grid()
        .map(agreed -> ground.held().orElseThrow().isSameAs(agreed) ? "same" : "other")
        .orElse("unagreed");
  }

  private static TravelViews.GroundView ground(HeldGround held) {
    var frame = held.grid().frame();
    return new TravelViews.GroundView(
        held.sha256().hex(),
        frame.columns(),
        frame.rows(),
        GeoViews.of(new Position(frame.southMicro(), frame.westMicro())));
  }

  private static TravelViews.GateView gate(CostGrid grid, Gate gate) {
    return new TravelViews.GateView(
        gate.name(),
        gate.isOpen(),
        gate.changesHand(),
        GeoViews.of(grid.frame().centre(gate.left())));
  }

  private List<TravelViews.SectorView> sectors() {
    var zone = new ResponseTerms(lens.view().agreed().modalities().settings()).zone();
    return ground.paced(lens).stream()
        .flatMap(
            paced ->
                SectorArrival.all(
                    LinePoints.of(lens.border(), zone), zone, own(paced), terms.target())
                    .stream())
        .map(
            sector ->
                new TravelViews.SectorView(
                    sector.sector(),
                    sector.points(),
                    sector.reached(),
                    sector.inTime(),
                    boxed(sector.soonest()),
                    boxed(sector.middle()),
                    boxed(sector.latest())))
        .toList();
  }

  private static Optional<Long> boxed(OptionalLong seconds) {
    return seconds.stream().boxed().findFirst();
  }

  // ---- isochrones -----------------------------------------------------------------------------

  /// Where the first own ready unit is within half the target, the target, twice and four times it.
  TravelViews.Isochrones isochrones() {
    var target = terms.target();
    var limits =
        Stream.of(target.dividedBy(2), target, target.multipliedBy(2), target.multipliedBy(4))
            .filter(limit -> limit.toMinutes() > 0 && limit.compareTo(Ranking.HORIZON) <= 0)
            .toList();
    var units = ready();
    return new TravelViews.Isochrones(
        lens.now(),
        standing(),
        units.size(),
        ground.paced(lens).stream()
            .flatMap(paced -> ground.isochrones(paced, lens.own(), units, limits).stream())
            .map(
                one ->
                    new TravelViews.IsochroneView(
                        one.within().toMinutes(),
                        one.km2(),
                        one.edges().stream()
                            .map(edge -> edge.stream().map(GeoViews::pair).toList())
                            .toList()))
            .toList());
  }

  // ---- units ----------------------------------------------------------------------------------

  private FirstArrivals own(PacedGrid paced) {
    return first(paced, lens.own(), ready().stream());
  }

  /// Where own ready units are.
  private List<FirstArrivals.Standing> ready() {
    return lens.response()
        .side(lens.own())
        .units()
        .units()
        .values()
        .filter(Unit::isReady)
        .flatMap(unit -> standing(unit.fix(), unit.description()).stream())
        .toList();
  }

  /// Units of another side as it has shown them.
  private FirstArrivals shown(PacedGrid paced, PartyId other) {
    return first(
        paced,
        other,
        lens.response()
            .side(other)
            .units()
            .units()
            .values()
            .flatMap(unit -> unit.shown().stream())
            .filter(Unit.Showing::current)
            .filter(showing -> showing.status().ready())
            .flatMap(showing -> standing(showing.fix(), showing.description()).stream()));
  }

  private static FirstArrivals first(
      PacedGrid paced, PartyId by, Stream<FirstArrivals.Standing> units) {
    return FirstArrivals.of(paced, by, units.toList(), Ranking.HORIZON);
  }

  private static Optional<FirstArrivals.Standing> standing(
      Optional<Fix> fix, UnitDescription description) {
    return fix.map(Fix::position)
        .or(() -> description.station().position())
        .map(at -> new FirstArrivals.Standing(at, description.type()));
  }

  // ---- what a ranking means -------------------------------------------------------------------

  Dispatch dispatch(Ranking ranking) {
    return Dispatch.of(
        ranking, lens.view().agreed().modalities(), ground.travel(lens), lens.own(), BUSY_PERMILLE);
  }

  TravelViews.AdviceView advice(Dispatch dispatch) {
    return new TravelViews.AdviceView(
        dispatch.target().toSeconds(),
        dispatch.soonest().map(soonest -> soonest.toSeconds()),
        dispatch.proposals().stream()
            .map(
                proposal ->
                    new TravelViews.ProposalView(
                        Codes.of(proposal.mode()),
                        proposal.key(),
                        proposal.clause().map(Object::toString)))
            .toList(),
        dispatch.proposals().isEmpty() ? List.of() : meetings());
  }

  private List<TravelViews.MeetingView> meetings() {
    return ground.paced(lens).stream()
        .flatMap(
            paced ->
                other(paced.grid()).stream()
                    .flatMap(
                        other ->
                            MeetingPoint.all(paced.grid(), own(paced), shown(paced, other))
                                .stream()))
        .map(
            point ->
                new TravelViews.MeetingView(
                    point.gate(),
                    GeoViews.of(point.at()),
                    boxed(point.ownSeconds()),
                    boxed(point.otherSeconds())))
        .toList();
  }

  /// The other side of the grid, if this node's is one of its two.
  private Optional<PartyId> other(CostGrid grid) {
    return lens.own().equals(grid.left())
        ? Optional.of(grid.right())
        : Optional.of(grid.left()).filter(_ -> lens.own().equals(grid.right()));
  }

  static TravelViews.WayView way(Way way) {
    return new TravelViews.WayView(
        way.legs().stream()
            .map(leg -> new TravelViews.LegView(leg.terrain().code(), leg.metres()))
            .toList(),
        way.gate().map(Gate::name),
        way.sketch().stream().map(GeoViews::of).toList());
  }
}
