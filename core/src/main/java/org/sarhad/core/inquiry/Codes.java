package org.sarhad.core.inquiry;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;

/// How constants and texts of this room stand in signed bytes: constants by their names in small
/// letters, texts as prose of a length.
final class Codes {
  private Codes() {}

  /// The word of a constant: `own_observation`.
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /// The constant whose word is the member `name`. Inverse of [#of].
  static <E extends Enum<E>> E read(Json.Obj json, String name, Class<E> type)
      throws MalformedJsonException {
    return json.as(name, code -> parse(code, type));
  }

  /// As [#read], or empty when there is no such member.
  static <E extends Enum<E>> Optional<E> find(Json.Obj json, String name, Class<E> type)
      throws MalformedJsonException {
    return json.findAs(name, code -> parse(code, type));
  }

  /// The constant whose word is `code`.
  ///
  /// @throws IllegalArgumentException when there is none
  static <E extends Enum<E>> E parse(String code, Class<E> type) {
    EnumSet<E> all = EnumSet.allOf(type);
    for (E constant : all) {
      if (of(constant).equals(code)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "\"%s\" is none of %s"
            .formatted(code, String.join(", ", all.stream().map(Codes::of).toList())));
  }

  /// Passes when `text` is prose of at most `lengthMax` UTF-16 units.
  ///
  /// @throws IllegalArgumentException saying what is wrong with `what`
  static void requireProse(String what, String text, int lengthMax) {
    Optional<String> flaw = Text.flawInProse(text, lengthMax);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException(what + " has " + flaw.get());
    }
  }

  /// Passes when there are at most `max` of something.
  ///
  /// @throws IllegalArgumentException when there are more
  static void requireAtMost(String what, int count, int max) {
    if (count > max) {
      throw new IllegalArgumentException(count + " " + what + "; at most " + max);
    }
  }
}
