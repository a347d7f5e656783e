package org.sarhad.node.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.ground.GeoShelves;
import org.sarhad.node.ground.HeldLine;
import org.sarhad.node.ground.MapFile;
import org.sarhad.node.ground.PointsFile;
import org.sarhad.node.ground.ShapesFile;
import org.sarhad.node.ground.Shelf;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// What the map is drawn of, out of the node's own directory: the operational line, the lands,
/// towns and marks around it, and the operator's posts. Of another border nothing is known here.
/// And every line that was in force here, for what entries name.
final class GeoOperations {
  private static final String GEOJSON = "application/geo+json";
  private static final String NO_POSTS =
      "{\"type\":\"FeatureCollection\",\"features\":[],\"source\":\"posts.geojson beside sarhad.properties\","
          + "\"licence\":\"the operator's\"}";

  private final GeoShelves geo;

  /// @param geo what the node holds
  GeoOperations(GeoShelves geo) {
    this.geo = geo;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getLayer", "/api/v1/geo/{layer}", Access.signedIn(), this::layer),
        Operation.get("getLine", "/api/v1/geo/lines/{sha256}", Access.signedIn(), this::line));
  }

  private Answer layer(Call call) {
    var name = call.part("layer");
    return held(name)
        .<Answer>map(bytes -> new Answer.Lasting(GEOJSON, bytes))
        .orElseGet(() -> Answer.unknown(name));
  }

  private Optional<Bytes> held(String layer) {
    return switch (layer) {
      case "border" -> Optional.of(geo.line().held().map(HeldLine::file).orElse(MapFile.EMPTY));
      case "lands" -> Optional.of(drawn(geo.lands()));
      case "towns" ->
          Optional.of(
              geo.towns()
                  .held()
                  .map(PointsFile::file)
                  .filter(MapFile.TOWNS::canBeDrawn)
                  .orElse(MapFile.EMPTY));
      case "marks" -> Optional.of(drawn(geo.marks()));
      case "posts" ->
          Optional.of(
              geo.posts().held().map(PointsFile::file).orElseGet(() -> Bytes.ofUtf8(NO_POSTS)));
      default -> Optional.empty();
    };
  }

  private static Bytes drawn(Shelf<ShapesFile> layer) {
    return layer.held().map(ShapesFile::file).orElse(MapFile.EMPTY);
  }

  private Answer line(Call call) throws IOException {
    var name = call.part("sha256");
    var wanted = Hash.parseHex(name);
    var versions = geo.line().versions();
    var file =
        wanted.isPresent() && versions.isPresent()
            ? versions.get().find(wanted.get())
            : Optional.<Bytes>empty();
    return file.<Answer>map(bytes -> new Answer.Bytes(GEOJSON, bytes, "line-" + name + ".geojson"))
        .orElseGet(() -> Answer.unknown(name));
  }
}
