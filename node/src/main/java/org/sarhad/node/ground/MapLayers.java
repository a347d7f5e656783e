package org.sarhad.node.ground;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.sarhad.tlog.Bytes;

/// What lies around the line on the map, as GeoJSON that can be drawn; for the eye alone.
///
/// @param lands outlines of countries, [MapFile#EMPTY] if there are none
/// @param marks ports, rivers, lakes and salt flats, the same
public record MapLayers(Bytes lands, Bytes marks) {
  /// Of a node without any.
  public static final MapLayers NONE = new MapLayers(MapFile.EMPTY, MapFile.EMPTY);

  /// Those beside the configuration in `directory`.
  ///
  /// @param flaw told in a sentence what cannot be drawn, and why
  public static MapLayers in(Path directory, Consumer<String> flaw) throws IOException {
    return new MapLayers(MapFile.LANDS.in(directory, flaw), MapFile.MARKS.in(directory, flaw));
  }
}
