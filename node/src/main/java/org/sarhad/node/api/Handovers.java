package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.act.Act;
import org.sarhad.core.handover.Charge;
import org.sarhad.core.handover.HandoverState;
import org.sarhad.core.handover.Holding;
import org.sarhad.core.handover.Offer;
import org.sarhad.core.handover.Part;
import org.sarhad.core.handover.Passage;
import org.sarhad.core.register.IncidentName;
import org.sarhad.node.api.view.HandoverViews;

/// Who is responsible for which incident as the contract shows it: by everything that is known, and
/// whether that is final.
final class Handovers {
  private final Lens lens;
  private final HandoverState known;
  private final HandoverState agreed;

  Handovers(Lens lens) {
    this.lens = lens;
    this.known = lens.view().expected().handovers();
    this.agreed = lens.view().agreed().handovers();
  }

  /// The incidents of which something was handed over or offered, in the order of their names.
  Stream<IncidentName> incidents() {
    return Stream.concat(
            known.charges().keys(), known.offers().values().map(offer -> offer.terms().incident()))
        .distinct()
        .sorted();
  }

  /// Who is responsible for what of `incident`.
  HandoverViews.ResponsibilityView view(IncidentName incident) {
    var charge = known.charge(incident);
    var offers = known.offers(incident);
    return new HandoverViews.ResponsibilityView(
        incident.value(),
        holding(Part.WHOLE, charge.whole()),
        charge.parts().stream().map(part -> holding(part.key(), part.value())).toList(),
        offers.reversed().stream().map(this::offer).toList(),
        charge.passages().values().map(this::passage).toList().reversed(),
        isFinal(incident, charge, offers));
  }

  private boolean isFinal(IncidentName incident, Charge charge, List<Offer> offers) {
    return agreed.charge(incident).equals(charge) && agreed.offers(incident).equals(offers);
  }

  private HandoverViews.HoldingView holding(Part part, Holding holding) {
    return new HandoverViews.HoldingView(
        part(part),
        holding.side().value(),
        holding.since().map(lens::entryName),
        holding.since().map(Object::toString));
  }

  private static HandoverViews.PartView part(Part part) {
    return new HandoverViews.PartView(Codes.of(part.kind()), part.name());
  }

  private HandoverViews.OfferView offer(Offer offer) {
    var terms = offer.terms();
    return new HandoverViews.OfferView(
        lens.entryName(offer.act()),
        part(terms.part()),
        terms.from().value(),
        terms.to().value(),
        offer.at(),
        Codes.of(known.standing(offer)),
        lens.view()
            .expected()
            .acts()
            .act(offer.act())
            .filter(Act::isOpen)
            .flatMap(act -> act.proposal().said().expires()),
        terms.toJson());
  }

  private HandoverViews.PassageView passage(Passage passage) {
    return new HandoverViews.PassageView(
        part(passage.part()),
        passage.from().value(),
        passage.to().value(),
        lens.entryName(passage.act()),
        lens.entryName(passage.since()),
        passage.at(),
        Codes.of(passage.cause()),
        passage.signatures().stream()
            .map(
                signature ->
                    new HandoverViews.SignatureView(
                        lens.entryName(signature.key()), signature.value().value()))
            .toList());
  }

  /// The name as it is in the record; empty for what is none.
  static Optional<IncidentName> name(String text) {
    try {
      return Optional.of(IncidentName.of(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
