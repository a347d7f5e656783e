package org.sarhad.bench.append;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.bench.harness.Child;

/// A PostgreSQL of our own, on loopback and in a scratch directory, with the settings it is
/// delivered with (`fsync` and `synchronous_commit` on) and as many connections as there are
/// writers. It refuses to be root; where we are, it becomes the user `postgres`.
public final class PostgresServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Child child;
  private final int port;

  private PostgresServer(Child child, int port) {
    this.child = child;
    this.port = port;
  }

  /// The directory with `initdb` and `postgres`: the one of Debian, or one on the `PATH`.
  public static Optional<Path> findPrograms() throws IOException {
    List<Path> places = new ArrayList<>();
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        versions.map(version -> version.resolve("bin")).sorted().forEach(places::addFirst);
      }
    }
    for (String place : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      places.add(Path.of(place));
    }
    return places.stream()
        .filter(
            place ->
                Files.isExecutable(place.resolve("initdb"))
                    && Files.isExecutable(place.resolve("postgres")))
        .findFirst();
  }

  /// Starts one with its data in `directory`, which must be empty.
  public static PostgresServer start(Path programs, Path directory, int connections)
      throws IOException, InterruptedException {
    List<String> user = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      user.addAll(
          List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
      run(List.of("chown", "postgres:postgres", directory.toString()));
      openTheWayTo(directory);
    }
    Path data = directory.resolve("data");
    List<String> init = new ArrayList<>(user);
    init.addAll(
        List.of(
            programs.resolve("initdb").toString(),
            "--pgdata=" + data,
            "--username=bench",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C"));
    run(init);
    int port = freePort();
    List<String> serve = new ArrayList<>(user);
    serve.addAll(
        List.of(
            programs.resolve("postgres").toString(),
            "-D",
            data.toString(),
            "-p",
            String.valueOf(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "max_connections=" + (connections + 10),
            "-c",
            "fsync=on",
            "-c",
            "synchronous_commit=on"));
    Path log = Files.createTempFile(directory.toAbsolutePath().getParent(), "postgres", ".log");
    var server = new PostgresServer(Child.start(serve, directory, log, Map.of()), port);
    server.awaitReady();
    return server;
  }

  /// A new connection; the caller closes it.
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable", "bench", "");
  }

  /// Its version, as it says it.
  public String version() throws SQLException {
    try (Connection connection = connect()) {
      return connection.getMetaData().getDatabaseProductVersion();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Connection _ = connect()) {
        return;
      } catch (SQLException e) {
        if (System.nanoTime() > until || !child.handle().isAlive()) {
          child.close();
          throw new IOException("PostgreSQL did not come up", e);
        }
        Thread.sleep(100);
      }
    }
  }

  /// Lets another user walk down to `directory`, which lies in directories of ours.
  private static void openTheWayTo(Path directory) throws IOException, InterruptedException {
    for (Path at = directory.getParent();
        at != null && at.getNameCount() > 0;
        at = at.getParent()) {
      if (!Files.getAttribute(at, "unix:uid").equals(0)) {
        break;
      }
      run(List.of("chmod", "o+x", at.toString()));
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed:\n" + said);
    }
  }

  @Override
  public void close() throws IOException {
    child.close();
  }
}
