package org.sarhad.core.meetings;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;

/// What a draft of a recurring duty begins with (protocol clause 10-3.6). Settings are for drafts
/// only: what binds is in the terms that the sides sign.
///
/// @param sector how often sectors meet
/// @param commission how often the commission meets
/// @param review how often the agreed rules are reviewed
/// @param escalation grace, step and ladder
public record MeetingSettings(Cycle sector, Cycle commission, Cycle review, Escalation escalation) {
  /// Sectors every 30 days, the commission every 90, a review every 180; a week of grace, a week
  /// from one rung to the next; sector commander, then chief.
  public static MeetingSettings defaults() {
    return new MeetingSettings(
        Cycle.ofDays(30),
        Cycle.ofDays(90),
        Cycle.ofDays(180),
        new Escalation(7, 7, List.of(Role.SECTOR_COMMANDER, Role.CHIEF)));
  }

  /// How often `what` is done at `level`; empty where it is for the sides to agree on in each case:
  /// chiefs, posts, patrols and exercises.
  public Optional<Cycle> cycle(DutyKind what, Level level) {
    return switch (what) {
      case REVIEW -> Optional.of(review);
      case SIMULTANEOUS_PATROL, JOINT_EXERCISE -> Optional.empty();
      case MEETING ->
          switch (level) {
            case SECTOR -> Optional.of(sector);
            case COMMISSION -> Optional.of(commission);
            case POST, CHIEFS -> Optional.empty();
          };
    };
  }

  /// A draft of a duty without end, by the default cycle; empty where there is none.
  public Optional<DutyTerms> draft(DutyKind what, Level level, Wording title, DueDate first) {
    return cycle(what, level)
        .map(
            cycle -> new DutyTerms(what, level, title, cycle, first, Optional.empty(), escalation));
  }
}
