package org.sarhad.e2e.interop;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;

/// Go's `golang.org/x/mod` as a judge: the program in `e2e/src/test/go/xmod`, which reads a
/// question a line and answers it. One process serves a whole test class.
final class GoXmod implements AutoCloseable {
  private static final Path GOPATH = Path.of("/usr/share/gocode");
  private static final Path XMOD = GOPATH.resolve("src/golang.org/x/mod/sumdb/tlog");
  private static final String INSTALL = "sudo apt-get install golang-go golang-golang-x-mod-dev";

  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private GoXmod(Process process) {
    this.process = process;
    this.questions = process.outputWriter();
    this.answers = process.inputReader();
  }

  /// The judge, built into `directory` and started. Skips the test if Go or x/mod is not installed.
  static GoXmod start(Path directory) throws IOException, InterruptedException {
    var go = findGo().orElseGet(() -> abort("Go is not installed; get it with: " + INSTALL));
    if (!Files.isDirectory(XMOD)) {
      abort("Go's x/mod is not installed; get it with: " + INSTALL);
    }
    var sources = Path.of(System.getProperty("sarhad.root")).resolve("e2e/src/test/go/xmod");
    var program = directory.resolve("xmod");
    var build =
        new ProcessBuilder(go.toString(), "build", "-o", program.toString(), ".")
            .directory(sources.toFile())
            .redirectErrorStream(true);
    build
        .environment()
        .putAll(
            Map.of(
                "GO111MODULE",
                "off",
                "GOPATH",
                GOPATH.toString(),
                "GOFLAGS",
                "",
                "GOCACHE",
                directory.resolve("gocache").toString()));
    var building = build.start();
    var said = building.inputReader().lines().toList();
    if (building.waitFor() != 0) {
      throw new AssertionError("go build failed:\n" + String.join("\n", said));
    }
    return new GoXmod(
        new ProcessBuilder(program.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /// What judges, for the test's output: the versions of Go and of x/mod.
  String versions() {
    return "%s, x/mod %s".formatted(ask("version").orElseThrow().utf8(), installedXmod());
  }

  /// The text of the note in `signed` if x/mod opens it with `keys`, empty if it refuses.
  Optional<Bytes> open(List<VerifierKey> keys, Bytes signed) {
    var lines = String.join("\n", keys.stream().map(VerifierKey::text).toList());
    return ask("note", Bytes.ofUtf8(lines).base64(), signed.base64());
  }

  /// Whether x/mod accepts `proof` that `leaf` stands at `index` in the tree of `size`.
  boolean acceptsInclusion(Hash leaf, long index, long size, Hash root, List<Hash> proof) {
    return ask("record", size, root, index, leaf, joined(proof)).isPresent();
  }

  /// Whether x/mod accepts `proof` that the tree of `oldSize` is a prefix of the tree of `size`.
  boolean acceptsConsistency(long oldSize, Hash oldRoot, long size, Hash root, List<Hash> proof) {
    return ask("tree", size, root, oldSize, oldRoot, joined(proof)).isPresent();
  }

  /// The leaf hash at `index` that x/mod reads and proves from the tiles in `log`; empty if it
  /// refuses.
  Optional<Hash> leafFromTiles(Path log, long size, Hash root, long index) {
    return ask("read", path(log), size, root, index).map(Hash::of);
  }

  /// The root of the first `oldSize` entries that x/mod computes and proves from the tiles in
  /// `log`; empty if it refuses.
  Optional<Hash> rootFromTiles(Path log, long size, Hash root, long oldSize) {
    return ask("consistent", path(log), size, root, oldSize).map(Hash::of);
  }

  private Optional<Bytes> ask(Object... words) {
    try {
      questions.write(String.join(" ", List.of(words).stream().map(Object::toString).toList()));
      questions.newLine();
      questions.flush();
      var answer = answers.readLine();
      if (answer == null) {
        throw new AssertionError("the Go program ended");
      }
      return answer.startsWith("ok ")
          ? Optional.of(Bytes.parseBase64(answer.substring(3)).orElseThrow())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(Path directory) {
    return Bytes.ofUtf8(directory.toString()).base64();
  }

  private static String joined(List<Hash> hashes) {
    return Bytes.concat(hashes.stream().map(Hash::toBytes).toArray(Bytes[]::new)).base64();
  }

  private static Optional<Path> findGo() {
    return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
        .map(directory -> Path.of(directory, "go"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String installedXmod() {
    try {
      var query =
          new ProcessBuilder("dpkg-query", "-W", "-f", "${Version}", "golang-golang-x-mod-dev")
              .start();
      var version = query.inputReader().readLine();
      return version == null ? "of unknown version" : version;
    } catch (IOException _) {
      return "of unknown version";
    }
  }

  /// Ends the judge: it stops when there are no more questions.
  @Override
  public void close() throws IOException {
    questions.close();
    process.destroy();
  }
}
