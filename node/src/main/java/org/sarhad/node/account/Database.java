package org.sarhad.node.account;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.sarhad.tlog.Bytes;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// One SQLite file and the plainest way to it: one connection, one caller at a time, every commit
/// synced before it returns (write-ahead log, `synchronous=FULL`).
///
/// All failures of the file are [DatabaseException]; a statement that is wrong is a bug and shows
/// as one too, in the first test that runs it.
final class Database implements AutoCloseable {
  private static final String UNPACKED = "org.sqlite.tmpdir";

  /// Bytes; the code takes a tenth of it.
  private static final long ROOM_TO_UNPACK = 16 << 20;

  private final Path file;
  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();

  /// Reads one row; columns are numbered from 1.
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /// Opens or creates `file` and brings it to the newest of `schema`, whose n-th script leads from
  /// version n to n+1. Throws [DatabaseException] also when the file was written by a later
  /// version.
  static Database open(Path file, List<String> schema) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(5_000);
    try {
      unpackBeside(file);
      ownerOnly(file);
      var database = new Database(file, config.createConnection("jdbc:sqlite:" + file));
      database.migrate(schema);
      return database;
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  /// Has SQLite's own code unpacked beside the first file that this process opens, not in the
  /// directory for temporary files that all processes share: there each clears away what others
  /// have left, and complains aloud about what another has cleared away meanwhile. Whoever has said
  /// where it goes keeps it there; so does a directory that cannot be written or is all but full.
  private static void unpackBeside(Path file) {
    var directory = file.toAbsolutePath().resolveSibling("");
    if (System.getProperty(UNPACKED) == null
        && Files.isWritable(directory)
        && directory.toFile().getUsableSpace() > ROOM_TO_UNPACK) {
      System.setProperty(UNPACKED, directory.toString());
    }
  }

  /// Makes a new file with the rights of its owner alone; SQLite gives its side files the same.
  private static void ownerOnly(Path file) {
    try {
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    } catch (IOException _) {
      // It is there already, or SQLite will say better what is wrong.
    }
  }

  private void migrate(List<String> schema) {
    int version = query("PRAGMA user_version", row -> row.getInt(1)).getFirst();
    if (version > schema.size()) {
      throw new DatabaseException(
          "%s was written by a later version of Sarhad (schema %d, this one knows %d). Run that version, or restore a backup."
              .formatted(file, version, schema.size()));
    }
    for (int from = version; from < schema.size(); from++) {
      var script = schema.get(from);
      int to = from + 1;
      inTransaction(
          () -> {
            for (var statement : script.split(";\n", -1)) {
              if (!statement.isBlank()) {
                update(statement);
              }
            }
            return update("PRAGMA user_version = " + to);
          });
    }
  }

  /// All rows of `sql`, whose `?` are filled with `values` in order.
  <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
    lock.lock();
    try (var statement = prepare(sql, values);
        var rows = statement.executeQuery()) {
      var read = new ArrayList<T>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return List.copyOf(read);
    } catch (SQLException e) {
      throw failure(file, e);
    } finally {
      lock.unlock();
    }
  }

  /// Runs one statement that changes something; returns how many rows it changed.
  int update(String sql, Object... values) {
    lock.lock();
    try (var statement = prepare(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failure(file, e);
    } finally {
      lock.unlock();
    }
  }

  /// Runs `work` so that all of it is kept or none.
  <T> T inTransaction(Supplier<T> work) {
    lock.lock();
    try {
      connection.setAutoCommit(false);
      try {
        var result = work.get();
        connection.commit();
        return result;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failure(file, e);
    } finally {
      lock.unlock();
    }
  }

  /// Closes the file. Nothing that was committed is lost without it.
  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(file, e);
    } finally {
      lock.unlock();
    }
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case Bytes bytes -> statement.setBytes(i + 1, bytes.toArray());
        case Long number -> statement.setLong(i + 1, number);
        case Integer number -> statement.setInt(i + 1, number);
        case String text -> statement.setString(i + 1, text);
        default -> throw new IllegalArgumentException("no column holds a " + values[i].getClass());
      }
    }
    return statement;
  }

  private static DatabaseException failure(Path file, SQLException cause) {
    var code =
        cause instanceof SQLiteException e ? e.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
    var help =
        switch (code) {
          case SQLITE_FULL -> "The disk is full: free some space.";
          case SQLITE_READONLY, SQLITE_READONLY_DIRECTORY, SQLITE_READONLY_DBMOVED ->
              "It cannot be written: make it and its directory writable for the node's user.";
          case SQLITE_CANTOPEN, SQLITE_CANTOPEN_ISDIR, SQLITE_CANTOPEN_FULLPATH ->
              "It cannot be opened: make its directory exist, readable and writable.";
          case SQLITE_NOTADB, SQLITE_CORRUPT -> "It is not intact: restore it from a backup.";
          case SQLITE_BUSY, SQLITE_LOCKED -> "Another program holds it: end that program.";
          default -> "SQLite says: " + cause.getMessage();
        };
    return new DatabaseException("The accounts file %s failed. %s".formatted(file, help), cause);
  }
}
