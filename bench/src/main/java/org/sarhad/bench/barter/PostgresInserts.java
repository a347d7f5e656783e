package org.sarhad.bench.barter;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sarhad.bench.append.PostgresServer;

/// PostgreSQL with `fsync` and `synchronous_commit` on, as programs that keep accounts use it: a
/// batch is one transaction of as many single `INSERT`s, sent together as a batch of JDBC
/// (`reWriteBatchedInserts` is off, as it is unless somebody asks for it). A trigger moves the
/// balance for each of them, so that both limits hold behind every posting, as they do in the book.
final class PostgresInserts implements Postings {
  private static final long SIDE = 35_996_000L;

  private final PostgresServer server;
  private final Connection connection;
  private final PreparedStatement insert;
  private final String name;
  private long first;
  private long number;

  PostgresInserts(Path programs, Path directory) throws Exception {
    server = PostgresServer.start(programs, directory, 1);
    name = "PostgreSQL " + server.version().split(" ", 2)[0] + ", an INSERT and a check for each";
    connection = server.connect();
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE account (id int PRIMARY KEY, balance bigint NOT NULL,"
              + " CHECK (balance BETWEEN -900000000000000 AND 900000000000000))");
      statement.execute("INSERT INTO account VALUES (1, 0)");
      statement.execute(
          "CREATE TABLE posting (id bigserial PRIMARY KEY, account int NOT NULL REFERENCES account,"
              + " amount bigint NOT NULL, document text NOT NULL UNIQUE)");
      statement.execute(
          "CREATE FUNCTION post() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
              + " UPDATE account SET balance = balance + NEW.amount WHERE id = NEW.account;"
              + " RETURN NULL; END $$");
      statement.execute(
          "CREATE TRIGGER post AFTER INSERT ON posting FOR EACH ROW EXECUTE FUNCTION post()");
    }
    connection.commit();
    insert =
        connection.prepareStatement(
            "INSERT INTO posting (account, amount, document) VALUES (1, ?, ?)");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void prepare(int count) {
    first = number;
    number += count;
  }

  @Override
  public void post() throws Exception {
    for (long i = first; i < number; i++) {
      insert.setLong(1, i % 2 == 0 ? SIDE : -SIDE);
      insert.setString(2, "ir/acceptance/" + (i + 1));
      insert.addBatch();
    }
    insert.executeBatch();
    connection.commit();
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    server.close();
  }
}
