package org.sarhad.core.response;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;

/// The rules for handing over the watch.
record WatchRules(Case at) {
  Decision<ResponseFact, ResponseReply, Refusal> offer(ResponseRequest.OfferWatch request) {
    Role role = request.role();
    int last = at.ownSide().watch().lastOffer();
    var id = new WatchId(at.own(), at.nextAfter(last));
    Checklist list = request.checklist();
    return at.objectionsTo(request)
        .optional("standingOrders", list.standingOrders(), at.textMax())
        .optional("remarks", list.remarks(), at.textMax())
        .unless(holds(role), Refusal.NOT_ON_WATCH, role.title())
        .unless(
            request.to().map(officer -> !officer.equals(officer())).orElse(true),
            Refusal.SAME_OFFICER,
            role.title())
        .unless(noAlarm(), Refusal.HANDOVER_DEFERRED_UNACKED_ALARM, alarms())
        .unless(
            Checklists.sameFacts(list, Checklists.of(at.state(), at.own(), list.at())),
            Refusal.CHECKLIST_CHANGED,
            "")
        .unless(last < ResponseId.MAX_NUMBER, Refusal.SERIES_EXHAUSTED, id.toString())
        .otherwise(
            id.toString(),
            () -> List.of(Case.internal(new WatchFact.Offered(id, role, request.to(), list))));
  }

  Decision<ResponseFact, ResponseReply, Refusal> take(ResponseRequest.TakeWatch request) {
    Role role = request.role();
    WatchBook.Watch watch = at.ownSide().watch().of(role);
    Optional<WatchFact.Offered> offer = watch.offer().map(WatchBook.Offer::fact);
    boolean forMe = offer.flatMap(WatchFact.Offered::to).map(officer()::equals).orElse(true);
    boolean emptyChair = watch.holder().isEmpty();
    return at.objectionsTo(request)
        .optional("words", request.words(), at.textMax())
        .unless(
            emptyChair || holds(role) || (offer.isPresent() && forMe),
            Refusal.OFFER_UNKNOWN,
            role.title())
        .unless(!holds(role), Refusal.SAME_OFFICER, role.title())
        .unless(emptyChair || noAlarm(), Refusal.HANDOVER_DEFERRED_UNACKED_ALARM, alarms())
        .unless(
            emptyChair
                || request.checklist().equals(offer.map(offered -> offered.checklist().digest())),
            Refusal.CHECKLIST_CHANGED,
            "")
        .otherwise(role.title(), () -> takeFacts(request, offer.filter(_ -> !emptyChair)));
  }

  /// The signature under the checklist stays inside: even a hash of it could be guessed at.
  private static List<Authored<ResponseFact>> takeFacts(
      ResponseRequest.TakeWatch request, Optional<WatchFact.Offered> offer) {
    var signed =
        new WatchFact.Taken(
            request.role(),
            offer.map(WatchFact.Offered::watch),
            offer.map(offered -> offered.checklist().digest()),
            request.words());
    if (request.audience() == Audience.INTERNAL) {
      return List.of(Case.internal(signed));
    }
    var told =
        new WatchFact.Taken(request.role(), Optional.empty(), Optional.empty(), request.words());
    return told.equals(signed)
        ? List.of(Case.released(told))
        : List.of(Case.internal(signed), Case.released(told));
  }

  Decision<ResponseFact, ResponseReply, Refusal> vacate(ResponseRequest.VacateWatch request) {
    Role role = request.role();
    return at.objectionsTo(request)
        .required("reason", request.reason(), at.textMax())
        .unless(
            at.ownSide().watch().of(role).holder().isPresent(), Refusal.ALREADY_SO, role.title())
        .otherwise(
            role.title(),
            () ->
                List.of(
                    Case.fact(new WatchFact.Vacated(role, request.reason()), request.audience())));
  }

  private OfficerId officer() {
    return at.context().officer();
  }

  private boolean holds(Role role) {
    return at.ownSide()
        .watch()
        .of(role)
        .holder()
        .filter(holder -> holder.officer().equals(officer()))
        .isPresent();
  }

  private boolean noAlarm() {
    return holdingUp().isEmpty();
  }

  private String alarms() {
    return holdingUp().toString();
  }

  /// The alarms that keep the watch where it is. Practice never does.
  private List<IncidentId> holdingUp() {
    return Alarms.sounding(at.state(), at.own()).stream()
        .map(Incident::id)
        .filter(id -> !id.exercise())
        .toList();
  }
}
