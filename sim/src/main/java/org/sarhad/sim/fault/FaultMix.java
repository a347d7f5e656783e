package org.sarhad.sim.fault;

import java.time.Duration;
import java.util.List;

/// What goes wrong in a run, as data: how likely each fault is, and how bad.
///
/// @param name for people
/// @param between the average time between two faults
/// @param crash weight: the power of a node goes, at once or at some coming disk operation
/// @param cut weight: the line is cut, one way or both
/// @param degrade weight: the line becomes bad, or good again
/// @param clock weight: a wall clock steps
/// @param disk weight: a sync fails, or the disk is full for a while
/// @param backup weight: a node is put back to an earlier copy of its disk
/// @param cutMax the longest time the line stays cut
/// @param offMax the longest time a node stays off
/// @param stepMax how far a clock steps at most, either way
public record FaultMix(
    String name,
    Duration between,
    int crash,
    int cut,
    int degrade,
    int clock,
    int disk,
    int backup,
    Duration cutMax,
    Duration offMax,
    Duration stepMax) {

  /// Nothing goes wrong.
  public static final FaultMix CALM =
      new FaultMix(
          "calm",
          Duration.ofDays(1000),
          0,
          0,
          1,
          0,
          0,
          0,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ZERO);

  /// Power cuts, short and long cuts of the line, a bad line.
  public static final FaultMix ROUGH =
      new FaultMix(
          "rough",
          Duration.ofSeconds(8),
          4,
          3,
          3,
          0,
          0,
          0,
          Duration.ofMinutes(2),
          Duration.ofSeconds(30),
          Duration.ZERO);

  /// Everything at once.
  public static final FaultMix HOSTILE =
      new FaultMix(
          "hostile",
          Duration.ofSeconds(6),
          4,
          3,
          3,
          2,
          2,
          1,
          Duration.ofMinutes(2),
          Duration.ofSeconds(30),
          Duration.ofDays(1));

  /// The mixes a plain run goes through.
  public static final List<FaultMix> ALL = List.of(CALM, ROUGH, HOSTILE);

  /// All weights together.
  int total() {
    return crash + cut + degrade + clock + disk + backup;
  }
}
