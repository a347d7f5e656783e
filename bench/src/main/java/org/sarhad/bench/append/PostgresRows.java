package org.sarhad.bench.append;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.tlog.Bytes;

/// PostgreSQL with `fsync` and `synchronous_commit` on: one connection and one prepared statement
/// for each writer, each row committed by itself. Commits that wait at the same time share a sync;
/// that is PostgreSQL's own group commit.
final class PostgresRows implements DurableRows {
  private record Writer(Connection connection, PreparedStatement insert) {}

  private final PostgresServer server;
  private final String name;
  private final List<Writer> writers = new ArrayList<>();

  PostgresRows(Path programs, Path directory, int mostWriters) throws Exception {
    server = PostgresServer.start(programs, directory, mostWriters);
    name = "PostgreSQL " + server.version().split(" ", 2)[0] + " (fsync on)";
    try (Connection connection = server.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE entry (position bigserial PRIMARY KEY, bytes bytea NOT NULL)");
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void prepare(int wanted) throws Exception {
    while (writers.size() < wanted) {
      Connection connection = server.connect();
      writers.add(
          new Writer(
              connection, connection.prepareStatement("INSERT INTO entry (bytes) VALUES (?)")));
    }
  }

  @Override
  public void insert(int writer, Bytes row) throws Exception {
    PreparedStatement insert = writers.get(writer).insert();
    insert.setBytes(1, row.toArray());
    insert.executeUpdate();
  }

  @Override
  public void close() throws IOException, SQLException {
    for (Writer writer : writers) {
      writer.connection().close();
    }
    server.close();
  }
}
