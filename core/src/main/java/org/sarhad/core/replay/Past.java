package org.sarhad.core.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.Deadline;
import org.sarhad.core.response.EntryWays;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.ResponseClocks;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.core.response.ResponseState;
import org.sarhad.core.response.Room;
import org.sarhad.core.response.Said;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// One incident at one moment of the past, through one pair of eyes.
///
/// @param id the incident
/// @param as through whose eyes
/// @param at the moment, by the clock that dated each arrival
/// @param own the side whose node looks back
/// @param state what the known facts fold to, and nothing else
/// @param undecided what may have been known and may not: in no derived value
/// @param ways how far entries had come by then
public record Past(
    IncidentId id,
    Viewpoint as,
    Instant at,
    PartyId own,
    ResponseState state,
    List<Undecided> undecided,
    EntryWays ways) {
  public Past {
    undecided = List.copyOf(undecided);
  }

  /// Something of which it is not decidable whether it was known at that moment.
  ///
  /// @param arrival between which moments it came to be known, where an end is known
  public record Undecided(Said said, Arrival arrival) {}

  /// The incident as it stood; empty while it was not known.
  public Optional<Incident> incident() {
    return state.incident(id);
  }

  /// The side as which the room is drawn: the one that looked, or the own one for all together.
  public PartyId eyes() {
    return switch (as) {
      case Viewpoint.Side(PartyId party) -> party;
      case Viewpoint.Both _ -> own;
    };
  }

  /// The room as it was; empty while the incident was not known.
  public Optional<Room> room() {
    return incident().map(incident -> Room.of(incident, ways));
  }

  /// The duties that ran or had been missed, soonest due first; none makes a sound.
  ///
  /// A duty of somebody else that had fallen due is called missed only where the last word heard
  /// from them is later: otherwise they may have done it, and it had not arrived.
  ///
  /// @param settings the clocks that were agreed then
  public List<Deadline> deadlines(ResponseSettings settings, LastWord heard) {
    return incident().stream()
        .flatMap(
            incident ->
                ResponseClocks.about(incident, eyes(), settings, at, Optional.empty(), ways)
                    .stream())
        .map(deadline -> judged(deadline, heard))
        .toList();
  }

  private Deadline judged(Deadline deadline, LastWord heard) {
    PartyId owner = deadline.owner();
    boolean open =
        deadline.status() == Deadline.Status.OVERDUE
            && !as.equals(Viewpoint.of(owner))
            && heard
                .heard(owner, at)
                .filter(word -> !word.isBefore(deadline.key().due()))
                .isEmpty();
    return new Deadline(
        deadline.key(),
        owner,
        deadline.started(),
        open ? Deadline.Status.CANNOT_BE_JUDGED : deadline.status(),
        deadline.escalatedTo(),
        false);
  }

  /// SHA-256 over the question and every item that is in the answer, for a print: of what all sides
  /// knew, two nodes that hold the same entries and receipts print the same.
  ///
  /// Lines: `sarhad replay v1`, the incident, the viewpoint, the moment; then of each known item,
  /// side by side in the order of their names and each in its author's order, the entry, its kind,
  /// and the SHA-256 of its body.
  public Hash digest() {
    var text = new StringBuilder("sarhad replay v1\n");
    text.append(id).append('\n').append(as).append('\n').append(at).append('\n');
    incident().stream()
        .flatMap(
            incident -> state.sides().values().flatMap(side -> incident.file(side.party()).said()))
        .forEach(said -> text.append(line(said)));
    return Merkle.sha256(Bytes.ofUtf8(text.toString()));
  }

  private static String line(Said said) {
    Hash body = Merkle.sha256(said.fact().toJson().canonical());
    return said.entry() + " " + said.fact().kind().code() + " " + body + "\n";
  }
}
