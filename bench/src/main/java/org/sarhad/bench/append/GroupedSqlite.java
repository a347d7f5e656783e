package org.sarhad.bench.append;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.sarhad.tlog.Bytes;

/// SQLite in its safest mode for a write-ahead log: `journal_mode=WAL, synchronous=FULL`, which
/// syncs at every commit. One thread takes whatever rows are waiting and commits them together, as
/// someone who knows SQLite would do it; with one writer that is one commit for each row.
final class GroupedSqlite implements DurableRows {
  private record Waiting(Bytes row, CompletableFuture<Boolean> kept) {}

  private static final Waiting END = new Waiting(Bytes.EMPTY, new CompletableFuture<>());

  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Connection connection;
  private final ExecutorService committer = Executors.newSingleThreadExecutor();

  GroupedSqlite(Path directory) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("rows.db"));
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("CREATE TABLE entry (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
    }
    connection.setAutoCommit(false);
    committer.execute(this::commitGroups);
  }

  @Override
  public String name() {
    return "SQLite (WAL, FULL, group commit)";
  }

  @Override
  public void insert(int writer, Bytes row) throws Exception {
    var waiting = new Waiting(row, new CompletableFuture<>());
    queue.add(waiting);
    waiting.kept().get();
  }

  private void commitGroups() {
    List<Waiting> group = new ArrayList<>();
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO entry (bytes) VALUES (?)")) {
      while (!group.contains(END)) {
        group.clear();
        group.add(queue.take());
        queue.drainTo(group);
        for (Waiting waiting : group) {
          insert.setBytes(1, waiting.row().toArray());
          insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
        group.forEach(waiting -> waiting.kept().complete(true));
      }
    } catch (SQLException | InterruptedException e) {
      group.forEach(waiting -> waiting.kept().completeExceptionally(e));
      queue.forEach(waiting -> waiting.kept().completeExceptionally(e));
    }
  }

  @Override
  public void close() throws SQLException {
    queue.add(END);
    committer.close();
    connection.close();
  }
}
