package org.sarhad.core.meetings;

import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;

/// What each side says came of one thing: its last word. Never merged (protocol clause 10-5.5).
///
/// @param bySide of the sides that have said something
public record Words(PersistentMap<PartyId, Word<Outcome>> bySide) {
  /// Nobody has said anything.
  static final Words NONE = new Words(PersistentMap.empty());

  /// What all of them say, in kind: held, not held, walked out.
  enum Common {
    NONE,
    SOME,
    DIFFERING,
    HELD,
    NOT_HELD,
    WALKED_OUT
  }

  /// The last word of `side`.
  public Optional<Word<Outcome>> of(PartyId side) {
    return bySide.find(side);
  }

  /// Whether all that have spoken say the very same, with reason and names.
  public boolean isUnanimous() {
    return bySide.values().map(Word::said).distinct().count() <= 1;
  }

  /// Whether the author of `entry` knew of all of them.
  boolean areKnownTo(ActEntry entry) {
    return bySide.values().allMatch(word -> entry.knows(word.entry()));
  }

  Words with(PartyId side, Word<Outcome> word) {
    return new Words(bySide.put(side, word));
  }

  /// What that comes to for an occurrence that is held without a meeting.
  OccurrenceStage told(SortedSet<PartyId> sides) {
    return switch (common(sides)) {
      case NONE, SOME -> OccurrenceStage.OPEN;
      case DIFFERING -> OccurrenceStage.DIFFERING;
      case HELD -> OccurrenceStage.HELD;
      case NOT_HELD, WALKED_OUT -> OccurrenceStage.NOT_HELD;
    };
  }

  /// What `sides` have in common.
  Common common(SortedSet<PartyId> sides) {
    if (bySide.isEmpty()) {
      return Common.NONE;
    }
    if (!sides.stream().allMatch(bySide::containsKey)) {
      return Common.SOME;
    }
    return bySide
        .values()
        .map(word -> common(word.said()))
        .reduce((one, other) -> one == other ? one : Common.DIFFERING)
        .orElseThrow();
  }

  private static Common common(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Held _ -> Common.HELD;
      case Outcome.NotHeld _ -> Common.NOT_HELD;
      case Outcome.WalkedOut _ -> Common.WALKED_OUT;
    };
  }
}
