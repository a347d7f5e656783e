package org.sarhad.node.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.node.intake.IntakeRecord.Answered;

/// Which requests with an idempotency key have been answered, for 24 hours: asking twice is then
/// the same as asking once, also across a crash.
///
/// @param byKey the answers
/// @param byTime their keys, oldest first
record Answers(PersistentMap<String, Answered> byKey, PersistentMap<When, String> byTime) {
  static final Answers NONE = new Answers(PersistentMap.empty(), PersistentMap.empty());

  private static final Duration KEPT = Duration.ofHours(24);

  record When(Instant at, String key) implements Comparable<When> {
    @Override
    public int compareTo(When other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : key.compareTo(other.key);
    }
  }

  /// With one more; what is older than a day by its time is dropped.
  Answers with(Answered answered) {
    var keys = byKey.put(answered.key(), answered);
    var times = byTime.put(new When(answered.at(), answered.key()), answered.key());
    var horizon = answered.at().minus(KEPT);
    for (var oldest = times.first();
        oldest.isPresent() && oldest.get().key().at().isBefore(horizon);
        oldest = times.first()) {
      times = times.remove(oldest.get().key());
      keys = keys.remove(oldest.get().value());
    }
    return new Answers(keys, times);
  }

  Optional<Answered> find(String key) {
    return byKey.find(key);
  }
}
