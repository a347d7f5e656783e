package org.sarhad.core.market;

import java.util.regex.Pattern;

/// The names that a protocol gives to its lines, quotas, corridors and indices.
final class Names {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  private Names() {}

  /// @throws IllegalArgumentException when `name` is none
  static String checked(String what, String name) {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "%s \"%s\"; expected 1 to 32 of [a-z0-9_], a letter first".formatted(what, name));
    }
    return name;
  }
}
