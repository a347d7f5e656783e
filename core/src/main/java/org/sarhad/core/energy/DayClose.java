package org.sarhad.core.energy;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;

/// What one day of a line comes to (protocol clause 18-5). Both nodes compute it from what both
/// sides have said; nobody states it.
public sealed interface DayClose {
  /// Which day.
  LineDay of();

  /// A meter has said nothing yet.
  ///
  /// @param of which day
  /// @param missing whose
  record Open(LineDay of, SortedSet<PartyId> missing) implements DayClose {
    /// Copies its collection.
    public Open {
      missing = Ordered.set(missing);
    }
  }

  /// Both have. In watt hours.
  ///
  /// @param of which day
  /// @param sent what was sent, less what is agreed to be lost: the quantity of a despatch
  /// @param received what was received: the quantity of its receipt
  /// @param isTolerated whether they differ by no more than they may
  /// @param accepted what counts: by the basis of the contract, or the smaller of the two where
  ///   they differ by more; rounded once, half to even
  /// @param disputed what only one meter has seen; 0 where it is tolerated
  /// @param holes what the meters do not say
  /// @param deviations by how much more flowed than both had scheduled, by band; empty where they
  ///   had not agreed on a schedule, or the meters differ too much
  record Closed(
      LineDay of,
      long sent,
      long received,
      boolean isTolerated,
      long accepted,
      long disputed,
      List<Hole> holes,
      Optional<SortedMap<String, Long>> deviations)
      implements DayClose {
    /// Copies its collections.
    public Closed {
      holes = List.copyOf(holes);
      deviations = deviations.map(Ordered::map);
    }
  }
}
