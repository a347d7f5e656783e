package org.sarhad.bench.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sarhad.bench.harness.Histogram;
import org.sarhad.bench.harness.OpenLoop;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Scratch;
import org.sarhad.bench.harness.Target;
import org.sarhad.bench.http.Connection;
import org.sarhad.bench.http.Connections;
import org.sarhad.bench.http.EventStream;

/// From the officer at A who tells, to the console at B that shows.
public final class AlertRow implements Row {
  private static final int PER_SECOND = 200;
  private static final int CONNECTIONS = 64;

  /// Until the JVM of either node has translated what it runs often: at 200 alerts a second it is
  /// busy with that for most of the first minute. A node runs for weeks.
  private static final Duration FIRST_MINUTE = Duration.ofMinutes(1);

  private static final Duration STRAGGLERS = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "alert";
  }

  @Override
  public String question() {
    return "from raising an alert at A to the event on a console of B, at "
        + PER_SECOND
        + " alerts/s";
  }

  @Override
  public String boundary() {
    return """
        inside:  the request that raises and releases the alert, from the moment it is due; A's rules, two signatures,
                 sync and head; push over mutual TLS; B's proofs, signatures, sync, fold, cosignature; the
                 server-sent event at a client of B
        outside: typing; drawing; a network, since all is on loopback and shares the processors.
                 The first minute after both nodes started is a row of its own""";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    for (Provider provider : Provider.values()) {
      try (var scratch = Scratch.below(options.scratch(), "alert");
          var pair = Pair.begin(scratch.path(), provider);
          Officer officer = pair.a().watch();
          Officer reader = pair.b().watch()) {
        measure(pair, officer, reader, provider, options, report);
      }
    }
  }

  private static void measure(
      Pair pair, Officer officer, Officer reader, Provider provider, Options options, Report report)
      throws Exception {
    List<Double> p50 = new ArrayList<>();
    List<Double> p95 = new ArrayList<>();
    List<Double> p99 = new ArrayList<>();
    Histogram fresh;
    double missed = 0;
    try (var watcher = Watcher.begin(reader)) {
      fresh = raise(officer, watcher, FIRST_MINUTE);
      missed += watcher.missing();
      for (int i = 0; i < options.rounds(); i++) {
        Histogram shown = raise(officer, watcher, options.round());
        p50.add(shown.millisAt(50));
        p95.add(shown.millisAt(95));
        p99.add(shown.millisAt(99));
        missed += watcher.missing();
      }
    }
    String load = PER_SECOND + " alerts/s";
    String name = "alert A → console B (" + provider + ")";
    report.add(name + " p95, first minute", load, "ms", Samples.of(fresh.millisAt(95)));
    report.add(name + " p50", load, "ms", new Samples(p50));
    report.add(name + " p95", load, "ms", new Samples(p95), Target.atMost(200));
    report.add(name + " p99", load, "ms", new Samples(p99), Target.atMost(500));
    report.add(name + " not shown", load, "alerts", Samples.of(missed), Target.atMost(0));
    report.progress(
        "resident: A %.0f MB, B %.0f MB".formatted(pair.a().residentMb(), pair.b().residentMb()));
  }

  /// Raises alerts for `length` and returns how long each took to be shown.
  private static Histogram raise(Officer officer, Watcher watcher, Duration length)
      throws Exception {
    Histogram shown = watcher.expect();
    try (var connections = Connections.open(officer.node(), CONNECTIONS, Officer.PATIENCE)) {
      OpenLoop.run(
          PER_SECOND,
          length,
          (number, due) -> {
            Connection own = connections.of((int) (number % CONNECTIONS));
            synchronized (own) {
              JsonNode written = officer.post(own, "/api/v1/incidents", alert(number));
              watcher.raised(written.path("id").asText(), due);
            }
          });
    }
    watcher.awaitAll(STRAGGLERS);
    return shown;
  }

  static JsonNode alert(long number) {
    ObjectNode alert =
        Officer.object()
            .put("what", "Post under fire, two vehicles, shots from the ridge")
            .put("when", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
            .put("priority", "P1")
            .put("audience", "release");
    alert
        .putObject("where")
        .put("label", "Post " + number % 100)
        .put("radiusM", 500)
        .putObject("position")
        .put("lat", 26.0 + (number % 1000) / 1000.0)
        .put("lon", 61.0 + (number / 1000 % 1000) / 1000.0);
    return alert;
  }

  /// Somebody at B with the console's event stream open. An event may come before the answer that
  /// says which incident it was about; whichever comes second counts it.
  private static final class Watcher implements AutoCloseable {
    private final Connection connection;
    private final Map<String, Long> due = new HashMap<>();
    private final Map<String, Long> seen = new HashMap<>();
    private Histogram shown = new Histogram();

    private Watcher(Connection connection) {
      this.connection = connection;
    }

    static Watcher begin(Officer officer) throws IOException {
      var watcher = new Watcher(officer.connect());
      EventStream events = watcher.connection.stream("/api/v1/events", officer.readHeaders());
      Thread.ofVirtual().start(() -> watcher.read(events));
      return watcher;
    }

    private void read(EventStream events) {
      try {
        while (true) {
          EventStream.Event event = events.next();
          long now = System.nanoTime();
          if (event.name().equals("incident")) {
            shown(JSON.readTree(event.data()).path("incident").asText(), now);
          }
        }
      } catch (IOException _) {
        // The stream ends when this is closed; what was not shown is counted as missing.
      }
    }

    /// Begins a round with an empty histogram.
    synchronized Histogram expect() {
      due.clear();
      seen.clear();
      shown = new Histogram();
      return shown;
    }

    synchronized void raised(String incident, long nanos) {
      due.put(incident, nanos);
      count(incident);
    }

    private synchronized void shown(String incident, long nanos) {
      seen.putIfAbsent(incident, nanos);
      count(incident);
    }

    private void count(String incident) {
      if (due.containsKey(incident) && seen.containsKey(incident)) {
        shown.record(seen.getOrDefault(incident, 0L) - due.getOrDefault(incident, 0L));
        due.remove(incident);
      }
    }

    synchronized int missing() {
      return due.size();
    }

    void awaitAll(Duration patience) throws InterruptedException {
      long until = System.nanoTime() + patience.toNanos();
      while (missing() > 0 && System.nanoTime() < until) {
        Thread.sleep(5);
      }
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }
}
