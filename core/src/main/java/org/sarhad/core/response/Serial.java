package org.sarhad.core.response;

import java.util.Locale;
import org.sarhad.core.party.PartyId;

/// The text form shared by every [ResponseId]: `SERIES-PARTY-NUMBER`, the party in capitals, the
/// number in decimal without leading zeros.
record Serial(PartyId owner, int number) {
  static String print(String series, PartyId owner, int number) {
    return series + "-" + owner.toString().toUpperCase(Locale.ROOT) + "-" + number;
  }

  static Serial parse(String text, String series) {
    int last = text.lastIndexOf('-');
    int first = series.length();
    if (!text.startsWith(series + "-") || last <= first) {
      throw malformed(text, series);
    }
    String party = text.substring(first + 1, last).toLowerCase(Locale.ROOT);
    String digits = text.substring(last + 1);
    if (digits.isEmpty()
        || digits.length() > 6
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw malformed(text, series);
    }
    int number = Integer.parseInt(digits);
    PartyId owner = PartyId.of(party);
    if (number < 1 || !print(series, owner, number).equals(text)) {
      throw malformed(text, series);
    }
    return new Serial(owner, number);
  }

  private static IllegalArgumentException malformed(String text, String series) {
    return new IllegalArgumentException(
        "\""
            + text
            + "\" is not a name: expected "
            + series
            + "-PARTY-NUMBER, such as "
            + series
            + "-PK-3");
  }
}
