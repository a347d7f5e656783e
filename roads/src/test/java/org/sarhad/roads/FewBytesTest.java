package org.sarhad.roads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file with more nodes in the region than there would be room for in the heap.
@Tag("process")
class FewBytesTest {
  private static final int NODES = 4_000_000;
  private static final String HEAP = "-Xmx40m";

  @TempDir Path directory;

  @Test
  void theHeapDoesNotGrowWithTheFile() throws Exception {
    var osm = directory.resolve("large.osm.pbf");
    try (var out = new BufferedOutputStream(Files.newOutputStream(osm))) {
      Extract.large(out, NODES);
    }
    var made = directory.resolve("roads.geojson");
    var said = directory.resolve("said");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                RoadsCommand.class.getName(),
                osm.toString(),
                "--region=-45,-20,-44.4,-19.2",
                "--out",
                made.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();

    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    assertThat(made).content().contains("primary");
    assertThat((long) NODES * 2 * Long.BYTES)
        .as("what the nodes alone take")
        .isGreaterThan(40L * 1024 * 1024);
  }
}
