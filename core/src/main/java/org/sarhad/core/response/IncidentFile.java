package org.sarhad.core.response;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;

/// Everything *one side* has said about one incident, in the order it said it. The incident as both
/// see it is [Incident].
///
/// @param opened the opening, when this side opened it and this fold may see it
/// @param notified the notice to the other side, when this side gave one
/// @param acknowledged this side's acknowledgement of the other's notice
/// @param stage how far this side says its own work is
/// @param sitreps how many situation reports this side has issued
/// @param lastSitrep when the last one was issued
/// @param items all of it, by running number from 0
/// @param numbers the running number of each entry
public record IncidentFile(
    Optional<Said> opened,
    Optional<Said> notified,
    Optional<Said> acknowledged,
    Stage stage,
    int sitreps,
    Optional<Instant> lastSitrep,
    PersistentMap<Integer, Said> items,
    PersistentMap<EntryId, Integer> numbers) {
  static final IncidentFile EMPTY =
      new IncidentFile(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Stage.OPEN,
          0,
          Optional.empty(),
          PersistentMap.empty(),
          PersistentMap.empty());

  /// What this side first said the incident was: the opening, or the notice where the opening was
  /// internal and cannot be seen from here.
  public Optional<Alert> alert() {
    return opened.or(() -> notified).flatMap(IncidentFile::alertOf);
  }

  /// What the other side was told the incident was.
  public Optional<Alert> releasedAlert() {
    return firstReleased().flatMap(IncidentFile::alertOf);
  }

  /// The entry by which the other side was told: the notice, or an opening that was itself
  /// released.
  public Optional<Said> firstReleased() {
    return opened.filter(Said::released).or(() -> notified);
  }

  /// The item in `entry`, if this side said it about this incident.
  public Optional<Said> item(EntryId entry) {
    return numbers.find(entry).flatMap(items::find);
  }

  /// Everything said, in order.
  public Stream<Said> said() {
    return items.values();
  }

  IncidentFile withOpened(Said said) {
    return new IncidentFile(
        Optional.of(said), notified, acknowledged, stage, sitreps, lastSitrep, items, numbers);
  }

  IncidentFile withNotified(Said said) {
    return new IncidentFile(
        opened, Optional.of(said), acknowledged, stage, sitreps, lastSitrep, items, numbers);
  }

  IncidentFile withAcknowledged(Said said) {
    return new IncidentFile(
        opened, notified, Optional.of(said), stage, sitreps, lastSitrep, items, numbers);
  }

  IncidentFile withStage(Stage reached) {
    return new IncidentFile(
        opened, notified, acknowledged, reached, sitreps, lastSitrep, items, numbers);
  }

  IncidentFile withSitrep(int number, Instant at) {
    return new IncidentFile(
        opened, notified, acknowledged, stage, number, Optional.of(at), items, numbers);
  }

  IncidentFile withItem(Said said) {
    int number = items.size();
    return new IncidentFile(
        opened,
        notified,
        acknowledged,
        stage,
        sitreps,
        lastSitrep,
        items.put(number, said),
        numbers.put(said.entry(), number));
  }

  private static Optional<Alert> alertOf(Said said) {
    return switch (said.fact()) {
      case IncidentFact.Opened fact -> Optional.of(fact.alert());
      case IncidentFact.Notified fact -> Optional.of(fact.alert());
      case ResponseFact _ -> Optional.empty();
    };
  }
}
