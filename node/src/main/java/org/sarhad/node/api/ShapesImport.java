package org.sarhad.node.api;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sarhad.core.geo.Region;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.LayerViews;
import org.sarhad.node.ground.GeoShelves;
import org.sarhad.node.ground.MapFile;
import org.sarhad.node.ground.Shape;
import org.sarhad.node.ground.ShapesFile;
import org.sarhad.node.ground.ShapesReader;
import org.sarhad.node.ground.Shelf;
import org.sarhad.node.ground.Tray;

/// The import of what the map shows around the line (protocol clause 19-10.7): outlines of lands,
/// or ports, rivers, lakes and salt flats.
record ShapesImport(String code, GeoShelves geo, MapFile layer, Shelf<ShapesFile> shapes)
    implements ImportKind<ShapesFile> {
  static ShapesImport lands(GeoShelves geo) {
    return new ShapesImport("lands", geo, MapFile.LANDS, geo.lands());
  }

  static ShapesImport marks(GeoShelves geo) {
    return new ShapesImport("marks", geo, MapFile.MARKS, geo.marks());
  }

  @Override
  public Optional<Shelf<ShapesFile>> shelf() {
    return Optional.of(shapes);
  }

  @Override
  public Tray<ShapesFile> tray() {
    return shapes.tray();
  }

  @Override
  public Tray.Reading<ShapesFile> reading(Call call, InputStream in)
      throws MalformedRequestException {
    call.query().finish();
    return ShapesReader.reading(layer, "the file", in, region());
  }

  /// Lands say themselves what the map shows; marks lie in it.
  private Optional<Region> region() {
    return layer == MapFile.LANDS ? geo.surroundings() : geo.shown();
  }

  // ---- showing --------------------------------------------------------------------------------

  @Override
  public Object view(Lens lens) {
    var held = shapes.held();
    return new Layers(lens, geo)
        .state(
            this,
            held.map(ShapesImport::layer),
            tray()
                .draft()
                .map(
                    draft ->
                        Layers.draft(
                            draft, layer(draft.thing()), Optional.of(change(held, draft.thing())))),
            Optional.empty(),
            List.of());
  }

  private static LayerViews.LayerView layer(ShapesFile file) {
    long points = file.shapes().stream().mapToLong(Shape::points).sum();
    return new LayerViews.LayerView(
        file.sha256().hex(),
        file.file().size(),
        file.shapes().size(),
        points,
        file.shapes().stream()
            .flatMap(shape -> shape.courses().stream())
            .map(course -> Layers.drawn(course, points))
            .toList(),
        file.shapes().stream().flatMap(ShapesImport::point).toList(),
        file.shapes().stream().flatMap(shape -> areas(shape, points)).toList(),
        file.edge().map(ShapesImport::edge),
        Optional.empty(),
        Optional.empty());
  }

  private static List<BigDecimal> edge(Region edge) {
    return edge.corners().stream().flatMap(corner -> GeoViews.pair(corner).stream()).toList();
  }

  private static Stream<LayerViews.PointView> point(Shape shape) {
    return shape.at().stream().map(at -> new LayerViews.PointView(shape.name(), GeoViews.of(at)));
  }

  private static Stream<LayerViews.AreaView> areas(Shape shape, long points) {
    return shape.areas().stream()
        .flatMap(area -> area.edges().stream())
        .map(edge -> new LayerViews.AreaView(shape.name(), Layers.drawn(edge, points)));
  }

  // ---- what changes ---------------------------------------------------------------------------

  private static LayerViews.ChangeView change(Optional<ShapesFile> held, ShapesFile after) {
    var old = held.map(ShapesImport::byName).orElse(Map.of());
    var now = byName(after);
    return Layers.change(
        held.filter(before -> before.sha256().equals(after.sha256())).isPresent(),
        held.map(before -> before.shapes().size()).orElse(0),
        after.shapes().size(),
        old,
        now);
  }

  /// All that have a name. A land may be in several features, and a port be called as its town is.
  private static Map<String, List<Shape>> byName(ShapesFile file) {
    var byName = new TreeMap<String, List<Shape>>();
    file.shapes().stream()
        .filter(shape -> !shape.name().isBlank())
        .forEach(
            shape ->
                byName.merge(
                    shape.name(),
                    List.of(shape),
                    (some, one) -> Stream.concat(some.stream(), one.stream()).toList()));
    return byName;
  }
}
