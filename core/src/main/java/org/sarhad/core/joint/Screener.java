package org.sarhad.core.joint;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.barter.BarterRefusal;
import org.sarhad.core.barter.Clearance;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.screening.ScreeningSettings;
import org.sarhad.core.screening.ScreeningState;
import org.sarhad.core.screening.Standing;
import org.sarhad.core.screening.SubjectId;

/// Says to the book what the sides have decided about those who trade (protocol clauses 14-6.7,
/// 16-4.4).
///
/// @param screening what they have decided
/// @param settings what is agreed about that
record Screener(ScreeningState screening, ScreeningSettings settings) implements Clearance {
  @Override
  public Optional<BarterRefusal> objection(SortedSet<String> parties, Instant at) {
    SortedSet<SubjectId> subjects = Ordered.set(parties.stream().map(SubjectId::of).toList());
    return refusal(screening.standing(subjects, at, settings));
  }

  private static Optional<BarterRefusal> refusal(Standing standing) {
    return switch (standing) {
      case REFUSED -> Optional.of(BarterRefusal.PARTY_REFUSED);
      case HELD -> Optional.of(BarterRefusal.PARTY_HELD);
      case NOT_SCREENED -> Optional.of(BarterRefusal.PARTY_NOT_SCREENED);
      case SCREEN_AGAIN -> Optional.of(BarterRefusal.SCREEN_AGAIN);
      case LIST_STALE -> Optional.of(BarterRefusal.LIST_STALE);
      case GOOD -> Optional.empty();
    };
  }
}
