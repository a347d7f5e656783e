package org.sarhad.node.ground;

import java.util.ArrayList;
import java.util.List;

/// What was wrong with a file: all of it counted, the first of it kept. Mutable, for one file or
/// several.
final class Refusals {
  /// Most refusals that are kept.
  static final int KEPT_MAX = 1_000;

  private final List<Refusal> first = new ArrayList<>();
  private long count;

  void add(Refusal refusal) {
    count++;
    if (first.size() < KEPT_MAX) {
      first.add(refusal);
    }
  }

  long count() {
    return count;
  }

  List<Refusal> first() {
    return List.copyOf(first);
  }
}
