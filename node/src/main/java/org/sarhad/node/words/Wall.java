package org.sarhad.node.words;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The clock on the wall of a side's desks.
///
/// @param zone the time zone it shows
/// @param label what the radio calls it: `THR`
public record Wall(ZoneId zone, String label) {
  private static final int LABEL_LETTERS = 3;

  /// As in the console's `walls.js`; a test holds the two equal.
  private static final Map<String, String> RADIO_NAMES =
      Map.of(
          "Asia/Tehran", "THR",
          "Asia/Karachi", "KHI",
          "Asia/Kabul", "KBL",
          "Asia/Baghdad", "BGW",
          "Asia/Muscat", "MCT",
          "Asia/Ashgabat", "ASB",
          "Europe/Istanbul", "IST");

  /// The clock of desks in `zone`, an IANA name; UTC where it is not known.
  public static Wall of(Optional<String> zone) {
    return zone.map(ZoneId::of).map(Wall::of).orElseGet(() -> new Wall(ZoneOffset.UTC, "UTC"));
  }

  private static Wall of(ZoneId zone) {
    var id = zone.getId();
    var city = id.substring(id.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
    var initials = city.substring(0, Math.min(LABEL_LETTERS, city.length()));
    return new Wall(zone, RADIO_NAMES.getOrDefault(id, initials));
  }
}
