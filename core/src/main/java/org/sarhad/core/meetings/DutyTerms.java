package org.sarhad.core.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;

/// The terms of a `recurring_duty`: what the sides bind themselves to do again and again (protocol
/// clause 10-3.2). Who is bound are the sides that sign the act.
///
/// All dates follow from the terms by the calendar alone, so every node has the same ones, and what
/// a missed date leads to is announced years before.
///
/// @param what meeting, patrol, review or exercise
/// @param level who
/// @param title for people; at most 400 characters
/// @param cycle how often
/// @param first the first due date
/// @param until no due date is later than this day; empty: until another act takes its place
/// @param escalation what follows when it is not done
public record DutyTerms(
    DutyKind what,
    Level level,
    Wording title,
    Cycle cycle,
    DueDate first,
    Optional<LocalDate> until,
    Escalation escalation)
    implements MeetingTerms {
  /// Most occurrences of one duty.
  public static final int OCCURRENCES_MAX = 100_000;

  static final int TITLE_MAX = 400;

  /// @throws IllegalArgumentException when the title is too long, or nothing is ever due
  public DutyTerms {
    title.atMost("title", TITLE_MAX);
    LocalDate firstDay = first.day();
    if (until.filter(day -> day.isBefore(firstDay) || !DueDate.isInRange(day)).isPresent()) {
      throw new IllegalArgumentException(
          "until %s; expected %s or later, in the years of due dates"
              .formatted(until.get(), first.day()));
    }
  }

  /// Whether there is an occurrence `number`.
  ///
  /// @param number from 1
  public boolean has(int number) {
    return number >= 1 && number <= OCCURRENCES_MAX && isDueDay(dayOf(number));
  }

  /// When occurrence `number`, which there is, is due.
  public DueDate due(int number) {
    return first.on(dayOf(number));
  }

  /// When `rung` is reached if occurrence `number` is not held.
  public Instant overdueAt(int number, int rung) {
    return escalation.at(due(number), rung);
  }

  /// How many occurrences have a due date that is over at `now`. O(log n).
  public int countDue(Instant now) {
    int few = 0;
    int many = OCCURRENCES_MAX;
    while (few < many) {
      int middle = (few + many + 1) >>> 1;
      if (has(middle) && !due(middle).over().isAfter(now)) {
        few = middle;
      } else {
        many = middle - 1;
      }
    }
    return few;
  }

  private LocalDate dayOf(int number) {
    return cycle.after(first.day(), number - 1);
  }

  private boolean isDueDay(LocalDate day) {
    return DueDate.isInRange(day) && until.filter(day::isAfter).isEmpty();
  }

  /// Inverse of [#fromJson].
  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("cycle", cycle.toString())
        .put("escalation", escalation.toJson())
        .put("first", first.toString())
        .put("level", Bodies.code(level))
        .put("title", title.toJson())
        .putTextIfPresent("until", until.map(LocalDate::toString))
        .put("what", Bodies.code(what))
        .build();
  }

  /// Reads terms in their one spelling.
  ///
  /// @throws MalformedJsonException when they are none
  public static DutyTerms fromJson(Json.Obj terms) throws MalformedJsonException {
    return Bodies.closed("recurring_duty", terms, DutyTerms::read, DutyTerms::toJson);
  }

  private static DutyTerms read(Json.Obj json) throws MalformedJsonException {
    return new DutyTerms(
        json.as("what", code -> Bodies.constant(code, DutyKind.class)),
        json.as("level", code -> Bodies.constant(code, Level.class)),
        Bodies.wording(json, "title"),
        json.as("cycle", Cycle::parse),
        json.as("first", DueDate::parse),
        json.findAs("until", DutyTerms::day),
        Escalation.fromJson(json.object("escalation")));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADay) {
      throw new IllegalArgumentException("expected a day such as 2019-04-22", notADay);
    }
  }
}
