package org.sarhad.core.posture;

/// A plan that is being made better: what the coverage and the median search have in common.
/// Mutable; for one thread.
interface Search {
  /// What the plan is worth; more is better.
  long merit();

  /// Moves one thing at a time, as long as that makes it better.
  void improve();

  /// Moves one thing somewhere, whatever becomes of the worth; may do nothing.
  void shake(SplitMix chance);

  /// The plan, to come back to.
  int[] remember();

  /// The plan that was remembered.
  void restore(int[] plan);

  /// *Iterated local search* (Lourenço, Martin and Stützle 2003): disturbs the best plan, improves
  /// it, and keeps what is no worse. Leaves the best one.
  ///
  /// @param effort how often, and from which seed
  /// @param most what no plan exceeds: one that reaches it ends the search
  default void iterate(Effort effort, long most) {
    SplitMix chance = new SplitMix(effort.seed());
    improve();
    int[] best = remember();
    long merit = merit();
    for (int round = 0; round < effort.shakes() && merit < most; round++) {
      int moves = 2 + chance.below(4);
      for (int move = 0; move < moves; move++) {
        shake(chance);
      }
      improve();
      if (merit() < merit) {
        restore(best);
      } else {
        merit = merit();
        best = remember();
      }
    }
    restore(best);
  }
}
