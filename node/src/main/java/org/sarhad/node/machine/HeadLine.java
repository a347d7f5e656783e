package org.sarhad.node.machine;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;

/// The heads of one log that somebody signed, by size, with the signer's time: enough to say which
/// was the first over an entry. Persistent, so that a view can hold one while the next is made.
///
/// @param times by size; of several heads of one size the first counts
record HeadLine(PersistentMap<Long, Instant> times) {
  static final HeadLine EMPTY = new HeadLine(PersistentMap.empty());

  /// With one more head.
  HeadLine with(long size, Instant at) {
    return times.containsKey(size) ? this : new HeadLine(times.put(size, at));
  }

  /// The time of the first head over the entry at `index`.
  Optional<Instant> firstOver(long index) {
    return times.ceiling(index + 1).map(PersistentMap.Entry::value);
  }

  /// The time of the newest head of at most `size` entries.
  Optional<Instant> at(long size) {
    return times.floor(size).map(PersistentMap.Entry::value);
  }

  /// The latest time there is, whichever head it is on.
  Optional<Instant> newest() {
    return times.last().map(PersistentMap.Entry::value);
  }

  /// How many entries the largest head has; 0 without heads.
  long size() {
    return times.last().map(PersistentMap.Entry::key).orElse(0L);
  }
}
