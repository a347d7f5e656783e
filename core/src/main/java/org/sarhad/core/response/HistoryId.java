package org.sarhad.core.response;

import org.sarhad.core.party.PartyId;

/// The name of one imported item of history.
///
/// Text form `H-PK-3`: series, the party that gave the number, a number from 1 that the party
/// counts itself, so two sides never give the same name while they cannot hear each other. The
/// party in the name is its owner: nobody else's fact can change what it names.
public record HistoryId(PartyId owner, int number) implements ResponseId, Comparable<HistoryId> {
  static final String SERIES = "H";

  public HistoryId {
    ResponseId.checkNumber(number);
  }

  /// Reads the text form exactly as [#toString()] writes it.
  ///
  /// @throws IllegalArgumentException for any other text
  public static HistoryId parse(String text) {
    var serial = Serial.parse(text, SERIES);
    return new HistoryId(serial.owner(), serial.number());
  }

  /// By owner, then number: the order of maps and lists, without meaning of its own.
  @Override
  public int compareTo(HistoryId other) {
    return ResponseId.compare(this, other);
  }

  @Override
  public String toString() {
    return Serial.print(SERIES, owner, number);
  }
}
