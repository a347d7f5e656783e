package org.sarhad.core.screening;

import java.util.regex.Pattern;

/// Whose list it is: `un`, or a word for another one.
///
/// @param code 1 to 32 characters of `[a-z0-9-]`, beginning with a letter
public record ListSource(String code) implements Comparable<ListSource> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /// The Security Council's. Every side goes by it (protocol clause 16-3.2).
  public static final ListSource UN = new ListSource("un");

  /// @throws IllegalArgumentException when the code is not of that form
  public ListSource {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "list \"" + code + "\"; expected 1 to 32 characters of [a-z0-9-], a letter first");
    }
  }

  /// The source called `code`; same as the constructor.
  public static ListSource of(String code) {
    return new ListSource(code);
  }

  /// In the order of their characters: for determinism only.
  @Override
  public int compareTo(ListSource other) {
    return code.compareTo(other.code);
  }

  /// The code itself.
  @Override
  public String toString() {
    return code;
  }
}
