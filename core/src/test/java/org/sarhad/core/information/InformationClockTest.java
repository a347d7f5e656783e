package org.sarhad.core.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.information.InformationDeadline.Status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Voices;
import org.sarhad.core.time.TimeBracket;

/// When an answer is due, and whether it was in time (protocol clauses 13-4, 13-5). Hours count
/// from eight o'clock; Iran's side asks, Pakistan's is asked, and what is sent arrives within the
/// minute unless the link is cut.
class InformationClockTest {
  private static final PartyId IR = Sides.IR;
  private static final PartyId PK = Sides.PK;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Voices voices = Voices.of("ir", "pk");
  private final TreeMap<EntryId, TimeBracket> arrived = new TreeMap<>();
  private InformationState state = InformationState.of(voices.parties());
  private boolean isLinked = true;

  // ---- the limits -----------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({"urgent, , 8", "urgent, direct, 8", "urgent, indirect, 72", "ordinary, , 168"})
  void howLongAnAnswerMayTake(String urgency, String access, long hours) {
    EntryId id = ask(urgency.equals("urgent"));
    if (access != null) {
      say(PK, access.equals("indirect") ? Requests.indirect(id) : Requests.received(id));
    }
    Instant due = received(id).plus(Duration.ofHours(hours));

    assertThat(deadline(id).due()).contains(due);
    assertThat(deadline(id).limit()).contains(due);
    assertThat(at(due.minusMillis(1), id)).isEqualTo(Status.RUNNING);
    assertThat(at(due, id)).isEqualTo(Status.OVERDUE);
  }

  @Test
  void whatWasAgreedCounts() {
    EntryId id = ask(true);
    var agreed =
        new InformationSettings(Duration.ofHours(2), Duration.ofHours(2), Duration.ofDays(9));

    assertThat(
            new InformationClock(agreed, this::received, IR, Sides.EIGHT, Optional.empty())
                .deadline(state.request(id).orElseThrow())
                .due())
        .contains(received(id).plus(Duration.ofHours(2)));
    assertThatThrownBy(
            () ->
                new InformationSettings(
                    Duration.ofHours(2), Duration.ofHours(1), Duration.ofDays(9)))
        .hasMessageContaining("at least as long");
  }

  @Test
  void thatOthersHaveToBeAskedIsSaidInTimeOrLengthensNothing() {
    EntryId id = ask(true);
    voices.at(received(id).plus(Duration.ofHours(8)).plusMillis(1));
    say(PK, Requests.indirect(id));

    assertThat(deadline(id).due()).contains(received(id).plus(Duration.ofHours(8)));
  }

  // ---- proven receipt -------------------------------------------------------------------------

  @Test
  void nobodyIsLateWithWhatTheyDidNotHave() {
    isLinked = false;
    EntryId id = ask(true);

    assertThat(at(hour(1_000), id)).isEqualTo(Status.NOT_DELIVERED);
    assertThat(deadline(id).since()).isEmpty();
    arrives(id, hour(1_000));
    assertThat(deadline(id).due()).contains(hour(1_008));
  }

  /// docs/domain/response.md 3.3, for a desk: what fell due before the other side was last seen is
  /// overdue, what falls due later cannot be judged; one's own duties run whatever the link does.
  @ParameterizedTest
  @CsvSource({
    // who looks, out of sight since, now, what they see
    "ir, , 7, RUNNING",
    "ir, 5, 7, CANNOT_BE_JUDGED",
    "ir, 5, 9, CANNOT_BE_JUDGED",
    "ir, 9, 10, OVERDUE",
    "pk, 5, 7, RUNNING",
    "pk, 5, 9, OVERDUE"
  })
  void whileTheOtherSideIsOutOfSight(String own, Long silentHour, long nowHour, Status status) {
    EntryId id = ask(true);

    assertThat(
            clock(
                    PartyId.of(own),
                    hour(nowHour),
                    Optional.ofNullable(silentHour).map(InformationClockTest::hour))
                .deadline(state.request(id).orElseThrow())
                .status())
        .isEqualTo(status);
  }

  // ---- asking back ----------------------------------------------------------------------------

  @Test
  void whileTheAskerHasAQuestionTheClockStands() {
    EntryId id = ask(true);
    voices.at(hour(3));
    EntryId question = say(PK, Requests.askedBack(id));
    Duration left = Duration.between(received(question), received(id).plus(Duration.ofHours(8)));

    assertThat(at(hour(100), id)).isEqualTo(Status.PAUSED);
    assertThat(deadline(id).left()).contains(left);
    assertThat(deadline(id).due()).isEmpty();
    voices.at(hour(100));
    EntryId answer = say(IR, Requests.explained(id, question));
    assertThat(deadline(id).due()).contains(received(answer).plus(left));
    assertThat(deadline(id).left()).isEmpty();
  }

