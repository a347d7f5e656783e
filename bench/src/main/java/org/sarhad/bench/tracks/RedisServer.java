package org.sarhad.bench.tracks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.sarhad.bench.harness.Child;
import org.sarhad.tlog.Bytes;

/// A Redis of our own, on loopback, which writes nothing to the disk: what somebody would keep
/// positions in who needs to know where things are, and not on which side of a line.
final class RedisServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Child child;
  private final int port;

  private RedisServer(Child child, int port) {
    this.child = child;
    this.port = port;
  }

  /// The program, if there is one on the `PATH`.
  static Optional<Path> findProgram() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .map(place -> Path.of(place, "redis-server"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static RedisServer start(Path program, Path directory) throws IOException, InterruptedException {
    int port = freePort();
    List<String> command =
        List.of(
            program.toString(),
            "--port",
            String.valueOf(port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "no",
            "--loglevel",
            "warning");
    Path log = Files.createTempFile(directory, "redis", ".log");
    var server = new RedisServer(Child.start(command, directory, log, Map.of()), port);
    server.awaitReady();
    return server;
  }

  /// Sends every list of `senders` over a connection of its own, all at once; of each batch all
  /// commands are sent before the first answer is read.
  ///
  /// @param commands how many stand in each batch
  /// @return how many were answered in a second
  double send(List<List<Bytes>> senders, int commands) throws Exception {
    List<Callable<Long>> tasks = new ArrayList<>();
    for (List<Bytes> batches : senders) {
      tasks.add(() -> sent(batches, commands));
    }
    try (var threads = Executors.newFixedThreadPool(tasks.size())) {
      long begun = System.nanoTime();
      long answered = 0;
      for (var task : threads.invokeAll(tasks)) {
        answered += task.get();
      }
      return answered / ((System.nanoTime() - begun) / 1e9);
    }
  }

  private long sent(List<Bytes> batches, int commands) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      InputStream answers = new BufferedInputStream(socket.getInputStream());
      long answered = 0;
      for (Bytes batch : batches) {
        socket.getOutputStream().write(batch.toArray());
        for (int i = 0; i < commands; i++) {
          readInteger(answers);
          answered++;
        }
      }
      return answered;
    }
  }

  /// An answer such as `:0`.
  private static void readInteger(InputStream answers) throws IOException {
    int first = answers.read();
    if (first != ':') {
      throw new IOException("Redis answered with '" + (char) first + "'");
    }
    for (int next = answers.read(); next != '\n'; next = answers.read()) {
      if (next < 0) {
        throw new EOFException("Redis closed the connection");
      }
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return;
      } catch (IOException e) {
        if (System.nanoTime() > until) {
          child.close();
          throw new IOException("Redis did not come up", e);
        }
        Thread.sleep(50);
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    child.close();
  }
}
