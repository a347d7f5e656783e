package org.sarhad.node.config;

import java.time.ZoneId;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;

/// Who this node speaks for.
///
/// @param id the party's short name
/// @param name its name for people
/// @param letter its badge on both sides' screens, `A` to `Z`; a convention of the channel, no rank
/// @param zone where its desks are, for local clocks; never used for order
/// @param domain what all its key and log names begin with: `ir.sarhad.example`
/// @param channel what it shares with its peer
public record PartyConfig(
    PartyId id, String name, String letter, ZoneId zone, String domain, ChannelId channel) {

  static PartyConfig read(Settings settings) {
    var id =
        settings.requiredParsed("party.id", "ir", "The short name of your side.", PartyId::new);
    return new PartyConfig(
        id,
        settings.text("party.name", id.value(), "The name of your side as people read it."),
        settings.parsed(
            "party.letter",
            "A",
            "The badge of your side, the same on both nodes.",
            PartyConfig::letter,
            "one letter from A to Z"),
        settings.zone("party.zone", "UTC", "The time zone of your desks."),
        settings.parsed(
            "party.domain",
            id.value() + ".sarhad.example",
            "What the names of your logs and keys begin with. Cannot be changed later.",
            PartyConfig::domain,
            "letters, digits, dots and dashes"),
        settings.requiredParsed(
            "channel.id", "sarhad.example/ir-pk", "What you and your peer share.", ChannelId::new));
  }

  /// The name of this side's log on the channel.
  public Origin origin() {
    return new Origin(domain + "/joint");
  }

  /// The name of this side's private journal, which is never served.
  public Origin journal() {
    return new Origin(domain + "/journal");
  }

  static String letter(String text) {
    if (!text.matches("[A-Z]")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static String domain(String text) {
    if (!text.matches("[a-z][a-z0-9.-]{0,79}")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
