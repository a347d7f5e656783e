package org.sarhad.bench.barter;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sarhad.bench.append.PostgresServer;

/// PostgreSQL with `fsync` and `synchronous_commit` on, as somebody would keep one account between
/// two: a table of postings, a balance with both limits as a constraint, and one call of a function
/// for a batch, which is one transaction. The limits are checked once for a batch.
final class PostgresPostings implements Postings {
  private static final long SIDE = 35_996_000L;

  private final PostgresServer server;
  private final Connection connection;
  private final PreparedStatement post;
  private final String name;
  private Long[] amounts = new Long[0];
  private String[] documents = new String[0];
  private long number;

  PostgresPostings(Path programs, Path directory) throws Exception {
    server = PostgresServer.start(programs, directory, 1);
    name = "PostgreSQL " + server.version().split(" ", 2)[0] + ", one call and one check a batch";
    connection = server.connect();
    try (var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE account (id int PRIMARY KEY, balance bigint NOT NULL,"
              + " CHECK (balance BETWEEN -900000000000000 AND 900000000000000))");
      statement.execute("INSERT INTO account VALUES (1, 0)");
      statement.execute(
          "CREATE TABLE posting (id bigserial PRIMARY KEY, account int NOT NULL REFERENCES account,"
              + " amount bigint NOT NULL, document text NOT NULL UNIQUE)");
      statement.execute(
          "CREATE FUNCTION post(amounts bigint[], documents text[]) RETURNS void LANGUAGE sql AS $$"
              + " INSERT INTO posting (account, amount, document) SELECT 1, a, d FROM"
              + " unnest(amounts, documents) AS t (a, d); UPDATE account SET balance = balance +"
              + " (SELECT sum(a) FROM unnest(amounts) AS t (a)) WHERE id = 1 $$");
    }
    post = connection.prepareStatement("SELECT post(?, ?)");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void prepare(int count) {
    amounts = new Long[count];
    documents = new String[count];
    for (int i = 0; i < count; i++) {
      amounts[i] = number % 2 == 0 ? SIDE : -SIDE;
      documents[i] = "ir/acceptance/" + ++number;
    }
  }

  @Override
  public void post() throws Exception {
    post.setArray(1, connection.createArrayOf("bigint", amounts));
    post.setArray(2, connection.createArrayOf("text", documents));
    post.execute();
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    server.close();
  }
}
