package org.sarhad.node.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sarhad.core.barter.Account;
import org.sarhad.core.barter.Basis;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.Delivery;
import org.sarhad.core.barter.Measured;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.Reservation;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.delivery.Consignment;
import org.sarhad.core.delivery.ControlEvent;
import org.sarhad.core.delivery.ControlPoint;
import org.sarhad.core.delivery.DeliveryFact;
import org.sarhad.core.delivery.DeliveryState;
import org.sarhad.core.delivery.HandlingUnit;
import org.sarhad.core.delivery.Papers;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.MatterFile;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;
import org.sarhad.node.api.view.ActivityViews.SaidView;
import org.sarhad.node.api.view.DeliveryViews;

/// Consignments as the contract shows them: by everything that is known, with the papers that the
/// book keeps (protocol chapter 18).
final class Consignments {
  private static final long RATE_OF_ALL = 10_000;

  /// What of a consignment stands, the last of it first in time.
  enum State {
    /// It goes, and has not left by the book.
    CONSIGNED,
    /// It is on its way.
    DESPATCHED,
    /// Both weights stand.
    RECEIVED,
    /// It was taken over, and nothing of it is open.
    ACCEPTED,
    /// It was taken over but for a slice that only one side has weighed.
    DISPUTED
  }

  private final Lens lens;
  private final Entries entries;
  private final BookState book;
  private final DeliveryState known;
  private final long tolerance;

  Consignments(Lens lens) {
    this.lens = lens;
    this.entries = new Entries(lens);
    this.book = lens.view().expected().book();
    this.known = lens.view().expected().goods();
    this.tolerance = lens.view().agreed().barterSettings().tolerance();
  }

  /// All of them, the newest first.
  List<Consignment> all() {
    return known
        .consignments()
        .values()
        .sorted(
            Comparator.comparing((Consignment one) -> one.consigned().at())
                .thenComparing(Consignment::id)
                .reversed())
        .toList();
  }

  /// The consignment that `id` belongs to: its own entry, or one of its papers.
  Optional<Consignment> find(EntryId id) {
    return known
        .consignments()
        .find(id)
        .or(() -> known.despatches().find(despatchOf(id)).map(known.consignments()::get));
  }

  private EntryId despatchOf(EntryId paper) {
    return book.trade()
        .deliveries()
        .values()
        .filter(delivery -> papersOf(delivery).anyMatch(paper::equals))
        .map(delivery -> delivery.despatch().entry())
        .findFirst()
        .orElse(paper);
  }

  private static Stream<EntryId> papersOf(Delivery delivery) {
    return Stream.concat(
        delivery.arrival().map(there -> there.receipt().entry()).stream(),
        // An act of many is about no one of them.
        delivery.taken().map(Delivery.Taken::act).stream()
            .filter(act -> act.line() == 0)
            .map(VoucherRef::entry));
  }

  State state(Consignment one) {
    Optional<Delivery> delivery = one.despatch().map(book.trade().deliveries()::get);
    if (delivery.isEmpty()) {
      return State.CONSIGNED;
    }
    if (delivery.get().taken().isPresent()) {
      return delivery.get().taken().get().open().isZero() ? State.ACCEPTED : State.DISPUTED;
    }
    return delivery.get().arrival().isPresent() ? State.RECEIVED : State.DESPATCHED;
  }

  // ---- the board ------------------------------------------------------------------------------

  DeliveryViews.Board board() {
    var states = new LinkedHashMap<String, Long>();
    for (State state : State.values()) {
      states.put(Codes.of(state), 0L);
    }
    known.consignments().values().forEach(one -> states.merge(Codes.of(state(one)), 1L, Long::sum));
    return new DeliveryViews.Board(
        lens.now(),
        book.account().map(this::account),
        states,
        book.trade()
            .reservations()
            .values()
            .filter(Reservation::isLive)
            .limit(Paging.LIMIT_MAX)
            .map(this::reservation)
            .toList(),
        book.trade()
            .deliveries()
            .values()
            .filter(delivery -> !known.despatches().containsKey(delivery.despatch().entry()))
            .filter(delivery -> delivery.taken().isEmpty())
            .limit(Paging.LIMIT_MAX)
            .map(this::departure)
            .toList());
  }

  private DeliveryViews.AccountView account(Account account) {
    var next = new LinkedHashMap<String, Integer>();
    for (var kind :
        List.of(
            VoucherKind.DESPATCH,
            VoucherKind.RECEIPT,
            VoucherKind.CERTIFICATE,
            VoucherKind.ACCEPTANCE)) {
      next.put(Codes.of(kind), book.journal().last(lens.own(), kind) + 1);
    }
    return new DeliveryViews.AccountView(
        account.a().value(),
        account.b().value(),
        account.unit(),
        account.dayOf(lens.now()),
        tolerance,
        next);
  }

