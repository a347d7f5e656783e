package org.sarhad.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.testing.TestNode;

/// What the command line says when something is wrong: what, which value, what to do next.
class SarhadCommandTest {
  @TempDir Path directory;

  private static Said run(Object... words) {
    return Said.by(words);
  }

  private Said made(String name) {
    return run(
        "keys",
        "new",
        "--directory",
        directory.resolve(name).toString(),
        "--set",
        "party.id=ir",
        "--set",
        "channel.id=sarhad.example/ir-pk");
  }

  @Test
  void withoutACommandItTellsWhatThereIs() {
    var said = run();

    assertThat(said.code()).isEqualTo(SarhadCommand.USAGE);
    assertThat(said.out()).contains("node", "keys", "account", "demo", "export", "import", "lists");
  }

  @Test
  void aMisspeltCommandNamesTheNearest() {
    var said = run("noed");

    assertThat(said.code()).isEqualTo(SarhadCommand.USAGE);
    assertThat(said.err()).contains("noed").contains("Did you mean").contains("node");
  }

  @Test
  void helpIsNoMistake() {
    for (var command :
        new String[] {"node", "keys", "account", "demo", "export", "import", "lists"}) {
      var said = run(command, "--help");

      assertThat(said.code()).as(command).isZero();
      assertThat(said.out()).as(command).contains("Usage: sarhad " + command);
    }
  }

