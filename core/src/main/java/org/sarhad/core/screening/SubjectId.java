package org.sarhad.core.screening;

import java.util.Optional;
import org.sarhad.core.json.Text;

/// A trading party as contracts name it, and as both sides know it. Not the name by which it is
/// looked for on lists: that stays in the side's own file.
///
/// @param value 1 to 64 characters, one line; no word mixes scripts, so that two that look alike
///   are alike
public record SubjectId(String value) implements Comparable<SubjectId> {
  /// Most characters.
  public static final int LENGTH_MAX = 64;

  /// @throws IllegalArgumentException when it is not of that form, saying what is wrong
  public SubjectId {
    Optional<String> flaw = Text.flawInIdentifier(value, LENGTH_MAX);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("trading party has " + flaw.get());
    }
  }

  /// The party called `value`; same as the constructor.
  public static SubjectId of(String value) {
    return new SubjectId(value);
  }

  /// In the order of their characters: for determinism only.
  @Override
  public int compareTo(SubjectId other) {
    return value.compareTo(other.value);
  }

  /// The name itself.
  @Override
  public String toString() {
    return value;
  }
}
