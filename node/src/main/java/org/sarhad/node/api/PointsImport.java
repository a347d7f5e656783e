package org.sarhad.node.api;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.LayerViews;
import org.sarhad.node.ground.GeoShelves;
import org.sarhad.node.ground.PointsFile;
import org.sarhad.node.ground.PointsReader;
import org.sarhad.node.ground.Shelf;
import org.sarhad.node.ground.Tray;

/// The import of named points (protocol clause 19-10.5): posts, which are to be certainly on own
/// soil, or towns, which may be anywhere.
///
/// @param own the side on whose soil they are to be, if they are
record PointsImport(String code, GeoShelves geo, Shelf<PointsFile> points, Optional<PartyId> own)
    implements ImportKind<PointsFile> {
  static PointsImport posts(Surface surface, GeoShelves geo) {
    return new PointsImport("posts", geo, geo.posts(), Optional.of(surface.parties().ownId()));
  }

  static PointsImport towns(GeoShelves geo) {
    return new PointsImport("towns", geo, geo.towns(), Optional.empty());
  }

  @Override
  public Optional<Shelf<PointsFile>> shelf() {
    return Optional.of(points);
  }

  @Override
  public Tray<PointsFile> tray() {
    return points.tray();
  }

  @Override
  public Tray.Reading<PointsFile> reading(Call call, InputStream in)
      throws MalformedRequestException {
    call.query().finish();
    var rules = new PointsReader.Rules(geo.region(), own, geo.border().soil());
    return PointsReader.reading("the file", in, rules);
  }

  @Override
  public Object view(Lens lens) {
    var held = points.held();
    return new Layers(lens, geo)
        .state(
            this,
            held.map(PointsImport::layer),
            tray()
                .draft()
                .map(
                    draft ->
                        Layers.draft(
                            draft, layer(draft.thing()), Optional.of(change(held, draft.thing())))),
            Optional.empty(),
            List.of());
  }

  private static LayerViews.LayerView layer(PointsFile file) {
    return new LayerViews.LayerView(
        file.sha256().hex(),
        file.file().size(),
        file.places().size(),
        file.places().size(),
        List.of(),
        file.places().stream().flatMap(PointsImport::point).toList(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Stream<LayerViews.PointView> point(Place place) {
    return place.position().stream()
        .map(at -> new LayerViews.PointView(place.label(), GeoViews.of(at)));
  }

  // ---- what changes ---------------------------------------------------------------------------

  private static LayerViews.ChangeView change(Optional<PointsFile> held, PointsFile after) {
    var old = held.map(PointsImport::byName).orElse(Map.of());
    var now = byName(after);
    return Layers.change(
        held.filter(before -> before.sha256().equals(after.sha256())).isPresent(),
        old.size(),
        now.size(),
        old,
        now);
  }

  private static Map<String, Position> byName(PointsFile file) {
    var byName = new TreeMap<String, Position>();
    file.places()
        .forEach(place -> byName.putIfAbsent(place.label(), place.position().orElseThrow()));
    return byName;
  }
}
