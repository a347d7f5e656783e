package org.sarhad.core.response;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.party.Role;

/// Which deadlines one side's node has found passed, and before whom it has put them.
///
/// @param marks by deadline
public record ClockBook(PersistentMap<DeadlineKey, Mark> marks) {
  static final ClockBook EMPTY = new ClockBook(PersistentMap.empty());
  private static final Mark NONE = new Mark(false, Set.of());

  /// What has been written down about one deadline.
  public record Mark(boolean passed, Set<Role> escalatedTo) {
    public Mark {
      EnumSet<Role> roles = EnumSet.noneOf(Role.class);
      roles.addAll(escalatedTo);
      escalatedTo = Collections.unmodifiableSet(roles);
    }
  }

  /// What has been written down about `deadline`; nothing by default.
  public Mark mark(DeadlineKey deadline) {
    return marks.getOrElse(slot(deadline), NONE);
  }

  /// Reports come in series, each with its own deadline; every other duty falls due once, and is
  /// the same duty even if its time is reckoned anew.
  private static DeadlineKey slot(DeadlineKey deadline) {
    return deadline.duty() == Duty.SITREP
        ? deadline
        : new DeadlineKey(
            deadline.duty(), deadline.incident(), deadline.assistance(), Instant.EPOCH);
  }

  Folded<ClockBook> apply(ClockFact fact) {
    Mark mark = mark(fact.deadline());
    return switch (fact) {
      case ClockFact.Passed _ ->
          mark.passed()
              ? Folded.unchanged(this, Anomaly.SAID_BEFORE)
              : Folded.to(with(fact.deadline(), new Mark(true, mark.escalatedTo())));
      case ClockFact.Escalated escalated -> {
        if (mark.escalatedTo().contains(escalated.role())) {
          yield Folded.unchanged(this, Anomaly.SAID_BEFORE);
        }
        Set<Role> roles = EnumSet.of(escalated.role());
        roles.addAll(mark.escalatedTo());
        yield Folded.to(with(fact.deadline(), new Mark(mark.passed(), roles)));
      }
    };
  }

  private ClockBook with(DeadlineKey deadline, Mark mark) {
    return new ClockBook(marks.put(slot(deadline), mark));
  }
}
