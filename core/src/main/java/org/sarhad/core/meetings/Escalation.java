package org.sarhad.core.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.DueDate;

/// Before whom it is brought when a duty was not done, and when (protocol clause 10-4.4). After the
/// five-point deal of September 2000: a meeting or patrol that is not held is brought to the notice
/// of high officials.
///
/// @param graceDays days of 24 hours from the end of the due date to the first rung, 0 to 365
/// @param stepDays days from one rung to the next, 1 to 365
/// @param ladder the role that is told at each rung, on every side alike; 1 to 4, each once, the
///   last one the chief
public record Escalation(int graceDays, int stepDays, List<Role> ladder) {
  static final int DAYS_MAX = 365;
  static final int RUNGS_MAX = 4;

  /// @throws IllegalArgumentException when a number is not in its range, or the ladder does not end
  ///   with the chief
  public Escalation {
    ladder = List.copyOf(ladder);
    if (graceDays < 0 || graceDays > DAYS_MAX || stepDays < 1 || stepDays > DAYS_MAX) {
      throw new IllegalArgumentException(
          "grace of %d days and steps of %d; expected 0 and 1 to %d"
              .formatted(graceDays, stepDays, DAYS_MAX));
    }
    Bodies.counted("ladder", ladder, 1, RUNGS_MAX);
    if (ladder.stream().distinct().count() != ladder.size() || ladder.getLast() != Role.CHIEF) {
      throw new IllegalArgumentException(
          "ladder " + ladder + "; expected each role once and the chief last");
    }
  }

  /// How many rungs there are.
  public int rungs() {
    return ladder.size();
  }

  /// When `rung` is reached by a duty that was due on `due`.
  ///
  /// @param rung from 0
  public Instant at(DueDate due, int rung) {
    return due.over().plus(Duration.ofDays(graceDays + (long) rung * stepDays));
  }

  Json.Obj toJson() {
    return Json.obj()
        .put("grace_days", graceDays)
        .put("ladder", Json.arr(ladder.stream().map(role -> Json.of(role.code()))))
        .put("step_days", stepDays)
        .build();
  }

  static Escalation fromJson(Json.Obj json) throws MalformedJsonException {
    return new Escalation(
        json.smallInteger("grace_days", 0, DAYS_MAX),
        json.smallInteger("step_days", 1, DAYS_MAX),
        Bodies.texts(json, "ladder", Bodies::role));
  }
}
