package org.sarhad.node.ground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sarhad.core.geo.Region;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Lands or marks of the map, out of a file beside the configuration: `lands.geojson` or
/// `marks.geojson`. They are for the eye, and nothing is decided by them.
///
/// @param shapes what is in it
/// @param edge beyond what the map shows nothing, if the file says it
/// @param file the bytes, as the map is given them
/// @param sha256 of them
public record ShapesFile(List<Shape> shapes, Optional<Region> edge, Bytes file, Hash sha256)
    implements Dataset {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /// Copies the list.
  public ShapesFile {
    shapes = List.copyOf(shapes);
  }

  /// The layer beside the configuration in `directory`; empty if there is none, or it cannot be
  /// drawn.
  ///
  /// @param flaw told in a sentence why it cannot
  public static Optional<ShapesFile> in(Path directory, MapFile layer, Consumer<String> flaw)
      throws IOException {
    var file = layer.in(directory, flaw);
    return file.isPresent() ? Optional.of(of(file.get())) : Optional.empty();
  }

  /// The file of a layer.
  public static Shelf.Format<ShapesFile> format(MapFile layer) {
    return new Shelf.Format<>() {
      @Override
      public long bytesMax() {
        return MapFile.BYTES_MAX;
      }

      @Override
      public Bytes write(ShapesFile shapes) {
        return shapes.file();
      }

      @Override
      public ShapesFile parse(Bytes bytes) throws MalformedSurveyException {
        layer.check(bytes);
        return ShapesFile.of(bytes);
      }
    };
  }

  /// What is in `file`, of which [MapFile#check] has found that it can be drawn.
  static ShapesFile of(Bytes file) {
    try {
      var collection = MAPPER.readTree(file.toArray());
      List<Shape> shapes = new ArrayList<>();
      for (JsonNode feature : collection.path("features")) {
        shapes.add(Shape.of(feature));
      }
      return new ShapesFile(shapes, MapFile.edge(collection), file, Merkle.sha256(file));
    } catch (IOException | MalformedSurveyException e) {
      throw new IllegalArgumentException("a file that was not checked", e);
    }
  }
}
