package org.sarhad.sim.check;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Assent;
import org.sarhad.core.crossing.Crossing;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.Stop;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Accord;
import org.sarhad.sim.world.SimNode;

/// What may be by the text of chapter 11, written down a second time: whether somebody who says
/// that a unit crosses had a leave for it, by all that they knew. It asks what each entry says and
/// what its author had seen, so the answer is the same at every later place of the joint order.
///
/// @param node where it is asked
/// @param accord what was signed and said, as it is known there
record Permits(SimNode node, Accord accord) {
  /// Which red line is crossed by a unit that enters as `said` in `by`; none if it has a leave.
  Optional<String> objection(Testimony by, CrossingFact.Entered said) {
    return accord
        .crossings()
        .crossing(said.crossing())
        .map(
            crossing ->
                leave(by, crossing, said.unit(), said.at())
                    .or(() -> stop(by, crossing, said.unit(), Optional.of(said.at()))))
        .orElse(Optional.of("R1: there is no such crossing"));
  }

  /// Whether the author of `by` knew of a leave by which `unit` can be sent at `at`: here a STOP
  /// counts from when it is known, whatever it is dated.
  boolean lets(Testimony by, Crossing crossing, UnitName unit, Instant at) {
    return leave(by, crossing, unit, at).isEmpty()
        && stop(by, crossing, unit, Optional.empty()).isEmpty();
  }

  private static Optional<String> leave(
      Testimony by, Crossing crossing, UnitName unit, Instant at) {
    var grant = crossing.grant();
    boolean isOver = grant.stage() != ActStage.EFFECTIVE && by.knew(grant.by());
    boolean isEnded =
        crossing
            .course()
            .ended()
            .filter(end -> by.knew(end.entry()) && !at.isBefore(end.at()))
            .isPresent();
    if (!by.knew(crossing.id())
        || grant.given().filter(id -> isGiven(by, crossing, id)).isEmpty()) {
      return Optional.of("R1: no leave is known to its author");
    }
    if (!crossing.leave().units().contains(unit)
        || !crossing.leave().visitor().equals(unit.owner())) {
      return Optional.of("R1: the leave is for others");
    }
    if (isOver || isEnded || at.isBefore(crossing.leave().from())) {
      return Optional.of("R1: the leave is not there at that moment");
    }
    return at.isBefore(crossing.leave().until())
        ? Optional.empty()
        : Optional.of("R1: the window is over");
  }

  /// Who uses the fast lane knows of the use by writing it.
  private static boolean isGiven(Testimony by, Crossing crossing, EntryId given) {
    return by.knew(given) || (crossing.isInLane() && by.entry().id().equals(given));
  }

  /// A STOP of the host that counts against the leave: one said after the host's own signature, and
  /// in the fast lane, where the host signs nothing, one that whoever uses it did not know of.
  private Optional<String> stop(
      Testimony by, Crossing crossing, UnitName unit, Optional<Instant> at) {
    return accord
        .crossings()
        .stops()
        .values()
        .filter(stop -> stop.by().equals(crossing.leave().host()) && stop.isFor(unit))
        .filter(stop -> by.knew(stop.id()))
        .filter(stop -> at.isEmpty() || !at.get().isBefore(stop.said().at()))
        .filter(stop -> isAfterTheYes(crossing, stop))
        .findFirst()
        .map(stop -> "R3: it was stopped by " + stop.id());
  }

  private boolean isAfterTheYes(Crossing crossing, Stop stop) {
    return crossing.isInLane()
        ? Testimony.of(node, crossing.id()).filter(use -> use.knew(stop.id())).isEmpty()
        : signedByHost(crossing).filter(id -> id.index() > stop.id().index()).isEmpty();
  }

  private Optional<EntryId> signedByHost(Crossing crossing) {
    return accord
        .acts()
        .act(crossing.id())
        .flatMap(
            act ->
                act.assentsOf(crossing.leave().host())
                    .map(Assent::entry)
                    .max(Comparator.naturalOrder()));
  }
}
