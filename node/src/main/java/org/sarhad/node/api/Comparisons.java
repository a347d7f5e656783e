package org.sarhad.node.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.Delivery;
import org.sarhad.core.barter.Measured;
import org.sarhad.core.delivery.BiasFinding;
import org.sarhad.core.delivery.BiasStep;
import org.sarhad.core.delivery.BiasTest;
import org.sarhad.core.delivery.Scales;
import org.sarhad.core.energy.DayClose;
import org.sarhad.core.energy.Line;
import org.sarhad.node.api.view.DeliveryViews;

/// What two scales, or two meters, have said of the same, as the contract shows it, with what the
/// agreed test makes of it. Neither is called right or wrong (protocol clause 18-6.3).
final class Comparisons {
  private final Lens lens;
  private final Consignments consignments;
  private final BookState book;
  private final BiasTest test;
  private final long tolerance;

  Comparisons(Lens lens) {
    this.lens = lens;
    this.consignments = new Consignments(lens);
    this.book = lens.view().expected().book();
    this.test = lens.view().agreed().biasTest();
    this.tolerance = lens.view().agreed().barterSettings().tolerance();
  }

  /// What was weighed of one thing on both sides.
  ///
  /// @param despatch by which it left, where it is goods
  /// @param day of which meters speak, where it is energy
  private record Weighed(
      Optional<String> despatch, Optional<LocalDate> day, long sent, long received) {
    BiasTest.Pair pair() {
      return new BiasTest.Pair(sent, received);
    }
  }

  /// The contracts of which something was weighed on both sides.
  List<Contract> contracts() {
    return book.trade()
        .deliveries()
        .values()
        .filter(delivery -> delivery.arrival().isPresent())
        .map(delivery -> book.trade().reservation(delivery).contract())
        .distinct()
        .map(book.trade().contracts()::get)
        .toList();
  }

  DeliveryViews.ComparedView brief(Contract contract) {
    var pairs = Scales.of(contract.id(), book);
    return new DeliveryViews.ComparedView(
        consignments.goods(contract), pairs.size(), finding(pairs));
  }

  /// Of a contract; the steps are the last `limit` ones before the one of that number.
  DeliveryViews.Comparison of(Contract contract, Optional<Integer> before, int limit) {
    var weighed = Scales.weighed(contract.id(), book).stream().map(this::weighed).toList();
    return of(contract, weighed, before, limit);
  }

  private Weighed weighed(Delivery delivery) {
    return new Weighed(
        Optional.of(lens.entryName(delivery.despatch().entry())),
        Optional.empty(),
        delivery.sent(),
        delivery.arrival().orElseThrow().received());
  }

  /// Of a line, day by day.
  DeliveryViews.Comparison of(Line line, Optional<Integer> before, int limit) {
    var weighed =
        lens.view().expected().energy().closed(line, book, tolerance).stream()
            .map(Comparisons::weighed)
            .toList();
    return of(book.trade().contracts().get(line.terms().contract()), weighed, before, limit);
  }

  private static Weighed weighed(DayClose.Closed day) {
    return new Weighed(Optional.empty(), Optional.of(day.of().day()), day.sent(), day.received());
  }

  private DeliveryViews.Comparison of(
      Contract contract, List<Weighed> weighed, Optional<Integer> before, int limit) {
    var pairs = weighed.stream().map(Weighed::pair).toList();
    var steps = test.steps(pairs);
    int end = Math.clamp(before.orElse(weighed.size() + 1) - 1L, 0, weighed.size());
    int first = Math.max(0, end - limit);
    return new DeliveryViews.Comparison(
        lens.now(),
        consignments.goods(contract),
        new DeliveryViews.TestView(
            test.deviationPpm(),
            test.slack(),
            test.threshold(),
            test.thresholdPpm(),
            test.equals(BiasTest.PUBLISHED)
                ? Optional.of(BiasTest.FALSE_ALARMS_PERMILLE)
                : Optional.empty()),
        finding(pairs),
        weighed.size(),
        first + 1,
        IntStream.range(first, end)
            .mapToObj(i -> step(contract, i, weighed.get(i), steps.get(i)))
            .toList());
  }

  private DeliveryViews.StepView step(Contract contract, int at, Weighed weighed, BiasStep step) {
    return new DeliveryViews.StepView(
        at + 1,
        weighed.despatch(),
        weighed.day(),
        weighed.sent(),
        weighed.received(),
        step.differencePpm(),
        step.more(),
        step.less(),
        Measured.of(weighed.sent(), weighed.received(), tolerance, contract.terms().weighed())
            .isTolerated());
  }

  private DeliveryViews.FindingView finding(List<BiasTest.Pair> pairs) {
    return switch (test.of(pairs)) {
      case BiasFinding.NoneFound _ ->
          new DeliveryViews.FindingView(
              false, Optional.empty(), Optional.empty(), Optional.empty());
      case BiasFinding.Systematic(int since, int at, long meanPpm) ->
          new DeliveryViews.FindingView(
              true, Optional.of(since), Optional.of(at), Optional.of(meanPpm));
    };
  }
}
