package org.sarhad.core.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sarhad.core.time.UtcTime;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// One JSON value of the signed profile (see the package), immutable.
///
/// Built with [#obj()], [#arr(Json...)] and `of`; written by [#canonical()]; read back by
/// [#parseCanonical]. Equal values have equal canonical bytes and the other way round.
///
/// Readers ask an [Obj] for what they expect (`object.text("kind")`, `object.integer("seq", 0,
/// max)`) and get it or a [MalformedJsonException] that names the member, what was there and what
/// was expected.
public sealed interface Json {
  /// The largest magnitude of an integer, 2⁵³−1: every JSON reader in the world keeps it exact.
  long INTEGER_MAX = (1L << 53) - 1;

  // ---- building -------------------------------------------------------------------------------

  /// A string.
  ///
  /// @throws IllegalArgumentException when the text cannot be signed, see [Text#flawInSignable]
  static Str of(String value) {
    return new Str(value);
  }

  /// An integer.
  ///
  /// @throws IllegalArgumentException when its magnitude is beyond [#INTEGER_MAX]
  static Int of(long value) {
    return new Int(value);
  }

  /// A truth value.
  static Bool of(boolean value) {
    return new Bool(value);
  }

  /// The value that is known to be absent.
  static Null ofNull() {
    return new Null();
  }

  /// An array of these values.
  static Arr arr(Json... values) {
    return new Arr(List.of(values));
  }

  /// An array of what `values` gives.
  static Arr arr(Stream<? extends Json> values) {
    return new Arr(values.<Json>map(value -> value).toList());
  }

  /// A builder of an object; members may be put in any order.
  static JsonBuilder obj() {
    return new JsonBuilder();
  }

  // ---- reading and writing --------------------------------------------------------------------

  /// Reads any JSON text of the profile: white space, escapes and member order are free, all else
  /// is as strict as [#parseCanonical]. For requests typed by people and programs.
  ///
  /// @throws MalformedJsonException when it is not, saying where
  static Json parse(Bytes text, JsonLimits limits) throws MalformedJsonException {
    return JsonParser.parse(text, limits);
  }

  /// Reads the canonical text of a value and nothing else: `parse(text).canonical()` equals `text`.
  ///
  /// @throws MalformedJsonException when it is not, saying where
  static Json parseCanonical(Bytes text, JsonLimits limits) throws MalformedJsonException {
    Json value = JsonParser.parse(text, limits);
    Bytes canonical = value.canonical();
    if (!canonical.equals(text)) {
      throw JsonParser.notCanonical(text, canonical);
    }
    return value;
  }

  /// As [#parseCanonical], for a text that must be an object.
  static Obj parseCanonicalObject(Bytes text, JsonLimits limits) throws MalformedJsonException {
    return Shape.object(() -> "the outermost value", parseCanonical(text, limits));
  }

  /// The one text of this value, UTF-8.
  default Bytes canonical() {
    return JsonWriter.write(this);
  }

  // ---- the six kinds of value -----------------------------------------------------------------

  /// `null`: a value that is known to be absent.
  record Null() implements Json {
    /// The canonical text.
    @Override
    public String toString() {
      return "null";
    }
  }

  /// `true` or `false`.
  record Bool(boolean value) implements Json {
    /// The canonical text.
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /// A whole number, at most 2⁵³−1 in magnitude. Fractions are strings or integers of a smaller
  /// unit.
  record Int(long value) implements Json {
    /// @throws IllegalArgumentException when beyond [#INTEGER_MAX]
    public Int {
      if (value < -INTEGER_MAX || value > INTEGER_MAX) {
        throw new IllegalArgumentException(
            "integer " + value + " is beyond 2^53-1, which not every reader keeps exact");
      }
    }

