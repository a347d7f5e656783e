package org.sarhad.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.testing.FreePorts;

/// The wire is cut, and the record goes on: what one side wrote is carried to the other on a stick
/// (protocol 06-8), stands there once and in order, and anybody can check the stick and both
/// directories.
@Tag("process")
final class ByHandTest {
  private static final Duration A_WHILE = Duration.ofMinutes(2);
  private static final String PASSWORD = "correct horse battery";
  private static final int WRITTEN_ALONE = 7;

  @TempDir Path scratch;
  private int port;
  private Path ir = Path.of("");
  private Path pk = Path.of("");

  @BeforeEach
  void make() throws Exception {
    port = FreePorts.run(4);
    ir = made("ir", "A", port);
    pk = made("pk", "B", port + 2);
  }

  @Test
  void whatWasWrittenWhileTheWireWasCutIsCarriedOver() throws Exception {
    var last = writeAlone();
    var stick = scratch.resolve("stick.tar");
    var exported = sarhad("export", "-d", ir.toString(), "-o", stick.toString());
    assertThat(exported.exitCode()).as(exported.output()).isZero();
    assertThat(exported.output()).contains("The other side says: sarhad import");

    var checked = sarhad("verify", stick.toString());
    assertThat(checked.exitCode()).as(checked.output()).isZero();
    assertThat(checked.output()).contains("damage      none").contains("Sound.");

    var tampered = sarhad("verify", tampered(stick, last).toString());
    assertThat(tampered.exitCode()).as(tampered.output()).isEqualTo(1);
    assertThat(tampered.output())
        .containsPattern("bundle tile/entries/000\\.p/\\d+: entry " + last + ": ");

    var imported = sarhad("import", stick.toString(), "-d", pk.toString());
    assertThat(imported.exitCode()).as(imported.output()).isZero();
    assertThat(imported.output()).contains(WRITTEN_ALONE + " entries taken");
    var again = sarhad("import", stick.toString(), "-d", pk.toString());
    assertThat(again.exitCode()).as(again.output()).isZero();
    assertThat(again.output()).contains("0 entries taken");

    try (var _ = Sarhad.start(scratch, pk, port + 2);
        var there = Officer.signIn(port + 2, "watch", PASSWORD)) {
      assertThat(entriesOf(there, "ir"))
          .isEqualTo(IntStream.rangeClosed(0, last).mapToObj(i -> "ir/" + i).toList());
      assertThat(there.get("/api/v1/incidents?state=all").toString())
          .contains("alone number 1", "alone number " + WRITTEN_ALONE);
    }

    for (var side : List.of(List.of(ir, pk), List.of(pk, ir))) {
      var whole =
          sarhad("verify", side.getFirst().toString(), "--mirror", side.getLast().toString());
      assertThat(whole.exitCode()).as(whole.output()).isZero();
    }
  }

  @Test
  void aTamperedStickIsNotTaken() throws Exception {
    var last = writeAlone();
    var stick = scratch.resolve("stick.tar");
    assertThat(sarhad("export", "-d", ir.toString(), "-o", stick.toString()).exitCode()).isZero();

    var refused = sarhad("import", tampered(stick, last).toString(), "-d", pk.toString());

    assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
    assertThat(refused.output()).contains("The bundle was not taken.");
    var whole = sarhad("import", stick.toString(), "-d", pk.toString());
    assertThat(whole.output()).contains(WRITTEN_ALONE + " entries taken");
  }

