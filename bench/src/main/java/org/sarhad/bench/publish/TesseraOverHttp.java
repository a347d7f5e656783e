package org.sarhad.bench.publish;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAccumulator;
import org.sarhad.bench.harness.ClosedLoop;
import org.sarhad.bench.http.Answer;
import org.sarhad.bench.http.Connection;
import org.sarhad.bench.http.Connections;
import org.sarhad.bench.tessera.Tessera;
import org.sarhad.tlog.Bytes;

/// Tessera behind HTTP, as in its own `cmd/conformance/posix`: the body of a request is the entry,
/// the answer is its index.
final class TesseraOverHttp implements Publisher {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Tessera tessera;
  private final URI server;
  private final int entryBytes;

  TesseraOverHttp(Tessera tessera, int entryBytes) throws IOException {
    this.tessera = tessera;
    this.server = tessera.serve();
    this.entryBytes = entryBytes;
  }

  @Override
  public String name() {
    return tessera.name() + ", HTTP";
  }

  @Override
  public boolean isOverHttp() {
    return true;
  }

  @Override
  public boolean isOurs() {
    return false;
  }

  @Override
  public Published round(int writers, Duration length) throws Exception {
    var last = new LongAccumulator(Math::max, 0);
    try (var connections = Connections.open(server, writers, PATIENCE);
        var reader = new Connection(server, PATIENCE)) {
      long started = System.nanoTime();
      var result =
          ClosedLoop.run(
              writers,
              length,
              (writer, _) -> last.accumulate(add(connections.of(writer), randomEntry())));
      while (size(reader) <= last.get()) {
        Thread.sleep(2);
      }
      return new Published(
          result.count(),
          (System.nanoTime() - started) / 1e9,
          result.answered().millisAt(50),
          result.answered().millisAt(99));
    }
  }

  private static long add(Connection connection, Bytes entry) throws IOException {
    Answer answer = connection.ask("POST", "/add", Map.of(), entry);
    while (answer.status() == 503) {
      answer = connection.ask("POST", "/add", Map.of(), entry);
    }
    if (answer.status() != 200) {
      throw new IOException("Tessera answered " + answer.status() + ": " + answer.text());
    }
    return Long.parseLong(answer.text());
  }

  private static long size(Connection connection) throws IOException {
    return Long.parseLong(
        connection.ask("GET", "/checkpoint", Map.of(), Bytes.EMPTY).text().split("\n", 3)[1]);
  }

  private Bytes randomEntry() {
    byte[] entry = new byte[entryBytes];
    ThreadLocalRandom.current().nextBytes(entry);
    return Bytes.of(entry);
  }

  @Override
  public void close() throws IOException {
    tessera.close();
  }
}
