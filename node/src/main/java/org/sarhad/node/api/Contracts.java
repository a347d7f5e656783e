package org.sarhad.node.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.act.Act;
import org.sarhad.core.barter.Account;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.ContractProgress;
import org.sarhad.core.barter.Delivery;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceDue;
import org.sarhad.core.barter.Reservation;
import org.sarhad.core.barter.ReservationDraft;
import org.sarhad.core.barter.ReservationTerms;
import org.sarhad.core.barter.Rounded;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.register.DueDate;
import org.sarhad.node.api.view.ContractViews;

/// Contracts, and the room that is reserved for them, as the contract shows them: by everything
/// that is known, at this node's time. Proposals of either stand among them.
final class Contracts {
  /// What is proposed and lacks a signature.
  static final String DRAFTED = "drafted";

  /// How far a reservation is.
  enum PermitStage {
    /// It is proposed and lacks a signature.
    DRAFTED,
    /// Something can still leave under it.
    LIVE,
    /// All of it has left.
    USED,
    /// Its day has passed.
    LAPSED,
    /// An assent to it was stale.
    VOIDED
  }

  private final Lens lens;
  private final BookState book;

  Contracts(Lens lens) {
    this.lens = lens;
    this.book = lens.view().expected().book();
  }

  String unit() {
    return book.account().map(Account::unit).orElse("");
  }

  // ---- contracts ------------------------------------------------------------------------------

  /// Every contract and every proposal of one, the newest first.
  List<ContractViews.ContractView> all() {
    return Stream.concat(
            proposals(VoucherKind.CONTRACT).map(this::drafted),
            ContractProgress.all(book.trade(), lens.now()).stream()
                .sorted(Comparator.comparing((ContractProgress one) -> timeOf(one)).reversed())
                .map(this::view))
        .toList();
  }

