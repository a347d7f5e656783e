package org.sarhad.sim.act;

/// How far the walks go.
///
/// @param facts how many lines about acts each side writes at most, contests not counted
/// @param leftProposals how many of them may be proposals, of side 0
/// @param rightProposals the same of side 1, whose counter-proposals count too
/// @param crashes how many crashes there are at most, of both together
/// @param dated whether side 1 may once date a head apart from all others while an act is not over,
///   which is what a contest needs
/// @param stale whether side 1 cheats: assents to what it has cosigned the withdrawal of
/// @param replacing whether side 0 may once propose an act in the place of one in force
public record Bounds(
    int facts,
    int leftProposals,
    int rightProposals,
    int crashes,
    boolean dated,
    boolean stale,
    boolean replacing) {
  /// Everything honest sides can do about their proposals.
  public static Bounds honest(int facts, int leftProposals, int rightProposals, int crashes) {
    return new Bounds(facts, leftProposals, rightProposals, crashes, false, false, false);
  }

  /// These, with heads that are dated.
  public Bounds withDates() {
    return new Bounds(facts, leftProposals, rightProposals, crashes, true, stale, replacing);
  }

  /// These, with a side 1 that cheats.
  public Bounds withStaleAssents() {
    return new Bounds(facts, leftProposals, rightProposals, crashes, true, true, replacing);
  }

  /// These, with an act that takes the place of another one.
  public Bounds withReplacing() {
    return new Bounds(facts, leftProposals, rightProposals, crashes, dated, stale, true);
  }

  int proposals(int side) {
    return side == 0 ? leftProposals : rightProposals;
  }
}
