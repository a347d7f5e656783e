package org.sarhad.sim.check;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.response.Fix;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.UnitDescription;
import org.sarhad.core.response.UnitId;
import org.sarhad.core.response.UnitStatus;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.response.Words;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.testing.Chief;
import org.sarhad.sim.world.SimWorld;

/// The checker hears of a position that an officer wrote for their own side, and of everything that
/// is handed over.
class LeaksCheckerTest {
  private final SimWorld world = SimWorld.of(3);
  private final LeaksChecker checker = new LeaksChecker();

  @Test
  void theExactReportIsHandedOver() {
    world.begin();
    var entries = reported();

    assertThatCode(() -> handsOver(entries.getFirst())).doesNotThrowAnyException();
    assertThatThrownBy(() -> handsOver(entries.getLast()))
        .isInstanceOf(Violation.class)
        .hasMessageContaining("hands over where a unit is to the metre: 29.520123, 61.454321");
  }

  /// What is released, and what is not.
  private List<EntryId> reported() {
    var node = world.left();
    var chief = new Chief(world, node);
    chief.does(
        new NodeRequest.Respond(
            new ResponseRequest.RegisterUnit(
                new UnitDescription("Zahak 1", UnitType.PATROL, Place.named("Post"), Set.of()),
                UnitStatus.AVL,
                Audience.RELEASE)));
    var report =
        new ResponseRequest.ReportStatus(
            new UnitId(node.party(), 1),
            UnitStatus.PAT,
            Optional.of(new Fix(new Position(29_520_123, 61_454_321), 5, node.clock().now())),
            Words.NONE,
            Audience.RELEASE);
    var outcome = chief.asks(new NodeRequest.Respond(report), Optional.empty()).orElseThrow();
    checker.told(node, outcome);
    world.run(Duration.ofSeconds(1));
    return ((Outcome.Accepted) outcome).entries();
  }

  private void handsOver(EntryId id) {
    var node = world.left();
    var body = node.seen().entry(id).orElseThrow().envelope().body().map(PayloadRef::sha256);
    var bytes = node.seen().payload(id, body.orElseThrow()).orElseThrow();
    checker.sent(
        node,
        world.right().party(),
        new PeerRequest.PushPayloads(List.of(new PayloadFrame.Content(body.orElseThrow(), bytes))));
  }
}
