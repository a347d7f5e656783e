package org.sarhad.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.modalities.ModalitiesFact;
import org.sarhad.core.modalities.Suspension;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.check.Checkers;
import org.sarhad.sim.check.JointChecker;
import org.sarhad.sim.testing.Chief;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;

/// The whole course of a suspension with notice, which nobody can wait for on a real node: 48 hours
/// until it begins, and 48 hours until what was agreed is in force again. Both ends are written by
/// the node of the side that announced them (protocol clauses 08-7.2, 08-7.6).
@Tag("sim")
class SuspensionTest {
  private static final Duration NOTICE = Duration.ofDays(2);
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final SimWorld world = SimWorld.of(48);
  private final Checkers checkers = new Checkers(world, List.of(new JointChecker(world)));
  private final Chief announcing = new Chief(world, world.right());
  private final Chief other = new Chief(world, world.left());

  @Test
  void twoDaysOfNoticeTwoDaysOfNoticeAgainAndAWholeRecord() {
    checkers.begin();
    world.begin();
    other.agreesOnRules();
    world.nodes().forEach(node -> node.tickEvery(Duration.ofMinutes(1)));

    var notice =
        announcing.states(
            new Statement.OnModalities(new ModalitiesFact.SuspensionNoticed(inTwoDays(), "talks")));
    world.run(NOTICE.minus(MARGIN));
    for (var node : world.nodes()) {
      assertThat(isSuspended(node)).isFalse();
      assertThat(said(node).notice().map(Suspension.Notice::entry)).contains(notice);
    }
    assertThat(propose(other)).isInstanceOf(Outcome.Accepted.class);

    world.run(MARGIN.multipliedBy(2));
    for (var node : world.nodes()) {
      assertThat(isSuspended(node)).isTrue();
      assertThat(said(node).active().map(Suspension.Active::isEmergency)).contains(false);
    }
    var began = said(world.left()).active().orElseThrow().by();
    assertThat(officerOf(began)).as("the node says it, no officer").isEmpty();
    assertThat(codeOf(propose(other))).isEqualTo("modalities.suspended");
    assertThat(codeOf(propose(announcing))).isEqualTo("modalities.suspended");
    other.raises("shots near the post", Audience.RELEASE);

    announcing.states(
        new Statement.OnModalities(new ModalitiesFact.ResumptionNoticed(inTwoDays(), "agreed")));
    world.run(NOTICE.minus(MARGIN));
    assertThat(world.nodes()).allMatch(SuspensionTest::isSuspended);
    world.run(MARGIN.multipliedBy(2));

    assertThat(world.nodes()).noneMatch(SuspensionTest::isSuspended);
    assertThat(propose(other)).isInstanceOf(Outcome.Accepted.class);
    world.run(MARGIN);
    for (var node : world.nodes()) {
      assertThat(node.seen().entry(notice)).isPresent();
      assertThat(node.seen().entry(began)).isPresent();
      assertThat(node.seen().joint().equal()).isTrue();
    }
  }

  private Instant inTwoDays() {
    return announcing.node().clock().now().truncatedTo(ChronoUnit.MILLIS).plus(NOTICE);
  }

  private static boolean isSuspended(SimNode node) {
    return node.seen().expected().modalities().isSuspended();
  }

  private Suspension said(SimNode node) {
    return node.seen().expected().modalities().suspension(announcing.node().party());
  }

  private Optional<OfficerId> officerOf(EntryId entry) {
    return world.left().seen().entry(entry).orElseThrow().author();
  }

  private static Outcome propose(Chief chief) {
    return chief
        .asks(
            new NodeRequest.State(
                new Statement.OnAct(
                    new ActFact.Proposed(
                        ActKind.of("memorandum"),
                        Json.obj().put("title", "patrols").build(),
                        1,
                        Capacity.of(Role.CHIEF),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))),
            Optional.empty())
        .orElseThrow();
  }

  private static String codeOf(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused ? refused.code() : outcome.toString();
  }
}
