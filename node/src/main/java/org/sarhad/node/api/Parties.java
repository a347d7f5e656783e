package org.sarhad.node.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.PartyView;
import org.sarhad.node.api.view.SessionView;
import org.sarhad.node.config.NeighbourConfig;
import org.sarhad.node.config.PartyConfig;
import org.sarhad.node.machine.LinkView;
import org.sarhad.node.machine.LogView;
import org.sarhad.node.machine.NodeView;

/// Who is who on this node, and how logs and entries are called in the API: `ir/17`, `journal/4`.
final class Parties {
  /// The name of the private journal.
  static final String JOURNAL = "journal";

  private final PartyConfig own;
  private final NeighbourConfig neighbour;
  private final String version;
  private final Instant startedAt;

  Parties(PartyConfig own, NeighbourConfig neighbour, String version, Instant startedAt) {
    this.own = own;
    this.neighbour = neighbour;
    this.version = version;
    this.startedAt = startedAt;
  }

  PartyId ownId() {
    return own.id();
  }

  PartyView own() {
    return new PartyView(
        own.id().value(), own.name(), own.letter(), Optional.of(own.zone().getId()));
  }

  /// The view of a party: the own side, or a peer as the configuration shows it.
  PartyView view(PartyId party) {
    if (party.equals(own.id())) {
      return own();
    }
    var name =
        neighbour.name().isEmpty() ? party.value().toUpperCase(Locale.ROOT) : neighbour.name();
    return new PartyView(
        party.value(), name, neighbour.letter(), neighbour.zone().map(zone -> zone.getId()));
  }

  /// The peers of `view`, by name.
  List<PartyView> peers(NodeView view) {
    return view.links().stream().map(LinkView::peer).map(this::view).toList();
  }

  String channel() {
    return own.channel().value();
  }

  SessionView.Node node() {
    return new SessionView.Node(version, startedAt);
  }

  /// What the API calls the log `origin`.
  String logName(NodeView view, Origin origin) {
    if (origin.equals(view.self().journal())) {
      return JOURNAL;
    }
    if (origin.equals(view.self().origin())) {
      return own.id().value();
    }
    return view.channel()
        .sides()
        .find(origin)
        .map(side -> side.party().value())
        .orElse(origin.value());
  }

  /// What the API calls an entry.
  String entryName(NodeView view, EntryId entry) {
    return logName(view, entry.origin()) + "/" + entry.index();
  }

  /// The log that the API calls `name`.
  Optional<Origin> log(NodeView view, String name) {
    if (name.equals(JOURNAL)) {
      return Optional.of(view.self().journal());
    }
    return view.logs().stream()
        .map(LogView::origin)
        .filter(origin -> logName(view, origin).equals(name))
        .findFirst();
  }

  /// The entry that the API calls `name`; empty for one of a log that is not here.
  Optional<EntryId> entry(NodeView view, String name) {
    int slash = name.lastIndexOf('/');
    if (slash < 1 || !name.substring(slash + 1).matches("[0-9]{1,16}")) {
      return Optional.empty();
    }
    long index = Long.parseLong(name.substring(slash + 1));
    return log(view, name.substring(0, slash)).map(origin -> new EntryId(origin, index));
  }
}