  @Test
  void itStandsOnlyOnceTheAskerHasTheQuestion() {
    EntryId id = ask(true);
    isLinked = false;
    voices.at(hour(3));
    EntryId question = say(PK, Requests.askedBack(id));

    assertThat(at(hour(7), id)).isEqualTo(Status.RUNNING);
    arrives(question, hour(6));
    assertThat(at(hour(7), id)).isEqualTo(Status.PAUSED);
  }

  @Test
  void itRunsAgainOnlyOnceTheDeskHasTheExplanation() {
    EntryId id = ask(true);
    EntryId question = say(PK, Requests.askedBack(id));
    isLinked = false;
    EntryId explained = say(IR, Requests.explained(id, question));

    assertThat(at(hour(100), id)).isEqualTo(Status.PAUSED);
    arrives(explained, hour(50));
    assertThat(deadline(id).due())
        .contains(hour(50).plus(Duration.between(received(question), received(id)).plusHours(8)));
  }

  @Test
  void whatIsAskedBackTooLateBringsNothingBack() {
    EntryId id = ask(true);
    voices.at(hour(9));
    say(PK, Requests.askedBack(id));

    assertThat(at(hour(10), id)).isEqualTo(Status.OVERDUE);
  }

  @Test
  void everyQuestionBackStopsIt() {
    EntryId id = ask(false);
    for (int day = 1; day <= 2; day++) {
      voices.at(hour(24L * day));
      EntryId question = say(PK, Requests.askedBack(id));
      voices.at(hour(24L * day + 5));
      say(IR, Requests.explained(id, question));
    }

    assertThat(deadline(id).due())
        .contains(received(id).plus(Duration.ofDays(7)).plus(Duration.ofHours(10)));
  }

  // ---- putting off ----------------------------------------------------------------------------

  @Test
  void whatIsPutOffInTimeIsDueLater() {
    EntryId id = ask(true);
    voices.at(hour(7));
    say(PK, deferred(id, hour(30)));

    assertThat(deadline(id).limit()).contains(received(id).plus(Duration.ofHours(8)));
    assertThat(deadline(id).due()).contains(hour(30));
    assertThat(at(hour(29), id)).isEqualTo(Status.RUNNING);
    assertThat(at(hour(30), id)).isEqualTo(Status.OVERDUE);
  }

  @Test
  void whatIsOverdueIsNotPutOff() {
    EntryId id = ask(true);
    voices.at(hour(9));
    say(PK, deferred(id, hour(30)));

    assertThat(at(hour(10), id)).isEqualTo(Status.OVERDUE);
  }

  @Test
  void puttingOffToAnEarlierTimeShortensNothing() {
    EntryId id = ask(false);
    say(PK, deferred(id, hour(1)));

    assertThat(deadline(id).due()).contains(received(id).plus(Duration.ofDays(7)));
  }

