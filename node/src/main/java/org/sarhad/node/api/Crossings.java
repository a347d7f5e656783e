package org.sarhad.node.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.crossing.Breach;
import org.sarhad.core.crossing.Charge;
import org.sarhad.core.crossing.Crossing;
import org.sarhad.core.crossing.CrossingClocks;
import org.sarhad.core.crossing.CrossingDuty;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.CrossingGrounds;
import org.sarhad.core.crossing.CrossingRefusal;
import org.sarhad.core.crossing.CrossingStage;
import org.sarhad.core.crossing.CrossingState;
import org.sarhad.core.crossing.CrossingTerms;
import org.sarhad.core.crossing.LaneUse;
import org.sarhad.core.crossing.LaneWork;
import org.sarhad.core.crossing.Leave;
import org.sarhad.core.crossing.Stop;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.crossing.Visit;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.register.Word;
import org.sarhad.core.register.Wording;
import org.sarhad.core.response.Unit;
import org.sarhad.core.response.UnitId;
import org.sarhad.core.response.UnitType;
import org.sarhad.node.api.view.ActViews;
import org.sarhad.node.api.view.CrossingViews;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.OverviewView.ClockView;

/// Crossings as the contract shows them, by everything that is known: a STOP counts from when it is
/// known, final or not.
final class Crossings {
  private final Lens lens;
  private final CrossingState known;
  private final CrossingState agreed;
  private final CrossingGrounds grounds;
  private final List<CrossingDuty> duties;

  Crossings(Lens lens) {
    this.lens = lens;
    var expected = lens.view().expected();
    this.known = expected.crossings();
    this.agreed = lens.view().agreed().crossings();
    this.grounds = expected.crossingGrounds();
    this.duties =
        new CrossingClocks(
                known,
                grounds,
                lens.own(),
                lens.now(),
                lens.silentSince(),
                entry ->
                    lens.view()
                        .times(entry)
                        .received()
                        .flatMap(receipt -> receipt.bracket().notAfter()))
            .duties();
  }

  /// All of them, the newest first.
  Stream<Crossing> all() {
    return known
        .crossings()
        .values()
        .sorted(Comparator.comparing((Crossing one) -> one.leave().from()).reversed());
  }

  /// The crossing that was asked for, or begun, by that entry.
  Optional<Crossing> find(EntryId id) {
    return known.crossing(id);
  }

  /// Whether somebody still has to do something about it, or may.
  boolean isCurrent(Crossing crossing) {
    return switch (stage(crossing)) {
      case ASKED, GRANTED, LIVE, STOPPED, REPORT_DUE, REPORT_OVERDUE -> true;
      case NOT_GIVEN, VOID, REPLACED, ENDED, REPORTED ->
          known.insideUnder(crossing.id()).findAny().isPresent();
    };
  }

  /// Everything about the crossings of a page, with all STOPs that name none and all breaches.
  CrossingViews.CrossingList list(Paging<Crossing> page) {
    return new CrossingViews.CrossingList(
        lens.now(),
        page.items().stream().map(this::view).toList(),
        page.total(),
        page.next(),
        known
            .stops()
            .values()
            .filter(stop -> stop.said().said().crossing().isEmpty())
            .map(this::stop)
            .toList(),
        known.breaches().values().map(this::breach).toList());
  }

  /// The clocks of all crossings, the soonest due first.
  List<ClockView> clocks() {
    return duties.stream().map(this::clock).toList();
  }

  CrossingViews.CrossingView view(Crossing crossing) {
    var leave = crossing.leave();
    return new CrossingViews.CrossingView(
        lens.entryName(crossing.id()),
        crossing.id().toString(),
        crossing.isInLane() ? "fast_lane" : "assent",
        leave.incident().value(),
        leave.visitor().value(),
        leave.host().value(),
        Codes.of(stage(crossing)),
        isFinal(crossing),
        new CrossingViews.WindowView(leave.from(), leave.until(), answerBy(crossing)),
        leave.units().stream().map(unit -> unit(crossing, unit)).toList(),
        leave.area().map(area -> area.corners().stream().map(GeoViews::of).toList()),
        purpose(leave).toJson(),
        terms(leave).flatMap(CrossingTerms::conditions).map(Wording::toJson),
        terms(leave).map(said -> List.copyOf(said.languages())).orElse(List.of()),
        charge(crossing),
        stops(crossing),
        crossing.course().ended().map(this::end),
        reports(crossing),
        duties.stream()
            .filter(duty -> duty.subject().equals(crossing.id()) || isStopOf(duty, crossing))
            .map(this::clock)
            .toList(),
        crossing.grant().flaw().map(Crossings::why));
  }

  private CrossingStage stage(Crossing crossing) {
    return crossing.stage(lens.now(), grounds.report());
  }

  /// Whether what is signed and said about it here is final as it is.
  private boolean isFinal(Crossing crossing) {
    return agreed.crossing(crossing.id()).equals(Optional.of(crossing));
  }

  /// By when an open proposal is to be answered.
  private Optional<Instant> answerBy(Crossing crossing) {
    return lens.view()
        .expected()
        .acts()
        .act(crossing.id())
        .filter(act -> act.isOpen())
        .flatMap(act -> act.proposal().said().expires());
  }

  private static Optional<CrossingTerms> terms(Leave leave) {
    return leave instanceof CrossingTerms terms ? Optional.of(terms) : Optional.empty();
  }

  private static Wording purpose(Leave leave) {
    return switch (leave) {
      case CrossingTerms terms -> terms.purpose();
      case LaneUse use -> use.said().purpose();
    };
  }

