package org.sarhad.sim.workload;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;
import org.sarhad.sim.world.SimWorld;

/// The officers of both sides who work on their account in kind: they look at those who trade, open
/// it, agree on goods and on room for them, send, receive and take over, dispute, correct, pay, and
/// close one period after the other. What they ask makes sense most of the time; when it does not,
/// their own node is to refuse it. Without agreed rules they have nothing to do.
public final class Traders {
  /// How often a list changes or somebody is held, and how often it is seen that somebody has to be
  /// looked at, of a thousand requests.
  private static final int STIR = 6;

  private static final int DILIGENCE = 600;

  private final SimRandom random;
  private final Bargains bargains;
  private final Consignments consignments;
  private final Reckonings reckonings;
  private final Screeners screeners;
  private final Shift shift;

  /// Traders of `world` who ask once in `pause`, on average, at each node. `told` hears every
  /// outcome.
  public Traders(
      SimWorld world, SimRandom random, Duration pause, BiConsumer<SimNode, Outcome> told) {
    var drafts = new Drafts(random);
    this.random = random;
    this.bargains = new Bargains(world, random, drafts);
    this.consignments = new Consignments(random, drafts);
    this.reckonings = new Reckonings(world, random, drafts);
    this.screeners = new Screeners(random);
    this.shift = new Shift(world, random, "t", pause, this::any, told);
  }

  /// They begin their shift.
  public void begin() {
    shift.begin();
  }

  /// They ask nothing more.
  public void end() {
    shift.end();
  }

  /// How many requests they made.
  public long asked() {
    return shift.asked();
  }

  private Optional<Ask> any(SimNode node) {
    if (node.seen().expected().version() == 0) {
      return Optional.empty();
    }
    if (Drafts.book(node).account().isEmpty()) {
      return first(node);
    }
    return random.chance(STIR) ? screeners.stirred(node) : looked(node).or(() -> next(node));
  }

  /// Where somebody has to be looked at, that comes first most of the time.
  private Optional<Ask> looked(SimNode node) {
    return random.chance(DILIGENCE) ? screeners.next(node) : Optional.empty();
  }

  private Optional<Ask> seldom(SimNode node) {
    return switch (random.between(0, 4)) {
      case 0, 1 -> reckonings.credit(node);
      case 2 -> reckonings.restatement(node);
      case 3 -> reckonings.ending(node);
      default -> bargains.answer(node);
    };
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
      case 12, 13 -> reckonings.acceptance(node);
      case 14 -> reckonings.acceptances(node);
      case 15 -> reckonings.difference(node);
      case 16 -> reckonings.price(node);
      case 17, 18 -> reckonings.contra(node);
      case 19 -> reckonings.statement(node);
      case 20 -> reckonings.payment(node);
      case 21 -> random.chance(300) ? reckonings.yearEnd(node) : seldom(node);
      default -> bargains.answer(node);
    };
  }
}
