package org.sarhad.core.response;

import org.sarhad.core.party.PartyId;

/// The name of one offer of the watch.
///
/// Text form `W-PK-3`: series, the party that gave the number, a number from 1 that the party
/// counts itself, so two sides never give the same name while they cannot hear each other. The
/// party in the name is its owner: nobody else's fact can change what it names.
public record WatchId(PartyId owner, int number) implements ResponseId, Comparable<WatchId> {
  static final String SERIES = "W";

  public WatchId {
    ResponseId.checkNumber(number);
  }

  /// Reads the text form exactly as [#toString()] writes it.
  ///
  /// @throws IllegalArgumentException for any other text
  public static WatchId parse(String text) {
    var serial = Serial.parse(text, SERIES);
    return new WatchId(serial.owner(), serial.number());
  }

  /// By owner, then number: the order of maps and lists, without meaning of its own.
  @Override
  public int compareTo(WatchId other) {
    return ResponseId.compare(this, other);
  }

  @Override
  public String toString() {
    return Serial.print(SERIES, owner, number);
  }
}
