package org.sarhad.core.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;

/// "5 agreed · 3 overlap · 4 disputed · 2 unanswered 9 d".
///
/// @param counts for every state, none left out
public record Meter(PersistentMap<RowState, Count> counts) {
  /// How many rows are in a state.
  ///
  /// @param rows how many
  /// @param oldest the age of the one that has been open longest; empty for none
  public record Count(int rows, Optional<Duration> oldest) {}

  static Meter of(Collection<BoardRow> rows, Instant now) {
    PersistentMap<RowState, Count> counts = PersistentMap.empty();
    for (RowState state : RowState.values()) {
      var inState = rows.stream().filter(row -> row.state() == state).toList();
      Optional<Duration> oldest =
          inState.stream()
              .map(row -> Duration.between(row.since(), now))
              .max(Duration::compareTo)
              .map(age -> age.isNegative() ? Duration.ZERO : age);
      counts = counts.put(state, new Count(inState.size(), oldest));
    }
    return new Meter(counts);
  }

  /// How many rows are in `state`.
  public int rows(RowState state) {
    return counts.get(state).rows();
  }
}
