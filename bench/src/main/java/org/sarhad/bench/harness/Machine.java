package org.sarhad.bench.harness;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What the figures were taken on, as far as they depend on it. No name of a host or a user is in
/// it.
///
/// @param lines what, and how much, in the order to be shown
public record Machine(Map<String, String> lines) {
  private static final int SYNCS = 400;

  /// Copies, keeping the order.
  public Machine {
    lines = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lines));
  }

  /// This machine, and the device below `scratch`.
  public static Machine here(Path scratch) throws IOException {
    var system = ManagementFactory.getOperatingSystemMXBean();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(
        "time",
        java.time.Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString());
    lines.put(
        "processor",
        field("/proc/cpuinfo", "model name") + ", " + system.getAvailableProcessors() + " threads");
    lines.put("memory", field("/proc/meminfo", "MemTotal"));
    lines.put("system", system.getName() + " " + system.getVersion());
    lines.put(
        "java",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    lines.put(
        "load average",
        String.format(Locale.ROOT, "%.1f at the start", system.getSystemLoadAverage()));
    lines.put(
        "file system",
        Files.getFileStore(scratch).type() + " (" + Files.getFileStore(scratch).name() + ")");
    lines.put("4 KiB write + fdatasync", syncMillis(scratch));
    return new Machine(lines);
  }

  /// How long the device takes to make one small overwrite durable: what every figure about
  /// durability stands on, and the first thing to compare between two machines.
  private static String syncMillis(Path scratch) throws IOException {
    Path file = Files.createTempFile(scratch, "sync", ".bin");
    var times = new Histogram();
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1 << 20), 0);
      channel.force(true);
      var block = ByteBuffer.allocate(4096);
      for (int i = 0; i < SYNCS; i++) {
        long started = System.nanoTime();
        channel.write(block.clear(), (i % 256) * 4096L);
        channel.force(false);
        times.record(System.nanoTime() - started);
      }
    } finally {
      Files.delete(file);
    }
    return String.format(
        Locale.ROOT, "p50 %.3f ms, p99 %.3f ms", times.millisAt(50), times.millisAt(99));
  }

  /// The value after the first line of a file under /proc that starts with `key`.
  private static String field(String file, String key) {
    try (var text = Files.lines(Path.of(file), StandardCharsets.UTF_8)) {
      return text.filter(line -> line.startsWith(key))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("unknown");
    } catch (IOException | java.io.UncheckedIOException _) {
      return "unknown";
    }
  }
}
