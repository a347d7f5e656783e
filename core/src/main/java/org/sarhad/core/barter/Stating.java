package org.sarhad.core.barter;

import static org.sarhad.core.register.Objections.when;

import java.util.Optional;
import java.util.Set;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Objections;
import org.sarhad.tlog.tree.Hash;

/// Tries a fact of one side on the book (protocol clause 14-6). What it books are quantities, and
/// room that is given back: never money that somebody owes.
///
/// @param state before
/// @param entry where the fact stands, or would
record Stating(BookState state, ActEntry entry) {
  /// Who may speak of deliveries for their side (protocol clause 14-6.1).
  static final Set<Role> SPEAKERS = Ordered.set(Role.LIAISON, Role.CHIEF, Role.CLERK);

  static Stating of(BookState state, ActEntry entry) {
    return new Stating(state, entry);
  }

  Trial tried(BarterFact fact) {
    Optional<BarterRefusal> toAuthor = toAuthor(fact);
    if (toAuthor.isPresent()) {
      return new Trial.Falls(toAuthor.get());
    }
    Hash content = Voucher.content(fact.kind().kind().value(), fact.toJson().canonical());
    Optional<BarterRefusal> objection = objection(fact, content);
    if (objection.isPresent()) {
      return new Trial.Falls(objection.get());
    }
    try {
      return new Trial.Stands(after(fact, content));
    } catch (ArithmeticException _) {
      return new Trial.Falls(BarterRefusal.OUT_OF_RANGE);
    }
  }

  // ---- objections -----------------------------------------------------------------------------

  private Optional<BarterRefusal> toAuthor(BarterFact fact) {
    FactContext context = entry.context();
    return when(!state.parties().contains(author()), BarterRefusal.NOT_A_SIDE)
        .or(() -> when(!context.released(), BarterRefusal.NOT_RELEASED))
        .or(() -> toOfficer(fact))
        .or(() -> when(state.account().isEmpty(), BarterRefusal.NO_ACCOUNT))
        .or(() -> when(!account().isOf(author()), BarterRefusal.SIDE_UNKNOWN));
  }

  /// That time is over a node says by itself.
  private Optional<BarterRefusal> toOfficer(BarterFact fact) {
    FactContext context = entry.context();
    return fact instanceof BarterFact.Lapsed
        ? when(context.officer().isPresent(), BarterRefusal.NODE_ONLY)
        : when(context.officer().isEmpty(), BarterRefusal.NO_OFFICER)
            .or(() -> when(!Objections.hasOneOf(context, SPEAKERS), BarterRefusal.ROLE_MISSING));
  }

  private Optional<BarterRefusal> objection(BarterFact fact, Hash content) {
    return switch (fact) {
      case BarterFact.Despatched despatched ->
          toNumber(content, VoucherKind.DESPATCH, despatched.number())
              .or(() -> toReservation(despatched.reservation()))
              .or(() -> toEvidence(despatched.evidence()))
              .or(() -> toExporter(reservation(despatched.reservation())))
              .or(() -> toDespatch(despatched));
      case BarterFact.Received received ->
          toNumber(content, VoucherKind.RECEIPT, received.number())
              .or(() -> toEvidence(received.evidence()))
              .or(() -> toDelivery(received.despatch()))
              .or(() -> toReceipt(received));
      case BarterFact.Certified certified ->
          toNumber(content, VoucherKind.CERTIFICATE, certified.number())
              .or(() -> toDelivery(certified.despatch()))
              .or(
                  () ->
                      when(
                          certified.quantity().in(unit(certified.despatch())).isEmpty(),
                          BarterRefusal.OTHER_UNIT));
      case BarterFact.Lapsed(EntryId id) ->
          toReservation(id)
              .or(() -> toExporter(reservation(id)))
              .or(() -> toLapse(reservation(id)));
    };
  }

  private Optional<BarterRefusal> toNumber(Hash content, VoucherKind kind, int number) {
    return state.journal().objection(new VoucherId(author(), kind, number), content);
  }

  private Optional<BarterRefusal> toReservation(EntryId id) {
    Optional<Reservation> known = state.trade().reservations().find(id);
    return known.isEmpty()
        ? Optional.of(BarterRefusal.VOUCHER_UNKNOWN)
        : when(!entry.knows(known.get().since()), BarterRefusal.NOT_SEEN);
  }

  private Optional<BarterRefusal> toExporter(Reservation reservation) {
    return when(!exporter(reservation).equals(author()), BarterRefusal.NOT_EXPORTER);
  }

  private Optional<BarterRefusal> toDelivery(EntryId despatch) {
    return when(!state.trade().deliveries().containsKey(despatch), BarterRefusal.NOT_DESPATCHED)
        .or(() -> when(!entry.knows(despatch), BarterRefusal.NOT_SEEN));
  }

  private Optional<BarterRefusal> toEvidence(Set<EntryId> evidence) {
    return when(!evidence.stream().allMatch(entry::knows), BarterRefusal.NOT_SEEN);
  }