  @Test
  void keysAreMadeAndTheNextStepsTold() throws Exception {
    var said = made("a");

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).contains("speaks for ir", "RECOVERY.key", "sarhad account add", "node");
    assertThat(Files.readString(directory.resolve("a/sarhad.properties"))).contains("party.id=ir");
    assertThat(run("keys", "show", "--directory", directory.resolve("a").toString()).out())
        .contains("log    ir.sarhad.example", "mirror ", "node   ", "tls    ")
        .doesNotContain("PRIVATE");
  }

  @Test
  void keysAreNeverOverwritten() {
    made("a");
    var again = made("a");

    assertThat(again.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(again.err()).contains("is there already").contains("another directory");
  }

  @Test
  void aDirectoryWithoutNodeSaysHowToMakeOne() {
    for (var command : new String[] {"node", "export", "import"}) {
      var file = directory.resolve("some.file").toString();
      var said =
          switch (command) {
            case "export" -> run("export", "--directory", directory.toString(), "--out", file);
            case "import" ->
                run("import", "--directory", directory.toString(), written("x").toString());
            default -> run("node", "--directory", directory.toString());
          };

      assertThat(said.code()).as(command).isEqualTo(SarhadCommand.FAILED);
      assertThat(said.err())
          .as(command)
          .contains("sarhad.properties")
          .contains("sarhad keys new")
          .doesNotContain("Exception");
    }
  }

  @Test
  void aMisspeltKeyOfTheConfigurationNamesTheNearest() throws Exception {
    made("a");
    Files.writeString(
        directory.resolve("a/sarhad.properties"),
        "party.id = ir\nchannel.id = sarhad.example/ir-pk\nconsole.adress = 127.0.0.1:1\n");
    var said = run("node", "--directory", directory.resolve("a").toString());

    assertThat(said.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(said.err()).contains("console.adress").contains("console.address").contains("3");
  }

  @Test
  void aNodeWithoutAdministratorSaysHowToMakeOne() {
    made("a");
    var said = run("node", "--directory", directory.resolve("a").toString());

    assertThat(said.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(said.err()).contains("no administrator yet").contains("sarhad account add");
  }

  @Test
  void anAccountNeedsAPasswordALoginAndARole() {
    made("a");
    var place = directory.resolve("a").toString();

    assertThat(
            run("account", "add", "--directory", place, "--login", "admin", "--role", "king").err())
        .contains("king is no role")
        .contains("watch_officer");
    assertThat(
            run("account", "add", "--directory", place, "--login", "A B", "--role", "admin").err())
        .contains("\"A B\" is no login");
    assertThat(
            run("account", "add", "--directory", place, "--login", "admin", "--role", "admin")
                .err())
        .contains("at least 12 characters")
        .contains("SARHAD_PASSWORD");
    assertThat(run("account", "add", "--directory", place).code()).isEqualTo(SarhadCommand.USAGE);
  }

  @Test
  void aMissingKeyFileIsNamed() throws Exception {
    made("a");
    Files.delete(directory.resolve("a/keys/log.key"));
    var said = run("node", "--directory", directory.resolve("a").toString());

    assertThat(said.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(said.err()).contains("log.key").doesNotContain("Exception");
  }

  @Test
  void aDirectoryInUseIsNotTouched() throws Exception {
    try (var node = TestNode.start(directory.resolve("ir"), "ir")) {
      writeConfig(node);
      var place = node.directory().toString();
      var said = run("export", "--directory", place, "--out", directory.resolve("x").toString());

      assertThat(said.code()).isEqualTo(SarhadCommand.FAILED);
      assertThat(said.err())
          .contains("process " + ProcessHandle.current().pid())
          .doesNotContain("Exception");
      try (var watch = node.signIn("watch")) {
        watch.get("/api/v1/overview").expect(200);
      }
    }
  }

  @Test
  void aBusyPortIsNamed() throws Exception {
    try (var node = TestNode.start(directory.resolve("ir"), "ir")) {
      writeConfig(node);
    }
    for (var key : new String[] {"console.address", "peer.address"}) {
      try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        var file = directory.resolve("ir/sarhad.properties");
        var text = Files.readString(file);
        Files.writeString(
            file, text.replaceAll(key + " = .*", key + " = 127.0.0.1:" + taken.getLocalPort()));
        var said = run("node", "--directory", directory.resolve("ir").toString());
        Files.writeString(file, text);

        assertThat(said.code()).as(key).isEqualTo(SarhadCommand.FAILED);
        assertThat(said.err())
            .contains("Port %d on 127.0.0.1 is taken".formatted(taken.getLocalPort()))
            .contains("set by " + key)
            .doesNotContain("Exception");
      }
    }
  }

  @Test
  void exportNeverOverwrites() {
    var said = run("export", "--out", written("x").toString());

    assertThat(said.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(said.err()).contains("is there already");
  }

  @Test
  void aPeriodIsExportedWholeOrNotAtAll() throws Exception {
    try (var node = TestNode.start(directory.resolve("ir"), "ir")) {
      writeConfig(node);
    }
    var file = directory.resolve("period.tar");
    var place = directory.resolve("ir").toString();

    for (var more : List.of(List.of("--from", "300"), List.of("--with-files"))) {
      var said =
          run(
              Stream.of(
                      List.of("export", "-d", place, "-o", file.toString(), "--account", "1"), more)
                  .flatMap(List::stream)
                  .toArray());
      assertThat(said.code()).isEqualTo(SarhadCommand.USAGE);
      assertThat(said.err()).contains("a period is proven from the first entry on");
    }
    var none = run("export", "-d", place, "-o", file.toString(), "--account", "0");
    assertThat(none.code()).isEqualTo(SarhadCommand.USAGE);
    var open = run("export", "-d", place, "-o", file.toString(), "--account", "1");
    assertThat(open.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(open.err()).contains("Period 1 of the account is not closed");
    assertThat(file).doesNotExist();
  }

  private Path written(String text) {
    try {
      return Files.writeString(directory.resolve("some-" + text), text);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void writeConfig(TestNode node) throws Exception {
    Files.writeString(
        node.directory().resolve("sarhad.properties"),
        """
        party.id = ir
        party.letter = A
        channel.id = sarhad.example/ir-pk
        password.memory-kib = 8192
        password.passes = 1
        console.address = %s
        peer.address = %s
        log.level = warn
        """
            .formatted(node.config().console().address(), node.config().peer().address()));
  }
}
