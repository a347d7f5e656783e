package org.sarhad.sim.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.machine.NodeView;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;

/// All checkers of a run, and when they have to look.
///
/// After every event they look at each node that shows something else than before. What a node
/// shows is one value that never changes ([NodeView]), so a node that still shows the same one has
/// nothing new for them. What could change behind its back, in the files or in the joint order, is
/// checked as a whole at the end, and of a node that was started at its start.
public final class Checkers {
  private final SimWorld world;
  private final List<Checker> checkers;
  private final Map<SimNode, NodeView> looked = new HashMap<>();

  /// `checkers`, who look in this order.
  public Checkers(SimWorld world, List<Checker> checkers) {
    this.world = world;
    this.checkers = List.copyOf(checkers);
  }

  /// From now on they look after every event, and hear what leaves.
  public void begin() {
    world.watch(_ -> look());
    world.tap(
        new SimWorld.Tap() {
          @Override
          public void sent(SimNode from, PartyId to, PeerRequest request) {
            tell(checker -> checker.sent(from, to, request));
          }

          @Override
          public void answered(
              SimNode from, PartyId to, PeerRequest request, PeerResponse response) {
            tell(checker -> checker.answered(from, to, request, response));
          }
        });
  }

  private void look() {
    for (var node : world.nodes()) {
      var shown = node.view();
      if (shown.isPresent() && isNew(node, shown.get())) {
        checkers.forEach(checker -> checker.look(node));
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // Whether it is the same one is the question.
  private boolean isNew(SimNode node, NodeView shown) {
    return looked.put(node, shown) != shown;
  }

  /// Lets each of them hear something.
  public void tell(Consumer<Checker> heard) {
    checkers.forEach(heard);
  }
}
