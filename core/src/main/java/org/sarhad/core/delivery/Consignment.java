package org.sarhad.core.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;

/// Goods that go together, as they stand at some place of the joint order. Immutable.
///
/// @param exporter the side from which they go
/// @param importer the side to which
/// @param consigned by which they are known
/// @param units by number, all there ever were
/// @param events by their entries
/// @param despatch the entry in the book by which they left
public record Consignment(
    PartyId exporter,
    PartyId importer,
    Word<DeliveryFact.Consigned> consigned,
    PersistentMap<Integer, HandlingUnit> units,
    PersistentMap<EntryId, ControlEvent> events,
    Optional<EntryId> despatch) {
  /// Most units that one can have, reloaded ones with the others.
  public static final int UNITS_MAX = 2_000;

  /// What is said of one point for all of it: the last word of each phase.
  ///
  /// @param planned when it was to be
  /// @param estimated when it is expected
  /// @param actual when it was
  public record Timing(
      Optional<Instant> planned, Optional<Instant> estimated, Optional<Instant> actual) {}

  static Consignment of(
      PartyId exporter, PartyId importer, Word<DeliveryFact.Consigned> consigned) {
    return new Consignment(
            exporter,
            importer,
            consigned,
            PersistentMap.empty(),
            PersistentMap.empty(),
            Optional.empty())
        .loaded(consigned.said().units(), Ordered.set());
  }

  /// The entry by which it is known.
  public EntryId id() {
    return consigned.entry();
  }

  /// Whether `side` is one of the two.
  public boolean isOf(PartyId side) {
    return side.equals(exporter) || side.equals(importer);
  }

  /// The numbers of the units that the goods are in, as far as something can happen to them.
  public SortedSet<Integer> live() {
    return numbers(units.values().filter(HandlingUnit::isLive));
  }

  /// Whether all of it was received, rejected or lost.
  public boolean isOver() {
    return units.values().noneMatch(HandlingUnit::isLive);
  }

  /// How much is in `numbers`.
  public long quantity(SortedSet<Integer> numbers) {
    return numbers.stream().mapToLong(number -> units.get(number).load().quantity()).sum();
  }

  /// What has happened last; empty as long as nothing has. By the times that are given, and by
  /// entry where they are the same.
  public Optional<ControlEvent> last() {
    return events
        .values()
        .filter(ControlEvent::isActual)
        .max(
            Comparator.comparing((ControlEvent event) -> event.word().said().at())
                .thenComparing(ControlEvent::id));
  }

  /// What is said of `point`.
  public Timing timing(ControlPoint point) {
    return new Timing(
        latest(point, Phase.PLANNED), latest(point, Phase.ESTIMATED), latest(point, Phase.ACTUAL));
  }

  private Optional<Instant> latest(ControlPoint point, Phase phase) {
    return events
        .values()
        .filter(event -> event.point() == point && event.word().said().phase() == phase)
        .max(Comparator.comparing(ControlEvent::id))
        .map(event -> event.word().said().at());
  }

  /// Where goods have passed from one side to the other, and only one of them says so.
  public List<ControlEvent> unstamped() {
    return events.values().filter(event -> event.isHandover() && event.stamp().isEmpty()).toList();
  }

  /// `numbers`, and all units that what is in them was in before.
  SortedSet<Integer> withOrigins(SortedSet<Integer> numbers) {
    TreeSet<Integer> all = new TreeSet<>(numbers);
    // A unit is loaded from such as have smaller numbers, so one way down finds them all.
    for (int number = numbers.last(); number > 0; number--) {
      if (all.contains(number)) {
        all.addAll(units.get(number).from());
      }
    }
    return all;
  }

  private static SortedSet<Integer> numbers(Stream<HandlingUnit> units) {
    return units.map(HandlingUnit::number).collect(Collectors.toCollection(TreeSet::new));
  }

  // ---- copies with one part changed -----------------------------------------------------------

  Consignment reloaded(EntryId by, SortedSet<Integer> from, List<Load> into) {
    PersistentMap<Integer, HandlingUnit> next = units;
    for (int number : from) {
      next = next.put(number, next.get(number).emptied(by));
    }
    return with(next).loaded(into, from);
  }

  private Consignment loaded(List<Load> loads, SortedSet<Integer> from) {
    PersistentMap<Integer, HandlingUnit> next = units;
    for (Load load : loads) {
      int number = next.size() + 1;
      next = next.put(number, HandlingUnit.of(number, load, from));
    }
    return with(next);
  }

  Consignment happened(ControlEvent event) {
    PersistentMap<Integer, HandlingUnit> next = units;
    if (event.isActual() && event.point().isLast()) {
      for (int number : event.units()) {
        next = next.put(number, next.get(number).ended(event.id()));
      }
    }
    return new Consignment(
        exporter, importer, consigned, next, events.put(event.id(), event), despatch);
  }

  Consignment stamped(EntryId event, Word<DeliveryFact.Stamped> by) {
    return new Consignment(
        exporter,
        importer,
        consigned,
        units,
        events.put(event, events.get(event).stamped(by)),
        despatch);
  }

  Consignment left(EntryId by) {
    return new Consignment(exporter, importer, consigned, units, events, Optional.of(by));
  }

  private Consignment with(PersistentMap<Integer, HandlingUnit> next) {
    return new Consignment(exporter, importer, consigned, next, events, despatch);
  }
}
