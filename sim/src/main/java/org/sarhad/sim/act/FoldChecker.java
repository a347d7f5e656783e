package org.sarhad.sim.act;

import java.util.List;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.ActsState;
import org.sarhad.core.entry.EntryId;
import org.sarhad.sim.check.Violation;

/// What must hold of every final joint order.
///
/// - I10: an act moves from stage to stage as 07-5 says, one at a time, and leaves no terminal one.
/// - *Each log alone*: what became of an act is what the other side's log says, read by itself from
///   its beginning: its first line that says yes, says no, or has seen the withdrawal (07-5.8). No
///   joint order is asked, so it does not matter whether a withdrawal or an assent that does not
///   know of it comes first. An assent that was not stale is never void.
final class FoldChecker {
  private final ModelChannel channel;

  FoldChecker(ModelChannel channel) {
    this.channel = channel;
  }

  /// `id` became final and made `after` of `before`.
  void step(ActsState before, ActsState after, EntryId id) {
    for (var act : after.acts()) {
      var was = before.act(act.key());
      var stage = act.value().stage();
      boolean isLegal =
          was.isPresent()
              ? was.get().stage() == stage || was.get().stage().mayBecome(stage)
              : stage == ActStage.PROPOSED;
      if (!isLegal) {
        throw new Violation(
            "I10", "%s made %s of %s, which was %s".formatted(id, stage, act.key(), was));
      }
    }
  }

  /// All of `fold` has been folded.
  void whole(Fold fold) {
    for (int side = 0; side < 2; side++) {
      for (int index = 0; index < finalSize(fold, side); index++) {
        if (Line.at(fold.logs().get(side), index).move().isProposal()) {
          outcome(fold, side, index);
        }
      }
    }
  }

  private void outcome(Fold fold, int side, int index) {
    var stage = fold.acts().act(channel.id(side, index)).map(act -> act.stage());
    var expected = expected(fold, side, index);
    if (!stage.filter(expected::equals).isPresent()) {
      throw new Violation(
          "alone",
          "%d#%d is %s, and %s by the other log alone: %s"
              .formatted(side, index, stage, expected, shown(fold.logs())));
    }
  }

  /// The stage of the act that `side` proposed at `index`.
  private ActStage expected(Fold fold, int side, int index) {
    var own = fold.logs().get(side).substring(0, finalSize(fold, side));
    var other = fold.logs().get(1 - side).substring(0, finalSize(fold, 1 - side));
    int taken = first(own, side, index, Move.WITHDRAW, Move.EXPIRE);
    for (int at = 0; at < other.length(); at++) {
      var line = Line.at(other, at);
      if (taken >= 0 && line.seen() > taken) {
        return Line.at(own, taken).move() == Move.EXPIRE ? ActStage.EXPIRED : ActStage.WITHDRAWN;
      }
      if (line.isAbout(side, index) && line.move().isAssent()) {
        return afterAssent(fold, side, index, at);
      }
      if (line.isAbout(side, index)
          && (line.move() == Move.REFUSE || line.move() == Move.COUNTER)) {
        return ActStage.REFUSED;
      }
    }
    return ActStage.PROPOSED;
  }

  /// Of an act that the line `assent` of the other log made effective.
  private ActStage afterAssent(Fold fold, int side, int index, int assent) {
    var own = fold.logs().get(side).substring(0, finalSize(fold, side));
    boolean isStale = Line.at(fold.logs().get(1 - side), assent).move() == Move.STALE_ASSENT;
    if (isStale && first(own, 1 - side, assent, Move.CONTEST) >= 0) {
      return ActStage.VOIDED;
    }
    for (int by = 0; by < 2; by++) {
      var log = fold.logs().get(by).substring(0, finalSize(fold, by));
      int next = first(log, side, index, Move.SUPERSEDE);
      if (next >= 0 && expected(fold, by, next) == ActStage.EFFECTIVE) {
        return ActStage.SUPERSEDED;
      }
    }
    return ActStage.EFFECTIVE;
  }

  /// The first line of `log` that says one of `moves` about the entry `index` of `side`; -1 if
  /// none.
  static int first(String log, int side, int index, Move... moves) {
    for (int at = 0; at < log.length(); at++) {
      var line = Line.at(log, at);
      if (line.isAbout(side, index) && List.of(moves).contains(line.move())) {
        return at;
      }
    }
    return -1;
  }

  private int finalSize(Fold fold, int side) {
    var log = channel.log(side);
    return (int) fold.order().stream().filter(id -> id.origin().equals(log)).count();
  }

  static String shown(List<String> logs) {
    return logs.stream()
        .map(log -> log.chars().mapToObj(c -> Line.unpacked((char) c).toString()).toList())
        .toList()
        .toString();
  }
}
