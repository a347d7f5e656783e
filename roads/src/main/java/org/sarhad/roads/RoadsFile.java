package org.sarhad.roads;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sarhad.core.geo.Position;

/// Roads as GeoJSON, as `sarhad geo build` reads them: a feature on each line. It is written beside
/// its place and put there when it is complete; closed before that, nothing is left of it. Mutable,
/// for one thread.
final class RoadsFile implements AutoCloseable {
  /// Whose data it is, and on which terms it may be given on.
  static final String SOURCE = "OpenStreetMap contributors, read by GraphHopper";

  /// The terms of it.
  static final String LICENCE = "ODbL 1.0";

  private final Path path;
  private final Path beside;
  private final BufferedWriter out;
  private String before = "\n";

  RoadsFile(Path path) throws IOException {
    this.path = path;
    this.beside = path.resolveSibling(path.getFileName() + ".tmp");
    this.out = Files.newBufferedWriter(beside);
    out.write(
        "{\"type\":\"FeatureCollection\",\"source\":\"%s\",\"licence\":\"%s\",\"features\":["
            .formatted(SOURCE, LICENCE));
  }

  void add(Made made, List<Position> course) throws IOException {
    out.write(before);
    out.write(
        "{\"type\":\"Feature\",\"properties\":{\"road\":\"%s\",\"class\":\"%s\",\"kmh\":%d},"
            .formatted(made.terrain().code(), made.roadClass(), made.kmh()));
    out.write(
        course.stream()
            .map(RoadsFile::coordinates)
            .collect(
                Collectors.joining(
                    ",", "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[", "]}}")));
    before = ",\n";
  }

  /// About a metre: far finer than a cell.
  private static String coordinates(Position at) {
    return String.format(Locale.ROOT, "[%.5f,%.5f]", at.longitudeDegrees(), at.latitudeDegrees());
  }

  /// It is complete: from now on it is there.
  void complete() throws IOException {
    out.write("\n]}\n");
    out.close();
    Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
