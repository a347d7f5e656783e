package org.sarhad.core.barter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sarhad.core.entry.EntryId;

/// What vouchers rest on, each named by the entry that anybody can look up and prove (protocol
/// clause 14-8.6): from what was signed down to the contract.
///
/// @param state the book, which knows what belongs to what
/// @param terms the terms of an act, if it is one of the account
public record Grounds(BookState state, Function<EntryId, Optional<BarterTerms>> terms) {
  /// What an entry is to a voucher.
  public enum As {
    /// The contract that it is about.
    CONTRACT,
    /// The room that was kept for it.
    RESERVATION,
    /// By which the goods left.
    DESPATCH,
    /// By which they arrived.
    RECEIPT,
    /// By which they were taken over.
    ACCEPTANCE,
    /// Whose published price it goes by.
    PRICE,
    /// What is booked the other way.
    ORIGINAL,
    /// What its author had in hand.
    EVIDENCE,
    /// By which the parties were screened.
    SCREENING,
    /// By which it was booked back.
    REVERSAL
  }

  /// One of them.
  ///
  /// @param as what it is
  /// @param ref where it stands; of an act of many, the line
  public record Ground(As as, VoucherRef ref) {
    Ground(As as, EntryId entry) {
      this(as, VoucherRef.of(entry));
    }

    /// Where it stands.
    public EntryId entry() {
      return ref.entry();
    }
  }

  /// What `voucher`, of a joint act, rests on: the contract first. O(prices, where it is an
  /// acceptance).
  public List<Ground> of(Voucher voucher) {
    List<Ground> grounds = new ArrayList<>(of(voucher.ref()));
    if (voucher.id().kind() == VoucherKind.ACCEPTANCE) {
      grounds.addAll(prices(voucher, grounds));
    }
    return withReversal(voucher, grounds);
  }

  /// What `voucher`, of what one side has said, rests on.
  public List<Ground> of(Voucher voucher, BarterFact fact) {
    return withReversal(voucher, new ArrayList<>(of(fact)));
  }

  private static List<Ground> withReversal(Voucher voucher, List<Ground> grounds) {
    voucher.reversedBy().ifPresent(by -> grounds.add(new Ground(As.REVERSAL, by)));
    return List.copyOf(grounds);
  }

  /// The contract among `grounds`.
  public static Optional<EntryId> contract(List<Ground> grounds) {
    return grounds.stream()
        .filter(ground -> ground.as() == As.CONTRACT)
        .map(Ground::entry)
        .findFirst();
  }

  // ---- acts -----------------------------------------------------------------------------------

  private List<Ground> of(VoucherRef ref) {
    return terms
        .apply(ref.entry())
        .map(
            said ->
                said instanceof AcceptancesTerms many && ref.line() > 0
                    ? ofDelivery(many.despatch(ref.line()))
                    : of(said))
        .orElse(List.of());
  }

  private List<Ground> of(BarterTerms said) {
    return switch (said) {
      case ContractTerms contracting ->
          contracting.screening().stream().map(entry -> new Ground(As.SCREENING, entry)).toList();
      case ReservationTerms reserving -> List.of(new Ground(As.CONTRACT, reserving.contract()));
      case ShortfallTerms untaken -> List.of(new Ground(As.CONTRACT, untaken.contract()));
      case AcceptanceTerms accepting -> ofDelivery(accepting.despatch().entry());
      case DifferenceTerms settling -> ofAcceptance(settling.acceptance());
      case PriceTerms pricing -> {
        List<Ground> grounds = new ArrayList<>();
        grounds.add(new Ground(As.CONTRACT, pricing.contract()));
        pricing.acceptances().forEach(one -> grounds.add(new Ground(As.ACCEPTANCE, one)));
        yield List.copyOf(grounds);
      }
      case ContraTerms contra -> {
        List<Ground> grounds = new ArrayList<>();
        contract(of(contra.act()))
            .ifPresent(contract -> grounds.add(new Ground(As.CONTRACT, contract)));
        grounds.add(new Ground(As.ORIGINAL, contra.act()));
        yield List.copyOf(grounds);
      }
      case AccountTerms _,
          SwingTerms _,
          AcceptancesTerms _,
          StatementTerms _,
          SettlementTerms _,
          CreditTerms _,
          RestatementTerms _,
          TerminationTerms _,
          YearEndTerms _ ->
          List.of();
    };
  }

  private List<Ground> ofAcceptance(VoucherRef acceptance) {
    List<Ground> grounds = new ArrayList<>(of(acceptance));
    grounds.add(new Ground(As.ACCEPTANCE, acceptance));
    return grounds;
  }

  /// The newest price that was agreed before `voucher`, of its contract, and those that name it.
  private List<Ground> prices(Voucher voucher, List<Ground> grounds) {
    Optional<EntryId> contract = contract(grounds);
    List<EntryId> named = new ArrayList<>();
    Optional<EntryId> before = Optional.empty();
    boolean isBefore = true;
    for (VoucherRef ref : state.journal().order().values().toList()) {
      isBefore &= !ref.equals(voucher.ref());
      EntryId entry = ref.entry();
      Voucher one = state.journal().vouchers().get(ref);
      if (one.id().kind() == VoucherKind.PRICE
          && terms.apply(entry).orElse(null) instanceof PriceTerms pricing
          && contract.equals(Optional.of(pricing.contract()))) {
        if (pricing.acceptances().contains(voucher.ref())) {
          named.add(entry);
        } else if (isBefore) {
          before = Optional.of(entry);
        }
      }
    }
    before.ifPresent(entry -> named.addFirst(entry));
    return named.stream().map(entry -> new Ground(As.PRICE, entry)).toList();
  }

  // ---- facts ----------------------------------------------------------------------------------

  private List<Ground> of(BarterFact fact) {
    return switch (fact) {
      case BarterFact.Despatched despatched -> {
        List<Ground> grounds = new ArrayList<>(ofReservation(despatched.reservation()));
        despatched.evidence().forEach(entry -> grounds.add(new Ground(As.EVIDENCE, entry)));
        yield grounds;
      }
      case BarterFact.Received received -> {
        List<Ground> grounds = new ArrayList<>(sent(received.despatch()));
        received.evidence().forEach(entry -> grounds.add(new Ground(As.EVIDENCE, entry)));
        yield grounds;
      }
      case BarterFact.Certified certified -> ofDelivery(certified.despatch());
      case BarterFact.Lapsed(EntryId reservation) -> ofReservation(reservation);
    };
  }

  private List<Ground> ofDelivery(EntryId despatch) {
    List<Ground> grounds = new ArrayList<>(sent(despatch));
    state
        .trade()
        .deliveries()
        .find(despatch)
        .flatMap(Delivery::arrival)
        .ifPresent(there -> grounds.add(new Ground(As.RECEIPT, there.receipt().entry())));
    return grounds;
  }

  private List<Ground> sent(EntryId despatch) {
    List<Ground> grounds = new ArrayList<>();
    state
        .trade()
        .deliveries()
        .find(despatch)
        .ifPresent(delivery -> grounds.addAll(ofReservation(delivery.reservation())));
    grounds.add(new Ground(As.DESPATCH, despatch));
    return grounds;
  }

  private List<Ground> ofReservation(EntryId reservation) {
    List<Ground> grounds = new ArrayList<>();
    state
        .trade()
        .reservations()
        .find(reservation)
        .ifPresent(known -> grounds.add(new Ground(As.CONTRACT, known.contract())));
    grounds.add(new Ground(As.RESERVATION, reservation));
    return grounds;
  }
}