  // ---- whether it was in time -----------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    // answered at, there between, what that proves; due at 8 h and a second
    "7, 7, 7, IN_TIME",
    "7, 7, 9, UNPROVEN",
    "7, , , UNPROVEN",
    "7, 9, 9, LATE",
    "9, 7, 7, LATE",
    "9, , , LATE"
  })
  void whatProvesThatItWasInTime(long saidHour, Long notBefore, Long notAfter, Status status) {
    EntryId id = ask(true);
    isLinked = false;
    voices.at(hour(saidHour));
    EntryId answer = say(PK, Requests.answered(id));
    arrived.put(
        answer,
        new TimeBracket(
            Optional.ofNullable(notBefore).map(InformationClockTest::hour),
            Optional.ofNullable(notAfter).map(InformationClockTest::hour)));

    assertThat(at(hour(1_000), id)).isEqualTo(status);
    assertThat(status.isOver()).isTrue();
  }

  @Test
  void whoAnswersWhileTheClockStandsIsInTime() {
    EntryId id = ask(true);
    say(PK, Requests.askedBack(id));
    voices.at(hour(50));
    say(PK, Requests.answered(id));

    assertThat(at(hour(51), id)).isEqualTo(Status.IN_TIME);
  }

  @Test
  void whatWasTakenBackIsOver() {
    EntryId id = ask(true);
    say(IR, Requests.withdrawn(id));

    assertThat(at(hour(51), id)).isEqualTo(Status.WITHDRAWN);
  }

  // ---- the desk -------------------------------------------------------------------------------

  @Test
  void theDeskShowsWhatIsDueAndWhatIsNot() {
    EntryId ordinary = ask(false);
    EntryId urgent = ask(true);
    EntryId theirs = say(PK, Requests.urgent(IR));
    isLinked = false;
    EntryId undelivered = ask(true);
    InformationDesk desk = InformationDesk.of(state, clock(IR, hour(7), Optional.empty()));

    assertThat(ids(desk.lines())).containsExactly(ordinary, urgent, undelivered, theirs);
    assertThat(ids(desk.toAnswer(IR))).containsExactly(theirs);
    assertThat(ids(desk.askedBy(IR))).containsExactly(urgent, ordinary, undelivered);
    assertThat(ids(desk.dueWithin(Duration.ofHours(2)))).containsExactly(urgent, theirs);
    assertThat(ids(desk.of(Status.NOT_DELIVERED))).containsExactly(undelivered);
    assertThat(desk.overdue()).isEmpty();
    InformationDesk later = InformationDesk.of(state, clock(IR, hour(10), Optional.of(hour(5))));
    assertThat(ids(later.overdue())).containsExactly(theirs);
    assertThat(ids(later.notJudged())).containsExactly(urgent, ordinary);
    assertThat(later.lines().getFirst().age()).isEqualTo(Duration.ofHours(10));
  }

  private static List<EntryId> ids(List<InformationDesk.Line> lines) {
    return lines.stream().map(line -> line.request().id()).toList();
  }

  @Test
  void bothSidesAreCountedAlike() {
    EntryId one = ask(true);
    EntryId two = ask(false);
    ask(true);
    EntryId theirs = say(PK, Requests.ordinary(IR));
    say(PK, deferred(two, hour(300)));
    voices.at(hour(1));
    say(PK, Requests.answered(one));
    say(PK, Requests.answered(two, Reply.REFUSED, Optional.of(Ground.SAFETY)));
    say(IR, Requests.answered(theirs, Reply.NOTHING_HELD, Optional.empty()));

    List<InformationTally> rows =
        InformationTally.of(state, clock(IR, hour(20), Optional.empty()), Sides.EIGHT, hour(1));

    assertThat(rows).extracting(InformationTally::side).containsExactly(IR, PK);
    InformationTally asked = rows.getLast();
    assertThat(List.of(asked.asked(), asked.urgent(), asked.deferred())).containsExactly(3, 2, 1);
    assertThat(asked.statuses()).containsEntry(Status.IN_TIME, 2).containsEntry(Status.OVERDUE, 1);
    assertThat(asked.replies()).containsEntry(Reply.FULL, 1).containsEntry(Reply.REFUSED, 1);
    assertThat(asked.grounds()).containsEntry(Ground.SAFETY, 1).hasSize(Ground.values().length);
    assertThat(rows.getFirst().replies()).containsEntry(Reply.NOTHING_HELD, 1);
    assertThat(rows.getFirst().statuses()).hasSize(Status.values().length);
    assertThat(InformationTally.of(state, clock(IR, hour(20), Optional.empty()), hour(1), hour(2)))
        .allMatch(row -> row.asked() == 0);
  }

  // ---- saying ---------------------------------------------------------------------------------

  private static Instant hour(long hour) {
    return Sides.EIGHT.plus(Duration.ofHours(hour));
  }

  private EntryId ask(boolean urgent) {
    return say(IR, urgent ? Requests.urgent(PK) : Requests.ordinary(PK));
  }

  private static InformationFact deferred(EntryId id, Instant until) {
    return new InformationFact.Deferred(id, until, Optional.of(Requests.TEXT));
  }

  private EntryId say(PartyId side, InformationFact fact) {
    ActEntry entry = voices.says(side, Role.LIAISON);
    state = state.apply(entry, fact);
    assertThat(state.voids().containsKey(entry.id())).as("%s", fact).isFalse();
    if (isLinked) {
      arrives(entry.id(), voices.time().plus(SECOND));
    }
    return entry.id();
  }

  private void arrives(EntryId entry, Instant at) {
    arrived.put(entry, TimeBracket.between(at.minus(SECOND), at));
  }

  private Instant received(EntryId entry) {
    return received(entry, PK).notAfter().orElseThrow();
  }

  private TimeBracket received(EntryId entry, PartyId by) {
    return arrived.getOrDefault(entry, TimeBracket.OPEN);
  }

  private InformationClock clock(PartyId own, Instant now, Optional<Instant> silentSince) {
    return new InformationClock(
        InformationSettings.defaults(), this::received, own, now, silentSince);
  }

  private InformationDeadline deadline(EntryId id) {
    return clock(IR, Sides.EIGHT, Optional.empty()).deadline(state.request(id).orElseThrow());
  }

  private Status at(Instant now, EntryId id) {
    return clock(IR, now, Optional.empty()).deadline(state.request(id).orElseThrow()).status();
  }
}
