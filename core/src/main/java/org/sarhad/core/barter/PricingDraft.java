package org.sarhad.core.barter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;

/// What published indices make of what was accepted under a contract, before it is signed (protocol
/// clause 14-4.4).
///
/// @param contract whose price it is
/// @param indices as they were published
/// @param price of one of the unit that the price is for, by them
/// @param priced every acceptance that stands, in the order of their entries and lines
public record PricingDraft(
    Contract contract, SortedMap<String, Rational> indices, Rational price, List<Priced> priced) {
  /// An acceptance with both its worths.
  ///
  /// @param acceptance the act, or which line of it
  /// @param valued the quantity that is owed for, in the unit of the contract
  /// @param booked what is booked for it
  /// @param worth what it comes to by the published indices
  public record Priced(VoucherRef acceptance, Rational valued, Money booked, Money worth) {
    /// What is owed more for it, or less.
    public Money delta() {
      return worth.minus(booked);
    }
  }

  /// Copies its collections.
  public PricingDraft {
    indices = Ordered.map(indices);
    priced = List.copyOf(priced);
  }

  /// Of what stands in `book`; empty where the price has no value by these indices. O(deliveries).
  ///
  /// @throws ArithmeticException when something is worth more than can be kept
  public static Optional<PricingDraft> of(
      BookState book, Contract contract, SortedMap<String, Rational> indices) {
    return contract
        .terms()
        .price()
        .price(indices)
        .map(price -> new PricingDraft(contract, indices, price, priced(book, contract, price)));
  }

  private static List<Priced> priced(BookState book, Contract contract, Rational price) {
    Trade trade = book.trade();
    List<Priced> priced = new ArrayList<>();
    trade
        .deliveries()
        .values()
        .filter(delivery -> trade.reservation(delivery).contract().equals(contract.id()))
        .flatMap(delivery -> delivery.taken().stream())
        .map(taken -> priced(contract, price, taken))
        .forEach(priced::add);
    priced.sort((one, other) -> one.acceptance().compareTo(other.acceptance()));
    return priced;
  }

  private static Priced priced(Contract contract, Rational price, Delivery.Taken taken) {
    return new Priced(
        taken.act(), taken.valued(), taken.booked(), contract.worth(taken.valued(), price).money());
  }

  /// What is owed more, or less, for those that are `chosen`.
  public Money delta(SortedSet<VoucherRef> chosen) {
    return priced.stream()
        .filter(one -> chosen.contains(one.acceptance()))
        .map(Priced::delta)
        .reduce(Money.ZERO, Money::plus);
  }

  /// The terms, as they are signed.
  ///
  /// @param number in the proposer's series
  /// @param chosen acceptances of the contract, 1 to 64
  /// @throws IllegalArgumentException when there are none, or more
  public PriceTerms terms(int number, LocalDate on, SortedSet<VoucherRef> chosen) {
    return new PriceTerms(number, on, contract.id(), indices, chosen, delta(chosen));
  }
}