  private Optional<BarterRefusal> toDespatch(BarterFact.Despatched fact) {
    Reservation reservation = reservation(fact.reservation());
    Optional<Quantity> amount = fact.quantity().wholeIn(state.trade().contract(reservation).unit());
    return when(amount.isEmpty(), BarterRefusal.OTHER_UNIT)
        .or(
            () ->
                when(
                    amount.orElseThrow().amount() > reservation.most() - reservation.despatched(),
                    BarterRefusal.QUANTITY_EXCEEDED))
        .or(
            () ->
                when(
                    !reservation.isLive()
                        || !entry.context().time().isBefore(reservation.until().over()),
                    BarterRefusal.ENDED));
  }

  private Optional<BarterRefusal> toReceipt(BarterFact.Received fact) {
    Delivery delivery = delivery(fact.despatch());
    return when(
            exporter(reservation(delivery.reservation())).equals(author()),
            BarterRefusal.NOT_IMPORTER)
        .or(() -> when(delivery.arrival().isPresent(), BarterRefusal.ALREADY_RECEIVED))
        .or(
            () ->
                when(
                    fact.quantity().wholeIn(unit(fact.despatch())).isEmpty(),
                    BarterRefusal.OTHER_UNIT));
  }

  /// By the author's own clock, which is their word against themselves (as 07-6.2).
  private Optional<BarterRefusal> toLapse(Reservation reservation) {
    return when(!reservation.isLive(), BarterRefusal.ENDED)
        .or(
            () ->
                when(
                    entry.context().time().isBefore(reservation.until().over()),
                    BarterRefusal.NOT_YET));
  }

  // ---- what comes of it -----------------------------------------------------------------------

  private BookState after(BarterFact fact, Hash content) {
    return switch (fact) {
      case BarterFact.Despatched despatched -> despatched(despatched, content);
      case BarterFact.Received received -> received(received, content);
      case BarterFact.Certified certified ->
          state
              .with(state.trade().with(delivery(certified.despatch()).certified(entry.id())))
              .with(voucher(content, VoucherKind.CERTIFICATE, certified.number()));
      case BarterFact.Lapsed(EntryId id) ->
          over(
              reservation(id),
              Reservation.Over.LAPSED,
              voucher(
                  content,
                  VoucherKind.LAPSE,
                  state.journal().last(author(), VoucherKind.LAPSE) + 1));
    };
  }

  private BookState despatched(BarterFact.Despatched fact, Hash content) {
    Reservation before = reservation(fact.reservation());
    Contract contract = state.trade().contract(before);
    long amount = fact.quantity().wholeIn(contract.unit()).orElseThrow().amount();
    long reserved = Math.min(amount, before.unused());
    Reservation after = before.despatching(amount);
    Postings postings = Postings.of(account(), contract);
    return state
        .with(
            state
                .trade()
                .with(contract.reserving(amount - reserved))
                .with(after)
                .with(Delivery.of(new Basis(entry.id(), entry.leaf()), before.id(), amount)))
        .with(
            voucher(content, VoucherKind.DESPATCH, fact.number())
                .booking(
                    postings.held(after.holding().minus(before.holding())),
                    postings.despatched(amount, reserved)));
  }

  private BookState received(BarterFact.Received fact, Hash content) {
    Delivery delivery = delivery(fact.despatch());
    Contract contract = state.trade().contract(reservation(delivery.reservation()));
    long amount = fact.quantity().wholeIn(contract.unit()).orElseThrow().amount();
    Delivery.Arrival arrival = new Delivery.Arrival(new Basis(entry.id(), entry.leaf()), amount);
    return state
        .with(state.trade().with(delivery.arrived(arrival)))
        .with(
            voucher(content, VoucherKind.RECEIPT, fact.number())
                .posting(Postings.of(account(), contract).received(delivery.sent(), amount)));
  }

  /// The book after nothing more can leave under `before`.
  BookState over(Reservation before, Reservation.Over why, Voucher voucher) {
    Contract contract = state.trade().contract(before);
    Reservation after = before.over(why);
    long free = before.over().isPresent() ? 0 : before.unused();
    Postings postings = Postings.of(account(), contract);
    return state
        .with(state.trade().with(contract.reserving(-free)).with(after))
        .with(
            voucher.booking(
                postings.held(after.holding().minus(before.holding())), postings.released(free)));
  }

  private Voucher voucher(Hash content, VoucherKind kind, int number) {
    return Voucher.of(new VoucherId(author(), kind, number), VoucherRef.of(entry.id()), content);
  }

  // ---- looking up -----------------------------------------------------------------------------

  private PartyId author() {
    return entry.context().author();
  }

  private Account account() {
    return state.account().orElseThrow();
  }

  private Reservation reservation(EntryId id) {
    return state.trade().reservations().get(id);
  }

  private Delivery delivery(EntryId despatch) {
    return state.trade().deliveries().get(despatch);
  }

  private UnitCode unit(EntryId despatch) {
    return state.trade().contract(reservation(delivery(despatch).reservation())).unit();
  }

  private PartyId exporter(Reservation reservation) {
    return state.trade().contract(reservation).exporter();
  }
}
