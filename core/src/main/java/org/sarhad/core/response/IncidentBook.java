package org.sarhad.core.response;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.FactContext;

/// One side's word on all incidents, its own and the other's.
///
/// @param files by incident
/// @param byTime the incidents this side opened, by when they occurred
/// @param lastNumber the highest number this side gave to a real incident, 0 for none
/// @param lastExercise the highest number this side gave to an exercise, 0 for none
public record IncidentBook(
    PersistentMap<IncidentId, IncidentFile> files,
    PersistentMap<Moment, IncidentId> byTime,
    int lastNumber,
    int lastExercise) {
  static final IncidentBook EMPTY =
      new IncidentBook(PersistentMap.empty(), PersistentMap.empty(), 0, 0);

  /// When an incident occurred, made unique by its name.
  public record Moment(Instant at, String incident) implements Comparable<Moment> {
    private static final Comparator<Moment> ORDER =
        Comparator.comparing(Moment::at).thenComparing(Moment::incident);

    @Override
    public int compareTo(Moment other) {
      return ORDER.compare(this, other);
    }
  }

  /// What this side said about `incident`; an empty file when nothing.
  public IncidentFile file(IncidentId incident) {
    return files.getOrElse(incident, IncidentFile.EMPTY);
  }

  /// The incidents this side opened that occurred in `from` (inclusive) to `to` (exclusive).
  public Stream<IncidentId> occurredBetween(Instant from, Instant to) {
    return byTime.range(new Moment(from, ""), new Moment(to, "")).values();
  }

  Folded<IncidentBook> apply(FactContext context, IncidentFact fact) {
    IncidentFile file = file(fact.incident());
    boolean own = fact.incident().owner().equals(context.author());
    Said said = new Said(context, fact, Optional.empty());
    return switch (fact) {
      case IncidentFact.Opened opened -> {
        if (!own) {
          yield Folded.unchanged(this, Anomaly.NOT_THE_OWNER);
        }
        if (file.opened().isPresent() || file.notified().isPresent()) {
          yield Folded.unchanged(this, Anomaly.NAME_TAKEN);
        }
        yield Folded.to(opened(opened.incident(), opened.alert(), file.withOpened(said)));
      }
      case IncidentFact.Notified notified -> {
        if (!own) {
          yield Folded.unchanged(this, Anomaly.NOT_THE_OWNER);
        }
        if (file.firstReleased().isPresent()) {
          yield Folded.unchanged(this, Anomaly.SAID_BEFORE);
        }
        yield Folded.to(
            file.opened().isPresent()
                ? with(notified.incident(), file.withNotified(said))
                : opened(notified.incident(), notified.alert(), file.withNotified(said)));
      }
      case IncidentFact.Acknowledged acknowledged -> {
        if (own) {
          yield Folded.unchanged(this, Anomaly.ANSWERS_ITSELF);
        }
        if (file.acknowledged().isPresent()) {
          yield Folded.unchanged(this, Anomaly.SAID_BEFORE);
        }
        yield Folded.to(with(acknowledged.incident(), file.withAcknowledged(said)));
      }
      case IncidentFact.StageReached reached ->
          Folded.to(with(reached.incident(), file.withStage(reached.stage())));
      case IncidentFact.Corrected corrected -> aboutOwnItem(file, corrected.item());
      case IncidentFact.Withdrawn withdrawn -> aboutOwnItem(file, withdrawn.item());
      case IncidentFact.Noted _, IncidentFact.Translated _ -> Folded.to(this);
    };
  }

  IncidentBook reported(FactContext context, ReportFact.SitrepIssued fact) {
    IncidentFile file = file(fact.incident());
    int number = Math.max(file.sitreps(), fact.sitrep().number());
    return with(fact.incident(), file.withSitrep(number, context.time()));
  }

  IncidentBook noted(IncidentId incident, Said said) {
    return with(incident, file(incident).withItem(said));
  }

  private Folded<IncidentBook> aboutOwnItem(IncidentFile file, EntryId item) {
    return file.item(item).isPresent()
        ? Folded.to(this)
        : Folded.unchanged(this, Anomaly.NOT_THE_OWNER);
  }

  private IncidentBook opened(IncidentId incident, Alert alert, IncidentFile file) {
    var moment = new Moment(alert.occurredAt(), incident.toString());
    boolean exercise = incident.exercise();
    return new IncidentBook(
        files.put(incident, file),
        byTime.put(moment, incident),
        exercise ? lastNumber : Math.max(lastNumber, incident.number()),
        exercise ? Math.max(lastExercise, incident.number()) : lastExercise);
  }

  private IncidentBook with(IncidentId incident, IncidentFile file) {
    return new IncidentBook(files.put(incident, file), byTime, lastNumber, lastExercise);
  }
}
