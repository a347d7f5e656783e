package org.sarhad.core.complaints;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact about complaints, by the word in the envelope (protocol clause 10-2).
public enum ComplaintFactKind {
  /// One side complains of another.
  LODGED,
  /// That side answers.
  ANSWERED,
  /// A side sends it on to a matter under inquiry.
  REFERRED,
  /// The side that complained has done with it.
  CLOSED;

  /// The first word of every kind here.
  public static final String APPLICATION = "complaint";

  /// The word in the envelope: `complaint.lodged`. Never changes.
  public Kind kind() {
    return new Kind(APPLICATION + "." + name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<ComplaintFactKind> find(Kind kind) {
    for (ComplaintFactKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
