package org.sarhad.node.api;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.Alert;
import org.sarhad.core.response.ClockFact;
import org.sarhad.core.response.HistoryFact;
import org.sarhad.core.response.IncidentFact;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.core.response.RunCardFact;
import org.sarhad.core.response.UnitFact;
import org.sarhad.core.response.WatchFact;
import org.sarhad.node.api.view.EventView;
import org.sarhad.node.machine.Change;
import org.sarhad.node.machine.LinkState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns the node's changes into the events of the contract, on a thread of its own.
///
/// The node's thread only drops a change into a bounded queue. If that is full, the changes are
/// dropped and everybody is told `gap`: load afresh.
final class Changes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
  private static final int QUEUE_MAX = 8_192;
  private static final int ENTRIES_MAX = 256;

  private final Surface surface;
  private final EventHub<EventView> hub;
  private final BlockingQueue<Change> waiting = new ArrayBlockingQueue<>(QUEUE_MAX);
  private final Map<PartyId, LinkState> states = new LinkedHashMap<>();
  private final Thread thread;
  private volatile boolean overflowed;

  Changes(Surface surface, EventHub<EventView> hub) {
    this.surface = surface;
    this.hub = hub;
    surface.node().listen(this::noted);
    this.thread = Thread.ofVirtual().name("changes").start(this::run);
  }

  private void noted(Change change) {
    if (!waiting.offer(change)) {
      overflowed = true;
    }
  }

  private void run() {
    try {
      while (true) {
        var change = waiting.take();
        if (overflowed) {
          overflowed = false;
          hub.tell("gap", EventView.at(surface.clock().now()));
        }
        try {
          tell(change);
        } catch (RuntimeException e) { // a console that is told too little is told to load afresh
          LOG.error("a change could not be told", e);
          hub.tell("gap", EventView.at(surface.clock().now()));
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    hub.close();
  }

  private void tell(Change change) {
    var lens = surface.look();
    switch (change) {
      case Change.Entries(List<EntryId> entries) -> {
        for (int i = 0; i < entries.size(); i += ENTRIES_MAX) {
          entries(lens, entries.subList(i, Math.min(i + ENTRIES_MAX, entries.size())));
        }
      }
      case Change.Heads _ -> hub.tell("record", EventView.at(lens.now()));
      case Change.Link(PartyId peer) -> link(lens, peer);
      case Change.EvidenceKept _ -> hub.tell("evidence", EventView.at(lens.now()));
      case Change.Diverged(PartyId peer) -> link(lens, peer);
    }
  }

  private void link(Lens lens, PartyId peer) {
    var state = lens.view().link(peer).map(link -> link.state());
    hub.tell(
        "link",
        new EventView(
            lens.now(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(peer.value()),
            state.map(Codes::of),
            Optional.empty(),
            Optional.empty()));
    var before = state.map(now -> states.put(peer, now)).orElse(null);
    if (state.equals(Optional.of(LinkState.SILENT)) && before != LinkState.SILENT) {
      alarm(lens, "link_lost", Optional.empty(), Optional.empty());
    }
  }

  /// What a batch of entries changed, each thing told once.
  private void entries(Lens lens, List<EntryId> entries) {
    var names = new ArrayList<String>();
    var incidents = new LinkedHashMap<String, List<String>>();
    var units = new LinkedHashMap<String, List<String>>();
    var others = new EnumMap<Other, List<String>>(Other.class);
    var rows = new Entries(lens);
    for (var id : entries) {
      var name = lens.entryName(id);
      names.add(name);
      var entry = lens.view().entry(id);
      var fact = entry.flatMap(rows::fact);
      fact.flatMap(ResponseFact::aboutIncident)
          .ifPresent(incident -> add(incidents, incident.toString(), name));
      fact.ifPresent(
          said -> {
            if (said instanceof UnitFact unit) {
              add(units, unit.unit().toString(), name);
              lens.response()
                  .side(unit.unit().owner())
                  .units()
                  .incidentOf(unit.unit())
                  .ifPresent(incident -> add(incidents, incident.toString(), name));
            }
            Other.of(said).ifPresent(other -> add(others, other, name));
            sound(lens, said, entry.map(rows::author), name);
          });
      boolean isRecord =
          entry.filter(e -> e.envelope().kind().value().startsWith("record.")).isPresent();
      if (isRecord) {
        add(others, Other.ACCOUNT, name);
      }
    }
    incidents.forEach(
        (incident, of) ->
            hub.tell("incident", event(lens, Optional.of(incident), Optional.empty(), of)));
    units.forEach(
        (unit, of) -> hub.tell("unit", event(lens, Optional.empty(), Optional.of(unit), of)));
    others.forEach(
        (other, of) ->
            hub.tell(Codes.of(other), event(lens, Optional.empty(), Optional.empty(), of)));
    hub.tell("record", event(lens, Optional.empty(), Optional.empty(), names));
  }

  private enum Other {
    SHIFT,
    HISTORY,
    ACCOUNT;

    static Optional<Other> of(ResponseFact fact) {
      return switch (fact) {
        case WatchFact _, RunCardFact _ -> Optional.of(SHIFT);
        case HistoryFact _ -> Optional.of(HISTORY);
        case ResponseFact _ -> Optional.empty();
      };
    }
  }

  /// Only grave alerts and missed deadlines may sound.
  private void sound(Lens lens, ResponseFact said, Optional<PartyId> author, String name) {
    switch (said) {
      case IncidentFact.Opened f -> soundOf(lens, f.alert(), f.incident().toString(), name);
      case IncidentFact.Notified f -> {
        if (!author.equals(Optional.of(lens.own()))) {
          soundOf(lens, f.alert(), f.incident().toString(), name);
        }
      }
      case ClockFact.Passed f ->
          alarm(
              lens,
              "deadline_missed",
              Optional.of(f.deadline().incident().toString()),
              Optional.of(name));
      case ResponseFact _ -> {
        // Everything else is for the eye.
      }
    }
  }

  private void soundOf(Lens lens, Alert alert, String incident, String name) {
    if (alert.priority().audible()) {
      alarm(lens, Codes.of(alert.priority()), Optional.of(incident), Optional.of(name));
    }
  }

  private void alarm(Lens lens, String what, Optional<String> incident, Optional<String> entry) {
    hub.tell(
        "alarm",
        new EventView(
            lens.now(),
            incident,
            Optional.empty(),
            entry.map(List::of),
            Optional.empty(),
            Optional.empty(),
            Optional.of(what),
            Optional.empty()));
  }

  private static EventView event(
      Lens lens, Optional<String> incident, Optional<String> unit, List<String> entries) {
    return new EventView(
        lens.now(),
        incident,
        unit,
        Optional.of(List.copyOf(entries)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static <K> void add(Map<K, List<String>> map, K key, String name) {
    map.computeIfAbsent(key, _ -> new ArrayList<>()).add(name);
  }
}
