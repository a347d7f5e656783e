package org.sarhad.core.delivery;

/// What a [BiasTest] says of two scales or meters. Neither is called right or wrong by it (protocol
/// clause 18-6.3).
public sealed interface BiasFinding {
  /// Their differences are of the kind that honest instruments have.
  ///
  /// @param count how many were compared
  record NoneFound(int count) implements BiasFinding {}

  /// "The two scales disagree systematically; a joint calibration is due."
  ///
  /// @param since the first delivery of the run in which they do, from 1
  /// @param at the one by which it is seen
  /// @param meanPpm by how much the second said more than the first on average of that run, in
  ///   parts per million; less than nothing where it said less
  record Systematic(int since, int at, long meanPpm) implements BiasFinding {}
}
