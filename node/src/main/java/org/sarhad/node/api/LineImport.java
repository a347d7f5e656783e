package org.sarhad.node.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sarhad.core.geo.LineGap;
import org.sarhad.core.joint.LinePoints;
import org.sarhad.core.modalities.ResponseTerms;
import org.sarhad.core.modalities.ZoneSettings;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.LayerViews;
import org.sarhad.node.ground.Draft;
import org.sarhad.node.ground.GeoShelves;
import org.sarhad.node.ground.HeldLine;
import org.sarhad.node.ground.LineReader;
import org.sarhad.node.ground.Shelf;
import org.sarhad.node.ground.Tray;
import org.sarhad.node.ground.Versions;
import org.sarhad.node.machine.LinkView;

/// The import of the operational line (protocol clause 19-10): judged against the ground that is
/// held, drawn beside the line in force, and held against the one that is agreed.
record LineImport(Surface surface, GeoShelves geo) implements ImportKind<HeldLine> {
  private static final Map<String, Boolean> BOTH = Map.of("true", true, "false", false);

  @Override
  public String code() {
    return "line";
  }

  @Override
  public Optional<Shelf<HeldLine>> shelf() {
    return Optional.of(geo.line());
  }

  @Override
  public Tray<HeldLine> tray() {
    return geo.line().tray();
  }

  @Override
  public Tray.Reading<HeldLine> reading(Call call, InputStream in)
      throws MalformedRequestException {
    var query = call.query();
    boolean isAlone = query.choice("withoutGround", BOTH, false);
    query.finish();
    var view = surface.look(call).view();
    var peers = view.links().stream().map(LinkView::peer).collect(Collectors.toSet());
    var rules =
        isAlone
            ? new LineReader.Rules(
                surface.parties().ownId(), peers, Optional.empty(), Optional.empty())
            : new LineReader.Rules(
                surface.parties().ownId(),
                peers,
                geo.region(),
                geo.ground().held().map(held -> held.grid()));
    return LineReader.reading("the file", in, rules);
  }

  // ---- showing --------------------------------------------------------------------------------

  @Override
  public Object view(Lens lens) {
    var held = geo.line().held();
    return new Layers(lens, geo)
        .state(
            this,
            held.map(line -> layer(lens, line)),
            tray().draft().map(draft -> draft(lens, draft, held)),
            Layers.agreed(lens, ZoneSettings.REFERENCE_LINE),
            versions());
  }

  private List<LayerViews.VersionView> versions() {
    try {
      var kept = geo.line().versions();
      return kept.isEmpty()
          ? List.of()
          : kept.get().list().stream().map(LineImport::version).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LayerViews.VersionView version(Versions.Version version) {
    return new LayerViews.VersionView(version.sha256().hex(), version.bytes(), version.since());
  }

  private static LayerViews.LayerView layer(Lens lens, HeldLine line) {
    long points = line.drawn().stream().mapToLong(piece -> piece.points().size()).sum();
    return new LayerViews.LayerView(
        line.sha256().hex(),
        line.file().size(),
        line.drawn().size(),
        points,
        line.drawn().stream().map(piece -> Layers.drawn(piece.points(), points)).toList(),
        List.of(),
        List.of(),
        Optional.empty(),
        line.line().pieces().isEmpty() || line.drawn().isEmpty()
            ? Optional.empty()
            : Optional.of(course(lens, line)),
        Optional.empty());
  }

  private static LayerViews.CourseView course(Lens lens, HeldLine line) {
    var whole = line.line().whole();
    var zone = new ResponseTerms(lens.view().agreed().modalities().settings()).zone();
    var sectors =
        zone.sectors().isEmpty()
            ? List.<LayerViews.SectorView>of()
            : LinePoints.of(line.border(), zone).bySector(zone).entrySet().stream()
                .map(
                    sector ->
                        new LayerViews.SectorView(
                            sector.getKey(),
                            (long) sector.getValue().size() * LinePoints.SPACING_M))
                .toList();
    return new LayerViews.CourseView(
        line.drawn().stream().mapToLong(piece -> piece.lengthM()).sum(),
        line.line().uncertaintyM(),
        whole.map(course -> course.left().value()),
        whole.map(course -> course.right().value()),
        sectors);
  }

  private static LayerViews.DraftView draft(
      Lens lens, Draft<HeldLine> draft, Optional<HeldLine> held) {
    return Layers.draft(
        draft, layer(lens, draft.thing()), held.map(line -> change(line, draft.thing())));
  }

  private static LayerViews.ChangeView change(HeldLine before, HeldLine after) {
    return new LayerViews.ChangeView(
        before.sha256().equals(after.sha256()),
        LineGap.between(before.drawn(), after.drawn())
            .map(gap -> new LayerViews.GapView(GeoViews.of(gap.at()), gap.metres())),
        before.drawn().size(),
        after.drawn().size(),
        List.of(),
        List.of(),
        List.of(),
        after
            .trial()
            .map(trial -> new LayerViews.GroundView(trial.sidesChanged(), trial.gatesOff())));
  }
}
