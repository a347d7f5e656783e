package org.sarhad.node.machine;

import java.time.Duration;

/// The numbers a node works with. [#DEFAULTS] are those of docs/protocol/06-peering.md.
///
/// @param tick how often time is told
/// @param callDeadline how long a peer may take to answer
/// @param retryMin wait before the first retry of a failed push
/// @param retryMax the longest wait between retries
/// @param greetAfter how long a link may be quiet before a greeting goes out
/// @param silentAfter how long nothing heard means SILENT
/// @param missedAfter how long nothing heard means SILENT if a call failed meanwhile
/// @param laggingAfter how long something may wait before the link is LAGGING
/// @param ackWithin how soon a peer's entry is acknowledged by the node
/// @param settleAfter how long nothing new was said before a node acknowledges what it did not yet
/// @param heartbeat how often an idle node says it is there, by an entry
/// @param headInterval the least time between two heads while requests keep coming
/// @param clockTolerance how far the clock may be behind the last cosignature's time
/// @param skewAlarm difference of the two clocks that is shown
/// @param entriesPerSecond rate of entries taken from one peer, on the average of a day
/// @param entriesBurst how many may come at once
/// @param restoreAtOnce whether a node behind its own mirror restores itself without being told
public record NodeSettings(
    Duration tick,
    Duration callDeadline,
    Duration retryMin,
    Duration retryMax,
    Duration greetAfter,
    Duration silentAfter,
    Duration missedAfter,
    Duration laggingAfter,
    Duration ackWithin,
    Duration settleAfter,
    Duration heartbeat,
    Duration headInterval,
    Duration clockTolerance,
    Duration skewAlarm,
    int entriesPerSecond,
    int entriesBurst,
    boolean restoreAtOnce) {
  /// What the protocol says.
  public static final NodeSettings DEFAULTS =
      new NodeSettings(
          Duration.ofMillis(100),
          Duration.ofSeconds(20),
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofMillis(200),
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMillis(20),
          Duration.ofSeconds(2),
          Duration.ofSeconds(120),
          50,
          5_000,
          false);

  /// These with another deadline for calls to peers.
  public NodeSettings withCallDeadline(Duration other) {
    return new NodeSettings(
        tick,
        other,
        retryMin,
        retryMax,
        greetAfter,
        silentAfter,
        missedAfter,
        laggingAfter,
        ackWithin,
        settleAfter,
        heartbeat,
        headInterval,
        clockTolerance,
        skewAlarm,
        entriesPerSecond,
        entriesBurst,
        restoreAtOnce);
  }

  /// These with another bound for what one peer may send.
  public NodeSettings withEntries(int perSecond, int burst) {
    return new NodeSettings(
        tick,
        callDeadline,
        retryMin,
        retryMax,
        greetAfter,
        silentAfter,
        missedAfter,
        laggingAfter,
        ackWithin,
        settleAfter,
        heartbeat,
        headInterval,
        clockTolerance,
        skewAlarm,
        perSecond,
        burst,
        restoreAtOnce);
  }
}
