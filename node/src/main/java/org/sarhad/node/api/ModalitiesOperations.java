package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.modalities.Catalogue;
import org.sarhad.core.modalities.Document;
import org.sarhad.core.modalities.ModalitiesState;
import org.sarhad.core.modalities.Offer;
import org.sarhad.core.modalities.Setting;
import org.sarhad.core.modalities.Settings;
import org.sarhad.core.modalities.Suspension;
import org.sarhad.core.modalities.Version;
import org.sarhad.core.modalities.ZoneSettings;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.ModalitiesViews;

/// The agreed rules: what is in force and final, what is offered, and every setting the machines
/// obey. Offering and signing them is a joint act; suspending them, a statement.
final class ModalitiesOperations {
  /// Documents that are listed here, the newest; [DocumentOperations] has them all.
  private static final int OFFERS_MAX = 50;

  private final Surface surface;

  ModalitiesOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getModalities", "/api/v1/modalities", Access.signedIn(), this::modalities));
  }

  private Answer modalities(Call call) throws MalformedRequestException {
    call.query().finish();
    var lens = surface.look(call);
    var agreed = lens.view().agreed().modalities();
    var known = lens.view().expected().modalities();
    return Answer.ok(
        new ModalitiesViews.Overview(
            agreed.inForce().map(version -> version(lens, version)),
            agreed.isSuspended(),
            known.nextNumber(),
            known
                .toBeSuperseded()
                .map(
                    act ->
                        new ModalitiesViews.Reference(
                            lens.entryName(act.entry()), act.leaf().toString())),
            new Documents(lens)
                .newestFirst()
                .limit(OFFERS_MAX)
                .map(offer -> offer(lens, known, offer))
                .toList(),
            known.suspensions().stream()
                .flatMap(side -> suspension(lens, side.key(), side.value()))
                .toList(),
            agreed
                .settings()
                .find(ZoneSettings.REFERENCE_LINE)
                .map(line -> Codes.of(lens.border().against(line))),
            Catalogue.all().stream().map(setting -> setting(agreed.settings(), setting)).toList()));
  }

  private static ModalitiesViews.VersionView version(Lens lens, Version version) {
    var document = version.document();
    return new ModalitiesViews.VersionView(
        version.number(),
        lens.entryName(version.act()),
        leaf(lens, version),
        version.began().map(lens::entryName).orElse(""),
        document.reviewBy(),
        lens.now().isAfter(document.reviewBy()),
        document.toJson());
  }

  /// What both sides have signed for.
  private static String leaf(Lens lens, Version version) {
    return lens.view()
        .agreed()
        .modalities()
        .offers()
        .get(version.act())
        .act()
        .proposal()
        .leaf()
        .toString();
  }

  private static ModalitiesViews.OfferView offer(Lens lens, ModalitiesState known, Offer offer) {
    return new ModalitiesViews.OfferView(
        lens.entryName(offer.id()),
        offer.document().map(Document::number),
        known.stage(offer.id()).map(Codes::of).orElse(""));
  }

  /// A suspension that lasts, and a notice that waits, each as one.
  private static Stream<ModalitiesViews.SuspensionView> suspension(
      Lens lens, PartyId party, Suspension said) {
    var lasting =
        said.active().stream()
            .map(
                active ->
                    new ModalitiesViews.SuspensionView(
                        party.value(),
                        Optional.of(lens.entryName(active.by())),
                        Optional.empty(),
                        active.isEmergency(),
                        Optional.empty(),
                        active.reason()));
    var noticed =
        said.notice().stream()
            .map(
                notice ->
                    new ModalitiesViews.SuspensionView(
                        party.value(),
                        Optional.of(lens.entryName(notice.entry())),
                        Optional.of(notice.entry().toString()),
                        false,
                        Optional.of(notice.from()),
                        notice.reason()));
    return Stream.concat(lasting, noticed);
  }

  private static ModalitiesViews.SettingView setting(Settings agreed, Setting<?> setting) {
    return new ModalitiesViews.SettingView(
        setting.key(),
        setting.type().unit(),
        agreed.spelled(setting).map(value -> value),
        agreed.values().containsKey(setting.key()),
        setting.meaning());
  }
}
