package org.sarhad.core.crossing;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sarhad.core.party.PartyId;

/// The name of an incident as the side that opened it gave it, `INC-PK-3`, or `EX-PK-1` for an
/// exercise. What the incident is, the response says.
///
/// @param text in its one spelling
public record IncidentName(String text) implements Comparable<IncidentName> {
  private static final Pattern TEXT =
      Pattern.compile("(INC|EX)-([A-Z][A-Z0-9-]{0,15})-[1-9][0-9]{0,5}");

  /// @throws IllegalArgumentException when it is no such name
  public IncidentName {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not the name of an incident. Maybe \"INC-PK-3\"?");
    }
    var _ = PartyId.of(matcher.group(2).toLowerCase(Locale.ROOT));
  }

  /// Whether it is an exercise; then the crossing is one as well.
  public boolean isExercise() {
    return text.startsWith("EX-");
  }

  @Override
  public int compareTo(IncidentName other) {
    return text.compareTo(other.text);
  }

  /// The name itself.
  @Override
  public String toString() {
    return text;
  }
}
