package org.sarhad.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.testing.FreePorts;

/// A node that cannot start says why in a sentence, with what to do, and leaves everything as it
/// was.
@Tag("process")
final class BadStartTest {
  private static final Duration A_WHILE = Duration.ofMinutes(2);
  private static final String PASSWORD = "correct horse battery";
  private static final int FAILED = 3;

  @TempDir Path scratch;
  private int port;
  private Path node = Path.of("");

  @BeforeEach
  void make() throws Exception {
    port = FreePorts.run(2);
    node = scratch.resolve("ir");
    var keys =
        sarhad(
            "keys",
            "new",
            "--directory",
            node.toString(),
            "--set",
            "party.id=ir",
            "--set",
            "channel.id=sarhad.example/ir-pk",
            "--set",
            "password.memory-kib=8192",
            "--set",
            "console.address=127.0.0.1:" + port,
            "--set",
            "peer.address=127.0.0.1:" + (port + 1));
    assertThat(keys.exitCode()).as(keys.output()).isZero();
    var admin =
        sarhad(
            "account",
            "add",
            "--directory",
            node.toString(),
            "--login",
            "admin",
            "--role",
            "admin");
    assertThat(admin.exitCode()).as(admin.output()).isZero();
  }

  @Test
  void aSecondProcessOnOneDirectoryIsTurnedAwayAndTheFirstGoesOn() throws Exception {
    try (var _ = Sarhad.start(scratch, node, port)) {
      var second = sarhad("node", "--directory", node.toString());

      refusedIn(second, "in use");
      try (var admin = Officer.signIn(port, "admin", PASSWORD)) {
        assertThat(admin.get("/api/v1/link")).isNotNull();
      }
    }
  }

  @Test
  void aBusyPortIsNamedWithTheKeyThatChoosesIt() throws Exception {
    try (var _ = new ServerSocket(port + 1, 1, InetAddress.getLoopbackAddress())) {
      refusedIn(
          sarhad("node", "--directory", node.toString()),
          "Port %d on 127.0.0.1 is taken".formatted(port + 1),
          "peer.address");
    }
  }

  @Test
  void aFullDiskIsNamed() throws Exception {
    refusedIn(
        onADiskOfItsOwn("size=2m", "{ cat /dev/zero >\"$0\"/rest; true; }"),
        "No space left on device");
  }

  @Test
  void anExportWithoutRoomIsRefusedBeforeAnythingIsWritten() throws Exception {
    try (var _ = Sarhad.start(scratch, node, port)) {
      // It has signed its first head when it is ready.
    }
    var stick = Files.createDirectories(scratch.resolve("stick"));

    refusedIn(
        onADiskOfItsOwn(
            stick,
            "size=4k",
            "true",
            "export",
            "--directory",
            node.toString(),
            "--out",
            stick.resolve("ir.tar").toString()),
        "4096 are free there",
        "--from");
  }

  @Test
  void aDiskThatIsOnlyReadIsNamed() throws Exception {
    refusedIn(onADiskOfItsOwn("size=64m", "mount -o remount,ro \"$0\""), "ead-only file system");
  }

  @Test
  void withoutAJdkTheLauncherSaysWhatToInstall() throws Exception {
    var root = Path.of(System.getProperty("sarhad.root"));
    var nowhere = scratch.resolve("nowhere").toString();
    var launcher = scratch.resolve("sarhad");
    var text = Files.readString(root.resolve("sarhad"));
    for (var place : List.of("/usr/lib/jvm", "/opt/", "/Library/Java")) {
      assertThat(text).contains(place);
      text = text.replace(place, nowhere + "/");
    }
    Files.writeString(launcher, text);

    var said =
        output(
            new ProcessBuilder("/bin/sh", launcher.toString(), "verify", "x"),
            Map.of("PATH", toolsWithoutJava().toString(), "HOME", nowhere));

    assertThat(said.output())
        .contains("needs a JDK 25 or newer, and none was found")
        .contains("SARHAD_JDK=");
    assertThat(said.exitCode()).isEqualTo(FAILED);
  }

  /// The ordinary tools of a shell script, and no javac among them.
  private Path toolsWithoutJava() throws IOException {
    var tools = Files.createDirectory(scratch.resolve("bin"));
    for (var tool : List.of("sed", "head", "dirname", "readlink", "find", "id", "mkdir", "cat")) {
      for (var place : List.of("/usr/bin", "/bin")) {
        var there = Path.of(place, tool);
        if (Files.exists(there) && !Files.exists(tools.resolve(tool))) {
          var script = "#!/bin/sh\nexec %s \"$@\"\n".formatted(there);
          Files.writeString(tools.resolve(tool), script).toFile().setExecutable(true);
        }
      }
    }
    return tools;
  }

  /// Starts the node with its data on a small file system that nobody else sees.
  private Sarhad.Run onADiskOfItsOwn(String options, String then) throws Exception {
    var data = Files.createDirectories(node.resolve("data"));
    return onADiskOfItsOwn(data, options, then, "node", "--directory", node.toString());
  }

  /// Runs a command with a small file system at `place`.
  private Sarhad.Run onADiskOfItsOwn(Path place, String options, String then, String... words)
      throws Exception {
    var mount = "mount -t tmpfs -o " + options + " none \"$0\"";
    var trial =
        new ProcessBuilder("unshare", "-m", "sh", "-c", mount, place.toString())
            .redirectErrorStream(true);
    boolean canMount;
    try {
      canMount = trial.start().waitFor() == 0;
    } catch (IOException e) {
      canMount = false;
    }
    if (!canMount) {
      System.out.println("skipped: mounting a small file system needs root and unshare(1)");
    }
    assumeTrue(canMount, "mounting a small file system needs root and unshare(1)");
    var command =
        new ArrayList<>(
            List.of(
                "unshare",
                "-m",
                "sh",
                "-c",
                mount + " && " + then + " && exec \"$@\"",
                place.toString()));
    command.addAll(Sarhad.commandLine(words));
    return output(new ProcessBuilder(command), Map.of());
  }

  private Sarhad.Run output(ProcessBuilder builder, Map<String, String> environment)
      throws Exception {
    var output = Files.createTempFile(scratch, "run", ".log");
    if (!environment.isEmpty()) {
      builder.environment().clear();
      builder.environment().putAll(environment);
    }
    var process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    if (!process.waitFor(A_WHILE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return new Sarhad.Run(process.waitFor(), Files.readString(output, StandardCharsets.UTF_8));
  }

  private Sarhad.Run sarhad(String... arguments) throws Exception {
    return Sarhad.run(scratch, A_WHILE, Map.of("SARHAD_PASSWORD", PASSWORD), arguments);
  }

  private static void refusedIn(Sarhad.Run run, String... words) {
    assertThat(run.output()).contains(words).doesNotContain("Exception").doesNotContain("bug");
    assertThat(run.exitCode()).as(run.output()).isEqualTo(FAILED);
  }
}
