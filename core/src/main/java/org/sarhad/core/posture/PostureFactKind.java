package org.sarhad.core.posture;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact about posture, by the word in the envelope (protocol clause 15-2).
public enum PostureFactKind {
  /// Where a side means to stand; only ever in its private journal.
  PLANNED,
  /// What it reaches from there, by sectors.
  SUMMARY,
  /// What it would reach on both sides of the line, if the other stands as it offered.
  OFFER,
  /// That it takes an offer of the other side.
  ACCEPTANCE;

  /// The first word of every kind here.
  public static final String APPLICATION = "posture";

  /// The word in the envelope: `posture.summary`. Never changes.
  public Kind kind() {
    return new Kind(APPLICATION + "." + name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<PostureFactKind> find(Kind kind) {
    for (PostureFactKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
