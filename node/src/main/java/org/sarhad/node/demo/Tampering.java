package org.sarhad.node.demo;

import static org.sarhad.node.demo.Side.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;

/// The end of the border day: B's past is lost once by accident and forged once on purpose. Neither
/// gets through, and only the second leaves evidence.
final class Tampering {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration REPAIR = Duration.ofSeconds(40);

  private final Side a;
  private final Side b;
  private final Path directory;
  private final Checks checks;

  /// Of the nodes of `a` and `b`; copies go beside theirs into `directory`.
  Tampering(Side a, Side b, Path directory, Checks checks) {
    this.a = a;
    this.b = b;
    this.directory = directory;
    this.checks = checks;
  }

  // --- an old backup
  // ------------------------------------------------------------------------------

  /// B's operator makes the backup of this night: everything there is.
  void backUp() throws IOException {
    b.stop();
    DirectoryTree.copy(b.neighbour().directory(), backup());
    b.restart();
  }

  private Path backup() {
    return directory.resolve("backup-" + b.id());
  }

  /// B's machine dies; the operator puts the old backup in its place, as operators do.
  void restoreOldBackup() throws IOException {
    checks.step(25, "B's node is killed, and an old backup is put in its place");
    long before = b.sizeOf(b.id());
    b.powerCut();
    DirectoryTree.delete(b.neighbour().directory());
    DirectoryTree.copy(backup(), b.neighbour().directory());
    b.restart();
    checks.within(SOON, "B knows that A holds more of its log", () -> is(b, "behind_own_mirror"));
    checks.tell(b.link().path("words").asText());
    var refused = b.as(Desk.COMMANDER).post("/api/v1/units", unit("release"));
    checks.equal(
        "B releases nothing that A could take for a second history", 409, refused.status());
    checks.tell(refused.body().path("sentence").asText());
    checks.equal(
        "B's own work goes on",
        201,
        b.as(Desk.COMMANDER).post("/api/v1/units", unit("internal")).status());
    b.as(Desk.ADMIN).post("/api/v1/link/restore", object()).orThrow("restoring");
    checks.within(REPAIR, "A gives B's log back", () -> b.sizeOf(b.id()) >= before);
    checks.within(REPAIR, "and the link is live again", () -> is(b, "live") && is(a, "live"));
    checks.within(
        REPAIR,
        "both hold the same of both logs",
        () -> a.sizeOf(a.id()) == b.sizeOf(a.id()) && a.sizeOf(b.id()) == b.sizeOf(b.id()));
    checks.equal(
        "B's queue has what A's has",
        a.read("/api/v1/incidents?limit=200").path("total").asInt(),
        b.read("/api/v1/incidents?limit=200").path("total").asInt());
    for (var side : List.of(a, b)) {
      checks.within(
          REPAIR,
          side.neighbour().letter() + " finds the joint state equal on both nodes",
          () -> side.read("/api/v1/record/heads").path("stateHash").path("equal").asBoolean(false));
    }
  }

  private static ObjectNode unit(String audience) {
    var unit =
        object()
            .put("name", "Panjgur patrol 3")
            .put("type", "patrol")
            .put("status", "AVL")
            .put("audience", audience);
    var place = unit.putObject("station").put("label", "Panjgur").put("radiusM", 2_000);
    place.putObject("position").put("lat", 26.9676).put("lon", 64.0957);
    return unit;
  }

  private static boolean is(Side side, String state) {
    return side.link().path("state").asText().equals(state);
  }

  // --- another past
  // -------------------------------------------------------------------------------

  /// B's administrator, with every key of the node, back-dates an entry. On copies of both nodes:
  /// there is no way back from it, and the two neighbours are to have another day.
  void rewriteHistory() throws IOException {
    checks.step(25, "On copies: B's administrator rewrites an entry and signs the other past");
    long size = a.sizeOf(b.id());
    a.stop();
    b.stop();
    for (var side : List.of(a, b)) {
      checks.that(
          "offline, " + side.neighbour().letter() + "'s directory verifies to the last entry",
          verifies(List.of(side.neighbour().directory().toString())));
    }
    var copies = directory.resolve("forged");
    Files.createDirectories(copies);
    for (var side : List.of(a, b)) {
      DirectoryTree.copy(side.neighbour().directory(), copies.resolve(side.id()));
    }
    var forger = new Forger(b.neighbour().directory());
    try (var honestA = Side.start(a.neighbour().in(copies.resolve(a.id())));
        var honestB = Side.start(b.neighbour().in(copies.resolve(b.id())))) {
      checks.within(SOON, "the copies run", () -> is(honestA, "live") && is(honestB, "live"));
      forge(forger.rewrite(size / 2, Duration.ofMinutes(30), size), forger, honestA, honestB);
    }
    a.restart();
    b.restart();
    checks.within(REPAIR, "the two nodes themselves go on", () -> is(a, "live") && is(b, "live"));
  }

  private void forge(SignedCheckpoint forged, Forger forger, Side honestA, Side honestB)
      throws IOException {
    var answer = forger.offer(forged, a.neighbour().peerAddress());
    checks.that("A does not take the other past", !answer.succeeded());
    checks.within(SOON, "A calls the log forked", () -> is(honestA, "forked"));
    checks.tell(honestA.link().path("words").asText());
    long held = honestA.sizeOf(b.id());

    honestB.as(Desk.COMMANDER).post("/api/v1/units", unit("release")).orThrow("going on");
    honestA.as(Desk.COMMANDER).post("/api/v1/units", unit("internal")).orThrow("registering");
    var alert =
        object()
            .put("what", "Lights on the ridge")
            .put("when", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
            .put("priority", "P2");
    var place = alert.putObject("where").put("label", "Pishin sector").put("radiusM", 5_000);
    place.putObject("position").put("lat", 26.07937).put("lon", 61.75403);
    checks.that(
        "A's response goes on",
        !honestA
            .as(Desk.WATCH)
            .post("/api/v1/incidents", alert)
            .orThrow("opening an incident")
            .path("id")
            .asText()
            .isEmpty());
    checks.equal("and A signs nothing of that log any more", held, honestA.sizeOf(b.id()));
    checks.within(
        SOON,
        "that it forked is in A's own log",
        () ->
            honestA
                .read("/api/v1/record/entries?kind=record.fork_published&limit=10")
                .path("items")
                .findValuesAsText("kind")
                .contains("record.fork_published"));
    outsider(forger, honestA);
  }

  /// Somebody who trusts neither side gets the file and B's public keys, and nothing else.
  private void outsider(Forger forger, Side honestA) throws IOException {
    var evidence = honestA.read("/api/v1/record/evidence").path("items").path(0);
    var file = directory.resolve(evidence.path("id").asText());
    honestA
        .as(Desk.WATCH)
        .download("/api/v1/record/evidence/" + evidence.path("id").asText(), file);
    checks.tell(file.getFileName() + ": " + evidence.path("sentence").asText());
    var keys = forger.publicKeys().stream().flatMap(key -> Stream.of("--key", key.toString()));
    checks.that(
        "an outsider finds both heads signed by B, and that they cannot both be true",
        verifies(Stream.concat(Stream.of(file.toString()), keys).toList()));
  }

  /// Whether `sarhad verify`, which asks no node, finds what `arguments` name sound or proven.
  private boolean verifies(List<String> arguments) {
    var command = Stream.concat(Stream.of("verify"), arguments.stream()).toList();
    return NodeProcess.exitStatus(directory.resolve("verify.log"), Map.of(), command) == 0;
  }
}
