package org.sarhad.node.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sarhad.node.ground.Dataset;
import org.sarhad.node.ground.GeoShelves;
import org.sarhad.node.ground.HeldGround;
import org.sarhad.node.ground.HeldLine;
import org.sarhad.node.ground.MalformedSurveyException;
import org.sarhad.node.ground.MapFile;
import org.sarhad.node.ground.PointsFile;
import org.sarhad.node.ground.ShapesFile;
import org.sarhad.node.ground.Shelf;
import org.sarhad.node.ground.Versions;
import org.sarhad.tlog.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The geography of a node out of the files beside its configuration. Each may be missing: without
/// `travel.grid` every journey is estimated along the straight line (protocol clause 19-2.5),
/// without `line.geojson` no place is known to be on anybody's soil (11-8.4).
final class GeoFiles {
  /// The ground over which travel is reckoned.
  static final String GROUND = "travel.grid";

  /// The operational line.
  static final String LINE = "line.geojson";

  /// Every line that was in force here.
  static final String LINES = "lines";

  /// The operator's posts.
  static final String POSTS = "posts.geojson";

  /// The towns of the map.
  static final String TOWNS = "towns.geojson";

  private static final Logger LOG = LoggerFactory.getLogger(GeoFiles.class);

  private GeoFiles() {}

  /// The geography of the node in `directory`, and what would take its place.
  ///
  /// @throws StartException when a file is not what it should be
  static GeoShelves of(Path directory) throws IOException, StartException {
    return new GeoShelves(
        shelf(directory.resolve(GROUND), HeldGround.FORMAT, "Make it anew with `sarhad geo build`"),
        Shelf.of(
            directory.resolve(LINE),
            HeldLine.FORMAT,
            held(directory.resolve(LINE), HeldLine.FORMAT, "Mend it"),
            new Versions(directory.resolve(LINES))),
        shelf(directory.resolve(POSTS), PointsFile.FORMAT, "Mend it"),
        shelf(directory.resolve(TOWNS), PointsFile.FORMAT, "Mend it"),
        map(directory, MapFile.LANDS),
        map(directory, MapFile.MARKS));
  }

  /// A layer of the map stops no node: what cannot be drawn is named in the log, and left out.
  private static Shelf<ShapesFile> map(Path directory, MapFile layer) throws IOException {
    return Shelf.of(
        directory.resolve(layer.fileName()),
        ShapesFile.format(layer),
        ShapesFile.in(directory, layer, LOG::warn));
  }

  private static <T extends Dataset> Shelf<T> shelf(Path file, Shelf.Format<T> format, String todo)
      throws IOException, StartException {
    return Shelf.of(file, format, held(file, format, todo));
  }

  private static <T extends Dataset> Optional<T> held(
      Path file, Shelf.Format<T> format, String todo) throws IOException, StartException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    if (Files.size(file) > format.bytesMax()) {
      throw wrong(file, "It is larger than any.", todo);
    }
    try {
      return Optional.of(format.parse(Bytes.of(Files.readAllBytes(file))));
    } catch (MalformedSurveyException e) {
      throw wrong(file, e.getMessage(), todo);
    }
  }

  private static StartException wrong(Path file, String why, String todo) {
    return new StartException(
        "%s is not what it should be. %s %s, or take it away.".formatted(file, why, todo));
  }
}
