package org.sarhad.bench.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One connection for each writer.
///
/// @param all by the writer's number
public record Connections(List<Connection> all) implements AutoCloseable {
  /// Copies the list.
  public Connections {
    all = List.copyOf(all);
  }

  /// Opens `count` of them to one server.
  public static Connections open(URI server, int count, Duration patience) throws IOException {
    List<Connection> opened = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      opened.add(new Connection(server, patience));
    }
    return new Connections(opened);
  }

  /// The one of `writer`, from 0.
  public Connection of(int writer) {
    return all.get(writer);
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : all) {
      connection.close();
    }
  }
}
