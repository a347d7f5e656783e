package org.sarhad.node.api;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.modalities.ResponseTerms;
import org.sarhad.node.api.view.LayerViews;
import org.sarhad.node.ground.GeoShelves;
import org.sarhad.node.ground.HeldSectors;
import org.sarhad.node.ground.SectorsReader;
import org.sarhad.node.ground.Shelf;
import org.sarhad.node.ground.Tray;

/// The reading of sectors (protocol clause 19-10.6). They lie in no file of the node: what is in
/// force is a joint rule, so that a draft of them is for a proposal.
record SectorsImport(GeoShelves geo, Tray<HeldSectors> tray) implements ImportKind<HeldSectors> {
  SectorsImport(GeoShelves geo) {
    this(geo, new Tray<>());
  }

  @Override
  public String code() {
    return "sectors";
  }

  @Override
  public Optional<Shelf<HeldSectors>> shelf() {
    return Optional.empty();
  }

  @Override
  public Tray.Reading<HeldSectors> reading(Call call, InputStream in)
      throws MalformedRequestException {
    call.query().finish();
    return SectorsReader.reading("the file", in, geo.region());
  }

  @Override
  public Object view(Lens lens) {
    var agreed = new ResponseTerms(lens.view().agreed().modalities().settings()).zone();
    var held =
        agreed.sectors().isEmpty()
            ? Optional.<HeldSectors>empty()
            : Optional.of(HeldSectors.of(agreed));
    return new Layers(lens, geo)
        .state(
            this,
            held.map(SectorsImport::layer),
            tray.draft()
                .map(
                    draft ->
                        Layers.draft(
                            draft,
                            layer(draft.thing()),
                            Optional.of(change(agreed, draft.thing().zone())))),
            Optional.empty(),
            List.of());
  }

  private static LayerViews.LayerView layer(HeldSectors held) {
    var sectors = held.zone().sectors();
    var setting = held.zone().toJson();
    return new LayerViews.LayerView(
        held.sha256().hex(),
        setting.toString().length(),
        sectors.size(),
        sectors.stream().mapToLong(sector -> sector.ring().corners().size()).sum(),
        List.of(),
        List.of(),
        sectors.stream()
            .map(
                sector ->
                    new LayerViews.AreaView(sector.name(), Layers.pairs(sector.ring().corners())))
            .toList(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(setting));
  }

  private static LayerViews.ChangeView change(Zone before, Zone after) {
    return new LayerViews.ChangeView(
        before.equals(after),
        Optional.empty(),
        before.sectors().size(),
        after.sectors().size(),
        names(after, before, false),
        names(before, after, false),
        names(after, before, true),
        Optional.empty());
  }

  /// Sectors of `zone` whose name `other` has, with another edge, or has not.
  private static List<String> names(Zone zone, Zone other, boolean isIn) {
    return zone.sectors().stream()
        .filter(
            sector ->
                isIn == other.sectors().stream().anyMatch(one -> one.name().equals(sector.name())))
        .filter(sector -> !other.sectors().contains(sector))
        .map(Zone.Sector::name)
        .toList();
  }
}
