package org.sarhad.sim.check;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sarhad.core.crossing.Crossing;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.Fix;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.core.response.Said;
import org.sarhad.core.response.UnitFact;
import org.sarhad.core.response.UnitId;
import org.sarhad.core.response.UnitStatus;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;

/// What is said of units at the line (red lines 1 and 4 of 08-4, and 11-8): no node sends a unit
/// across, or lets it go on at the line, without a leave that it knows of; no side's word about the
/// other's unit counts; and no position is told more precisely than was agreed.
public final class LineChecker implements Checker {
  private static final Set<UnitStatus> UNDER_WAY =
      EnumSet.of(UnitStatus.DSP, UnitStatus.ACK, UnitStatus.ENR, UnitStatus.TRN);

  /// The grid of docs/domain/response.md, 4.3.
  private static final double METRES_PER_DEGREE = 111_195.0;

  private final SimWorld world;
  private final Map<SimNode, Progress> progress = new HashMap<>();

  /// How much of each side's words was looked at since the node's start.
  private record Progress(int start, Map<PartyId, Integer> said) {}

  /// A checker of `world`.
  public LineChecker(SimWorld world) {
    this.world = world;
  }

  @Override
  public void look(SimNode node) {
    var known = progress.get(node);
    if (known == null || known.start() != node.starts()) {
      known = new Progress(node.starts(), new HashMap<>());
      progress.put(node, known);
    }
    for (var side : world.nodes()) {
      var said = node.seen().response().side(side.party()).ledger().said();
      int from = Math.min(known.said().getOrDefault(side.party(), 0), said.size());
      for (int i = from; i < said.size(); i++) {
        look(node, said.get(i));
      }
      known.said().put(side.party(), said.size());
    }
  }

  private void look(SimNode node, Said said) {
    if (said.fact() instanceof UnitFact fact) {
      Violation.unless(
          fact.unit().owner().equals(said.author()) || said.anomaly().isPresent(),
          "R4",
          "%s says of another's unit what counts: %s",
          said.author(),
          fact);
      if (said.anomaly().isEmpty()) {
        Testimony.of(node, said.entry()).ifPresent(by -> look(node, said, by, fact));
      }
    }
  }

  private void look(SimNode node, Said said, Testimony by, UnitFact fact) {
    boolean isOwn = said.author().equals(node.party());
    switch (fact) {
      case UnitFact.Tasked order when isOwn ->
          order
              .destination()
              .position()
              .filter(there -> isOthers(node, there))
              .ifPresent(there -> sent(node, by, order, there));
      case UnitFact.StatusReported report -> {
        if (isOwn && UNDER_WAY.contains(report.status())) {
          report
              .fix()
              .map(Fix::position)
              .filter(world.border()::isAtLine)
              .ifPresent(there -> staged(node, by, report, said.time()));
        }
        if (said.released()) {
          report.fix().ifPresent(fix -> told(node, by, fix.position(), fix.precisionM()));
        }
      }
      case UnitFact.Shown shown -> station(node, by, shown.description().station());
      case UnitFact.Registered _,
          UnitFact.Redescribed _,
          UnitFact.Hidden _,
          UnitFact.Retired _,
          UnitFact.Tasked _,
          UnitFact.TaskEnded _ -> {}
    }
  }

  // ---- across the line ------------------------------------------------------------------------

  private boolean isOthers(SimNode node, Position position) {
    return world.border().of(position).filter(side -> !side.equals(node.party())).isPresent();
  }

  private static void sent(SimNode node, Testimony by, UnitFact.Tasked order, Position there) {
    Violation.unless(
        hasLeave(
            node,
            by,
            order.unit(),
            by.entry().envelope().time(),
            crossing -> crossing.leave().area().map(area -> area.contains(there)).orElse(true)),
        "R1",
        "%s is sent across in %s without a leave",
        order.unit(),
        by.entry().id());
  }

  private static void staged(
      SimNode node, Testimony by, UnitFact.StatusReported report, Instant at) {
    Violation.unless(
        hasLeave(node, by, report.unit(), at, _ -> true),
        "R1",
        "%s is at the line without a leave and goes on: %s in %s",
        report.unit(),
        report.status(),
        by.entry().id());
  }

  private static boolean hasLeave(
      SimNode node, Testimony by, UnitId unit, Instant at, Predicate<Crossing> covers) {
    var name = new UnitName(unit.owner(), unit.number());
    var accord = node.seen().expected();
    var permits = new Permits(node, accord);
    return accord
        .crossings()
        .crossings()
        .values()
        .anyMatch(crossing -> covers.test(crossing) && permits.lets(by, crossing, name, at));
  }

  // ---- how precisely --------------------------------------------------------------------------

  private static void station(SimNode node, Testimony by, Place station) {
    station.position().ifPresent(position -> told(node, by, position, station.radiusM()));
  }

  private static void told(SimNode node, Testimony by, Position position, int precisionM) {
    Violation.unless(
        precisionM >= agreedM(node.seen().agreed(), by) && isOnGrid(position, precisionM),
        "11-8.2",
        "%s tells %s to %d m, which is finer than agreed",
        by.entry().id(),
        position,
        precisionM);
  }

  /// The finest that its author may have been bound by: the newest rules that they knew to be in
  /// force, or those before, as long as the newest were not final for them.
  private static int agreedM(Accord accord, Testimony by) {
    List<Integer> known =
        Stream.concat(
                Stream.of(ResponseSettings.defaults().releasedPositionM()),
                accord
                    .modalities()
                    .versions()
                    .values()
                    .filter(version -> version.began().filter(by::knew).isPresent())
                    .map(version -> version.settings().response().releasedPositionM()))
            .toList();
    return known.subList(Math.max(0, known.size() - 2), known.size()).stream()
        .min(Integer::compare)
        .orElseThrow();
  }

  /// Whether it is a point of the grid that is so wide: it tells nothing of where in between the
  /// unit is.
  private static boolean isOnGrid(Position position, int precisionM) {
    double step = precisionM / METRES_PER_DEGREE * Position.MICRO;
    double shrink = Math.cos(Math.toRadians(position.latitudeDegrees()));
    return isMultiple(position.latitudeMicro(), step)
        && isMultiple(position.longitudeMicro(), step / shrink);
  }

  /// To the micro-degree.
  private static boolean isMultiple(int micro, double step) {
    return Math.abs(micro - Math.rint(micro / step) * step) < 2;
  }
}
