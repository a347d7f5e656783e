package org.sarhad.sim.act;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActsState;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.order.JointOrder;
import org.sarhad.sim.check.Violation;
import org.sarhad.tlog.tree.Hash;

/// Orders and folds pairs of logs by the production code, each pair once. Every one is ordered as
/// it comes to a node that hears its own side first, and as it comes to one that hears the other
/// side first; both must agree (I8). Every one is checked ([FoldChecker]).
final class Folds {
  private record Pair(String left, String right) {}

  private final ModelChannel channel;
  private final FoldChecker checker;
  private final boolean acknowledgesKnowledge;
  private final Map<Pair, Fold> known = new HashMap<>();

  Folds(ModelChannel channel, Flaw flaw) {
    this.channel = channel;
    this.checker = new FoldChecker(channel);
    this.acknowledgesKnowledge = flaw != Flaw.LEAVES_WITHDRAWALS_OPEN;
  }

  /// How many pairs there have been.
  int size() {
    return known.size();
  }

  /// What these two logs come to.
  Fold of(String left, String right) {
    var pair = new Pair(left, right);
    var fold = known.get(pair);
    if (fold == null) {
      fold = folded(List.of(left, right));
      known.put(pair, fold);
    }
    return fold;
  }

  /// What `side` takes for final: of its own log only what is durable.
  Fold shownBy(World world, int side, Flaw flaw) {
    var standing = world.side(side);
    var own = flaw == Flaw.FOLDS_BEFORE_DURABLE ? standing.log() : standing.kept();
    return of(side, own, world.mirrored(side));
  }

  /// What `side` decides by: everything it has.
  Fold knownTo(World world, int side) {
    return of(side, world.side(side).log(), world.mirrored(side));
  }

  private Fold of(int side, String own, String mirrored) {
    return side == 0 ? of(own, mirrored) : of(mirrored, own);
  }

  private Fold folded(List<String> logs) {
    var order = new JointOrder(channel.logs());
    var given = delivered(order, logs, 0);
    var otherwise = delivered(new JointOrder(channel.logs()), logs, 1);
    if (!given.equals(otherwise)) {
      throw new Violation("I8", "%s or %s, by who is heard first".formatted(given, otherwise));
    }
    var acts = ActsState.NONE;
    var digests = new ArrayList<Hash>();
    for (var id : given) {
      var next = folded(acts, id, logs);
      checker.step(acts, next, id);
      acts = next;
      digests.add(acts.digest());
    }
    var tentative = order.tentative();
    var expected = acts;
    for (var id : tentative) {
      expected = folded(expected, id, logs);
    }
    var moved = expected;
    boolean isMoved = acknowledgesKnowledge && !expected.digest().equals(acts.digest());
    var unanswered =
        IntStream.range(0, 2)
            .mapToObj(
                side ->
                    isUnanswered(order, logs, side, isMoved)
                        || (acknowledgesKnowledge && moved.isMovedBy(draft(side, logs))))
            .toList();
    var fold = new Fold(logs, given, List.copyOf(digests), acts, tentative, expected, unanswered);
    checker.whole(fold);
    return fold;
  }

  private List<EntryId> delivered(JointOrder order, List<String> logs, int first) {
    var given = new ArrayList<EntryId>();
    while (deliverFrom(order, logs, first, given) || deliverFrom(order, logs, 1 - first, given)) {
      // The side that is heard first has no more to say that can be delivered, nor has the other.
    }
    return List.copyOf(given);
  }

  private boolean deliverFrom(JointOrder order, List<String> logs, int side, List<EntryId> given) {
    int index = (int) order.deliveredSize(channel.log(side));
    var log = logs.get(side);
    if (index >= log.length()) {
      return false;
    }
    var id = channel.id(side, index);
    var seen = channel.seen(1 - side, Line.at(log, index).seen());
    if (!order.isDeliverable(id, seen)) {
      return false;
    }
    given.addAll(order.deliver(id, seen));
    return true;
  }

  private ActsState folded(ActsState acts, EntryId id, List<String> logs) {
    int side = channel.sideOf(id.origin());
    int index = (int) id.index();
    var entry = channel.entry(side, index, logs.get(side));
    var entered = acts.enter(entry);
    return channel
        .fact(Line.at(logs.get(side), index), logs, entered)
        .map(fact -> entered.apply(channel.who(), entry, fact))
        .orElse(entered);
  }

  /// What `side` would say if it said nothing but what it knows.
  private ActEntry draft(int side, List<String> logs) {
    int seen = logs.get(1 - side).length();
    int index = logs.get(side).length();
    var ack = String.valueOf(Line.of(Move.ACK, seen).packed());
    return channel.entry(side, index, logs.get(side) + ack);
  }

  /// Whether `side` has received something it has to answer: a line about acts, or, by what was
  /// said and is not final, one that moved an act.
  private boolean isUnanswered(JointOrder order, List<String> logs, int side, boolean isMoved) {
    long last = order.lastLamport(channel.log(side));
    var log = logs.get(1 - side);
    for (int index = 0; index < log.length(); index++) {
      boolean isBehind = order.lamport(channel.id(1 - side, index)) > last;
      if (isBehind && (isMoved || Line.at(log, index).move().isFact())) {
        return true;
      }
    }
    return false;
  }
}
