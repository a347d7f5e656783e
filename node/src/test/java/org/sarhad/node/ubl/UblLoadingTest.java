package org.sarhad.node.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A node that nobody asks for a document of UBL has loaded nothing of the library, and what the
/// first one costs is printed (docs/performance.md). In a process of its own, where nobody has
/// asked before ([UblChild]).
@Tag("slow")
class UblLoadingTest {
  private static final List<String> LIBRARY =
      List.of(" com.helger.", " oasis.", " org.glassfish.jaxb.", " jakarta.xml.");

  @TempDir Path directory;

  @Test
  void theLibraryIsLoadedWithTheFirstDocument() throws Exception {
    assertThat(loaded(UblChild.NODE)).isEmpty();
    assertThat(loaded(UblChild.DOCUMENT)).isNotEmpty();
  }

  /// Classes of the library that a child has loaded.
  private List<String> loaded(String what) throws IOException, InterruptedException {
    var log = directory.resolve(what + ".log");
    var child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                UblChild.class.getName(),
                what,
                directory.resolve(what).toString())
            .inheritIO()
            .start();
    assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(child.exitValue()).isZero();
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> LIBRARY.stream().anyMatch(line::contains)).toList();
    }
  }
}
