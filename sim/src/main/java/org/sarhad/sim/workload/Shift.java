package org.sarhad.sim.workload;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Officers at both nodes who ask for one thing after the other, as long as their shift lasts and
/// their node runs. Some ask twice with one key, as a console does that heard no answer.
final class Shift {
  private final SimWorld world;
  private final SimRandom random;
  private final String name;
  private final Function<SimNode, Optional<Ask>> next;
  private final BiConsumer<SimNode, Outcome> told;
  private Duration pause;
  private boolean isAtWork;
  private long asked;

  /// A shift that has not begun.
  ///
  /// @param name of its keys: no two shifts have the same
  /// @param pause between two requests at a node, on average
  /// @param next what somebody at a node asks
  /// @param told hears every outcome
  Shift(
      SimWorld world,
      SimRandom random,
      String name,
      Duration pause,
      Function<SimNode, Optional<Ask>> next,
      BiConsumer<SimNode, Outcome> told) {
    this.world = world;
    this.random = random;
    this.name = name;
    this.pause = pause;
    this.next = next;
    this.told = told;
  }

  void begin() {
    isAtWork = true;
    world.nodes().forEach(this::plan);
  }

  void end() {
    isAtWork = false;
  }

  void pause(Duration other) {
    pause = other;
  }

  long asked() {
    return asked;
  }

  private void plan(SimNode node) {
    world
        .scheduler()
        .in(
            random.between(Duration.ZERO, pause.multipliedBy(2)),
            node.party() + "'s officer asks",
            () -> {
              if (isAtWork) {
                if (node.isOn()) {
                  next.apply(node).ifPresent(ask -> ask(node, ask));
                }
                plan(node);
              }
            });
  }

  private void ask(SimNode node, Ask ask) {
    var once = Optional.of(new NodeRequest.Once(name + asked++, hash(ask.request())));
    node.request(ask.by(), ask.request(), once, outcome -> told.accept(node, outcome));
    if (random.chance(50)) {
      node.request(ask.by(), ask.request(), once, outcome -> told.accept(node, outcome));
    }
  }

  private static Hash hash(NodeRequest request) {
    return Merkle.sha256(Bytes.ofUtf8(request.toString()));
  }
}
