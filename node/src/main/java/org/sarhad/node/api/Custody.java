package org.sarhad.node.api;

import java.util.Comparator;
import java.util.List;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.AccessRequest;
import org.sarhad.core.inquiry.Custodian;
import org.sarhad.core.inquiry.Description;
import org.sarhad.core.inquiry.Exhibit;
import org.sarhad.core.inquiry.Manifest;
import org.sarhad.core.inquiry.MatterFile;
import org.sarhad.core.inquiry.Transfer;
import org.sarhad.node.api.view.CustodyViews;
import org.sarhad.node.api.view.GeoViews;

/// Exhibits of one matter as the contract shows them: which copy of what, how far open, who has
/// kept it since, who asked to see it (protocol clause 09-5).
final class Custody {
  private final MatterFile file;
  private final Naming naming;

  Custody(MatterFile file, Naming naming) {
    this.file = file;
    this.naming = naming;
  }

  /// All exhibits, in the order of their registration.
  List<Exhibit> all() {
    return file.exhibits()
        .items()
        .values()
        .sorted(Comparator.comparingLong(item -> item.registered().place()))
        .toList();
  }

  CustodyViews.ExhibitView view(Exhibit item) {
    Exhibit.Lineage lineage = item.lineage();
    return new CustodyViews.ExhibitView(
        naming.entry(item.id()),
        item.id().toString(),
        item.holder().value(),
        item.registered().time(),
        naming.isFinal(item.id()),
        item.sha256().hex(),
        Codes.of(lineage.copy()),
        lineage.of().map(naming::entry),
        lineage.original().map(original -> original.hex()),
        lineage.redaction().map(Claims::words),
        Codes.of(item.opening().level()),
        item.opening().since().time(),
        item.opening().description().map(Custody::description),
        item.opening().manifest().map(Custody::manifest),
        item.custodian().map(Custody::custodian),
        item.custody().values().map(this::transfer).toList(),
        file.exhibits().madeOf(item.id()).map(Exhibit::id).map(naming::entry).toList(),
        requests(item.id()));
  }

  private List<CustodyViews.RequestView> requests(EntryId item) {
    return file.exhibits()
        .requests()
        .values()
        .filter(request -> request.said().exhibit().equals(item))
        .map(this::request)
        .toList();
  }

  private CustodyViews.RequestView request(AccessRequest request) {
    var asked = request.asked();
    return new CustodyViews.RequestView(
        naming.entry(asked.entry()),
        asked.entry().toString(),
        asked.by().value(),
        asked.time(),
        Codes.of(request.said().wanted()),
        Claims.words(request.said().reason()),
        request
            .answer()
            .map(
                answer ->
                    new CustodyViews.AnswerView(
                        naming.entry(answer.given().entry()),
                        answer.given().by().value(),
                        answer.given().time(),
                        Codes.of(answer.said().answer()),
                        Claims.words(answer.said().reason()))));
  }

  private static CustodyViews.DescriptionView description(Description said) {
    return new CustodyViews.DescriptionView(
        Claims.words(said.words()),
        said.media(),
        said.sizeBytes(),
        said.collected().from(),
        said.collected().to(),
        GeoViews.of(said.place()),
        custodian(said.custodian()));
  }

  private static CustodyViews.ManifestView manifest(Manifest manifest) {
    return new CustodyViews.ManifestView(
        manifest.digest().hex(), manifest.chunks().size(), manifest.sizeBytes());
  }

  private static CustodyViews.CustodianView custodian(Custodian keeper) {
    return new CustodyViews.CustodianView(keeper.organisation(), keeper.function());
  }

  private CustodyViews.TransferView transfer(Transfer passed) {
    return new CustodyViews.TransferView(
        naming.entry(passed.stated().entry()),
        passed.said().at(),
        custodian(passed.said().from()),
        custodian(passed.said().to()),
        Claims.words(passed.said().reason()),
        passed.stated().time());
  }
}
