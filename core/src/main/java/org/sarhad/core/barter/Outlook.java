package org.sarhad.core.barter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.party.PartyId;

/// Where the account goes if all that is agreed comes: a reckoning for the eye, which binds nobody
/// (protocol clause 14-8.3).
///
/// What is reserved is worth what it holds, without what is disputed; what is contracted and not
/// reserved, its newest price. Each is spread evenly over the days from tomorrow to its own last
/// one; what is past that comes tomorrow. Interest, and what will be paid, are not in it.
///
/// @param days today and every day until the period ends, ascending
/// @param beyond where a side first comes to owe more than it may; empty where none does
public record Outlook(List<Day> days, Optional<Beyond> beyond) {
  /// How the account would stand at the end of a day.
  ///
  /// @param reserved what B owed A if what is reserved came alone
  /// @param contracted if what is contracted came too
  public record Day(LocalDate day, Money reserved, Money contracted) {}

  /// A side would owe more than it may: room for that is not reserved.
  public record Beyond(PartyId side, LocalDate day) {}

  /// Copies its list.
  public Outlook {
    days = List.copyOf(days);
  }

  /// From `today` to the end of the period that it is in; empty without an account. O(contracts,
  /// reservations, days times their last days).
  ///
  /// @throws ArithmeticException when it comes to more than can be kept
  public static Optional<Outlook> of(BookState state, LocalDate today, BarterSettings settings) {
    return state
        .endOfPeriod(today, settings)
        .map(until -> new Reckoning(state, today).until(today.isAfter(until) ? today : until));
  }

  /// What is to come, by the day by which it has.
  private static final class Reckoning {
    private final Account account;
    private final BookState state;
    private final Money net;
    private final LocalDate today;
    private final SortedMap<LocalDate, Money> reserved = new TreeMap<>();
    private final SortedMap<LocalDate, Money> contracted = new TreeMap<>();

    Reckoning(BookState state, LocalDate today) {
      this.account = state.open();
      this.state = state;
      this.net = state.journal().net();
      this.today = today;
      Trade trade = state.trade();
      trade
          .reservations()
          .values()
          .forEach(
              one ->
                  add(
                      reserved,
                      trade.contract(one).exporter(),
                      one.until().day(),
                      one.holding().minus(one.disputed())));
      trade
          .contracts()
          .values()
          .filter(one -> !one.isVoided() && !one.terms().until().day().isBefore(today))
          .forEach(
              one ->
                  one.value(one.left())
                      .ifPresent(
                          worth ->
                              add(
                                  contracted,
                                  one.exporter(),
                                  one.terms().until().day(),
                                  worth.money())));
    }

    private void add(
        SortedMap<LocalDate, Money> to, PartyId exporter, LocalDate last, Money worth) {
      LocalDate tomorrow = today.plusDays(1);
      if (!worth.isZero()) {
        to.merge(
            last.isBefore(tomorrow) ? tomorrow : last,
            account.way(exporter).signed(worth),
            Money::plus);
      }
    }

    Outlook until(LocalDate until) {
      List<Day> days = new ArrayList<>();
      Optional<Beyond> beyond = Optional.empty();
      for (LocalDate day = today; !day.isAfter(until); day = day.plusDays(1)) {
        Money byReserved = net.plus(come(reserved, day));
        Money byContracted = byReserved.plus(come(contracted, day));
        days.add(new Day(day, byReserved, byContracted));
        beyond = beyond.isPresent() ? beyond : beyond(day, byContracted);
      }
      return new Outlook(days, beyond);
    }

    /// How much of what is to come has come by the end of `day`.
    private Money come(SortedMap<LocalDate, Money> comes, LocalDate day) {
      Money sum = Money.ZERO;
      for (LocalDate last : comes.keySet()) {
        sum = sum.plus(share(comes.get(last), last, day));
      }
      return sum;
    }

    private Money share(Money whole, LocalDate last, LocalDate day) {
      long all = ChronoUnit.DAYS.between(today, last);
      long gone = Math.min(all, ChronoUnit.DAYS.between(today, day));
      Rational share = Rational.of(whole.minor(), Money.UNIT).times(Rational.of(gone, all));
      return Rounded.of(share).orElseThrow().money();
    }

    private Optional<Beyond> beyond(LocalDate day, Money owed) {
      PartyId debtor = owed.isPositive() ? account.b() : account.a();
      Money debt = owed.isPositive() ? owed : owed.negated();
      return debt.compareTo(account.limit(debtor).plus(state.credit(debtor))) > 0
          ? Optional.of(new Beyond(debtor, day))
          : Optional.empty();
    }
  }
}
