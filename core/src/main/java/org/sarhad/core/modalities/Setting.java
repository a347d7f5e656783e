package org.sarhad.core.modalities;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// One thing that both machines obey, and that a clause of a document can set.
///
/// A setting never changes its key, its type or its unit, once a version of the program knows it: a
/// document that binds it may be in force for years. New settings come with a higher `since`.
///
/// @param key by which clauses name it: 1 to 64 characters of `[a-z0-9_.]`, beginning with a letter
/// @param type class, unit, range and spelling of its values
/// @param initial what holds as long as no document says otherwise; empty where nothing can be
///   assumed (which line, which zone)
/// @param meaning one English line for a person who reads a document without the program
/// @param since the first catalogue that has it, from 1 (protocol clause 08-3.4)
public record Setting<T>(
    String key, ValueType<T> type, Optional<T> initial, String meaning, int since) {
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_.]{0,63}");

  /// @throws IllegalArgumentException when the key is not of that form
  public Setting {
    if (!isKey(key)) {
      throw new IllegalArgumentException(
          "key \"" + key + "\" is not 1 to 64 characters of [a-z0-9_.], a letter first");
    }
  }

  /// Whether `key` could be one, of this or of another catalogue.
  static boolean isKey(String key) {
    return KEY.matcher(key).matches();
  }

  // ---- making them, for the catalogue ---------------------------------------------------------

  static <T> Setting<T> of(String key, ValueType<T> type, T initial, String meaning) {
    return new Setting<>(key, type, Optional.of(initial), meaning, 1);
  }

  static <T> Setting<T> withoutInitial(String key, ValueType<T> type, String meaning) {
    return new Setting<>(key, type, Optional.empty(), meaning, 1);
  }

  static Setting<Duration> minutes(String key, long initial, long max, String meaning) {
    return span(key, SpanUnit.MINUTES, initial, max, meaning);
  }

  static Setting<Duration> hours(String key, long initial, long max, String meaning) {
    return span(key, SpanUnit.HOURS, initial, max, meaning);
  }

  static Setting<Duration> days(String key, long initial, long max, String meaning) {
    return span(key, SpanUnit.DAYS, initial, max, meaning);
  }

  private static Setting<Duration> span(
      String key, SpanUnit unit, long initial, long max, String meaning) {
    return of(key, new ValueType.Span(unit, 1, max), unit.times(initial), meaning);
  }

  static Setting<Long> metres(String key, long initial, long min, long max, String meaning) {
    return of(key, new ValueType.Whole(Optional.of("m"), min, max), initial, meaning);
  }

  static Setting<Long> count(String key, long initial, long min, long max, String meaning) {
    return of(key, new ValueType.Whole(Optional.empty(), min, max), initial, meaning);
  }

  // ---- reading --------------------------------------------------------------------------------

  /// The value that `binding`, which names this setting, gives it: of its type and in its unit, in
  /// its one spelling.
  ///
  /// @throws MalformedJsonException when it is not
  T read(Binding binding) throws MalformedJsonException {
    if (!binding.unit().equals(type.unit())) {
      throw new MalformedJsonException(
          "unit of " + key, binding.unit().orElse("nothing"), type.unit().orElse("no unit"));
    }
    Json.Obj bound = Json.obj().put("value", binding.value()).build();
    T value;
    try {
      value = type.read(bound);
    } catch (IllegalArgumentException misfit) {
      throw new MalformedJsonException(
          "value of " + key, String.valueOf(misfit.getMessage()), "a value as the catalogue says");
    }
    if (!type.write(value).equals(binding.value())) {
      throw new MalformedJsonException(
          "value of " + key, binding.value().toString(), type.write(value).toString());
    }
    return value;
  }

  /// A binding of this setting to `value`.
  public Binding to(T value) {
    return new Binding(key, type.unit(), type.write(value));
  }
}