    /// The canonical text.
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /// A string of normalized Unicode text.
  record Str(String value) implements Json {
    /// @throws IllegalArgumentException when the text cannot be signed, see [Text#flawInSignable]
    public Str {
      Optional<String> flaw = Text.flawInSignable(value);
      if (flaw.isPresent()) {
        throw new IllegalArgumentException("a string with " + flaw.get() + " cannot be signed");
      }
    }

    /// The canonical text.
    @Override
    public String toString() {
      return canonical().utf8();
    }
  }

  /// Values in order.
  record Arr(List<Json> values) implements Json {
    public Arr {
      values = List.copyOf(values);
    }

    /// How many values.
    public int size() {
      return values.size();
    }

    /// The values, each of which must be a string.
    public List<String> texts() throws MalformedJsonException {
      List<String> texts = new ArrayList<>(values.size());
      for (Json value : values) {
        texts.add(Shape.text(() -> "item " + texts.size(), value));
      }
      return List.copyOf(texts);
    }

    /// The values, each of which must be an object.
    public List<Obj> objects() throws MalformedJsonException {
      List<Obj> objects = new ArrayList<>(values.size());
      for (Json value : values) {
        objects.add(Shape.object(() -> "item " + objects.size(), value));
      }
      return List.copyOf(objects);
    }

    /// The values, each of which must be an array.
    public List<Arr> arrays() throws MalformedJsonException {
      List<Arr> arrays = new ArrayList<>(values.size());
      for (Json value : values) {
        arrays.add(Shape.array(() -> "item " + arrays.size(), value));
      }
      return List.copyOf(arrays);
    }

    /// The values, each of which must be an integer from `min` to `max`.
    public List<Long> integers(long min, long max) throws MalformedJsonException {
      List<Long> integers = new ArrayList<>(values.size());
      for (Json value : values) {
        integers.add(Shape.integer(() -> "item " + integers.size(), value, min, max));
      }
      return List.copyOf(integers);
    }

    /// The canonical text.
    @Override
    public String toString() {
      return canonical().utf8();
    }
  }

  /// Named values, in the order of their names.
  final class Obj implements Json {
    private final String[] names;
    private final Json[] values;

    /// Takes both arrays over; the names ascend.
    Obj(String[] names, Json[] values) {
      this.names = names;
      this.values = values;
    }

    /// How many members.
    public int size() {
      return names.length;
    }

    /// The names, ascending.
    public List<String> names() {
      return List.of(names);
    }

    /// Whether there is a member `name`.
    public boolean has(String name) {
      return Arrays.binarySearch(names, name) >= 0;
    }

    /// The value of `name`, if there is such a member.
    public Optional<Json> find(String name) {
      int at = Arrays.binarySearch(names, name);
      return at < 0 ? Optional.empty() : Optional.of(values[at]);
    }

    /// The value of `name`.
    ///
    /// @throws MalformedJsonException when there is no such member
    public Json get(String name) throws MalformedJsonException {
      int at = Arrays.binarySearch(names, name);
      if (at < 0) {
        throw new MalformedJsonException(member(name), "nothing", "a value");
      }
      return values[at];
    }

    /// The string `name`.
    public String text(String name) throws MalformedJsonException {
      return Shape.text(() -> member(name), get(name));
    }

    /// The string `name`, or empty when there is no such member.
    public Optional<String> findText(String name) throws MalformedJsonException {
      return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /// What `parse` makes of the string `name`. `parse` refuses by [IllegalArgumentException], as
    /// the constructors of nouns do: `object.as("log", Origin::of)`.
    ///
    /// @throws MalformedJsonException when it is no string or `parse` refuses it
    public <T> T as(String name, Function<String, T> parse) throws MalformedJsonException {
      String text = text(name);
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException refusal) {
        throw new MalformedJsonException(member(name), text, reason(refusal));
      }
    }

    /// As [#as], or empty when there is no such member.
    public <T> Optional<T> findAs(String name, Function<String, T> parse)
        throws MalformedJsonException {
      return has(name) ? Optional.of(as(name, parse)) : Optional.empty();
    }

