package org.sarhad.core.screening;

import java.util.Optional;
import org.sarhad.core.names.Likeness;

/// A reason to hold somebody: an entry of a list that it may be. Whether it is, two officers say.
///
/// @param entity what is on the list
/// @param name of the subject that was compared
/// @param listed name on the list that it is likest to
/// @param likeness how alike the two names are, and why
/// @param identifier a number that both have; empty if the names alone are alike
/// @param score 0 to 1000: 1000 for a number in common; else that of the names, and nine tenths of
///   it for a weak one
public record Hit(
    ListedEntity entity,
    String name,
    ListedName listed,
    Likeness likeness,
    Optional<Identifier> identifier,
    int score) {
  private static final int TENTHS_OF_WEAK = 9;

  static Hit ofName(ListedEntity entity, String name, ListedName listed, Likeness likeness) {
    return new Hit(
        entity, name, listed, likeness, Optional.empty(), score(listed, likeness.score()));
  }

  static Hit ofNumber(
      ListedEntity entity, String name, ListedName listed, Likeness likeness, Identifier both) {
    return new Hit(entity, name, listed, likeness, Optional.of(both), Likeness.FULL);
  }

  private static int score(ListedName listed, int score) {
    return listed.isWeak() ? score * TENTHS_OF_WEAK / 10 : score;
  }
}
