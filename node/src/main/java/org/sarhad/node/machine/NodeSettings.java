package org.sarhad.node.machine;

import java.time.Duration;

/// The numbers a node works with. [#DEFAULTS] are those of docs/protocol/06-peering.md.
///
/// @param tick how often time is told
/// @param headInterval the least time between two heads while requests keep coming
/// @param restoreAtOnce whether a node behind its own mirror restores itself without being told
/// @param link what is expected of a peer that is called
/// @param acks when a node speaks although nobody asked it to
/// @param clocks how far clocks may be off
/// @param quota what is taken from one peer
/// @param snapshots when what is folded is kept, so that a start need not fold it again
public record NodeSettings(
    Duration tick,
    Duration headInterval,
    boolean restoreAtOnce,
    Link link,
    Acks acks,
    Clocks clocks,
    Rate quota,
    SnapshotPace snapshots) {
  /// What the protocol says.
  public static final NodeSettings DEFAULTS =
      new NodeSettings(
          Duration.ofMillis(100),
          Duration.ofMillis(20),
          false,
          new Link(
              Duration.ofSeconds(20),
              Duration.ofSeconds(1),
              Duration.ofSeconds(60),
              Duration.ofSeconds(5),
              Duration.ofSeconds(30),
              Duration.ofSeconds(10),
              Duration.ofSeconds(10)),
          new Acks(
              Duration.ofMillis(200),
              Duration.ofSeconds(5),
              Duration.ofSeconds(30),
              Duration.ofMinutes(5)),
          new Clocks(Duration.ofSeconds(2), Duration.ofSeconds(120)),
          new Rate(50, 5_000),
          SnapshotPace.DEFAULTS);

  /// What is expected of a peer (06-3.5, 06-5).
  ///
  /// @param callDeadline how long it may take to answer
  /// @param retryMin wait before the first retry of a failed push
  /// @param retryMax the longest wait between retries
  /// @param greetAfter how long it may be quiet before a greeting goes out
  /// @param silentAfter how long nothing heard means SILENT
  /// @param missedAfter how long nothing heard means SILENT if a call failed meanwhile
  /// @param laggingAfter how long something may wait for it before the link is LAGGING
  public record Link(
      Duration callDeadline,
      Duration retryMin,
      Duration retryMax,
      Duration greetAfter,
      Duration silentAfter,
      Duration missedAfter,
      Duration laggingAfter) {
    /// These with another deadline for calls.
    public Link withCallDeadline(Duration other) {
      return new Link(
          other, retryMin, retryMax, greetAfter, silentAfter, missedAfter, laggingAfter);
    }
  }

  /// When a node speaks by itself (06-9).
  ///
  /// @param within how soon a peer's entry is acknowledged
  /// @param settleAfter how long nothing new was said before what was not yet is acknowledged
  /// @param answerAfter how long it said nothing itself before it answers an acknowledgement
  /// @param heartbeat how often an idle node says it is there, by an entry
  public record Acks(
      Duration within, Duration settleAfter, Duration answerAfter, Duration heartbeat) {}

  /// How far clocks may be off.
  ///
  /// @param tolerance how far ours may be behind the last cosignature's time (06-4.6)
  /// @param alarm difference of ours and the peer's that is shown
  public record Clocks(Duration tolerance, Duration alarm) {}

  /// A rate that can be held for ever, with room for a burst (06-2.3).
  ///
  /// @param perSecond entries a second, on the average of a day
  /// @param burst entries at once, after a quiet time
  public record Rate(int perSecond, int burst) {}

  /// These with other expectations of a peer.
  public NodeSettings with(Link other) {
    return new NodeSettings(
        tick, headInterval, restoreAtOnce, other, acks, clocks, quota, snapshots);
  }

  /// These with another bound for what one peer may send.
  public NodeSettings with(Rate other) {
    return new NodeSettings(
        tick, headInterval, restoreAtOnce, link, acks, clocks, other, snapshots);
  }

  /// These, restoring itself or not.
  public NodeSettings restoringAtOnce(boolean other) {
    return new NodeSettings(tick, headInterval, other, link, acks, clocks, quota, snapshots);
  }

  /// These with another pace of snapshots.
  public NodeSettings with(SnapshotPace other) {
    return new NodeSettings(tick, headInterval, restoreAtOnce, link, acks, clocks, quota, other);
  }
}
