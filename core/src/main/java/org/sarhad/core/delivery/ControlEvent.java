package org.sarhad.core.delivery;

import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;

/// Something that happened, or is to happen, to units of a consignment.
///
/// @param by the side that says so, on whose soil it is
/// @param word what it says
/// @param units to which: those that it names, or all that were live there
/// @param stamp of the other side, where goods pass from one to the other
public record ControlEvent(
    PartyId by,
    Word<DeliveryFact.Happened> word,
    SortedSet<Integer> units,
    Optional<Word<DeliveryFact.Stamped>> stamp) {
  /// Copies its collection.
  public ControlEvent {
    units = Ordered.set(units);
  }

  /// By which it is known.
  public EntryId id() {
    return word.entry();
  }

  /// What it is about.
  public ControlPoint point() {
    return word.said().point();
  }

  /// Whether it is said to have happened.
  public boolean isActual() {
    return word.said().phase() == Phase.ACTUAL;
  }

  /// Whether both sides put a stamp on it.
  public boolean isHandover() {
    return isActual() && point().isHandover();
  }

  ControlEvent stamped(Word<DeliveryFact.Stamped> other) {
    return new ControlEvent(by, word, units, Optional.of(other));
  }
}
