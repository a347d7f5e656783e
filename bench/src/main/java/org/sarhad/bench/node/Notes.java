package org.sarhad.bench.node;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.sarhad.bench.harness.ClosedLoop;
import org.sarhad.bench.http.Connection;
import org.sarhad.bench.http.Connections;

/// Officers of one node who write released notes into open incidents: each one a request over HTTP,
/// a rule, two signatures, an entry with a payload, durable.
final class Notes {
  private static final int INCIDENTS = 64;
  private static final String TEXT =
      "two vehicles without light going east along the dry river, one stopped at the ford, ";

  private final Officer officer;
  private final List<String> incidents = new ArrayList<>();
  private final AtomicLong serial = new AtomicLong();

  /// Opens the incidents.
  Notes(Officer officer) throws IOException {
    this.officer = officer;
    for (int i = 0; i < INCIDENTS; i++) {
      incidents.add(officer.post("/api/v1/incidents", AlertRow.alert(i)).path("id").asText());
    }
  }

  /// So many writers, each over its own connection, each asking again as soon as it was answered.
  ClosedLoop.Result write(int writers, Duration length) throws Exception {
    try (var connections = Connections.open(officer.node(), writers, Officer.PATIENCE)) {
      return ClosedLoop.run(writers, length, (writer, _) -> write(connections.of(writer)));
    }
  }

  /// At least `count` of them, as fast as they are taken.
  void writeAtLeast(long count, int writers) throws Exception {
    for (long left = count; left > 0; ) {
      left -= write(writers, Duration.ofSeconds(1)).count();
    }
  }

  private void write(Connection own) throws IOException {
    long number = serial.getAndIncrement();
    officer.post(
        own,
        "/api/v1/incidents/" + incidents.get((int) (number % INCIDENTS)) + "/notes",
        Officer.object().put("text", TEXT + number).put("audience", "release"));
  }
}