  /// How many there are at each stage.
  static Map<String, Integer> stages(List<ContractViews.ContractView> all) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put(DRAFTED, 0);
    for (var stage : ContractProgress.Stage.values()) {
      counts.put(Codes.of(stage), 0);
    }
    all.forEach(one -> counts.merge(one.stage(), 1, Integer::sum));
    return counts;
  }

  private Instant timeOf(ContractProgress one) {
    return timeOf(one.contract().id());
  }

  private Stream<Act> proposals(VoucherKind kind) {
    return new Markets(lens)
        .open(kind.act().orElseThrow())
        .filter(act -> BarterTerms.find(act.proposal().said()).isPresent());
  }

  private ContractViews.ContractView drafted(Act act) {
    return new ContractViews.ContractView(
        lens.entryName(act.id()),
        act.id().toString(),
        DRAFTED,
        false,
        act.proposal().proposer().value(),
        Markets.waiting(act),
        act.proposal().said().terms(),
        Optional.empty(),
        Optional.empty());
  }

  private ContractViews.ContractView view(ContractProgress progress) {
    var contract = progress.contract();
    return new ContractViews.ContractView(
        lens.entryName(contract.id()),
        contract.id().toString(),
        Codes.of(progress.stage()),
        lens.view().agreed().book().trade().contracts().containsKey(contract.id()),
        proposer(contract.id()),
        List.of(),
        contract.terms().toJson(),
        price(contract),
        Optional.of(progress(progress)));
  }

  private String proposer(EntryId act) {
    return new Acts(lens)
        .find(act)
        .map(one -> one.proposal().proposer().value())
        .orElseGet(() -> lens.own().value());
  }

  /// Of one of the unit that the price is for.
  private static Optional<Long> price(Contract contract) {
    return Rounded.of(contract.price()).map(Rounded::money).map(Money::minor);
  }

  private static ContractViews.Progress progress(ContractProgress progress) {
    var live = progress.reservations().stream().filter(Reservation::isLive).toList();
    return new ContractViews.Progress(
        progress.contract().left(),
        progress.contract().reserved(),
        progress.despatched(),
        progress.inTransit(),
        progress.received(),
        progress.accepted(),
        progress.owed().minor(),
        progress.disputed().minor(),
        progress.holding().minor(),
        live.size(),
        live.stream().map(Reservation::until).map(DueDate::over).min(Comparator.naturalOrder()));
  }

  // ---- one of them ----------------------------------------------------------------------------

  /// One contract, with a page of what was delivered under it and one of its papers.
  ///
  /// @param delivered which page, the newest despatch first
  /// @param signed which page, the newest paper first
  Optional<ContractViews.Detail> detail(EntryId act, Paging.Asked delivered, Paging.Asked signed) {
    return ContractProgress.find(book.trade(), act, lens.now())
        .map(
            progress ->
                detail(
                    view(progress),
                    permits(act),
                    Paging.of(progress.deliveries().reversed(), delivered),
                    unpriced(progress.contract()),
                    papers(entries(progress), signed)))
        .or(
            () ->
                proposals(VoucherKind.CONTRACT)
                    .filter(one -> one.id().equals(act))
                    .findFirst()
                    .map(
                        one ->
                            detail(
                                drafted(one),
                                List.of(),
                                Paging.of(List.of(), delivered),
                                List.of(),
                                papers(List.of(act), signed))));
  }

  private ContractViews.Detail detail(
      ContractViews.ContractView contract,
      List<ContractViews.PermitView> permits,
      Paging<Delivery> deliveries,
      List<String> unpriced,
      Paging<Entry> papers) {
    return new ContractViews.Detail(
        lens.now(),
        unit(),
        contract,
        permits,
        deliveries.items().stream().map(this::delivery).toList(),
        deliveries.total(),
        deliveries.next(),
        unpriced,
        papers.items().stream().map(this::paper).toList(),
        papers.total(),
        papers.next());
  }

  /// What a published price is due for.
  private List<String> unpriced(Contract contract) {
    return new PriceDue(
            book,
            act -> new Acts(lens).find(act).flatMap(one -> BarterTerms.find(one.proposal().said())))
        .of(contract).stream().map(lens::voucherName).toList();
  }

  private List<ContractViews.PermitView> permits(EntryId contract) {
    var name = lens.entryName(contract);
    return permits().stream().filter(permit -> permit.contract().equals(name)).toList();
  }

  private ContractViews.DeliveryView delivery(Delivery delivery) {
    var taken = delivery.taken();
    return new ContractViews.DeliveryView(
        lens.entryName(delivery.despatch().entry()),
        lens.entryName(delivery.reservation()),
        delivery.sent(),
        delivery.arrival().map(there -> lens.entryName(there.receipt().entry())),
        delivery.arrival().map(Delivery.Arrival::received),
        taken.map(Delivery.Taken::act).map(lens::voucherName),
        taken.map(Delivery.Taken::booked).map(Money::minor),
        taken.map(Delivery.Taken::open).map(Money::minor));
  }

  /// Everything that was signed about it.
  private static List<EntryId> entries(ContractProgress progress) {
    List<EntryId> entries = new ArrayList<>();
    entries.add(progress.contract().id());
    progress.reservations().forEach(some -> entries.add(some.id()));
    for (var delivery : progress.deliveries()) {
      entries.add(delivery.despatch().entry());
      delivery.certificates().stream().forEach(entries::add);
      delivery.arrival().ifPresent(there -> entries.add(there.receipt().entry()));
      delivery
          .taken()
          .ifPresent(
              taken -> {
                entries.add(taken.act().entry());
                taken.settledBy().ifPresent(entries::add);
              });
    }
    return entries;
  }

  /// One page of them, the newest first.
  private Paging<Entry> papers(List<EntryId> entries, Paging.Asked asked) {
    return Paging.of(
        entries.stream()
            .flatMap(id -> lens.view().entry(id).stream())
            .sorted(Comparator.comparing((Entry entry) -> entry.envelope().time()).reversed())
            .toList(),
        asked);
  }

  private ContractViews.PaperView paper(Entry entry) {
    return new ContractViews.PaperView(
        lens.entryName(entry.id()),
        kind(entry),
        lens.author(new Entries(lens).author(entry), entry.author(), Optional.empty()),
        entry.envelope().time());
  }

  /// The kind of the act, where it is one.
  private String kind(Entry entry) {
    return new Acts(lens)
        .find(entry.id())
        .map(act -> act.proposal().said().act().value())
        .orElseGet(() -> entry.envelope().kind().value());
  }

  // ---- reservations ---------------------------------------------------------------------------

  /// Every reservation and every proposal of one, the newest first.
  List<ContractViews.PermitView> permits() {
    return Stream.concat(
            proposals(VoucherKind.RESERVATION).flatMap(act -> drafts(act).stream()),
            book.trade()
                .reservations()
                .values()
                .sorted(Comparator.comparing((Reservation one) -> timeOf(one.id())).reversed())
                .map(this::permit))
        .toList();
  }

  private Optional<ContractViews.PermitView> drafts(Act act) {
    return BarterTerms.find(act.proposal().said())
        .flatMap(
            terms ->
                terms instanceof ReservationTerms reserving
                    ? book.trade()
                        .contracts()
                        .find(reserving.contract())
                        .map(contract -> permit(act, reserving, contract))
                    : Optional.empty());
  }

  private ContractViews.PermitView permit(Act act, ReservationTerms terms, Contract contract) {
    return new ContractViews.PermitView(
        lens.entryName(act.id()),
        act.id().toString(),
        Codes.of(PermitStage.DRAFTED),
        act.proposal().proposer().value(),
        Markets.waiting(act),
        lens.entryName(contract.id()),
        contract.terms().goods().name().toJson(),
        contract.unit().code(),
        terms.quantity().amount(),
        terms.quantity().amount(),
        0,
        0,
        terms.hold().minor(),
        0,
        0,
        terms.until().toString(),
        terms.until().over());
  }

  private ContractViews.PermitView permit(Reservation reservation) {
    var contract = book.trade().contract(reservation);
    return new ContractViews.PermitView(
        lens.entryName(reservation.id()),
        reservation.id().toString(),
        Codes.of(stage(reservation)),
        proposer(reservation.id()),
        List.of(),
        lens.entryName(contract.id()),
        contract.terms().goods().name().toJson(),
        contract.unit().code(),
        reservation.quantity(),
        reservation.most(),
        reservation.despatched(),
        reservation.accepted(),
        reservation.hold().minor(),
        reservation.holding().minor(),
        reservation.disputed().minor(),
        reservation.until().toString(),
        reservation.until().over());
  }

  private static PermitStage stage(Reservation reservation) {
    if (reservation.over().isPresent()) {
      return switch (reservation.over().get()) {
        case LAPSED -> PermitStage.LAPSED;
        case VOIDED -> PermitStage.VOIDED;
      };
    }
    return reservation.isLive() ? PermitStage.LIVE : PermitStage.USED;
  }

  // ---- before one is signed -------------------------------------------------------------------

  /// The contract that `act` made.
  Optional<Contract> find(EntryId act) {
    return book.trade().contracts().find(act);
  }

  /// What a reservation would come to.
  ///
  /// @throws ArithmeticException when it is worth more than can be kept
  ContractViews.PermitDraft draft(ReservationDraft draft, DueDate until) {
    int number = book.journal().last(lens.own(), VoucherKind.RESERVATION) + 1;
    return new ContractViews.PermitDraft(
        lens.now(), unit(), room(draft.room(book)), draft.terms(number, until).toJson());
  }

  private static ContractViews.RoomView room(ReservationDraft.Room room) {
    return new ContractViews.RoomView(
        room.side().value(),
        room.limit().minor(),
        room.exposure().minor(),
        room.hold().minor(),
        room.after().minor(),
        room.left().minor(),
        room.fits());
  }

  private Instant timeOf(EntryId id) {
    return lens.view().entry(id).map(entry -> entry.envelope().time()).orElse(Instant.EPOCH);
  }
}
