package org.sarhad.core.response;

import java.util.Optional;
import java.util.function.Function;

/// The next state of a part after a fact, or the same state and what was wrong with the fact.
record Folded<S>(S state, Optional<Anomaly> anomaly) {
  static <S> Folded<S> to(S next) {
    return new Folded<>(next, Optional.empty());
  }

  static <S> Folded<S> unchanged(S same, Anomaly why) {
    return new Folded<>(same, Optional.of(why));
  }

  /// The whole that has this part.
  <T> Folded<T> in(Function<S, T> whole) {
    return new Folded<>(whole.apply(state), anomaly);
  }
}
