package org.sarhad.core.screening;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Text;
import org.sarhad.core.names.FoldedName;

/// A trading party, a bank or a ship with everything it is looked for by. It stays in its side's
/// own file; nothing but its [#id()] is released.
///
/// @param id how contracts name it
/// @param sort what it is
/// @param names 1 to 16, in any script; each of at most 300 characters, none of whose words mixes
///   scripts: a Cyrillic `а` in a Latin word is a mistake or a disguise, and nobody should file it
/// @param identifiers numbers of registers, at most 16
public record Subject(
    SubjectId id, Sort sort, List<String> names, SortedSet<Identifier> identifiers) {
  /// Most characters of a name.
  public static final int NAME_MAX = 300;

  private static final int COUNT_MAX = 16;

  /// @throws IllegalArgumentException when a name or their number is not as above, saying what is
  ///   wrong
  public Subject {
    names = List.copyOf(names);
    identifiers = Ordered.set(identifiers);
    if (names.isEmpty() || names.size() > COUNT_MAX || identifiers.size() > COUNT_MAX) {
      throw new IllegalArgumentException(
          "%d names, %d numbers; expected 1 to %d, 0 to %d"
              .formatted(names.size(), identifiers.size(), COUNT_MAX, COUNT_MAX));
    }
    names.forEach(Subject::check);
  }

  private static void check(String name) {
    Optional<String> flaw = flaw(name);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("name \"%s\" has %s".formatted(name, flaw.get()));
    }
  }

  /// Why `name` cannot be filed, as the end of a sentence; empty when it can.
  public static Optional<String> flaw(String name) {
    Optional<String> flaw = Text.flawInIdentifier(name, NAME_MAX);
    return flaw.isEmpty() && FoldedName.of(name).isEmpty()
        ? Optional.of("no letter and no digit")
        : flaw;
  }
}