  // ---- units ----------------------------------------------------------------------------------

  private CrossingViews.UnitView unit(Crossing crossing, UnitName unit) {
    var visit = crossing.course().visits().find(unit);
    return new CrossingViews.UnitView(
        unit.toString(),
        service(crossing, unit).map(Codes::of),
        crossing.isLeaveFor(unit, lens.now()),
        known.insideUnder(crossing.id()).anyMatch(unit::equals),
        visit.map(seen -> seen.entered().said()),
        visit.flatMap(Visit::left).map(Word::said),
        crossing.course().stopped().find(unit).map(lens::entryName),
        doubts(crossing, unit));
  }

  private static Optional<LaneWork> service(Crossing crossing, UnitName unit) {
    return crossing.leave() instanceof LaneUse use
        ? Optional.ofNullable(use.said().services().get(unit))
        : Optional.empty();
  }

  /// What the joint order cannot know and this side sees: a unit that it was never shown, or one in
  /// the fast lane that is no ambulance and no fire engine.
  private List<String> doubts(Crossing crossing, UnitName name) {
    var unit = lens.response().unit(new UnitId(name.owner(), name.number()));
    var doubts = new ArrayList<String>();
    if (unit.flatMap(Unit::shown).isEmpty()) {
      doubts.add("not_shown");
    }
    var wanted =
        service(crossing, name)
            .map(service -> service == LaneWork.MEDICAL ? UnitType.AMBULANCE : UnitType.FIRE);
    if (wanted.isPresent()
        && unit.map(seen -> seen.description().type()).filter(wanted.get()::equals).isEmpty()) {
      doubts.add("other_type");
    }
    return List.copyOf(doubts);
  }

  // ---- charge and STOP ------------------------------------------------------------------------

  private CrossingViews.ChargeView charge(Crossing crossing) {
    var role = grounds.limits().hostRole();
    return new CrossingViews.ChargeView(
        role.code(),
        crossing
            .inCharge()
            .map(
                officer ->
                    lens.author(crossing.leave().host(), Optional.of(officer), Optional.of(role))),
        crossing.course().charge().flatMap(Charge::by).map(lens::entryName));
  }

  private List<CrossingViews.StopView> stops(Crossing crossing) {
    return known.stops().values().filter(stop -> isAbout(stop, crossing)).map(this::stop).toList();
  }

  private static boolean isAbout(Stop stop, Crossing crossing) {
    return stop.said().said().crossing().equals(Optional.of(crossing.id()))
        || crossing.course().stopped().values().anyMatch(stop.id()::equals);
  }

  private boolean isStopOf(CrossingDuty duty, Crossing crossing) {
    return known.stop(duty.subject()).filter(stop -> isAbout(stop, crossing)).isPresent();
  }

  private CrossingViews.StopView stop(Stop stop) {
    return new CrossingViews.StopView(
        lens.entryName(stop.id()),
        stop.id().toString(),
        lens.author(
            stop.by(),
            lens.view().entry(stop.id()).flatMap(entry -> entry.author()),
            Optional.empty()),
        stop.said().at(),
        stop.said().said().reason().map(Wording::toJson),
        stop.units().stream().map(unit -> confirmation(stop, unit)).toList());
  }

  private CrossingViews.ConfirmationView confirmation(Stop stop, UnitName unit) {
    var word = stop.confirmed().find(unit);
    return new CrossingViews.ConfirmationView(
        unit.toString(),
        word.map(Word::said),
        word.map(Word::entry).map(lens::entryName),
        duties.stream()
            .filter(
                duty -> duty.subject().equals(stop.id()) && duty.unit().equals(Optional.of(unit)))
            .findFirst()
            .map(this::clock));
  }

  // ---- the end --------------------------------------------------------------------------------

  private CrossingViews.EndView end(Word<CrossingFact.End> ended) {
    return new CrossingViews.EndView(
        Codes.of(ended.said()), ended.at(), lens.entryName(ended.entry()));
  }

  private CrossingViews.ReportsView reports(Crossing crossing) {
    return new CrossingViews.ReportsView(
        crossing.owesReport() && crossing.isOverAt(lens.now()),
        crossing.reportDue(grounds.report()),
        crossing.course().overdue().map(lens::entryName),
        crossing.course().reports().stream()
            .map(
                report ->
                    new CrossingViews.ReportView(
                        report.key().value(),
                        report.value().at(),
                        lens.entryName(report.value().entry()),
                        report.value().said().done().toJson(),
                        report.value().said().restrictions().map(Wording::toJson)))
            .toList());
  }

  private CrossingViews.BreachView breach(Breach breach) {
    return new CrossingViews.BreachView(
        lens.entryName(breach.id()),
        breach.by().value(),
        breach.said().said().unit().toString(),
        breach.said().said().at(),
        breach.left().map(Word::said),
        why(breach.why()));
  }

  private static ActViews.VoidView why(CrossingRefusal refusal) {
    return new ActViews.VoidView(
        "crossing." + refusal.name().toLowerCase(Locale.ROOT), refusal.sentence());
  }

  private ClockView clock(CrossingDuty duty) {
    return new ClockView(
        switch (duty.what()) {
          case CONFIRM_STOP -> "crossing_stop";
          case GO_BACK -> "crossing_return";
          case REPORT -> "crossing_report";
        },
        duty.unit().map(UnitName::toString).orElseGet(() -> lens.entryName(duty.subject())),
        duty.incident().map(Object::toString),
        duty.owner().value(),
        Optional.empty(),
        duty.started(),
        duty.due(),
        Codes.of(duty.status()),
        duty.audible());
  }
}
