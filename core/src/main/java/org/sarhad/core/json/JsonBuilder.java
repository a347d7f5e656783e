package org.sarhad.core.json;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.time.UtcTime;
import org.sarhad.tlog.Check;
import org.sarhad.tlog.tree.Hash;

/// Collects the members of a [Json.Obj], in any order.
///
/// `Json.obj().put("kind", "response.alert").put("seq", 4711).build()`
public final class JsonBuilder {
  private final TreeMap<String, Json> members = new TreeMap<>();

  JsonBuilder() {}

  /// Adds a member. A name that is not `[a-z_][a-z0-9_./-]*` or is there already is a bug of ours.
  ///
  /// @return this builder
  public JsonBuilder put(String name, Json value) {
    Check.that(JsonParser.isName(name), "\"%s\" is not a member name", name);
    Check.that(members.putIfAbsent(name, value) == null, "member \"%s\" twice", name);
    return this;
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
    return new Json.Obj(
        members.keySet().toArray(String[]::new), members.values().toArray(Json[]::new));
  }
}
