package org.sarhad.core.act;

import java.util.regex.Pattern;

/// What sort of act it is: `modalities`, `crossing`, `handover`. The application that has the kind
/// knows what its terms mean.
///
/// @param value 1 to 32 characters of `[a-z0-9_]`, beginning with a letter
public record ActKind(String value) implements Comparable<ActKind> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  /// @throws IllegalArgumentException when the name is not of that form
  public ActKind {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "kind of act \"" + value + "\" is not 1 to 32 characters of [a-z0-9_], a letter first");
    }
  }

  /// The kind called `value`; same as the constructor.
  public static ActKind of(String value) {
    return new ActKind(value);
  }

  @Override
  public int compareTo(ActKind other) {
    return value.compareTo(other.value);
  }

  /// The name itself.
  @Override
  public String toString() {
    return value;
  }
}
