package org.sarhad.core.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// Reads and writes what bodies of facts, and terms of acts, are made of. Each has one spelling
/// (protocol clause 02-3), which is tested by writing again what was read.
public final class Bodies {
  /// Most bytes of a body, without salt, and of terms.
  public static final int BYTES_MAX = 64 * 1024;

  private Bodies() {}

  /// Makes something of an object; may refuse by [IllegalArgumentException], as constructors do.
  @FunctionalInterface
  public interface Reading<T> {
    T read(Json.Obj json) throws MalformedJsonException;
  }

  /// What `reading` makes of `body`, if `writing` gives the very same body again.
  ///
  /// @param what the kind, for the message
  /// @throws MalformedJsonException when it is something else, or too long
  public static <T> T closed(
      String what, Json.Obj body, Reading<T> reading, Function<T, Json.Obj> writing)
      throws MalformedJsonException {
    T read;
    try {
      read = reading.read(body);
    } catch (IllegalArgumentException misfit) {
      throw new MalformedJsonException(
          what, String.valueOf(misfit.getMessage()), "members as the kind defines them");
    }
    // Closed: nothing is signed that was not understood, and no two bodies mean the same.
    if (!writing.apply(read).equals(body)) {
      throw new MalformedJsonException(
          what, body.toString(), "only the members of this kind, each in its one spelling");
    }
    int bytes = body.canonical().size();
    if (bytes > BYTES_MAX) {
      throw new MalformedJsonException(what, bytes + " bytes", "at most " + BYTES_MAX);
    }
    return read;
  }

  // ---- enums ----------------------------------------------------------------------------------

  /// The word of `constant` in signed bytes: its name in small letters. Never changes.
  public static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /// Inverse of [#code].
  ///
  /// @throws IllegalArgumentException when `type` has no such constant
  public static <E extends Enum<E>> E constant(String code, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (code(constant).equals(code)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "\"%s\" is no %s of this version".formatted(code, type.getSimpleName()));
  }

  /// The role whose code is `code`.
  ///
  /// @throws IllegalArgumentException when this version knows none
  public static Role role(String code) {
    return Role.find(code)
        .orElseThrow(() -> new IllegalArgumentException("\"" + code + "\" is no role"));
  }

  // ---- members --------------------------------------------------------------------------------

  /// The wording `name`.
  public static Wording wording(Json.Obj json, String name) throws MalformedJsonException {
    return Wording.fromJson(json.object(name));
  }

  /// What `reading` makes of the object `name`; empty when there is no such member.
  public static <T> Optional<T> find(Json.Obj json, String name, Reading<T> reading)
      throws MalformedJsonException {
    return json.has(name) ? Optional.of(reading.read(json.object(name))) : Optional.empty();
  }

  /// What `reading` makes of each object of the array `name`.
  public static <T> List<T> list(Json.Obj json, String name, Reading<T> reading)
      throws MalformedJsonException {
    List<T> all = new ArrayList<>();
    for (Json.Obj item : json.array(name).objects()) {
      all.add(reading.read(item));
    }
    return List.copyOf(all);
  }

  /// What `parse` makes of each string of the array `name`.
  public static <T> List<T> texts(Json.Obj json, String name, Function<String, T> parse)
      throws MalformedJsonException {
    return json.array(name).texts().stream().map(parse).toList();
  }

  /// The sides in the array `name`. That they ascend is tested by writing them again.
  public static SortedSet<PartyId> parties(Json.Obj json, String name)
      throws MalformedJsonException {
    return Ordered.set(texts(json, name, PartyId::of));
  }

  /// The entries in the array `name`, ascending as [#parties].
  public static SortedSet<EntryId> entries(Json.Obj json, String name)
      throws MalformedJsonException {
    return Ordered.set(texts(json, name, EntryId::parse));
  }

  /// An array of what `values` are called.
  public static Json.Arr named(Collection<?> values) {
    return Json.arr(values.stream().map(value -> Json.of(value.toString())));
  }

  /// An array of objects.
  public static Json.Arr objects(Stream<Json.Obj> values) {
    return Json.arr(values);
  }

  /// `values`, if there are `min` to `max` of them.
  ///
  /// @param what the member, for the message
  /// @throws IllegalArgumentException when there are fewer or more
  public static <C extends Collection<?>> C counted(String what, C values, int min, int max) {
    if (values.size() < min || values.size() > max) {
      throw new IllegalArgumentException(
          "%d in %s; expected %d to %d".formatted(values.size(), what, min, max));
    }
    return values;
  }
}
