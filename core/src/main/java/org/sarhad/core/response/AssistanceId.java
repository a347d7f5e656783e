package org.sarhad.core.response;

import org.sarhad.core.party.PartyId;

/// The name of one thread of assistance, opened by a request or by an unsolicited offer, in which
/// both sides then speak (EDXL-RM message types).
///
/// Text form `AR-PK-3`: series, the party that gave the number, a number from 1 that the party
/// counts itself, so two sides never give the same name while they cannot hear each other. The
/// party in the name is its owner: nobody else's fact can change what it names.
public record AssistanceId(PartyId owner, int number)
    implements ResponseId, Comparable<AssistanceId> {
  static final String SERIES = "AR";

  public AssistanceId {
    ResponseId.checkNumber(number);
  }

  /// Reads the text form exactly as [#toString()] writes it.
  ///
  /// @throws IllegalArgumentException for any other text
  public static AssistanceId parse(String text) {
    var serial = Serial.parse(text, SERIES);
    return new AssistanceId(serial.owner(), serial.number());
  }

  /// By owner, then number: the order of maps and lists, without meaning of its own.
  @Override
  public int compareTo(AssistanceId other) {
    return ResponseId.compare(this, other);
  }

  @Override
  public String toString() {
    return Serial.print(SERIES, owner, number);
  }
}
