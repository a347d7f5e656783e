package org.sarhad.core.response;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.party.PartyId;

/// The watch officer's queue.
public final class Queue {
  /// Gravest first, then the oldest, then by name.
  static final Comparator<Incident> GRAVEST_FIRST =
      Comparator.comparing(Queue::priorityOf)
          .thenComparing(incident -> incident.reportedAt().orElse(Instant.MAX))
          .thenComparing(Incident::id);

  private static final Comparator<Line> ORDER =
      Comparator.comparing((Line line) -> line.incident().id().exercise())
          .thenComparing(line -> line.alert().priority())
          .thenComparing(line -> !line.needsAcknowledgement())
          .thenComparing(Line::reportedAt)
          .thenComparing(line -> line.incident().id());

  private Queue() {}

  /// One line of the queue.
  ///
  /// @param ladder of the entry that told the other side, or of the opening before that
  /// @param needsAcknowledgement whether a person here still has to take note of it
  /// @param unread how many items of the other side nobody here has opened
  /// @param lastChange the latest author's time in the room
  /// @param next the deadline that falls due first, overdue ones included
  public record Line(
      Incident incident,
      Alert alert,
      IncidentStage stage,
      Instant reportedAt,
      Ladder ladder,
      boolean needsAcknowledgement,
      int unread,
      Instant lastChange,
      Optional<Deadline> next) {}

  /// The queue of `own`: every incident it knows that is not closed by all, exercises last; the
  /// gravest first; of equals those that still need acknowledgement first; then the oldest.
  public static List<Line> of(
      ResponseState state, PartyId own, List<Deadline> deadlines, EntryWays ways) {
    var first = first(deadlines);
    return state
        .liveIncidents()
        .filter(incident -> incident.isKnownTo(own))
        .flatMap(incident -> line(incident, own, first, ways).stream())
        .sorted(ORDER)
        .toList();
  }

  /// The first of `deadlines` about each incident.
  public static Map<IncidentId, Deadline> first(List<Deadline> deadlines) {
    var first = new TreeMap<IncidentId, Deadline>();
    deadlines.forEach(deadline -> first.putIfAbsent(deadline.key().incident(), deadline));
    return first;
  }

  /// The line of one incident, open or closed; empty while nobody has said what it is.
  ///
  /// @param deadlines the one that falls due first, of each incident that has any
  public static Optional<Line> line(
      Incident incident, PartyId own, Map<IncidentId, Deadline> deadlines, EntryWays ways) {
    IncidentFile file = incident.file(incident.owner());
    Optional<Said> told = incident.notice().or(file::opened);
    if (told.isEmpty() || incident.alert().isEmpty()) {
      return Optional.empty();
    }
    List<Said> said = incident.said();
    return Optional.of(
        new Line(
            incident,
            incident.alert().get(),
            incident.stage(),
            incident.reportedAt().orElse(told.get().time()),
            Ladder.of(told.get(), said, ways),
            needsAcknowledgement(incident, own),
            unread(said, own, ways),
            said.stream().map(Said::time).max(Comparator.naturalOrder()).orElse(told.get().time()),
            Optional.ofNullable(deadlines.get(incident.id()))));
  }

  private static boolean needsAcknowledgement(Incident incident, PartyId own) {
    return !incident.owner().equals(own)
        && incident.acknowledgedBy(own).isEmpty()
        && incident.stageOf(own) != Stage.CLOSED;
  }

  private static int unread(List<Said> said, PartyId own, EntryWays ways) {
    return (int)
        said.stream()
            .filter(item -> !item.author().equals(own))
            .filter(item -> ways.times(item.entry()).read().isEmpty())
            .count();
  }

  private static Priority priorityOf(Incident incident) {
    return incident.alert().map(Alert::priority).orElse(Priority.P5);
  }
}
