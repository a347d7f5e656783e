package org.sarhad.node.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.api.view.PartyView;
import org.sarhad.node.api.view.SessionView;
import org.sarhad.node.config.PartyConfig;

/// Whose node this is, for every answer that says so.
final class Whose {
  private final PartyConfig party;
  private final String version;
  private final Instant startedAt;

  Whose(PartyConfig party, String version, Instant startedAt) {
    this.party = party;
    this.version = version;
    this.startedAt = startedAt;
  }

  PartyView own() {
    return new PartyView(
        party.id().value(), party.name(), party.letter(), Optional.of(party.zone().getId()));
  }

  List<PartyView> peers() {
    return List.of();
  }

  String channel() {
    return party.channel().value();
  }

  SessionView.Node node() {
    return new SessionView.Node(version, startedAt);
  }
}
