package org.sarhad.node.machine;

import java.util.Optional;
import org.sarhad.core.party.Origin;

/// When this node says "I have this much" (06-9): so that what the peer said becomes final without
/// waiting for an officer to say something, and so that both compare what they computed after each
/// exchange and, on an idle link, now and then.
final class Acknowledger {
  private final NodeSettings.Acks settings;
  private long highest;
  private Optional<Moment> since = Optional.empty();
  private Moment spoke;
  private Optional<Moment> news = Optional.empty();

  Acknowledger(NodeSettings.Acks settings, Moment now) {
    this.settings = settings;
    this.spoke = now;
  }

  /// An entry became known here.
  ///
  /// @param isNews whether it says something, or changes something by what it has seen (07-5.10)
  void told(Told told, boolean isNews, JointFold fold, Origin own, Moment now) {
    if (isNews) {
      news = Optional.of(now);
    }
    if (told.id().origin().equals(own)) {
      spoke = now;
      return;
    }
    var number = fold.lamport(told.id());
    if (number.isPresent() && isNews && number.get() > highest) {
      highest = number.get();
      if (since.isEmpty()) {
        since = Optional.of(now);
      }
    }
  }

  /// Everything was folded anew: whatever was not acknowledged is due.
  void refolded(JointFold fold, Origin own, Moment now) {
    highest = fold.highestUnanswered(own);
    since = Optional.of(now);
  }

  /// Whether to acknowledge now. Never answers an acknowledgement that changed nothing.
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
        news.filter(last -> now.isAtLeast(settings.settleAfter(), last)).isPresent();
    return isOverdue
        || (isLive && isSettled)
        || (isLive && now.isAtLeast(settings.heartbeat(), spoke));
  }

  /// It was done.
  void said(Moment now) {
    spoke = now;
    since = Optional.empty();
    news = Optional.empty();
  }
}
