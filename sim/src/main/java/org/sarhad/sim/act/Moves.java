package org.sarhad.sim.act;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActRules;
import org.sarhad.core.act.Withdrawal;
import org.sarhad.core.fact.Decision;
import org.sarhad.sim.check.Violation;

/// Everything that can happen next in a world, within the bounds.
final class Moves {
  /// One thing that can happen.
  ///
  /// @param what for people
  /// @param next the world after it
  record Step(String what, World next) {}

  private static final List<Move> ANSWERS =
      List.of(Move.ASSENT, Move.REFUSE, Move.WITHDRAW, Move.EXPIRE, Move.COUNTER, Move.SUPERSEDE);

  private final Bounds bounds;
  private final Flaw flaw;
  private final ModelChannel channel;
  private final Folds folds;

  /// What the officers of each side may say, by what they know: the rules are asked once.
  private final List<Map<Fold, List<Line>>> sayable =
      List.of(new IdentityHashMap<>(), new IdentityHashMap<>());

  Moves(Bounds bounds, Flaw flaw, ModelChannel channel, Folds folds) {
    this.bounds = bounds;
    this.flaw = flaw;
    this.channel = channel;
    this.folds = folds;
  }

  /// All of it.
  List<Step> of(World world) {
    var steps = new ArrayList<>(work(world));
    for (int side = 0; side < 2; side++) {
      requests(world, side, steps);
      crash(world, side, steps);
      date(world, side, steps);
    }
    return steps;
  }

  /// What the nodes have to do by themselves. None is left when all is at rest.
  List<Step> work(World world) {
    var steps = new ArrayList<Step>();
    for (int side = 0; side < 2; side++) {
      var standing = world.side(side);
      if (standing.durable() < standing.size()) {
        steps.add(new Step(side + " syncs", world.with(side, standing.synced())));
      }
      if (standing.received() < world.side(1 - side).durable()) {
        // One intake: what was written before a cosignature is durable before it leaves (05-2).
        var got = flaw == Flaw.COSIGNS_BEFORE_DURABLE ? standing.got() : standing.synced().got();
        steps.add(new Step(side + " receives and cosigns", world.with(side, got)));
      }
      if (folds.knownTo(world, side).unanswered().get(side)) {
        steps.add(said(world, side, Line.of(Move.ACK, standing.received())));
      }
    }
    return steps;
  }

  private static Step said(World world, int side, Line line) {
    return new Step(side + " says " + line, world.with(side, world.side(side).wrote(line)));
  }

  private void crash(World world, int side, List<Step> steps) {
    var standing = world.side(side);
    if (world.crashes() < bounds.crashes() && standing.durable() < standing.size()) {
      steps.add(new Step(side + " crashes", world.crashed(side)));
    }
  }

  /// A head leaves when it is durable, so it covers all that is.
  private void date(World world, int side, List<Step> steps) {
    var standing = world.side(side);
    boolean isWorthIt =
        bounds.dated()
            && side == 1
            && !standing.hasDated()
            && folds
                .knownTo(world, side)
                .expected()
                .acts()
                .values()
                .anyMatch(act -> !act.stage().isTerminal());
    if (isWorthIt) {
      steps.add(new Step(side + " dates a head", world.with(side, standing.dated())));
    }
  }

  // ---- what officers say ----------------------------------------------------------------------

  private void requests(World world, int side, List<Step> steps) {
    var standing = world.side(side);
    var known = folds.knownTo(world, side);
    contests(world, side, known, steps);
    if (standing.facts() >= bounds.facts()) {
      return;
    }
    for (var line : sayable.get(side).computeIfAbsent(known, fold -> asked(fold, side))) {
      if (isWithinBounds(standing, side, line.move())) {
        var step = said(world, side, line);
        holds(step, side);
        steps.add(step);
      }
    }
    if (bounds.stale() && side == 1) {
      staleAssents(standing, known).forEach(line -> steps.add(said(world, side, line)));
    }
  }

  /// What an officer was let say is not void by what they knew.
  private void holds(Step step, int side) {
    var id = channel.id(side, step.next().side(side).size() - 1);
    var why = folds.knownTo(step.next(), side).expected().voids().find(id);
    if (why.isPresent()) {
      throw new Violation(
          "void", "%s, and it is void at once: %s".formatted(step.what(), why.get()));
    }
  }

