package org.sarhad.node.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.sarhad.core.tracks.TrackFact;
import org.sarhad.node.port.Clock;

/// Crossings that were to be told to the other side and could not be (protocol clause 20-5.4). What
/// may still succeed is tried again until it does, the oldest first, and what comes meanwhile waits
/// behind it; what cannot is kept to be shown, with the reason.
///
/// Each is on the shelf before anybody is asked to tell it, and until it is told: a node that stops
/// in between goes on with it when it starts again, and what was told after all is then known to be
/// ([Teller]). Bounded: the oldest make room, first those that can never be told. Thread-safe.
final class UntoldCrossings {
  /// How many are kept.
  static final int KEPT = 200;

  /// What stands in for the other side.
  interface Teller {
    /// Tells `fact`; empty when it is told, now or already, otherwise why not.
    Optional<Why> tell(TrackFact fact);
  }

  /// Where they lie while the node does not run.
  interface Shelf {
    /// What lies there, the oldest first.
    List<Untold> read();

    /// Lays `all` there, in place of what lies there.
    ///
    /// @param isNew whether one is among them that may not be lost from here on
    void write(List<Untold> all, boolean isNew);
  }

  /// Why something was not told.
  ///
  /// @param code of the refusal
  /// @param isForNow whether it may succeed later
  record Why(String code, boolean isForNow) {
    /// The node was stopped before it was told.
    static final String STOPPED = "node.stopped";

    /// The same after a start, when the node is no longer stopped.
    private Why afterAStart() {
      return code.equals(STOPPED) ? new Why(code, true) : this;
    }
  }

  /// One crossing.
  ///
  /// @param since when it was to be told
  /// @param tries how often it was; 0 for one that came while others waited
  /// @param why the last refusal
  record Untold(TrackFact fact, Instant since, int tries, Why why) {
    private Untold again(Why newest) {
      return new Untold(fact, since, tries + 1, newest);
    }

    private Untold afterAStart() {
      return new Untold(fact, since, tries, why.afterAStart());
    }
  }

  private final Teller teller;
  private final Shelf shelf;
  private final Runnable changed;
  private final Duration pace;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Untold> kept = new ArrayDeque<>();

  /// Those that somebody is asked to tell for the first time.
  private final List<Untold> asked = new ArrayList<>();

  private boolean isAtWork;

  /// Goes on with what lies on `shelf`.
  ///
  /// @param changed called when there are others than before
  /// @param pace how long to wait between two tries
  UntoldCrossings(Teller teller, Shelf shelf, Runnable changed, Duration pace, Clock clock) {
    this.teller = teller;
    this.shelf = shelf;
    this.changed = changed;
    this.pace = pace;
    this.clock = clock;
    shelf.read().stream().map(Untold::afterAStart).forEach(kept::addLast);
    lock.lock();
    try {
      workIfThereIsAny();
    } finally {
      lock.unlock();
    }
  }

  /// Tells `fact`, or keeps it. Whatever stands in the way of one that waits stands in the way of
  /// all, so then nobody is asked.
  ///
  /// @return why it was not told, if it was not
  Optional<Why> tell(TrackFact fact) {
    var before = waiting().stream().findFirst().map(Untold::why);
    var first = new Untold(fact, clock.now(), 0, before.orElse(new Why(Why.STOPPED, true)));
    if (before.isPresent()) {
      keep(first, first);
      return before;
    }
    ask(first);
    var why = teller.tell(fact);
    why.ifPresentOrElse(refusal -> keep(first, first.again(refusal)), () -> told(first));
    return why;
  }

  private void ask(Untold first) {
    lock.lock();
    try {
      asked.add(first);
      shelf.write(all(), true);
    } finally {
      lock.unlock();
    }
  }

  /// Once more after a crash does no harm, so the disk need not have heard of it.
  private void told(Untold first) {
    lock.lock();
    try {
      asked.remove(first);
      shelf.write(all(), false);
    } finally {
      lock.unlock();
    }
  }

  private List<Untold> all() {
    return Stream.concat(kept.stream(), asked.stream()).toList();
  }

  /// All of them, the newest first.
  List<Untold> newestFirst() {
    lock.lock();
    try {
      var all = new ArrayList<>(kept);
      return all.reversed();
    } finally {
      lock.unlock();
    }
  }

  private void keep(Untold first, Untold untold) {
    lock.lock();
    try {
      asked.remove(first);
      if (kept.size() == KEPT) {
        makeRoom();
      }
      kept.addLast(untold);
      shelf.write(all(), true);
      workIfThereIsAny();
    } finally {
      lock.unlock();
    }
    changed.run();
  }

  private void makeRoom() {
    var spared = kept.stream().filter(one -> !one.why().isForNow()).findFirst();
    kept.remove(spared.orElseGet(kept::getFirst));
  }

  private void workIfThereIsAny() {
    boolean isAny = kept.stream().anyMatch(untold -> untold.why().isForNow());
    if (isAny && !isAtWork) {
      isAtWork = true;
      Thread.ofVirtual().name("untold-crossings").start(this::work);
    }
  }

  /// Ends by itself when there is nothing left that may succeed.
  private void work() {
    try {
      while (goesOn()) {
        Thread.sleep(pace);
        boolean isTold = true;
        for (var next = waiting(); isTold && !next.isEmpty(); next = waiting()) {
          isTold = tryAgain(next.getFirst());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean goesOn() {
    lock.lock();
    try {
      isAtWork = kept.stream().anyMatch(untold -> untold.why().isForNow());
      return isAtWork;
    } finally {
      lock.unlock();
    }
  }

  private List<Untold> waiting() {
    lock.lock();
    try {
      return kept.stream().filter(untold -> untold.why().isForNow()).toList();
    } finally {
      lock.unlock();
    }
  }

  /// Whether it no longer waits.
  private boolean tryAgain(Untold untold) {
    var why = teller.tell(untold.fact());
    lock.lock();
    try {
      replace(untold, why.map(untold::again));
    } finally {
      lock.unlock();
    }
    if (why.isEmpty() || !why.get().equals(untold.why())) {
      changed.run();
    }
    return why.isEmpty() || !why.get().isForNow();
  }

  /// In its place, so that the order stays; one that made room meanwhile is not missed.
  private void replace(Untold before, Optional<Untold> after) {
    var rest = new ArrayList<>(kept);
    int place = rest.indexOf(before);
    if (place >= 0) {
      rest.remove(place);
      after.ifPresent(one -> rest.add(place, one));
      kept.clear();
      kept.addAll(rest);
      shelf.write(all(), false);
    }
  }
}
