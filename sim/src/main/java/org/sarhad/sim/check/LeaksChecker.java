package org.sarhad.sim.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sarhad.core.geo.Position;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.Fix;
import org.sarhad.core.response.UnitFact;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.world.SimNode;
import org.sarhad.tlog.Bytes;

/// Where a unit is to the metre stays inside (11-8.2): what an officer wrote down for their own
/// side alone never leaves the node, in no payload that it hands over or lets be fetched.
public final class LeaksChecker implements Checker {
  private static final Pattern POSITION = Pattern.compile("\"lat\":(-?\\d+),\"lon\":(-?\\d+)");

  private final Set<Position> inside = new HashSet<>();

  /// An officer was told that it is kept: an internal entry holds the exact position.
  @Override
  public void told(SimNode node, Outcome outcome) {
    if (outcome instanceof Outcome.Accepted accepted) {
      accepted.entries().stream()
          .filter(id -> !id.origin().equals(node.origin()))
          .flatMap(id -> Testimony.of(node, id).stream())
          .flatMap(by -> fix(by).stream())
          .map(Fix::position)
          .forEach(inside::add);
    }
  }

  private static Optional<Fix> fix(Testimony by) {
    return by.said() instanceof Statement.OnResponse(UnitFact.StatusReported report)
        ? report.fix()
        : Optional.empty();
  }

  @Override
  public void sent(SimNode from, PartyId to, PeerRequest request) {
    if (request instanceof PeerRequest.PushPayloads push) {
      for (var frame : push.frames()) {
        if (frame instanceof PayloadFrame.Content content) {
          leaves(from, content.bytes());
        }
      }
    }
  }

  @Override
  public void answered(SimNode from, PartyId to, PeerRequest request, PeerResponse response) {
    if (request instanceof PeerRequest.GetPayload) {
      leaves(from, response.body());
    }
  }

  private void leaves(SimNode from, Bytes payload) {
    var found = POSITION.matcher(payload.utf8());
    while (found.find()) {
      var position =
          new Position(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
      Violation.unless(
          !inside.contains(position),
          "11-8.2",
          "%s hands over where a unit is to the metre: %s",
          from.party(),
          position);
    }
  }
}