  private DeliveryViews.ReservationView reservation(Reservation one) {
    Contract contract = book.trade().contract(one);
    return new DeliveryViews.ReservationView(
        lens.entryName(one.id()),
        one.id().toString(),
        goods(contract),
        one.quantity(),
        one.most(),
        one.despatched(),
        one.until().toString(),
        Codes.of(contract.terms().weighed()));
  }

  private DeliveryViews.DepartureView departure(Delivery one) {
    return new DeliveryViews.DepartureView(
        lens.entryName(one.despatch().entry()),
        one.despatch().entry().toString(),
        goods(book.trade().contract(book.trade().reservation(one))),
        lens.entryName(one.reservation()),
        one.sent());
  }

  DeliveryViews.GoodsView goods(Contract contract) {
    return new DeliveryViews.GoodsView(
        lens.entryName(contract.id()),
        contract.id().toString(),
        contract.exporter().value(),
        book.account().orElseThrow().other(contract.exporter()).value(),
        contract.terms().goods().name().toJson(),
        contract.terms().goods().commodity(),
        contract.terms().goods().seller(),
        contract.terms().goods().buyer(),
        contract.unit().code());
  }

  // ---- one ------------------------------------------------------------------------------------

  DeliveryViews.ConsignmentView view(Consignment one) {
    Optional<Delivery> delivery = one.despatch().map(book.trade().deliveries()::get);
    return new DeliveryViews.ConsignmentView(
        lens.entryName(one.id()),
        one.id().toString(),
        one.consigned().at(),
        lens.view().isFinal(one.id()),
        goods(contract(one)),
        one.consigned().said().quantity(),
        Codes.of(state(one)),
        one.units().size(),
        one.live().size(),
        one.last().map(Consignments::last),
        one.unstamped().size(),
        delivery.map(Delivery::sent),
        delivery.flatMap(Delivery::arrival).map(Delivery.Arrival::received),
        papers(one).flatMap(Papers::measured).map(Measured::isTolerated));
  }

  private static DeliveryViews.LastView last(ControlEvent event) {
    return new DeliveryViews.LastView(
        Codes.of(event.point()), event.by().value(), event.word().said().at());
  }

  private Contract contract(Consignment one) {
    return book.trade()
        .contract(book.trade().reservations().get(one.consigned().said().reservation()));
  }

  private Optional<Papers> papers(Consignment one) {
    return Papers.of(one, book, tolerance);
  }

  DeliveryViews.Detail detail(Consignment one, Paging.Asked asked) {
    return new DeliveryViews.Detail(
        lens.now(),
        view(one),
        lens.entryName(one.consigned().said().reservation()),
        units(one),
        Stream.of(ControlPoint.values()).map(point -> timing(one, point)).toList(),
        events(one, asked),
        papers(one).map(papers -> view(one, papers)),
        matters(one));
  }

  private List<DeliveryViews.UnitView> units(Consignment one) {
    SortedMap<Integer, List<Integer>> into = new TreeMap<>();
    one.units()
        .values()
        .forEach(
            unit ->
                unit.from()
                    .forEach(
                        from ->
                            into.computeIfAbsent(from, _ -> new ArrayList<>()).add(unit.number())));
    Map<EntryId, SaidView> said = new LinkedHashMap<>();
    return one.units()
        .values()
        .map(unit -> unit(unit, into.getOrDefault(unit.number(), List.of()), said))
        .toList();
  }

  private DeliveryViews.UnitView unit(
      HandlingUnit unit, List<Integer> into, Map<EntryId, SaidView> said) {
    return new DeliveryViews.UnitView(
        unit.number(),
        Codes.of(unit.load().kind()),
        unit.load().mark(),
        unit.load().quantity(),
        List.copyOf(unit.from()),
        into,
        unit.isLive(),
        unit.emptied().map(by -> said.computeIfAbsent(by, this::said)),
        unit.ended().map(lens::entryName));
  }

  private static DeliveryViews.TimingView timing(Consignment one, ControlPoint point) {
    Consignment.Timing timing = one.timing(point);
    return new DeliveryViews.TimingView(
        Codes.of(point), point.isHandover(), timing.planned(), timing.estimated(), timing.actual());
  }

