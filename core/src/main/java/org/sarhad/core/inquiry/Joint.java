package org.sarhad.core.inquiry;

import java.util.List;
import java.util.Optional;

/// The joint column of a row: what was found together, and how the accounts lie to each other.
/// There is no mean in it.
///
/// @param found what findings in force say, in the order in which they came into force
/// @param overlap the range that is in everything the sides hold to; empty when there is none, or
///   fewer than two sides hold to a range
/// @param envelope from the least to the most of all that stands, third parties included
/// @param everSaid the same, over all that was ever said in this row
public record Joint(
    List<Found> found,
    Optional<Span> overlap,
    Optional<Spread> envelope,
    Optional<Spread> everSaid) {
  public Joint {
    found = List.copyOf(found);
  }

  /// What one finding says of this row.
  ///
  /// @param act the finding
  /// @param item what it says
  /// @param dissents what sides do not share of it, of this property or the whole
  public record Found(AgreedAct act, FindingTerms.Item item, List<Dissent> dissents) {
    public Found {
      dissents = List.copyOf(dissents);
    }
  }
}