    /// The integer `name`, from `min` to `max`.
    public long integer(String name, long min, long max) throws MalformedJsonException {
      return Shape.integer(() -> member(name), get(name), min, max);
    }

    /// The integer `name`, of any size the profile allows.
    public long integer(String name) throws MalformedJsonException {
      return integer(name, -INTEGER_MAX, INTEGER_MAX);
    }

    /// The integer `name`, from `min` to `max`, for values that fit an `int`.
    public int smallInteger(String name, int min, int max) throws MalformedJsonException {
      return Math.toIntExact(integer(name, min, max));
    }

    /// The integer `name`, from `min` to `max`, or empty when there is no such member.
    public Optional<Long> findInteger(String name, long min, long max)
        throws MalformedJsonException {
      return has(name) ? Optional.of(integer(name, min, max)) : Optional.empty();
    }

    /// The truth value `name`.
    public boolean bool(String name) throws MalformedJsonException {
      return Shape.bool(() -> member(name), get(name));
    }

    /// The object `name`.
    public Obj object(String name) throws MalformedJsonException {
      return Shape.object(() -> member(name), get(name));
    }

    /// The object `name`, or empty when there is no such member.
    public Optional<Obj> findObject(String name) throws MalformedJsonException {
      return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /// The array `name`.
    public Arr array(String name) throws MalformedJsonException {
      return Shape.array(() -> member(name), get(name));
    }

    /// The instant `name`, a string in the spelling of [UtcTime].
    public Instant time(String name) throws MalformedJsonException {
      String text = text(name);
      return UtcTime.parse(text)
          .orElseThrow(
              () ->
                  new MalformedJsonException(
                      member(name), text, "a UTC time such as 2019-04-22T08:00:00.123Z"));
    }

    /// The instant `name`, or empty when there is no such member.
    public Optional<Instant> findTime(String name) throws MalformedJsonException {
      return has(name) ? Optional.of(time(name)) : Optional.empty();
    }

    /// The tree hash `name`: 44 characters of base64.
    public Hash hash(String name) throws MalformedJsonException {
      String text = text(name);
      return Hash.parseBase64(text)
          .orElseThrow(
              () -> new MalformedJsonException(member(name), text, "a hash, 32 bytes in base64"));
    }

    /// The SHA-256 `name`: 64 lower-case hexadecimal digits, as `sha256sum` prints it.
    public Hash sha256(String name) throws MalformedJsonException {
      String text = text(name);
      return Hash.parseHex(text)
          .orElseThrow(
              () ->
                  new MalformedJsonException(
                      member(name), text, "a SHA-256, 64 lower-case hexadecimal digits"));
    }

    /// Passes when every member is one of `allowed`. Signed objects are closed: a member that this
    /// version does not know would be signed but not understood.
    ///
    /// @throws MalformedJsonException naming the first that is not
    public void allowOnly(String... allowed) throws MalformedJsonException {
      List<String> known = List.of(allowed);
      for (String name : names) {
        if (!known.contains(name)) {
          throw new MalformedJsonException(
              "a member of an object", name, "only " + String.join(", ", known));
        }
      }
    }

    /// This object without the member `name`; the same when there is none.
    public Obj without(String name) {
      JsonBuilder rest = obj();
      for (int i = 0; i < names.length; i++) {
        if (!names[i].equals(name)) {
          rest.put(names[i], values[i]);
        }
      }
      return rest.build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Obj that
          && Arrays.equals(names, that.names)
          && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
    }

    /// The canonical text.
    @Override
    public String toString() {
      return canonical().utf8();
    }

    // The writer walks by index.
    String nameAt(int index) {
      return names[index];
    }

    Json valueAt(int index) {
      return values[index];
    }

    private static String member(String name) {
      return "member \"" + name + "\"";
    }

    private static String reason(IllegalArgumentException refusal) {
      String message = refusal.getMessage();
      return message == null ? "another value" : "a valid value (" + message + ")";
    }
  }
}
