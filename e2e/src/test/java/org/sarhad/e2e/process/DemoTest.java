package org.sarhad.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.testing.FreePorts;

/// The README's first command, as it is typed.
@Tag("process")
final class DemoTest {
  private static final Duration A_WHILE = Duration.ofMinutes(5);
  private static final int PORTS = 22;

  @TempDir Path scratch;

  @Test
  void theDayOnTheBorderPassesEveryCheck() throws Exception {
    var run =
        Sarhad.atTheDoor(
            scratch,
            A_WHILE,
            "demo",
            "--once",
            "--dir",
            scratch.resolve("demo").toString(),
            "--port",
            Integer.toString(FreePorts.run(PORTS)));

    assertThat(run.output().lines().filter(line -> line.contains("✗"))).isEmpty();
    assertThat(run.lastLine()).as(run.output()).matches("\\d+ passed, 0 failed");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aBusyPortIsNamedWithTheWayOut() throws Exception {
    int port = FreePorts.run(PORTS);
    try (var _ = new ServerSocket(port + 1, 1, InetAddress.getLoopbackAddress())) {
      var run =
          Sarhad.run(
              scratch,
              A_WHILE,
              "demo",
              "--once",
              "--dir",
              scratch.resolve("demo").toString(),
              "--port",
              Integer.toString(port));

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.output())
          .contains("Port %d is in use".formatted(port + 1))
          .contains("./sarhad demo --port");
    }
  }

  @Test
  void aDirectoryThatNoDemoMadeIsLeftAlone() throws Exception {
    var precious = Files.writeString(scratch.resolve("precious.txt"), "not the demo's");

    var run = Sarhad.run(scratch, A_WHILE, "demo", "--once", "--dir", scratch.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).contains("is not empty and no demo made it");
    assertThat(precious).hasContent("not the demo's");
  }
}
