package org.sarhad.e2e.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.testing.FreePorts;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.testing.TestKeys;
import org.sarhad.tlog.testing.TestLog;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.witness.AddCheckpoint;
import org.sarhad.tlog.witness.HeldSize;
import org.sarhad.tlog.witness.Witness;
import org.sarhad.tlog.witness.WitnessOutcome;

/// litewitness, a witness of the public witness network, judges our log, and answers every request
/// with the status that our own witness gives.
@Tag("interop")
class LitewitnessTest {
  private static final String NAME = "xx.sarhad.example/witness";

  @TempDir private static Path directory;
  private static final Deque<Process> PROCESSES = new ArrayDeque<>();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static Optional<Litewitness> started = Optional.empty();

  /// @param address where it listens
  /// @param key under which it cosigns
  private record Litewitness(URI address, VerifierKey key) {
    HttpResponse<byte[]> post(AddCheckpoint request) throws IOException, InterruptedException {
      var post =
          HttpRequest.newBuilder(address.resolve("/add-checkpoint"))
              .POST(BodyPublishers.ofByteArray(request.bytes().toArray()))
              .build();
      return HTTP.send(post, BodyHandlers.ofByteArray());
    }
  }

  /// Once, and before each test: what is skipped is then named test by test.
  @BeforeEach
  void start() throws IOException, InterruptedException {
    if (started.isPresent()) {
      return;
    }
    var litewitness = ForeignTool.find("litewitness", "SARHAD_LITEWITNESS");
    var witnessctl = ForeignTool.find("witnessctl", "SARHAD_WITNESSCTL");
    if (ForeignTool.findOnPath("ssh-agent").isEmpty()) {
      abort(
          "litewitness keeps its key in ssh-agent; get it with: sudo apt-get install openssh-client");
    }
    System.out.println("Verified by: " + ForeignTool.versions());
    var database = directory.resolve("witness.db").toString();
    for (var log : List.of(log("first"), log("second"))) {
      control(witnessctl, "add-log", "-db", database, "-origin", log.origin());
      control(
          witnessctl,
          "add-key",
          "-db",
          database,
          "-origin",
          log.origin(),
          "-key",
          log.key().verifierKey().text());
    }
    var agent = directory.resolve("agent.sock").toString();
    launch("ssh-agent", "-D", "-a", agent);
    var keyFile = directory.resolve("key");
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", keyFile.toString());
    var publicKey = Files.readString(directory.resolve("key.pub")).split(" ", -1)[1];
    addToAgent(agent, keyFile);
    var fingerprint = run("ssh-keygen", "-l", "-f", keyFile + ".pub").split(" ", -1)[1];
    int port = FreePorts.one();
    launch(
        litewitness.toString(),
        "-db",
        database,
        "-key",
        fingerprint,
        "-name",
        NAME,
        "-ssh-agent",
        agent,
        "-listen",
        "127.0.0.1:" + port);
    var address = URI.create("http://127.0.0.1:" + port);
    awaitAnswer(address);
    // The last 32 bytes of an SSH public key are the Ed25519 key itself.
    var blob = Bytes.of(Base64.getDecoder().decode(publicKey));
    var key = new VerifierKey(NAME, KeyType.ED25519_COSIGNATURE, blob.slice(blob.size() - 32));
    started = Optional.of(new Litewitness(address, key));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    while (!PROCESSES.isEmpty()) {
      var process = PROCESSES.pop();
      process.destroy();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static TestLog log(String name) {
    return TestLog.of("ir.sarhad.example/" + name, 700);
  }

  /// A log that behaves, a log that was restored from an old backup, a log that tells another
  /// story: both witnesses hold the same opinion at every step.
  @Test
  void itAnswersAsOurWitnessDoes() throws Exception {
    var log = log("first");
    var fork = log.withEntry(100, "another story");
    var stranger = TestLog.of("yy.sarhad.example/unknown", 700);
    var opinions = new Opinions(log);

    opinions.expect(200, log.addCheckpoint(0, 5));
    opinions.expect(200, log.addCheckpoint(5, 256));
    opinions.expect(200, log.addCheckpoint(256, 256));
    opinions.expect(409, log.addCheckpoint(0, 5));
    opinions.expect(409, log.addCheckpoint(5, 256));
    opinions.expect(409, log.addCheckpoint(200, 210));
    opinions.expect(422, request(256, fork.head(256)));
    opinions.expect(422, fork.addCheckpoint(256, 700));
    opinions.expect(422, request(256, log.head(700)));
    opinions.expect(400, request(256, log.head(255)));
    opinions.expect(403, request(256, withAnotherRoot(log.head(700))));
    opinions.expect(403, request(256, byAnotherKey(log.checkpoint(700))));
    opinions.expect(404, stranger.addCheckpoint(0, 5));
    opinions.expect(200, log.addCheckpoint(256, 700));
    opinions.expect(409, log.addCheckpoint(256, 700));
  }

  @Test
  void itsCosignatureIsOneToUs() throws Exception {
    var log = log("second");
    var key = witness().key();
    var response = witness().post(log.addCheckpoint(0, 700));
    assertThat(response.statusCode()).isEqualTo(200);
    var lines = Note.parseLines(Bytes.of(response.body()));
    var head = log.head(700).withVerified(lines, List.of(key), TestKeys.SIGNATURES);
    assertThat(head.note().signatures()).hasSize(2);
    assertThat(head.verify(List.of(key), TestKeys.SIGNATURES))
        .isInstanceOf(NoteVerdict.Signed.class);
    var other = log.head(699).withVerified(lines, List.of(key), TestKeys.SIGNATURES);
    assertThat(other.note().signatures()).hasSize(1);
  }

  /// Puts each request to litewitness and to our rule, and compares.
  private static final class Opinions {
    private final TestLog log;
    private Optional<SignedCheckpoint> held = Optional.empty();

    Opinions(TestLog log) {
      this.log = log;
    }

    void expect(int status, AddCheckpoint request) throws Exception {
      var keys =
          request.head().origin().equals(log.origin())
              ? List.of(log.key().verifierKey())
              : List.<VerifierKey>of();
      var ours = Witness.update(held, request, keys, TestKeys.SIGNATURES);
      if (ours instanceof WitnessOutcome.Accepted(var head)) {
        held = Optional.of(head);
      }
      var theirs = witness().post(request);
      assertThat(ours.status()).as("ours").isEqualTo(status);
      assertThat(theirs.statusCode()).as("theirs").isEqualTo(status);
      if (ours instanceof WitnessOutcome.Conflict(var size)) {
        assertThat(theirs.headers().firstValue("Content-Type")).contains(HeldSize.MEDIA_TYPE);
        assertThat(HeldSize.parse(Bytes.of(theirs.body()))).isEqualTo(size);
      }
    }
  }

  private static AddCheckpoint request(long oldSize, SignedCheckpoint head) {
    return new AddCheckpoint(oldSize, List.of(), head);
  }

  private static SignedCheckpoint withAnotherRoot(SignedCheckpoint head) {
    var checkpoint = new Checkpoint(head.origin(), head.size(), Merkle.EMPTY_ROOT);
    return SignedCheckpoint.of(checkpoint, head.note().signatures());
  }

  private static SignedCheckpoint byAnotherKey(Checkpoint checkpoint) {
    var stranger = TestKeys.note("yy.sarhad.example/stranger");
    return SignedCheckpoint.of(checkpoint, List.of(stranger.sign(checkpoint)));
  }

  private static Litewitness witness() {
    return started.orElseThrow();
  }

  private static void control(Path witnessctl, String... arguments) {
    var words = new ArrayList<>(List.of(witnessctl.toString()));
    words.addAll(List.of(arguments));
    ForeignTool.run(30, words);
  }

  private static String run(String... words) {
    return ForeignTool.run(30, List.of(words));
  }

  private static void launch(String... words) throws IOException {
    PROCESSES.push(
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(Path.of(words[0]).getFileName() + ".log").toFile())
            .start());
  }

  private static void addToAgent(String agent, Path key) throws IOException, InterruptedException {
    for (int attempt = 0; attempt < 100 && !Files.exists(Path.of(agent)); attempt++) {
      Thread.sleep(50);
    }
    var add = new ProcessBuilder("ssh-add", "-q", key.toString());
    add.environment().put("SSH_AUTH_SOCK", agent);
    assertThat(add.start().waitFor()).isZero();
  }

  private static void awaitAnswer(URI address) throws InterruptedException {
    for (int attempt = 0; attempt < 200; attempt++) {
      try {
        HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
        return;
      } catch (IOException _) {
        Thread.sleep(50);
      }
    }
    throw new AssertionError("litewitness does not answer");
  }
}
