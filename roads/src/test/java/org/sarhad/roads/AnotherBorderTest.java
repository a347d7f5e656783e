package org.sarhad.roads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.Main;

/// The commands of `docs/operating/another-border.md`, word for word, from an empty directory to
/// units that are ranked on a border that does not exist.
@Tag("process")
class AnotherBorderTest {
  private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PORTS = 4;

  /// What ends the nodes if a command fails before the page does.
  private static final String CLEAN =
      "trap 'for pid in north.pid south.pid; do [ ! -f $pid ] || kill $(cat $pid) 2>>kill.err; done;"
          + " wait' EXIT\n";

  @TempDir Path directory;

  private static String page() throws IOException {
    var root = Path.of(System.getProperty("sarhad.root", ".."));
    return Files.readString(root.resolve("docs/operating/another-border.md"));
  }

  /// The program, on the class path of this test: `roads` as the tool of its own that it is, all
  /// else as the node's jar.
  private Path sarhad() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var bin = Files.createDirectories(directory.resolve("bin"));
    var script =
        Files.writeString(
            bin.resolve("sarhad"),
            """
            #!/bin/sh
            main=%s
            if [ "$1" = roads ]; then shift; main=%s; fi
            exec %s --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xmx256m -cp '%s' $main "$@"
            """
                .formatted(
                    Main.class.getName(),
                    RoadsCommand.class.getName(),
                    java,
                    System.getProperty("java.class.path")));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return bin;
  }

  @Test
  void theCommandsOfThePageEndWithUnitsThatAreRanked() throws Exception {
    var commands =
        COMMANDS
            .matcher(page())
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.joining());
    var script = Files.writeString(directory.resolve("page.sh"), "set -eu\n" + CLEAN + commands);
    var border = Files.createDirectories(directory.resolve("border"));
    var said = directory.resolve("said");
    var builder =
        new ProcessBuilder("sh", script.toString())
            .directory(border.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("PATH", sarhad() + ":" + System.getenv("PATH"));
    builder.environment().put("port", Integer.toString(free()));
    var process = builder.start();
    boolean isOver = process.waitFor(4, TimeUnit.MINUTES);
    if (!isOver) {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    }
    var output = Files.readString(said);
    assertThat(isOver && process.exitValue() == 0).as(output).isTrue();

    assertThat(output)
        .contains("left out   0", "gate       pass, open", "left       qn", "right      qs")
        .containsSubsequence(
            "\"name\":\"Harbour\"", "\"name\":\"Long Lake\"", "\"name\":\"Cold River\"");
    var answers = output.lines().filter(line -> line.startsWith("{")).toList();
    travelIsAgreed(JSON.readTree(answers.get(answers.size() - 2)));
    unitsAreRanked(JSON.readTree(answers.getLast()));
  }

  private static void travelIsAgreed(JsonNode travel) {
    assertThat(travel.at("/standing").asText()).isEqualTo("same");
    assertThat(travel.at("/targetMinutes").asInt()).isEqualTo(40);
    assertThat(travel.at("/sectors"))
        .extracting(sector -> sector.at("/sector").asText())
        .containsExactly("east", "west");
  }

  /// From the harbour along the track: 31 km at 30 km/h. From the crossroads: by road to the
  /// harbour and along the track, or over the mountain.
  private static void unitsAreRanked(JsonNode ranking) {
    assertThat(ranking.at("/method").asText()).isEqualTo("routed");
    assertThat(ranking.at("/items"))
        .extracting(item -> item.at("/unit/name").asText())
        .isEqualTo(List.of("Harbour", "Crossroads"));
    var first = ranking.at("/items/0");
    assertThat(first.at("/basis").asText()).isEqualTo("routed");
    assertThat(first.at("/arrivalSeconds").asLong()).isBetween(3_400L, 4_600L);
    assertThat(first.at("/way/legs/0/terrain").asText()).isEqualTo("track");
    assertThat(ranking.at("/items/1/arrivalSeconds").asLong())
        .isGreaterThan(first.at("/arrivalSeconds").asLong());
    assertThat(ranking.at("/advice/targetSeconds").asInt()).isEqualTo(2_400);
    assertThat(ranking.at("/advice/proposals/0/mode").asText()).isEqualTo("mirrored");
    assertThat(ranking.at("/advice/meetings/0/gate").asText()).isEqualTo("pass");
  }

  /// The first of some ports in a row that nobody uses now.
  private static int free() throws IOException {
    for (int port = 21_100; port < 29_000; port += PORTS) {
      if (areFree(port)) {
        return port;
      }
    }
    throw new IOException("no four ports in a row are free");
  }

  private static boolean areFree(int first) {
    for (int port = first; port < first + PORTS; port++) {
      try (var socket = new ServerSocket(port)) {
        assertThat(socket.isBound()).isTrue();
      } catch (IOException _) {
        return false;
      }
    }
    return true;
  }
}