  /// The newest first.
  private DeliveryViews.EventPage events(Consignment one, Paging.Asked asked) {
    var page = Paging.of(events(one).reversed(), asked);
    return new DeliveryViews.EventPage(
        page.items().stream().map(this::event).toList(), page.total(), page.next());
  }

  /// By the times that are given, and by entry where they are the same.
  static List<ControlEvent> events(Consignment one) {
    return one.events()
        .values()
        .sorted(
            Comparator.comparing((ControlEvent event) -> event.word().said().at())
                .thenComparing(ControlEvent::id))
        .toList();
  }

  private DeliveryViews.EventView event(ControlEvent event) {
    PartyId other = other(event.by());
    return new DeliveryViews.EventView(
        said(event.by(), event.word()),
        List.copyOf(event.units()),
        event.isHandover(),
        event.stamp().map(stamp -> said(other, stamp)));
  }

  private PartyId other(PartyId side) {
    return book.account().orElseThrow().other(side);
  }

  private SaidView said(PartyId by, Word<? extends DeliveryFact> word) {
    return lens.said(by, word, word.said().toJson());
  }

  /// What stands in an entry of one of the two sides; without its words where they are not here.
  private SaidView said(EntryId id) {
    return lens.view()
        .entry(id)
        .map(
            entry ->
                new SaidView(
                    lens.entryName(id),
                    id.toString(),
                    lens.author(entries.author(entry), entry.author(), Optional.empty()),
                    entry.envelope().time(),
                    entries.body(entry).orElse(Json.obj().build())))
        .orElseThrow();
  }

  // ---- papers ---------------------------------------------------------------------------------

  private DeliveryViews.PapersView view(Consignment one, Papers papers) {
    Delivery delivery = book.trade().deliveries().get(papers.despatch().entry());
    return new DeliveryViews.PapersView(
        paper(papers.despatch()),
        papers.receipt().map(this::paper),
        papers.loading().stream().map(this::certificate).toList(),
        papers.outturn().stream().map(this::certificate).toList(),
        papers.measured().map(measured -> difference(delivery, measured)),
        delivery.taken().map(this::acceptance),
        draft(one).map(terms -> terms),
        papers.suggestedMatter());
  }

  private DeliveryViews.PaperView paper(Basis basis) {
    return new DeliveryViews.PaperView(said(basis.entry()), basis.leaf().toString());
  }

  private DeliveryViews.PaperView certificate(EntryId id) {
    return new DeliveryViews.PaperView(
        said(id), lens.view().entry(id).orElseThrow().leafHash().toString());
  }

  private DeliveryViews.DifferenceView difference(Delivery delivery, Measured measured) {
    return new DeliveryViews.DifferenceView(
        delivery.sent(),
        delivery.arrival().orElseThrow().received(),
        Rational.of(delivery.sent()).times(Rational.of(tolerance, RATE_OF_ALL)).toString(),
        measured.isTolerated(),
        measured.valued().toString(),
        measured.disputed().toString());
  }

  private DeliveryViews.AcceptanceView acceptance(Delivery.Taken taken) {
    return new DeliveryViews.AcceptanceView(
        lens.entryName(taken.act().entry()),
        taken.act().toString(),
        lens.voucherName(taken.act()),
        taken.booked().minor(),
        taken.disputed().minor(),
        taken.open().minor(),
        taken.settledBy().map(lens::entryName));
  }

  /// The acceptance that this side would propose; for one of the two only.
  private Optional<Json.Obj> draft(Consignment one) {
    return one.despatch()
        .filter(_ -> one.isOf(lens.own()))
        .flatMap(
            despatch ->
                book.acceptance(
                    despatch, lens.own(), lens.now(), lens.view().agreed().barterSettings()))
        .map(terms -> terms.toJson());
  }

  /// The matters of the inquiry that are about it or one of its papers.
  private List<DeliveryViews.MatterView> matters(Consignment one) {
    List<EntryId> about = new ArrayList<>(List.of(one.id()));
    one.despatch().ifPresent(about::add);
    one.despatch()
        .map(book.trade().deliveries()::get)
        .ifPresent(delivery -> papersOf(delivery).forEach(about::add));
    return lens.view()
        .expected()
        .inquiry()
        .matters()
        .values()
        .filter(file -> file.said().about().filter(about::contains).isPresent())
        .map(this::matter)
        .toList();
  }

  private DeliveryViews.MatterView matter(MatterFile file) {
    return new DeliveryViews.MatterView(
        lens.entryName(file.id()), file.opened().by().value(), Claims.words(file.said().title()));
  }
}
