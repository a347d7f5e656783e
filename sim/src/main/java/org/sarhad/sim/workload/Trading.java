package org.sarhad.sim.workload;

import java.util.Optional;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;
import org.sarhad.sim.world.SimWorld;

/// What the officers of both sides do about their account in kind: they open it, agree on goods and
/// on room for them, send, receive and take over, dispute, correct, pay, and close one period after
/// the other. What they ask makes sense most of the time; when it does not, their own node is to
/// refuse it.
final class Trading {
  private final SimRandom random;
  private final Bargains bargains;
  private final Consignments consignments;
  private final Reckonings reckonings;

  Trading(SimWorld world, SimRandom random) {
    var drafts = new Drafts(random);
    this.random = random;
    this.bargains = new Bargains(world, random, drafts);
    this.consignments = new Consignments(random, drafts);
    this.reckonings = new Reckonings(world, random, drafts);
  }

  /// What somebody at `node` asks next, if there is anything to be asked.
  Optional<Ask> any(SimNode node) {
    if (node.seen().expected().version() == 0) {
      return Optional.empty();
    }
    return Drafts.book(node).account().isEmpty() ? first(node) : next(node);
  }

  private Optional<Ask> first(SimNode node) {
    return random.chance(400) ? bargains.opening(node) : bargains.answer(node);
  }

  private Optional<Ask> next(SimNode node) {
    return switch (random.between(0, 29)) {
      case 0, 1 -> bargains.contract(node);
      case 2, 3 -> bargains.reservation(node);
      case 4 -> bargains.swing(node);
      case 5, 6, 7 -> consignments.despatch(node);
      case 8, 9, 10 -> consignments.receipt(node);
      case 11 -> consignments.certificate(node);
      case 12, 13, 14 -> reckonings.acceptance(node);
      case 15 -> reckonings.difference(node);
      case 16 -> reckonings.price(node);
      case 17 -> reckonings.contra(node);
      case 18 -> reckonings.statement(node);
      case 19 -> random.chance(300) ? reckonings.yearEnd(node) : reckonings.payment(node);
      default -> bargains.answer(node);
    };
  }
}
