package org.sarhad.bench.harness;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// A directory that is gone when it is closed.
///
/// @param path an empty directory of its own
public record Scratch(Path path) implements AutoCloseable {
  /// A new one below `parent`.
  public static Scratch below(Path parent, String name) throws IOException {
    return new Scratch(Files.createTempDirectory(Files.createDirectories(parent), name + "-"));
  }

  /// Removes it with everything in it.
  @Override
  public void close() throws IOException {
    remove(path);
  }

  /// Removes `directory` with everything in it and makes it anew.
  public static void clear(Path directory) throws IOException {
    remove(directory);
    Files.createDirectories(directory);
  }

  private static void remove(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path at, java.io.IOException failure)
              throws IOException {
            Files.delete(at);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
