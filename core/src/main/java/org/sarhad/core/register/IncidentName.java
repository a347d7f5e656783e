package org.sarhad.core.register;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sarhad.core.party.PartyId;

/// An incident by the name that its opener gave it, as it stands in signed bytes: `INC-PK-3`, or
/// `EX-PK-1` for an exercise. The opener is part of the name, so that it is known from the name
/// alone who is responsible to begin with (protocol clause 12-2.1).
///
/// @param value the name, in its one spelling
public record IncidentName(String value) implements Comparable<IncidentName> {
  private static final Pattern FORM =
      Pattern.compile("(?:INC|EX)-([A-Z0-9](?:[A-Z0-9-]{0,14}[A-Z0-9])?)-([1-9][0-9]{0,5})");

  /// @throws IllegalArgumentException when it is no such name
  public IncidentName {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "incident \"" + value + "\"; expected a name such as INC-PK-3");
    }
    ownerIn(matcher);
  }

  /// The incident called `value`; same as the constructor.
  public static IncidentName of(String value) {
    return new IncidentName(value);
  }

  /// Whether it is an exercise.
  public boolean isExercise() {
    return value.startsWith("EX-");
  }

  /// The side that opened it.
  public PartyId owner() {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalStateException(value);
    }
    return ownerIn(matcher);
  }

  private static PartyId ownerIn(Matcher matcher) {
    return PartyId.of(matcher.group(1).toLowerCase(Locale.ROOT));
  }

  /// In the order of their characters: for determinism only.
  @Override
  public int compareTo(IncidentName other) {
    return value.compareTo(other.value);
  }

  /// The name itself.
  @Override
  public String toString() {
    return value;
  }
}
