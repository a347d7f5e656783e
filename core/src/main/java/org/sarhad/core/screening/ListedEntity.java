package org.sarhad.core.screening;

import java.util.List;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;

/// A firm or a ship on a list of sanctions.
///
/// @param reference by which the list knows it
/// @param sort what it is, as far as the list says
/// @param names at least one
/// @param identifiers those of its numbers that are of a scheme we know
public record ListedEntity(
    String reference, Sort sort, List<ListedName> names, SortedSet<Identifier> identifiers) {
  /// @throws IllegalArgumentException when it has no reference or no name
  public ListedEntity {
    names = List.copyOf(names);
    identifiers = Ordered.set(identifiers);
    if (reference.isBlank() || names.isEmpty()) {
      throw new IllegalArgumentException(
          "reference \"%s\", %d names; expected something of each"
              .formatted(reference, names.size()));
    }
  }
}
