package org.sarhad.node.demo;

import static org.sarhad.node.demo.JointWork.SOON;
import static org.sarhad.node.demo.JointWork.act;
import static org.sarhad.node.demo.JointWork.await;
import static org.sarhad.node.demo.JointWork.body;
import static org.sarhad.node.demo.JointWork.id;
import static org.sarhad.node.demo.JointWork.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.meetings.Cycle;
import org.sarhad.core.meetings.DutyKind;
import org.sarhad.core.meetings.DutyTerms;
import org.sarhad.core.meetings.Escalation;
import org.sarhad.core.meetings.Level;
import org.sarhad.core.meetings.MeetingFact;
import org.sarhad.core.meetings.Occasion;
import org.sarhad.core.meetings.Outcome;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;

/// What the sides bind themselves to do again and again, and what becomes of it: steps 8 (as far as
/// it is about the calendar) and 24 of the acceptance scenario, over the public API.
final class DutyCalendar {
  private static final List<Role> ABOVE = List.of(Role.SECTOR_COMMANDER, Role.CHIEF);
  private static final Duration REVIEWED = Duration.ofSeconds(40);
  private static final int PATROL_DAYS = 7;
  private static final int MEETING_DAYS = 30;
  private static final int MISSED_DAYS_AGO = 3;

  private final Side a;
  private final Side b;
  private final Checks checks;
  private final JointWork work;

  DutyCalendar(Side a, Side b, Checks checks) {
    this.a = a;
    this.b = b;
    this.checks = checks;
    this.work = new JointWork(checks);
  }

  // --- 8: patrols on the same days ---------------------------------------------------------------

  /// Each side patrols its own soil, on the same days; that is agreed once, for all of them.
  void agreeOnPatrols() {
    checks.step(8, "The chiefs sign a calendar of simultaneous patrols, each on its own soil");
    agree(
        a,
        b,
        DutyKind.SIMULTANEOUS_PATROL,
        "Simultaneous patrol, sectors 3 and Turbat",
        Cycle.ofDays(PATROL_DAYS),
        today().plusDays(PATROL_DAYS),
        new Escalation(1, 2, ABOVE));
    for (var side : List.of(a, b)) {
      checks.equal(
          side.neighbour().letter() + " has the same next day in its calendar",
          due(today().plusDays(PATROL_DAYS)).toString(),
          duties(side).findFirst().orElseThrow().path("next").path("due").asText());
    }
  }

  private void agree(
      Side proposer,
      Side other,
      DutyKind kind,
      String title,
      Cycle cycle,
      LocalDate first,
      Escalation escalation) {
    var terms =
        new DutyTerms(
            kind,
            Level.SECTOR,
            Wording.of("en", title),
            cycle,
            due(first),
            Optional.empty(),
            escalation);
    work.agreed(proposer, other, act("recurring_duty", body(terms.toJson())));
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private static DueDate due(LocalDate day) {
    return new DueDate(day, ZoneOffset.UTC);
  }

  private static Stream<JsonNode> duties(Side side) {
    return StreamSupport.stream(side.read("/api/v1/duties").path("duties").spliterator(), false);
  }

  // --- 24: what was not done ---------------------------------------------------------------------

  /// A meeting that was due is not held, and comes before the chiefs without anybody's doing; at
  /// the next one the sides cannot agree on what to speak about.
  void missAndDispute() {
    checks.step(
        24, "A meeting is missed and comes before the chiefs; the next fails on its agenda");
    agree(
        b,
        a,
        DutyKind.MEETING,
        "Meeting of the sector commanders",
        Cycle.ofDays(MEETING_DAYS),
        today().minusDays(MISSED_DAYS_AGO),
        new Escalation(0, 1, ABOVE));
    for (var side : List.of(a, b)) {
      checks.within(
          REVIEWED,
          side.neighbour().letter() + "'s calendar has it before the chief, stated by a node",
          () -> late(side).path("before").asText().equals("chief"));
    }
    var meeting = called();
    for (var side : List.of(a, b)) {
      checks.within(
          SOON,
          side.neighbour().letter() + " shows two agendas, none agreed, and that it was not held",
          () -> {
            var shown = side.read("/api/v1/meetings/" + meeting);
            return shown.path("agendas").size() == 2
                && !shown.path("meeting").path("isAgendaAgreed").asBoolean(true)
                && shown.path("meeting").path("stage").asText().equals("not_held");
          });
      checks.equal(
          side.neighbour().letter() + " has why, in the words of both",
          List.of("agenda_not_agreed", "agenda_not_agreed"),
          StreamSupport.stream(
                  side.read("/api/v1/meetings/" + meeting)
                      .path("meeting")
                      .path("words")
                      .spliterator(),
                  false)
              .map(word -> word.path("reason").asText())
              .toList());
    }
    checks.that(
        "of every commitment it is shown that no date was set, and how old the last word is",
        StreamSupport.stream(
                a.read("/api/v1/commitments?limit=50").path("items").spliterator(), false)
            .allMatch(commitment -> !commitment.has("due") && commitment.has("lastSaid")));
  }

  private static JsonNode late(Side side) {
    return side.read("/api/v1/duties").path("late").path(0);
  }

  /// B calls a meeting, both come with their own agenda, and neither accepts the other's.
  private String called() {
    var sides = Ordered.set(PartyId.of(a.id()), PartyId.of(b.id()));
    var at = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofHours(1));
    var meeting =
        told(
            b,
            a,
            new MeetingFact.MeetingCalled(
                new Occasion.Extraordinary(Level.SECTOR, sides),
                at,
                Wording.of("en", "border gate at Mirjaveh and Taftan"),
                Wording.of("en", "After the fire on post 42")));
    told(a, b, new MeetingFact.MeetingAnswered(id(a, meeting), true, Optional.empty()));
    told(b, a, agenda(b, meeting, "the exit road"));
    told(a, b, agenda(a, meeting, "the warning of March"));
    for (var side : List.of(a, b)) {
      told(
          side,
          side == a ? b : a,
          new MeetingFact.MeetingOutcomeStated(
              id(side, meeting),
              Outcome.NotHeld.because(Outcome.Reason.AGENDA_NOT_AGREED),
              Optional.empty()));
    }
    return meeting;
  }

  private static MeetingFact agenda(Side side, String meeting, String item) {
    return new MeetingFact.MeetingAgendaSet(id(side, meeting), 1, List.of(Wording.of("en", item)));
  }

  private static String told(Side by, Side to, MeetingFact fact) {
    var entry = state(by, Desk.CLERK, fact.kind().kind().value(), body(fact.toJson()));
    await(to, entry);
    return entry;
  }
}
