package org.sarhad.node.machine;

import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Origin;

/// When this node says "I have this much" (06-9): so that what the peer said becomes final without
/// waiting for an officer to say something, and so that both compare what they computed after each
/// exchange, soon after either has started, and, on an idle link, now and then.
final class Acknowledger {
  private final NodeSettings.Acks settings;
  private long highest;
  private Optional<Moment> since = Optional.empty();
  private Moment spoke;
  private Optional<Moment> news = Optional.empty();

  /// What was said last, by whomever, as long as no own acknowledgement states what both have to
  /// compare after it.
  private Optional<Last> last = Optional.empty();

  /// @param number its Lamport number
  /// @param at when it became known here
  private record Last(EntryId entry, long number, Moment at) {}

  Acknowledger(NodeSettings.Acks settings, Moment now) {
    this.settings = settings;
    this.spoke = now;
  }

  /// An entry became known here.
  ///
  /// @param isNews whether it says something, or changes something by what it has seen (07-5.10)
  void told(Told told, boolean isNews, JointFold fold, Origin own, Moment now) {
    boolean isOwn = told.id().origin().equals(own);
    var number = fold.lamport(told.id());
    if (isNews) {
      news = Optional.of(now);
      number.ifPresent(at -> saidLast(new Last(told.id(), at, now)));
    } else if (!isOwn && now.isAtLeast(settings.answerAfter(), spoke)) {
      // Whoever has started waits for an acknowledgement. Whoever spoke lately answers none, so
      // that no answer answers an answer.
      news = Optional.of(now);
    }
    if (isOwn) {
      spoke = now;
      return;
    }
    if (number.isPresent() && isNews && number.get() > highest) {
      highest = number.get();
      if (since.isEmpty()) {
        since = Optional.of(now);
      }
    }
  }

  private void saidLast(Last next) {
    if (last.filter(known -> known.number() > next.number()).isEmpty()) {
      last = Optional.of(next);
    }
  }

  /// Everything was folded anew: whatever was not acknowledged is due, and the peers compare once
  /// more.
  void refolded(JointFold fold, Origin own, Moment now) {
    highest = fold.highestUnanswered(own);
    since = Optional.of(now);
    news = Optional.of(now);
  }

  /// Whether to acknowledge now. Never answers an acknowledgement that changed nothing, but after a
  /// long silence.
  ///
  /// @param isLive whether anybody would hear it
  boolean isDue(JointFold fold, Origin own, boolean isLive, Moment now) {
    boolean isOwed = highest > fold.lastLamport(own);
    if (!isOwed) {
      since = Optional.empty();
    }
    boolean isOverdue =
        isOwed && since.filter(from -> now.isAtLeast(settings.within(), from)).isPresent();
    boolean isSettled =
        news.filter(from -> now.isAtLeast(settings.settleAfter(), from)).isPresent();
    boolean isToCompare =
        now.isAtLeast(settings.settleAfter(), spoke)
            && last.filter(said -> now.isAtLeast(settings.settleAfter(), said.at()))
                .filter(said -> fold.isFinal(said.entry()))
                .isPresent();
    return isOverdue
        || (isLive && (isSettled || isToCompare))
        || (isLive && now.isAtLeast(settings.heartbeat(), spoke));
  }

  /// It was done, by what `fold` has now.
  void said(JointFold fold, Moment now) {
    spoke = now;
    since = Optional.empty();
    news = Optional.empty();
    last = last.filter(said -> !fold.isFinal(said.entry()));
  }
}
