package org.sarhad.bench.publish;

import java.io.IOException;
import java.time.Duration;

/// A log that is asked for entries by several writers and publishes them under signed heads.
public interface Publisher extends AutoCloseable {
  /// What it is and how it is reached, for a table.
  String name();

  /// Whether its writers come over HTTP; only likes are compared.
  boolean isOverHttp();

  /// Whether it is ours.
  default boolean isOurs() {
    return true;
  }

  /// So many writers append one entry each, wait until it is durable, and go on with the next, for
  /// `length`; then the newest signed head covers all of them.
  Published round(int writers, Duration length) throws Exception;

  @Override
  void close() throws IOException;

  /// What a round gave.
  ///
  /// @param entries durable and published
  /// @param seconds from the first request until a signed head covered the last entry
  /// @param p50Millis half of the writers' requests were answered that soon
  /// @param p99Millis all but a hundredth of them were
  record Published(long entries, double seconds, double p50Millis, double p99Millis) {
    /// Entries durable and published in a second.
    public double perSecond() {
      return entries / seconds;
    }
  }
}
