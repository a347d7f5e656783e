package org.sarhad.sim.act;

/// A rule of the node, not of the acts, that the acts rest on; broken on purpose to see that it is
/// needed and that the checkers notice.
public enum Flaw {
  /// All rules are kept.
  NONE,
  /// A node takes its own lines for final before they are durable.
  FOLDS_BEFORE_DURABLE,
  /// A node cosigns while lines of its own are not durable, and dates a head without them.
  COSIGNS_BEFORE_DURABLE,
  /// Nobody acknowledges a line that moved an act by nothing but what it has seen.
  LEAVES_WITHDRAWALS_OPEN
}
