package org.sarhad.node.api;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What happened, for everybody who listens: one short memory of the newest events, and a place in
/// it for each listener.
///
/// Writing is cheap and never waits. A listener takes what it has not had yet; one who is further
/// behind than the memory reaches is told [Taken#missed] and goes on with what there is. So no
/// event is ever lost silently, and a slow console costs nobody else anything. Safe for use by
/// several threads.
///
/// @param <D> what an event says
final class EventHub<D> {
  private final int capacity;
  private final String epoch;
  private final ArrayDeque<Event<D>> memory = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private long next;
  private boolean closed;

  /// One event.
  ///
  /// @param number counted from 0 in this run of the node
  /// @param name the event's name in the contract
  /// @param data its data
  record Event<D>(long number, String name, D data) {}

  /// What a listener gets.
  ///
  /// @param events in order; empty when the wait was over
  /// @param missed how many were forgotten before this listener could have them
  record Taken<D>(List<Event<D>> events, long missed) {}

  /// @param epoch tells this run of the node from others, `[a-z0-9]+`
  /// @param capacity how many events are remembered
  EventHub(String epoch, int capacity) {
    this.epoch = epoch;
    this.capacity = capacity;
  }

  /// Tells everybody.
  void tell(String name, D data) {
    lock.lock();
    try {
      memory.addLast(new Event<>(next++, name, data));
      if (memory.size() > capacity) {
        memory.removeFirst();
      }
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The number of the next event there will be.
  long next() {
    lock.lock();
    try {
      return next;
    } finally {
      lock.unlock();
    }
  }

  /// The id of the event `number`, as a listener is told it.
  String id(long number) {
    return epoch + "-" + number;
  }

  /// The number of the event behind the one with this id; empty for one of another run.
  Optional<Long> after(String id) {
    var prefix = epoch + "-";
    if (!id.startsWith(prefix) || !id.substring(prefix.length()).matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    long number = Long.parseLong(id.substring(prefix.length())) + 1;
    return number <= next() ? Optional.of(number) : Optional.empty();
  }

  /// What there is from event `from` on; waits for at most `waitMs` milliseconds if there is
  /// nothing. Returns at once when the hub closes.
  Taken<D> take(long from, long waitMs) throws InterruptedException {
    lock.lock();
    try {
      long left = java.util.concurrent.TimeUnit.MILLISECONDS.toNanos(waitMs);
      while (next <= from && !closed && left > 0) {
        left = more.awaitNanos(left);
      }
      long first = next - memory.size();
      var events = new ArrayDeque<Event<D>>();
      // From the newest back: who keeps up takes few, whatever is remembered.
      var newest = memory.descendingIterator();
      while (newest.hasNext()) {
        var event = newest.next();
        if (event.number() < from) {
          break;
        }
        events.addFirst(event);
      }
      return new Taken<>(List.copyOf(events), Math.max(0, first - from));
    } finally {
      lock.unlock();
    }
  }

  /// Whether there will be no more.
  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /// Wakes every listener for the last time.
  void close() {
    lock.lock();
    try {
      closed = true;
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
