package org.sarhad.e2e.interop;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;

/// Go's `golang.org/x/mod` as a judge: the program in `e2e/src/test/go/xmod`.
final class GoXmod implements AutoCloseable {
  private static final Path GOPATH = Path.of("/usr/share/gocode");
  private static final Path XMOD = GOPATH.resolve("src/golang.org/x/mod/sumdb/tlog");
  private static final String INSTALL = "sudo apt-get install golang-go golang-golang-x-mod-dev";

  private final LineJudge judge;

  private GoXmod(LineJudge judge) {
    this.judge = judge;
  }

  /// The judge, built into `directory` and started. Skips the test if Go or x/mod is not installed.
  static GoXmod start(Path directory) throws IOException, InterruptedException {
    var go =
        ForeignTool.findOnPath("go")
            .orElseGet(() -> abort("Go is not installed; get it with: " + INSTALL));
    if (!Files.isDirectory(XMOD)) {
      abort("Go's x/mod is not installed; get it with: " + INSTALL);
    }
    var program = directory.resolve("xmod");
    var build =
        new ProcessBuilder(go.toString(), "build", "-o", program.toString(), ".")
            .directory(Path.of(System.getProperty("sarhad.root"), "e2e/src/test/go/xmod").toFile())
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
    return new GoXmod(new LineJudge(program));
  }

  /// What judges, for the test's output: the versions of Go and of x/mod.
  String versions() {
    var xmod =
        ForeignTool.findOnPath("dpkg-query")
            .map(
                query ->
                    ForeignTool.run(
                        30,
                        List.of(
                            query.toString(),
                            "-W",
                            "-f",
                            "x/mod ${Version}",
                            "golang-golang-x-mod-dev")))
            .orElse("x/mod of unknown version");
    return judge.ask("version").orElseThrow().utf8() + ", " + xmod;
  }

  /// The text of the note in `signed` if x/mod opens it with `keys`, empty if it refuses.
  Optional<Bytes> open(List<VerifierKey> keys, Bytes signed) {
    return judge.ask("note", keys, signed);
  }

  /// Whether x/mod accepts `proof` that `leaf` stands at `index` in the tree of `size`.
  boolean acceptsInclusion(Hash leaf, long index, long size, Hash root, List<Hash> proof) {
    return judge.ask("record", size, root, index, leaf, proof).isPresent();
  }

  /// Whether x/mod accepts `proof` that the tree of `oldSize` is a prefix of the tree of `size`.
  boolean acceptsConsistency(long oldSize, Hash oldRoot, long size, Hash root, List<Hash> proof) {
    return judge.ask("tree", size, root, oldSize, oldRoot, proof).isPresent();
  }

  /// The leaf hash at `index` that x/mod reads and proves from the tiles in `log`; empty if it
  /// refuses.
  Optional<Hash> leafFromTiles(Path log, long size, Hash root, long index) {
    return judge.ask("read", log, size, root, index).map(Hash::of);
  }

  /// The root of the first `oldSize` entries that x/mod computes and proves from the tiles in
  /// `log`; empty if it refuses.
  Optional<Hash> rootFromTiles(Path log, long size, Hash root, long oldSize) {
    return judge.ask("consistent", log, size, root, oldSize).map(Hash::of);
  }

  @Override
  public void close() throws IOException {
    judge.close();
  }
}
