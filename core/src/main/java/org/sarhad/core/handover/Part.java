package org.sarhad.core.handover;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;
import org.sarhad.core.register.Bodies;

/// For what of an incident a side is responsible: for the whole, or for one part that can pass on
/// by itself (protocol clause 12-2.2).
///
/// As JSON `{"kind":"search"}`, or `{"kind":"other","name":"mine clearance"}`.
///
/// @param kind which
/// @param name what another part is called: prose of 1 to 80 characters, in the very words in which
///   it was first named; present exactly for [Kind#OTHER]
public record Part(Kind kind, Optional<String> name) implements Comparable<Part> {
  /// Most characters of a name.
  public static final int NAME_MAX = 80;

  /// The incident as a whole, with every part that has not passed on by itself.
  public static final Part WHOLE = new Part(Kind.WHOLE, Optional.empty());

  private static final Comparator<Part> ORDER =
      Comparator.comparing(Part::kind).thenComparing(part -> part.name().orElse(""));

  /// The parts that have a name of their own.
  public enum Kind {
    /// Everything that has not passed on by itself.
    WHOLE,
    /// Looking for who or what is missing.
    SEARCH,
    /// Getting people out of danger.
    RESCUE,
    /// Care of the injured, from the first aid to the hospital.
    MEDICAL,
    /// Fire.
    FIRE,
    /// The scene: cordon, traces, order.
    SCENE,
    /// A part that the sides name in words.
    OTHER
  }

  /// @throws IllegalArgumentException when a name is missing, superfluous, or no prose
  public Part {
    if ((kind == Kind.OTHER) != name.isPresent()) {
      throw new IllegalArgumentException(
          "part %s %s a name".formatted(Bodies.code(kind), name.isPresent() ? "with" : "without"));
    }
    Optional<String> flaw = name.flatMap(text -> Text.flawInProse(text, NAME_MAX));
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("name of a part has " + flaw.get());
    }
  }

  /// A part with a name of its own, or the whole.
  ///
  /// @throws IllegalArgumentException for [Kind#OTHER]
  public static Part of(Kind kind) {
    return new Part(kind, Optional.empty());
  }

  /// Another part, called `name`.
  public static Part other(String name) {
    return new Part(Kind.OTHER, Optional.of(name));
  }

  /// Whether it is the incident as a whole.
  public boolean isWhole() {
    return kind == Kind.WHOLE;
  }

  Json.Obj toJson() {
    return Json.obj().put("kind", Bodies.code(kind)).putTextIfPresent("name", name).build();
  }

  static Part fromJson(Json.Obj json) throws MalformedJsonException {
    return new Part(
        json.as("kind", code -> Bodies.constant(code, Kind.class)), json.findText("name"));
  }

  /// By kind, then by name: for determinism only.
  @Override
  public int compareTo(Part other) {
    return ORDER.compare(this, other);
  }

  /// `search`, or `other: mine clearance`.
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + name.map(text -> ": " + text).orElse("");
  }
}
