package org.sarhad.node.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.replay.LastWord;
import org.sarhad.core.replay.Past;
import org.sarhad.core.replay.Replay;
import org.sarhad.core.replay.Viewpoint;
import org.sarhad.core.response.EntryTimes;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.core.time.TimeBracket;
import org.sarhad.node.api.view.ReplayViews;
import org.sarhad.node.machine.NodeView;

/// An incident as one side, or both, knew it at a moment of the past.
final class ReplayOperations {
  private static final String OWN = "own";

  private final Surface surface;

  ReplayOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get(
            "replayIncident",
            "/api/v1/incidents/{incident}/replay",
            Access.signedIn(),
            this::replay));
  }

  private Answer replay(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var query = call.query();
    var as =
        query
            .parsed(
                "as",
                word -> viewpoint(word, lens),
                "expected own, both, or a side of this channel")
            .orElse(Viewpoint.of(lens.own()));
    var asked = query.time("at").orElse(lens.now());
    query.finish();
    // What has not come yet cannot be looked back at.
    var at = asked.isAfter(lens.now()) ? lens.now() : asked;
    return lens.incident(call.part("incident"))
        .map(incident -> Answer.ok(view(lens, incident, as, at)))
        .orElseGet(() -> Answer.unknown(call.part("incident")));
  }

  private static Viewpoint viewpoint(String word, Lens lens) {
    if (word.equals(OWN)) {
      return Viewpoint.of(lens.own());
    }
    return word.equals(Viewpoint.BOTH.toString())
        ? Viewpoint.BOTH
        : lens.response().parties().stream()
            .filter(party -> party.value().equals(word))
            .findFirst()
            .map(Viewpoint::of)
            .orElseThrow(() -> new IllegalArgumentException(word));
  }

  private ReplayViews.Replay view(Lens lens, Incident incident, Viewpoint as, Instant at) {
    var replay = Replay.of(incident, lens.own(), lens.view(), lens::shows);
    var past = replay.at(as, at);
    var settings = settings(lens.view(), replay, as, at);
    var deadlines = past.deadlines(settings, heard(lens.view()));
    boolean ours = as.equals(Viewpoint.of(lens.own())) && !lens.releasedOnly();
    return new ReplayViews.Replay(
        incident.id().toString(),
        as.toString(),
        at,
        ours ? "everything" : "released",
        past.incident().flatMap(then -> Rooms.of(past, settings, lens).closed(then, deadlines)),
        past.undecided().stream().map(item -> undecided(lens, item)).toList(),
        replay.changes(as).stream().map(ReplayOperations::roundedUp).distinct().toList(),
        past.digest().toString());
  }

  private static ReplayViews.Undecided undecided(Lens lens, Past.Undecided item) {
    var said = item.said();
    return new ReplayViews.Undecided(
        lens.entryName(said.entry()),
        said.fact().kind().code(),
        lens.author(said),
        said.time(),
        said.fact().toJson(),
        item.arrival().earliest(),
        item.arrival().surely().map(ReplayOperations::roundedUp));
  }

  /// Whoever asks for this moment sees what began to be known in it: answers carry milliseconds.
  private static Instant roundedUp(Instant instant) {
    var cut = instant.truncatedTo(ChronoUnit.MILLIS);
    return cut.equals(instant) ? cut : cut.plusMillis(1);
  }

  /// What was agreed then, as far as the side that is looked through knew.
  private ResponseSettings settings(NodeView view, Replay replay, Viewpoint as, Instant at) {
    return view.agreed()
        .response(
            surface.initialSettings(),
            entry ->
                view.channel()
                    .sides()
                    .find(entry.origin())
                    .map(side -> replay.isKnown(as, entry, side.party(), timeOf(view, entry), at))
                    .orElse(false));
  }

  private static Instant timeOf(NodeView view, EntryId entry) {
    return view.entry(entry).map(Entry::envelope).map(said -> said.time()).orElse(Instant.MAX);
  }

  /// By the newest entry of a side that had been received at a moment, how far its word reached.
  private static LastWord heard(NodeView view) {
    return (speaker, at) ->
        view.channel().sides().stream()
            .filter(side -> side.value().party().equals(speaker))
            .map(PersistentMap.Entry::key)
            .findFirst()
            .flatMap(view::log)
            .flatMap(log -> lastReceived(view, log.origin(), log.size(), at));
  }

  /// When the newest entry of `log` that the other side had received by `at` was written at the
  /// earliest. O(log n): entries are received in their order.
  private static Optional<Instant> lastReceived(NodeView view, Origin log, long size, Instant at) {
    long received = 0;
    long end = size;
    while (received < end) {
      long middle = (received + end) >>> 1;
      if (bracket(view, EntryId.of(log, middle))
          .flatMap(TimeBracket::notAfter)
          .filter(time -> !time.isAfter(at))
          .isPresent()) {
        received = middle + 1;
      } else {
        end = middle;
      }
    }
    return received == 0
        ? Optional.empty()
        : bracket(view, EntryId.of(log, received - 1)).flatMap(TimeBracket::notBefore);
  }

  private static Optional<TimeBracket> bracket(NodeView view, EntryId entry) {
    return view.times(entry).received().map(EntryTimes.Receipt::bracket);
  }
}
