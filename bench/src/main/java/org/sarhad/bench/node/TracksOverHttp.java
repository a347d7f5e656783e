package org.sarhad.bench.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.sarhad.bench.http.Connection;
import org.sarhad.bench.http.Duplex;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.tlog.Bytes;

/// A node as it runs, which is sent positions over its API, as streams without end.
public final class TracksOverHttp implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Keeper keeper;
  private final Officer officer;

  private TracksOverHttp(Keeper keeper, Officer officer) {
    this.keeper = keeper;
    this.officer = officer;
  }

  /// Makes and starts a node below `scratch` that holds `line`, a file of GeoJSON.
  public static TracksOverHttp begin(Path scratch, Bytes line) throws IOException {
    Keeper keeper = Keeper.begin(scratch, "ir", Provider.JDK);
    keeper.stop();
    Files.write(keeper.directory().resolve(RunningNode.LINE), line.toArray());
    keeper.restart();
    return new TracksOverHttp(keeper, keeper.enrolWatch());
  }

  /// Sends every list of `streams` over a connection of its own, all at once and as fast as the
  /// node takes them, until all is acknowledged.
  ///
  /// @param streams of batches with their lengths before them (20-8.4)
  /// @return how many positions were taken in a second
  public double send(List<List<Bytes>> streams) throws Exception {
    List<Connection> connections = new ArrayList<>();
    List<Callable<Long>> tasks = new ArrayList<>();
    for (List<Bytes> batches : streams) {
      Connection connection = officer.connect();
      connections.add(connection);
      Duplex stream = connection.duplex("/api/v1/tracks/stream", officer.streamHeaders());
      tasks.add(() -> sent(stream, batches));
      tasks.add(() -> acknowledged(stream, batches.size()));
    }
    try (var threads = Executors.newFixedThreadPool(tasks.size())) {
      long begun = System.nanoTime();
      long taken = 0;
      for (var task : threads.invokeAll(tasks)) {
        taken += task.get();
      }
      return taken / ((System.nanoTime() - begun) / 1e9);
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }

  private static long sent(Duplex stream, List<Bytes> batches) throws IOException {
    for (Bytes batch : batches) {
      stream.send(batch);
    }
    stream.finish();
    return 0;
  }

  private static long acknowledged(Duplex stream, int batches) throws IOException {
    long taken = 0;
    for (int i = 0; i < batches; i++) {
      JsonNode receipt = JSON.readTree(stream.readLine());
      if (!receipt.at("/result/refused").isEmpty() || receipt.has("malformed")) {
        throw new IOException("not taken: " + receipt);
      }
      taken += receipt.at("/result/taken").asLong();
    }
    return taken;
  }

  @Override
  public void close() throws IOException {
    officer.close();
    keeper.close();
  }
}
