package org.sarhad.core.crossing;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sarhad.core.party.PartyId;

/// The name of a unit as its own side gave it, `U-PK-3`: the same text as in the response (docs,
/// domain/response.md, 2.3), read here for nothing but whose unit it is.
///
/// @param owner the side in the name; nobody else can bring the unit across or take it back
/// @param number 1 to 999 999, counted by the owner
public record UnitName(PartyId owner, int number) implements Comparable<UnitName> {
  private static final Pattern TEXT = Pattern.compile("U-([A-Z][A-Z0-9-]{0,15})-([1-9][0-9]{0,5})");
  private static final int NUMBER_MAX = 999_999;

  /// @throws IllegalArgumentException when the number is out of range
  public UnitName {
    if (number < 1 || number > NUMBER_MAX) {
      throw new IllegalArgumentException("unit number " + number + "; expected 1 to " + NUMBER_MAX);
    }
  }

  /// Inverse of [#toString()].
  ///
  /// @throws IllegalArgumentException for any other text
  public static UnitName parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not the name of a unit. Maybe \"U-PK-3\"?");
    }
    return new UnitName(
        PartyId.of(matcher.group(1).toLowerCase(Locale.ROOT)), Integer.parseInt(matcher.group(2)));
  }

  /// By owner, then number.
  @Override
  public int compareTo(UnitName other) {
    int byOwner = owner.compareTo(other.owner);
    return byOwner != 0 ? byOwner : Integer.compare(number, other.number);
  }

  /// `U-PK-3`.
  @Override
  public String toString() {
    return "U-" + owner.value().toUpperCase(Locale.ROOT) + "-" + number;
  }
}
