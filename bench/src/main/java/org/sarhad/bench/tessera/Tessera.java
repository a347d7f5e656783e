package org.sarhad.bench.tessera;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.bench.harness.Child;
import org.sarhad.bench.harness.Options;

/// One running Tessera with a fresh log, in a process of its own.
public final class Tessera implements AutoCloseable {
  private final Child child;
  private final Setting setting;

  private Tessera(Child child, Setting setting) {
    this.child = child;
    this.setting = setting;
  }

  /// How it gathers entries: an entry waits until so many are there, or for so long. This decides
  /// what a few writers get, so it is shown under more than one.
  ///
  /// @param batchSize most entries integrated at once
  /// @param batchAge longest wait
  public record Setting(int batchSize, Duration batchAge) {
    /// As delivered.
    public static final Setting DEFAULT = new Setting(256, Duration.ofMillis(250));

    /// What served 64 writers best among the settings tried.
    public static final Setting QUICK = new Setting(64, Duration.ofMillis(2));

    @Override
    public String toString() {
      return "batches of " + batchSize + " or " + batchAge.toMillis() + " ms";
    }
  }

  /// What a round in its own process gave.
  ///
  /// @param entries how many were appended
  /// @param seconds until the last was durable
  /// @param publishedSeconds until a checkpoint covered the last
  /// @param p50Millis half of the entries were durable that soon
  /// @param p99Millis all but a hundredth were
  public record Round(
      long entries, double seconds, double publishedSeconds, double p50Millis, double p99Millis) {}

  /// The program, if bench/tessera/build.sh was run.
  public static Optional<Path> findProgram(Options options) {
    return Optional.of(options.root().resolve("bench/target/tessera/tessera"))
        .filter(Files::isExecutable);
  }

  /// Starts one with an empty log of entries of `entryBytes`.
  public static Tessera start(Options options, Path program, Setting setting, int entryBytes)
      throws IOException {
    Path directory = Files.createTempDirectory(options.scratch(), "tessera");
    return new Tessera(
        Child.start(
            List.of(
                program.toString(),
                "-dir=" + Files.createDirectory(directory.resolve("log")),
                "-entry-bytes=" + entryBytes,
                "-batch-size=" + setting.batchSize(),
                "-batch-age=" + setting.batchAge().toMillis() + "ms"),
            directory,
            directory.resolve("stderr"),
            Map.of()),
        setting);
  }

  /// For a table.
  public String name() {
    return "Tessera POSIX (" + setting + ")";
  }

  /// So many goroutines append for so long, without a network between them and the log.
  public Round round(int writers, Duration length) throws IOException {
    child.writeLine("round " + writers + " " + length.toMillis());
    String[] numbers = child.readLine().split(" ", -1);
    return new Round(
        Long.parseLong(numbers[0]),
        Double.parseDouble(numbers[1]),
        Double.parseDouble(numbers[2]),
        Double.parseDouble(numbers[3]),
        Double.parseDouble(numbers[4]));
  }

  /// Lets it listen on loopback: `POST /add` appends a body and answers its index.
  public URI serve() throws IOException {
    child.writeLine("serve");
    return URI.create(child.readLine());
  }

  @Override
  public void close() throws IOException {
    child.close();
  }
}
