package org.sarhad.core.posture;

/// A plan that is being made better: what the coverage and the median search have in common.
/// Mutable; for one thread.
interface Search {
  /// What the plan is worth; more is better.
  long merit();

  /// Moves one thing at a time, as long as that makes it better.
  void improve();

  /// Moves a few things, whatever becomes of the worth; may do nothing.
  void shake(SplitMix chance);

  /// The plan, to come back to.
  int[] remember();

  /// The plan that was remembered.
  void restore(int[] plan);

  /// How many shakes in a row that bring nothing it takes to walk on from something worse.
  int PATIENCE = 50;

  /// *Iterated local search* (Lourenço, Martin and Stützle 2003): disturbs the plan, improves it,
  /// and walks on from what is no worse; after a while without gain from whatever came out last, so
  /// that it does not stay where it is. Leaves the best one.
  ///
  /// @param effort how often, and from which seed
  /// @param most what no plan exceeds: one that reaches it ends the search
  default void iterate(Effort effort, long most) {
    SplitMix chance = new SplitMix(effort.seed());
    improve();
    int[] walk = remember();
    int[] best = walk;
    long merit = merit();
    long value = merit;
    int idle = 0;
    for (int round = 0; round < effort.shakes() && value < most; round++) {
      shake(chance);
      improve();
      boolean isKept = merit() >= merit || idle == PATIENCE;
      idle = isKept && merit() != merit ? 0 : idle + 1;
      if (isKept) {
        walk = remember();
        merit = merit();
      } else {
        restore(walk);
      }
      if (merit >= value) {
        best = walk;
        value = merit;
      }
    }
    restore(best);
  }
}