  private boolean isWithinBounds(Standing standing, int side, Move move) {
    int proposals =
        standing.count(Move.PROPOSE)
            + standing.count(Move.COUNTER)
            + standing.count(Move.SUPERSEDE);
    if (move == Move.SUPERSEDE
        && (!bounds.replacing() || side == 1 || standing.count(Move.SUPERSEDE) > 0)) {
      return false;
    }
    return !move.isProposal() || proposals < bounds.proposals(side);
  }

  private List<Line> asked(Fold fold, int side) {
    int seen = fold.logs().get(1 - side).length();
    var lines = new ArrayList<Line>();
    lines.add(Line.of(Move.PROPOSE, seen));
    for (var act : fold.expected().acts().keys().toList()) {
      for (var move : ANSWERS) {
        var line = new Line(move, channel.sideOf(act.origin()), (int) act.index(), seen);
        if (isAccepted(fold, side, line)) {
          lines.add(line);
        }
      }
    }
    return List.copyOf(lines);
  }

  private boolean isAccepted(Fold fold, int side, Line line) {
    int index = fold.logs().get(side).length();
    return channel
        .fact(line, fold.logs(), fold.expected())
        .filter(
            fact ->
                ActRules.decide(
                        fold.expected(),
                        channel.who(),
                        channel.context(side, index, line.move()),
                        channel.seen(1 - side, line.seen()),
                        fact)
                    instanceof Decision.Accepted<?, ?, ?>)
        .isPresent();
  }

  /// Yes to what is known to be taken back, saying that it is not known.
  private List<Line> staleAssents(Standing standing, Fold known) {
    var lines = new ArrayList<Line>();
    for (var act : known.expected().acts().values().toList()) {
      int taken = taken(act);
      for (int seen = standing.lastSeen(); seen <= taken && taken < standing.received(); seen++) {
        var line = new Line(Move.STALE_ASSENT, 0, (int) act.id().index(), seen);
        if (channel.sideOf(act.id().origin()) == 0 && isAccepted(known, 1, line)) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  /// The place of an act's withdrawal in its proposer's log; -1 if there is none.
  private static int taken(Act act) {
    return act.withdrawal().map(Withdrawal::entry).map(id -> (int) id.index()).orElse(-1);
  }

  // ---- contests -------------------------------------------------------------------------------

  /// `side` contests each assent of the other side, if it has evidence; and tries with what is
  /// none.
  private void contests(World world, int side, Fold known, List<Step> steps) {
    var other = world.side(1 - side);
    var own = world.side(side).log();
    for (var act : known.expected().acts().values().toList()) {
      int proposal = (int) act.id().index();
      int taken = FoldChecker.first(own, side, proposal, Move.WITHDRAW, Move.EXPIRE);
      if (taken < 0 || !act.isEffective() || channel.sideOf(act.id().origin()) != side) {
        continue;
      }
      int assent = (int) act.by().index();
      boolean isCosigned = taken < other.received();
      boolean isSilent = other.hasDated() && other.datedSize() <= assent;
      if (isCosigned && isSilent && taken < other.datedSeen()) {
        contest(world, side, known, steps, Move.CONTEST, assent);
      }
      // The head was dated first, and the cosignature over the withdrawal given in the same second.
      if (isCosigned && isSilent && taken == other.datedSeen()) {
        contest(world, side, known, steps, Move.CONTEST_SAME_SECOND, assent);
      }
    }
  }

  private void contest(World world, int side, Fold known, List<Step> steps, Move move, int assent) {
    var line = new Line(move, 1 - side, assent, world.side(side).received());
    boolean isAccepted = isAccepted(known, side, line);
    boolean isStale = Line.at(known.logs().get(1 - side), assent).move() == Move.STALE_ASSENT;
    if (move == Move.CONTEST && !isStale) {
      throw new Violation(
          "I6", "%d#%d is honest, and there is evidence against it".formatted(1 - side, assent));
    }
    if (move == Move.CONTEST && !isAccepted) {
      throw new Violation(
          "contest", "%d#%d is proven to be stale and stands".formatted(1 - side, assent));
    }
    if (isAccepted) {
      steps.add(said(world, side, line));
    }
  }
}
