package org.sarhad.core.screening;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// What a side has to look at again because a list has changed (protocol clause 16-4.5): whom, and
/// which of its dealings with them. For display and for the desk; nothing of it is folded.
///
/// @param subjects whom, in the order of their names
/// @param dealings what is open with them, and what was done with them within the agreed time; in
///   the order in which they were given
public record LookBack(List<SubjectId> subjects, List<Dealing> dealings) {
  /// Copies the lists.
  public LookBack {
    subjects = List.copyOf(subjects);
    dealings = List.copyOf(dealings);
  }

  /// Something that was agreed or done with trading parties: a contract, a posting.
  ///
  /// @param entry by which it is known
  /// @param subjects with whom
  /// @param isOpen whether more is to come of it
  /// @param last when something was last done under it
  public record Dealing(
      EntryId entry, SortedSet<SubjectId> subjects, boolean isOpen, Instant last) {
    /// Copies its collection.
    public Dealing {
      subjects = Ordered.set(subjects);
    }
  }

  /// The look-back of `side` at `at`. O(subjects + dealings).
  public static LookBack of(
      ScreeningState state,
      PartyId side,
      List<Dealing> dealings,
      Instant at,
      ScreeningSettings settings) {
    List<SubjectId> again = state.toScreenAgain(side, at, settings);
    Instant since = at.minus(settings.lookBack());
    return new LookBack(
        again,
        dealings.stream()
            .filter(dealing -> dealing.isOpen() || !dealing.last().isBefore(since))
            .filter(dealing -> dealing.subjects().stream().anyMatch(again::contains))
            .toList());
  }
}
