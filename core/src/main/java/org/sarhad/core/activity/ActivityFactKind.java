package org.sarhad.core.activity;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact about activities, by the word in the envelope (protocol clause 12-6).
public enum ActivityFactKind {
  /// A side announces an activity.
  GIVEN,
  /// It says something else of it.
  CHANGED,
  /// It will not take place, or not go on.
  CANCELLED,
  /// Another side has taken note, as a person.
  ACKNOWLEDGED,
  /// Somebody has something to say to it.
  COMMENTED;

  /// The first word of every kind here.
  public static final String APPLICATION = "activity";

  /// The word in the envelope: `activity.given`. Never changes.
  public Kind kind() {
    return new Kind(APPLICATION + "." + name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<ActivityFactKind> find(Kind kind) {
    for (ActivityFactKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
