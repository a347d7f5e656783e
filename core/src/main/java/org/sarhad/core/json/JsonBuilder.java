package org.sarhad.core.json;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.sarhad.core.time.UtcTime;
import org.sarhad.tlog.Check;
import org.sarhad.tlog.tree.Hash;

/// Collects the members of a [Json.Obj], in any order.
///
/// `Json.obj().put("kind", "response.alert").put("seq", 4711).build()`
public final class JsonBuilder {
  private static final int MEMBERS = 8;

  private String[] names = new String[MEMBERS];
  private Json[] values = new Json[MEMBERS];
  private int size;

  JsonBuilder() {}

  /// Adds a member. A name that is not `[a-z_][a-z0-9_./-]*` or is there already is a bug of ours.
  ///
  /// @return this builder
  public JsonBuilder put(String name, Json value) {
    Check.that(JsonParser.isName(name), "\"%s\" is not a member name", name);
    int at = place(name);
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    System.arraycopy(names, at, names, at + 1, size - at);
    System.arraycopy(values, at, values, at + 1, size - at);
    names[at] = name;
    values[at] = value;
    size++;
    return this;
  }

  /// Where `name` belongs; nearly always behind the last one.
  private int place(String name) {
    if (size == 0 || names[size - 1].compareTo(name) < 0) {
      return size;
    }
    int at = Arrays.binarySearch(names, 0, size, name);
    Check.that(at < 0, "member \"%s\" twice", name);
    return -at - 1;
  }

  /// Adds a string.
  ///
  /// @throws IllegalArgumentException when it cannot be signed, see [Text#flawInSignable]
  public JsonBuilder put(String name, String value) {
    return put(name, Json.of(value));
  }

  /// Adds an integer.
  ///
  /// @throws IllegalArgumentException when beyond [Json#INTEGER_MAX]
  public JsonBuilder put(String name, long value) {
    return put(name, Json.of(value));
  }

  /// Adds a truth value.
  public JsonBuilder put(String name, boolean value) {
    return put(name, Json.of(value));
  }

  /// Adds an instant in the spelling of [UtcTime].
  public JsonBuilder put(String name, Instant value) {
    return put(name, UtcTime.print(value));
  }

  /// Adds a tree hash, in base64. Inverse of [Json.Obj#hash].
  public JsonBuilder putHash(String name, Hash value) {
    return put(name, value.toString());
  }

  /// Adds a SHA-256 of a blob, in hexadecimal. Inverse of [Json.Obj#sha256].
  public JsonBuilder putSha256(String name, Hash value) {
    return put(name, value.hex());
  }

  /// Adds a member if there is a value, and nothing otherwise.
  public JsonBuilder putIfPresent(String name, Optional<? extends Json> value) {
    value.ifPresent(present -> put(name, present));
    return this;
  }

  /// Adds a string if there is one, and nothing otherwise.
  public JsonBuilder putTextIfPresent(String name, Optional<String> value) {
    return putIfPresent(name, value.map(Json::of));
  }

  /// The object with the members so far.
  public Json.Obj build() {
    return new Json.Obj(Arrays.copyOf(names, size), Arrays.copyOf(values, size));
  }
}
