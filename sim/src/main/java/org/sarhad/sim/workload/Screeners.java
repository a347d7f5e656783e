package org.sarhad.sim.workload;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.screening.Grounds;
import org.sarhad.core.screening.ListSource;
import org.sarhad.core.screening.ListState;
import org.sarhad.core.screening.Screened;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.ScreeningState;
import org.sarhad.core.screening.Standing;
import org.sarhad.core.screening.Status;
import org.sarhad.core.screening.SubjectId;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Session;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// The two compliance officers of each side, who look at those who trade. They look again whenever
/// a list has changed, and let go of whom they have held; so that there is trade, but not always
/// with everybody. Now and then one of them takes a newer list, holds somebody, or confirms what
/// they have proposed themselves.
///
/// @param random their luck
record Screeners(SimRandom random) {
  /// Those who trade.
  static final List<String> SELLERS = List.of("seller-1", "seller-2");

  static final List<String> BUYERS = List.of("buyer-7", "buyer-8");

  private static final int WRONG = 60;
  private static final int THRESHOLD = 800;
  private static final int ENTITIES = 3;

  /// What is to be done before something can be signed with all of them.
  Optional<Ask> next(SimNode node) {
    if (hasNoList(node)) {
      return Optional.of(takes(node));
    }
    return waiting(node)
        .map(proposal -> confirmed(node, proposal))
        .or(
            () ->
                subjects()
                    .filter(one -> !isGood(node, one))
                    .findFirst()
                    .map(one -> look(node, one)));
  }

  /// What makes that somebody has to be looked at again.
  Optional<Ask> stirred(SimNode node) {
    return Optional.of(
        random.chance(400) || hasNoList(node)
            ? takes(node)
            : said(
                node, 0, new ScreeningFact.Held(random.pick(subjects().toList()), grounds(node))));
  }

  private static Stream<SubjectId> subjects() {
    return Stream.of(SELLERS, BUYERS).flatMap(List::stream).map(SubjectId::of);
  }

  private static ScreeningState state(SimNode node) {
    return node.seen().expected().screening();
  }

  /// Nobody can say why they hold somebody before there is a list.
  private static boolean hasNoList(SimNode node) {
    return state(node).listsOf(node.party()).isEmpty();
  }

  private static boolean isGood(SimNode node, SubjectId subject) {
    var settings = node.seen().expected().screeningSettings();
    return state(node).standing(node.party(), subject, node.clock().now(), settings)
        == Standing.GOOD;
  }

  /// What waits for a second officer, by the lists of now.
  private static Optional<EntryId> waiting(SimNode node) {
    return subjects()
        .flatMap(one -> state(node).screened(node.party(), one).proposal().stream())
        .map(Screened.Proposal::word)
        .filter(word -> word.said().grounds().equals(grounds(node)))
        .map(word -> word.entry())
        .findFirst();
  }

  private static Grounds grounds(SimNode node) {
    return Grounds.of(state(node).listsOf(node.party()), THRESHOLD);
  }

  // ---- what they say --------------------------------------------------------------------------

  private Ask takes(SimNode node) {
    var now = node.clock().now();
    var file = Merkle.sha256(Bytes.ofUtf8(node.party() + " by " + now));
    var list =
        new ListState(ListSource.UN, LocalDate.ofInstant(now, ZoneOffset.UTC), file, ENTITIES);
    return said(node, 0, new ScreeningFact.ListTaken(list));
  }

  private Ask look(SimNode node, SubjectId subject) {
    boolean isStopped =
        state(node)
            .screened(node.party(), subject)
            .status()
            .filter(status -> !status.isOpen())
            .isPresent();
    var status = isStopped != random.chance(WRONG) ? Status.RELEASED : Status.CLEAR;
    return said(
        node, 0, new ScreeningFact.Proposed(subject, status, grounds(node), Optional.empty()));
  }

  private Ask confirmed(SimNode node, EntryId proposal) {
    return said(node, random.chance(WRONG) ? 0 : 1, new ScreeningFact.Confirmed(proposal));
  }

  private static Ask said(SimNode node, int officer, ScreeningFact fact) {
    Session by = node.identity().compliance().get(officer);
    return new Ask(by, new NodeRequest.State(new Statement.OnScreening(fact)));
  }
}
