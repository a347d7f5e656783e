package org.sarhad.node.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.sarhad.node.port.Clock;

/// Cuts off clients that keep a connection busy without ever finishing a request: a handshake or
/// headers that arrive byte by byte never idle, so no idle timeout meets them.
///
/// A connection is slow when nobody is answering on it, bytes have come since the last answer (or
/// there never was a request), and that has been so for the request deadline.
final class SlowSenders implements Connection.Listener {
  private final Duration deadline;
  private final Clock clock;
  private final Map<Connection, Watched> watched = new ConcurrentHashMap<>();

  private static final class Watched {
    volatile boolean answering;
    volatile long bytesAtLastAnswer;
    volatile long busySinceNanos;

    Watched(long nowNanos) {
      this.busySinceNanos = nowNanos;
    }
  }

  SlowSenders(Duration deadline, Clock clock) {
    this.deadline = deadline;
    this.clock = clock;
  }

  @Override
  public void onOpened(Connection connection) {
    // The TLS layer opens the HTTP connection above it at once, before the handshake: watching that
    // one watches both.
    if (!(connection instanceof SslConnection)) {
      watched.put(connection, new Watched(clock.nanos()));
    }
  }

  @Override
  public void onClosed(Connection connection) {
    watched.remove(connection);
  }

  /// A request of this connection is being answered.
  void answering(Connection connection) {
    var w = watched.get(connection);
    if (w != null) {
      w.answering = true;
    }
  }

  /// The answer is out.
  void answered(Connection connection) {
    var w = watched.get(connection);
    if (w != null) {
      w.bytesAtLastAnswer = connection.getBytesIn();
      w.busySinceNanos = Long.MIN_VALUE;
      w.answering = false;
    }
  }

  /// Closes whoever is slow now. Called about once a second.
  void sweep() {
    long now = clock.nanos();
    watched.forEach(
        (connection, w) -> {
          long bytesIn = connection.getBytesIn();
          if (w.answering) {
            return;
          }
          if (w.busySinceNanos == Long.MIN_VALUE) {
            if (bytesIn > w.bytesAtLastAnswer) {
              w.busySinceNanos = now;
            }
          } else if (now - w.busySinceNanos > deadline.toNanos()) {
            connection.getEndPoint().close(new java.io.IOException("the request never ended"));
          }
        });
  }
}
