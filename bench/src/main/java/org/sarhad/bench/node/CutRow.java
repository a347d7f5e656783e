package org.sarhad.bench.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.sarhad.bench.harness.ClosedLoop;
import org.sarhad.bench.harness.OpenLoop;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Scratch;
import org.sarhad.bench.harness.Target;
import org.sarhad.bench.http.Connection;
import org.sarhad.bench.http.Connections;

/// The link is cut while one side goes on working: what arrives afterwards, and how soon.
public final class CutRow implements Row {
  /// What the clients of the incumbent sent in the same experiment (positions, markers, chats,
  /// alerts together), so that the shares can be compared.
  private static final int PER_SECOND = 14;

  private static final int CONNECTIONS = 64;
  private static final Duration SHORT_CUT = Duration.ofSeconds(30);
  private static final Duration LONG_CUT = Duration.ofHours(1);
  private static final Duration TELL_EVERY = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  @Override
  public String name() {
    return "cut";
  }

  @Override
  public String question() {
    return "what A released during a cut of the link that arrives at B, once and in order";
  }

  @Override
  public String boundary() {
    return """
    inside:  two node processes, the cable between them really cut for 30 s; then as many entries as an
             hour of the same traffic makes, released as fast as A takes them while the cable is cut
             (the cable is out for as long as that takes; with --full the cable is out for an hour, and
             the traffic goes on at its pace); afterwards the roots of A's
             log at A and at B are compared, which says that every entry is there, once and at its
             place, and every entry that an officer was promised is looked for in it
    outside: three weeks; the simulation does them (row weeks)\
    """;
  }

  @Override
  public boolean isLong() {
    return true;
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    try (var scratch = Scratch.below(options.scratch(), "cut");
        var pair = Pair.begin(scratch.path(), Provider.CONSCRYPT);
        Officer a = pair.a().watch();
        Officer b = pair.b().watch()) {
      String incident = openReleased(a);
      Promises promises = new Promises(incident, new ConcurrentLinkedQueue<>(), new AtomicLong());

      pair.cut();
      report.progress("cut for " + SHORT_CUT);
      promises.atPace(a, SHORT_CUT);
      report(pair, a, b, promises, "30 s cut, " + PER_SECOND + " entries/s", report);

      pair.cut();
      if (options.full()) {
        for (var out = TELL_EVERY; !LONG_CUT.minus(out).isNegative(); out = out.plus(TELL_EVERY)) {
          promises.atPace(a, TELL_EVERY);
          report.progress("cut for " + out + " of " + LONG_CUT);
        }
        // Whoever did nothing for an hour has to sign in again.
        try (Officer laterA = pair.a().watch();
            Officer laterB = pair.b().watch()) {
          report(pair, laterA, laterB, promises, "1 h cut, " + PER_SECOND + " entries/s", report);
        }
        return;
      }
      long hour = PER_SECOND * LONG_CUT.toSeconds();
      report.progress("cut while " + hour + " entries are released");
      promises.asFastAsTaken(a, hour);
      report(pair, a, b, promises, hour + " entries behind a cut (1 h of them)", report);
    }
  }

  /// Mends the cable, waits until B has cosigned all that A had, and compares.
  private static void report(
      Pair pair, Officer a, Officer b, Promises promises, String load, Report report)
      throws Exception {
    Pair.Log atA = Pair.logOfA(a);
    long started = System.nanoTime();
    pair.restore();
    Pair.Log atB = Pair.logOfA(b);
    while (atB.signedSize() < atA.size() && System.nanoTime() - started < PATIENCE.toNanos()) {
      Thread.sleep(20);
      atB = Pair.logOfA(b);
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    awaitEqualSize(a, b);
    atA = Pair.logOfA(a);
    atB = Pair.logOfA(b);
    boolean equal = atA.root().equals(atB.root()) && atA.signedSize() == atB.signedSize();
    long held = equal ? atB.signedSize() : 0;
    Set<String> names = new HashSet<>(promises.entries());
    long arrived = names.stream().filter(name -> Promises.index(name) < held).count();
    report.add(
        "of what A's officers were told is durable, at B",
        load,
        "%",
        Samples.of(100.0 * arrived / promises.entries().size()),
        Target.atLeast(100));
    report.add("from mending to all of it cosigned by B", load, "s", Samples.of(seconds));
    report.progress(
        "%d entries promised, %d names; A's log has %d entries at A, %d at B, roots %s"
            .formatted(
                promises.entries().size(),
                names.size(),
                atA.signedSize(),
                atB.signedSize(),
                equal ? "equal" : "differ"));
    promises.entries().clear();
  }

  /// A goes on saying that it has heard B; waits for a moment at which both show the same size.
  private static void awaitEqualSize(Officer a, Officer b) throws Exception {
    for (int i = 0; i < 200 && Pair.logOfA(a).signedSize() != Pair.logOfA(b).signedSize(); i++) {
      Thread.sleep(50);
    }
  }

  private static String openReleased(Officer officer) throws IOException {
    return officer.post("/api/v1/incidents", AlertRow.alert(1)).path("id").asText();
  }

  /// What officers at A were told is durable.
  ///
  /// @param entries names of entries, `ir/17`, each as often as it was told
  private record Promises(String incident, Queue<String> entries, AtomicLong serial) {
    static int index(String name) {
      return Integer.parseInt(name.substring(name.indexOf('/') + 1));
    }

    void atPace(Officer officer, Duration length) throws Exception {
      try (var own = officer.connect()) {
        OpenLoop.run(
            PER_SECOND,
            length,
            (_, _) -> {
              synchronized (own) {
                release(officer, own);
              }
            });
      }
    }

    void asFastAsTaken(Officer officer, long count) throws Exception {
      long until = serial.get() + count;
      try (var connections = Connections.open(officer.node(), CONNECTIONS, Officer.PATIENCE)) {
        while (serial.get() < until) {
          ClosedLoop.run(
              CONNECTIONS,
              Duration.ofSeconds(1),
              (writer, _) -> {
                if (serial.get() < until) {
                  release(officer, connections.of(writer));
                }
              });
        }
      }
    }

    private void release(Officer officer, Connection own) throws IOException {
      JsonNode written =
          officer.post(
              own,
              "/api/v1/incidents/" + incident + "/notes",
              Officer.object()
                  .put("text", "vehicle seen, number " + serial.incrementAndGet())
                  .put("audience", "release"));
      written.path("entries").forEach(entry -> entries.add(entry.asText()));
    }
  }
}
