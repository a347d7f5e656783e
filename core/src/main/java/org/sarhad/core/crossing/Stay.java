package org.sarhad.core.crossing;

import java.time.Duration;
import java.time.Instant;
import org.sarhad.core.entry.EntryId;

/// How long units will have been on the host's soil altogether, extensions and one leave after
/// another included (Schengen art. 40(2): five hours in all).
final class Stay {
  private Stay() {}

  /// From the beginning of the first of the leaves that follow each other without a return, to the
  /// end of `leave`. O(crossings), for each leave in the chain.
  ///
  /// @param self the crossing that `leave` belongs to, which is not counted twice
  static Duration length(CrossingState state, EntryId self, Leave leave) {
    Instant begin = leave.from();
    boolean isEarlier = true;
    while (isEarlier) {
      isEarlier = false;
      for (Crossing known : (Iterable<Crossing>) state.crossings().values()::iterator) {
        if (!known.id().equals(self)
            && known.leave().from().isBefore(begin)
            && !known.over().isBefore(begin)
            && isOfTheSame(known, leave)) {
          begin = known.leave().from();
          isEarlier = true;
        }
      }
    }
    return Duration.between(begin, leave.until());
  }

  private static boolean isOfTheSame(Crossing known, Leave leave) {
    return known.grant().given().isPresent()
        && known.leave().visitor().equals(leave.visitor())
        && known.leave().host().equals(leave.host())
        && leave.units().stream().anyMatch(unit -> mayStillBeThere(known, unit));
  }

  /// Whether `unit`, which `known` is for, did not come back since. One that was never said to have
  /// entered counts as there: its side may have said nothing.
  private static boolean mayStillBeThere(Crossing known, UnitName unit) {
    return known.leave().units().contains(unit)
        && known.course().visits().find(unit).flatMap(Visit::left).isEmpty();
  }
}
