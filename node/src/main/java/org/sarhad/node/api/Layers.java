package org.sarhad.node.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.sarhad.core.geo.Position;
import org.sarhad.core.modalities.DatasetRef;
import org.sarhad.core.modalities.Setting;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.LayerViews;
import org.sarhad.node.ground.Dataset;
import org.sarhad.node.ground.Draft;
import org.sarhad.node.ground.GeoShelves;
import org.sarhad.node.ground.Refusal;

/// What all kinds of imported geography have in common when they are shown.
final class Layers {
  /// Most points with which a line is drawn.
  private static final int DRAWN_MAX = 3_000;

  private static final int REFUSALS_SHOWN = 200;

  /// Most names that are told of what changes.
  private static final int NAMES_MAX = 200;

  private final Lens lens;
  private final GeoShelves geo;

  Layers(Lens lens, GeoShelves geo) {
    this.lens = lens;
    this.geo = geo;
  }

  <T extends Dataset> LayerViews.State state(
      ImportKind<T> kind,
      Optional<LayerViews.LayerView> held,
      Optional<LayerViews.DraftView> draft,
      Optional<LayerViews.AgreedView> agreed,
      List<LayerViews.VersionView> versions) {
    return new LayerViews.State(
        lens.now(),
        kind.code(),
        held,
        kind.shelf().filter(shelf -> shelf.hasFormer()).isPresent(),
        kind.tray().reading().stream().boxed().findFirst(),
        draft,
        agreed,
        geo.line().held().isPresent(),
        geo.ground().held().isPresent(),
        versions);
  }

  static Optional<LayerViews.AgreedView> agreed(Lens lens, Setting<DatasetRef> setting) {
    return lens.view()
        .agreed()
        .modalities()
        .settings()
        .find(setting)
        .map(
            agreed ->
                new LayerViews.AgreedView(
                    agreed.name(), agreed.version(), agreed.sha256().hex(), agreed.uncertaintyM()));
  }

  static <T extends Dataset> LayerViews.DraftView draft(
      Draft<T> draft, LayerViews.LayerView layer, Optional<LayerViews.ChangeView> change) {
    return new LayerViews.DraftView(
        layer,
        draft.isFit(),
        draft.refused(),
        draft.refusals().stream().limit(REFUSALS_SHOWN).map(Layers::refusal).toList(),
        change);
  }

  /// What would be there, what would be gone and what would be another one, by their names.
  static LayerViews.ChangeView change(
      boolean isSame, int before, int after, Map<String, ?> old, Map<String, ?> now) {
    return new LayerViews.ChangeView(
        isSame,
        Optional.empty(),
        before,
        after,
        names(now, name -> !old.containsKey(name)),
        names(old, name -> !now.containsKey(name)),
        names(now, name -> old.containsKey(name) && !Objects.equals(now.get(name), old.get(name))),
        Optional.empty());
  }

  private static List<String> names(Map<String, ?> of, Predicate<String> which) {
    return of.keySet().stream().filter(which).limit(NAMES_MAX).toList();
  }

  private static LayerViews.RefusalView refusal(Refusal refusal) {
    return new LayerViews.RefusalView(
        refusal.feature() == 0 ? Optional.empty() : Optional.of(refusal.feature()),
        refusal.flaw().map(Codes::of).orElse("other"),
        refusal.sentence(),
        refusal.where().map(GeoViews::of));
  }

  /// Longitude before latitude.
  static List<List<BigDecimal>> pairs(List<Position> points) {
    return points.stream().map(GeoViews::pair).toList();
  }

  /// A piece of a line, or an edge, as it is drawn: no more than a screen can show of all of them
  /// together.
  ///
  /// @param points of all of them
  static List<List<BigDecimal>> drawn(List<Position> piece, long points) {
    int step = Math.toIntExact(Math.ceilDiv(points, DRAWN_MAX));
    List<Position> some = new ArrayList<>();
    for (int i = 0; i < piece.size() - 1; i += step) {
      some.add(piece.get(i));
    }
    some.add(piece.getLast());
    return pairs(some);
  }
}
