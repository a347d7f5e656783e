package org.sarhad.core.response;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// Told and answered, rung by rung: authored, durable, published, received, read, acted on. A rung
/// that has not been reached, or is not known to have been, is empty; it is never guessed.
///
/// @param authored the author's time; that of a person or a node, not proven
/// @param acted the first thing the other side did about it
/// @param imported whether it is history: then there is no proof of notice at all
public record Ladder(Instant authored, EntryTimes way, Optional<Acted> acted, boolean imported) {
  /// What the other side did, in which entry, by its own time.
  public record Acted(PartyId by, FactKind kind, Instant at, EntryId entry) {}

  /// The ladder of `said`, which was said about `incident`.
  public static Ladder of(Said said, Incident incident, EntryWays ways) {
    return of(said, incident.said(), ways);
  }

  /// The ladder of `said`, where `all` is what was said about its incident.
  static Ladder of(Said said, List<Said> all, EntryWays ways) {
    return of(said, Answers.firstTo(said, all), ways);
  }

  /// The ladder of something said that is about no incident.
  public static Ladder of(Said said, EntryWays ways) {
    return of(said, Optional.empty(), ways);
  }

  private static Ladder of(Said said, Optional<Said> answer, EntryWays ways) {
    return new Ladder(
        said.time(),
        ways.times(said.entry()),
        answer.map(a -> new Acted(a.author(), a.fact().kind(), a.time(), a.entry())),
        said.fact() instanceof HistoryFact);
  }
}