  @Test
  void damageInADirectoryIsNamedAndTheOtherSideHasAGoodCopy() throws Exception {
    writeAlone();
    var own = ownLog(ir);
    var bundle = only(own.resolve("tile/entries/000.p"));
    var bytes = Files.readAllBytes(bundle);
    bytes[40] ^= 1;
    Files.write(bundle, bytes);

    var alone = sarhad("verify", ir.toString());
    assertThat(alone.exitCode()).isEqualTo(1);
    assertThat(alone.output()).contains("entry 0: ").contains("NOT SOUND.");
    var asked = sarhad("verify", ir.toString(), "--mirror", pk.toString(), "--json");
    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.output()).contains("\"kind\" : \"bundle\"");
  }

  /// Both nodes are paired and share the beginning; then the other one is gone while this one
  /// writes. Both have stopped at the end. Returns the index of the last entry.
  private int writeAlone() throws Exception {
    try (var _ = Sarhad.start(scratch, ir, port)) {
      try (var _ = Sarhad.start(scratch, pk, port + 2)) {
        pair();
        try (var watch = Officer.signIn(port, "watch", PASSWORD);
            var there = Officer.signIn(port + 2, "watch", PASSWORD)) {
          watch.post("/api/v1/incidents", alert("together"));
          there.await("/api/v1/incidents", seen -> seen.toString().contains("together"));
          watch.await("/api/v1/link", link -> waiting(link) == 0);
        }
      }
      try (var watch = Officer.signIn(port, "watch", PASSWORD)) {
        for (int i = 1; i <= WRITTEN_ALONE; i++) {
          watch.post("/api/v1/incidents", alert("alone number " + i));
        }
        var heads =
            watch.await(
                "/api/v1/record/heads",
                seen -> log(seen, "ir").path("size").equals(log(seen, "ir").path("signedSize")));
        return log(heads, "ir").path("size").asInt() - 1;
      }
    }
  }

  private static int waiting(JsonNode link) {
    return link.at("/states/0/waiting").asInt();
  }

  private static JsonNode log(JsonNode heads, String log) {
    for (var line : heads.path("logs")) {
      if (line.path("log").asText().equals(log)) {
        return line;
      }
    }
    throw new AssertionError("no log " + log + " in " + heads);
  }

  private static List<String> entriesOf(Officer officer, String log) throws Exception {
    var names = new ArrayList<String>();
    var cursor = "";
    do {
      var page = officer.get("/api/v1/record/entries?limit=100&log=" + log + cursor);
      page.path("items").forEach(row -> names.add(row.path("entry").asText()));
      cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
    } while (!cursor.isEmpty());
    return names.reversed();
  }

  private static String alert(String what) {
    return """
    {"codeWord":"TUFAN","what":"%s","where":{"label":"Post 42"},"when":"%s",
     "priority":"P3","audience":"release","language":"en"}
    """
        .formatted(what, Instant.now().minusSeconds(60));
  }

  private void pair() throws Exception {
    try (var here = Officer.signIn(port, "admin", PASSWORD);
        var there = Officer.signIn(port + 2, "admin", PASSWORD)) {
      var address = "{\"address\":\"127.0.0.1:%d\"}";
      here.post("/api/v1/link/pairing", address.formatted(port + 3));
      there.post("/api/v1/link/pairing", address.formatted(port + 1));
      var confirm = "{\"fingerprint\":\"%s\"}";
      here.post("/api/v1/link/pairing/confirm", confirm.formatted(fingerprint(there)));
      there.post("/api/v1/link/pairing/confirm", confirm.formatted(fingerprint(here)));
      here.await("/api/v1/link", link -> link.at("/states/0/state").asText().equals("live"));
      there.await("/api/v1/link", link -> link.at("/states/0/state").asText().equals("live"));
    }
  }

  private static String fingerprint(Officer officer) throws Exception {
    return officer.get("/api/v1/link/pairing").at("/own/fingerprint").asText();
  }

  private Path made(String party, String letter, int console) throws Exception {
    var directory = scratch.resolve(party);
    var settings =
        List.of(
            "party.id=" + party,
            "party.letter=" + letter,
            "channel.id=sarhad.example/ir-pk",
            "password.memory-kib=8192",
            "password.passes=1",
            "console.address=127.0.0.1:" + console,
            "peer.address=127.0.0.1:" + (console + 1));
    var command = new ArrayList<>(List.of("keys", "new", "--directory", directory.toString()));
    settings.forEach(line -> command.addAll(List.of("--set", line)));
    assertThat(sarhad(command.toArray(String[]::new)).exitCode()).isZero();
    account(directory, "admin", "admin");
    account(directory, "watch", "watch_officer");
    return directory;
  }

  private void account(Path directory, String login, String role) throws Exception {
    var run =
        sarhad(
            "account",
            "add",
            "--directory",
            directory.toString(),
            "--login",
            login,
            "--role",
            role);
    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  private Sarhad.Run sarhad(String... arguments) throws Exception {
    return Sarhad.run(scratch, A_WHILE, Map.of("SARHAD_PASSWORD", PASSWORD), arguments);
  }

  /// The stick with one character of the entry at `index` changed.
  private Path tampered(Path stick, int index) throws Exception {
    var bytes = Files.readAllBytes(stick);
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("\"seq\":" + index + ",") + "\"seq\":".length();
    assertThat(at).isGreaterThan("\"seq\":".length());
    bytes[at] ^= 1;
    return Files.write(scratch.resolve("tampered.tar"), bytes);
  }

  private static Path ownLog(Path node) throws Exception {
    try (var logs = Files.list(node.resolve("data/logs"))) {
      return logs.filter(log -> isOf(log, "ir.")).findFirst().orElseThrow();
    }
  }

  private static boolean isOf(Path log, String origin) {
    try {
      var checkpoint = log.resolve("checkpoint");
      return Files.exists(checkpoint) && Files.readString(checkpoint).startsWith(origin);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path only(Path directory) throws Exception {
    try (var files = Files.list(directory)) {
      return files.findFirst().orElseThrow();
    }
  }
}
