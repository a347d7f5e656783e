package org.sarhad.core.json;

import java.util.function.Supplier;

/// A value taken as the kind its reader expects; anything else is refused with both names. What it
/// is called is asked for only then.
final class Shape {
  private Shape() {}

  static Json.Obj object(Supplier<String> what, Json value) throws MalformedJsonException {
    return switch (value) {
      case Json.Obj object -> object;
      case Json.Arr _, Json.Str _, Json.Int _, Json.Bool _, Json.Null _ ->
          throw other(what, value, "an object");
    };
  }

  static Json.Arr array(Supplier<String> what, Json value) throws MalformedJsonException {
    return switch (value) {
      case Json.Arr array -> array;
      case Json.Obj _, Json.Str _, Json.Int _, Json.Bool _, Json.Null _ ->
          throw other(what, value, "an array");
    };
  }

  static String text(Supplier<String> what, Json value) throws MalformedJsonException {
    return switch (value) {
      case Json.Str text -> text.value();
      case Json.Obj _, Json.Arr _, Json.Int _, Json.Bool _, Json.Null _ ->
          throw other(what, value, "a string");
    };
  }

  static boolean bool(Supplier<String> what, Json value) throws MalformedJsonException {
    return switch (value) {
      case Json.Bool bool -> bool.value();
      case Json.Obj _, Json.Arr _, Json.Str _, Json.Int _, Json.Null _ ->
          throw other(what, value, "true or false");
    };
  }

  static long integer(Supplier<String> what, Json value, long min, long max)
      throws MalformedJsonException {
    return switch (value) {
      case Json.Int integer when integer.value() >= min && integer.value() <= max ->
          integer.value();
      case Json.Int _, Json.Obj _, Json.Arr _, Json.Str _, Json.Bool _, Json.Null _ ->
          throw other(what, value, "an integer from %d to %d".formatted(min, max));
    };
  }

  private static MalformedJsonException other(Supplier<String> what, Json value, String expected) {
    return new MalformedJsonException(what.get(), shown(value), expected);
  }

  /// Scalars are shown as they are, the others by their kind.
  private static String shown(Json value) {
    return switch (value) {
      case Json.Obj _ -> "an object";
      case Json.Arr _ -> "an array";
      case Json.Str(String text) -> text;
      case Json.Int _, Json.Bool _, Json.Null _ -> value.toString();
    };
  }
}
