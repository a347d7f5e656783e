package org.sarhad.node.config;

import java.time.ZoneId;
import java.util.Optional;

/// How the other side is shown to people here. Its keys and names in the record come by pairing,
/// never from here.
///
/// @param name its name for people; empty for its short name
/// @param letter its badge, the same on both nodes
/// @param zone where its desks are, for the second local clock
public record NeighbourConfig(String name, String letter, Optional<ZoneId> zone) {
  static NeighbourConfig read(Settings settings, PartyConfig own) {
    return new NeighbourConfig(
        settings.text("neighbour.name", "", "The name of the other side as people here read it."),
        settings.parsed(
            "neighbour.letter",
            own.letter().equals("B") ? "A" : "B",
            "The badge of the other side, the same on both nodes.",
            PartyConfig::letter,
            "one letter from A to Z"),
        settings.parsed(
            "neighbour.zone",
            "none",
            "The time zone of the other side's desks, for the second clock.",
            NeighbourConfig::zone,
            "an IANA time zone such as Asia/Karachi, or none"));
  }

  private static Optional<ZoneId> zone(String text) {
    return text.equals("none") ? Optional.empty() : Optional.of(ZoneId.of(text));
  }
}
