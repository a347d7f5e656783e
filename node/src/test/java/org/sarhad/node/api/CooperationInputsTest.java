package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.geo.Place;
import org.sarhad.core.health.HealthInputs;
import org.sarhad.core.health.HealthPeriod;
import org.sarhad.core.inquiry.InquiryState;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.response.Alert;
import org.sarhad.core.response.AssistanceFact;
import org.sarhad.core.response.AssistanceId;
import org.sarhad.core.response.Call;
import org.sarhad.core.response.EntryTimes;
import org.sarhad.core.response.EntryWays;
import org.sarhad.core.response.HotlineFact;
import org.sarhad.core.response.HotlineId;
import org.sarhad.core.response.IncidentFact;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.Need;
import org.sarhad.core.response.Priority;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.core.response.ResponseState;
import org.sarhad.core.response.Words;
import org.sarhad.core.time.TimeBracket;
import org.sarhad.node.uptime.LinkDiary;

/// What the response and the link give for the health of the cooperation (protocol clause 10-10.4).
class CooperationInputsTest {
  private static final PartyId IR = PartyId.of("ir");
  private static final PartyId PK = PartyId.of("pk");
  private static final Words WORDS = Words.typed("en", "shots near the line");
  private static final Instant NOON = Instant.parse("2019-04-22T12:00:00Z");
  private static final HealthPeriod DAY =
      new HealthPeriod(NOON.minus(Duration.ofHours(12)), NOON.plus(Duration.ofHours(12)));

  private ResponseState state = ResponseState.of(IR, PK);
  private Instant now = NOON;
  private boolean isReleased = true;
  private int index;

  private EntryId says(PartyId side, ResponseFact fact) {
    var entry = new EntryId(new Origin(side + ".sarhad.example/joint"), index++);
    var context =
        new FactContext(
            entry,
            side,
            isReleased,
            now,
            Optional.of(new OfficerId(side + ".sarhad.example/officer/1")),
            EnumSet.of(Role.WATCH_OFFICER));
    state = state.apply(context, fact);
    return entry;
  }

  private static IncidentId incident(int number) {
    return new IncidentId(IR, number, false);
  }

  private EntryId alert(IncidentId id) {
    return says(
        IR,
        new IncidentFact.Opened(
            id, new Alert(Optional.empty(), WORDS, Place.named("Post 42"), now, Priority.P2)));
  }

  private void acknowledge(IncidentId id) {
    says(PK, new IncidentFact.Acknowledged(id, Role.WATCH_OFFICER, WORDS));
  }

  private void call(int number, Optional<IncidentId> about) {
    says(
        IR,
        new HotlineFact.Logged(
            new HotlineId(IR, number),
            about,
            new Call(
                Call.Direction.WE_CALLED,
                Call.Channel.PHONE,
                "Watch officer",
                now,
                WORDS,
                Call.ReadBack.CORRECT,
                WORDS)));
  }

  private void after(int minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
  }

  private HealthInputs inputs(EntryWays ways) {
    return new CooperationInputs(state, InquiryState.of(List.of(IR, PK)), ways, LinkDiary.EMPTY)
        .of(DAY);
  }

  private HealthInputs inputs() {
    return inputs(EntryWays.UNKNOWN);
  }

  @Test
  void nothingSaidIsNothingKnown() {
    assertThat(inputs().link()).isEqualTo(HealthInputs.Link.UNKNOWN);
    assertThat(inputs().hotline()).isEqualTo(new HealthInputs.Hotline(0, 0));
    assertThat(inputs().acknowledgements()).isEmpty();
    assertThat(inputs().oldestQuestion()).isEmpty();
  }

  /// Two notices on one incident are one subject; one that names none is a subject of its own.
  @Test
  void noticesAndTheirSubjects() {
    alert(incident(1));
    call(1, Optional.of(incident(1)));
    call(2, Optional.of(incident(1)));
    call(3, Optional.empty());
    call(4, Optional.empty());
    assertThat(inputs().hotline()).isEqualTo(new HealthInputs.Hotline(4, 3));
  }

  @Test
  void whatIsInternalAnExerciseOrOfAnotherDayIsNotCounted() {
    IncidentId exercise = new IncidentId(IR, 1, true);
    alert(exercise);
    acknowledge(exercise);
    call(1, Optional.of(exercise));
    isReleased = false;
    call(2, Optional.empty());
    isReleased = true;
    after(24 * 60);
    call(3, Optional.empty());
    assertThat(inputs().hotline()).isEqualTo(new HealthInputs.Hotline(0, 0));
    assertThat(inputs().acknowledgements()).isEmpty();
  }

  /// From when the notice was at the node, if a receipt says when; else from its own time.
  @Test
  void howLongAPersonTook() {
    EntryId notice = alert(incident(1));
    after(30);
    acknowledge(incident(1));
    assertThat(inputs().acknowledgements().get(PK)).containsExactly(Duration.ofMinutes(30));
    assertThat(inputs(received(notice, PK, 10)).acknowledgements().get(PK))
        .containsExactly(Duration.ofMinutes(20));
    assertThat(inputs(received(notice, IR, 10)).acknowledgements().get(PK))
        .as("another side's receipt says nothing of it")
        .containsExactly(Duration.ofMinutes(30));
    assertThat(inputs(received(notice, PK, 40)).acknowledgements().get(PK))
        .as("a clock that is ahead")
        .containsExactly(Duration.ZERO);
    assertThat(inputs().acknowledgements()).doesNotContainKey(IR);
  }

  private EntryWays received(EntryId notice, PartyId by, int minutes) {
    var receipt =
        new EntryTimes.Receipt(
            by,
            new TimeBracket(Optional.empty(), Optional.of(NOON.plus(Duration.ofMinutes(minutes)))),
            by + ".sarhad.example/mirror");
    return new EntryWays() {
      @Override
      public EntryTimes times(EntryId entry) {
        return entry.equals(notice)
            ? new EntryTimes(
                Optional.empty(), Optional.empty(), Optional.of(receipt), Optional.empty())
            : EntryTimes.UNKNOWN;
      }

      @Override
      public boolean saw(EntryId writer, EntryId earlier) {
        return true;
      }
    };
  }

  @Test
  void theOldestQuestionIsTheOneThatNobodyHasAnswered() {
    alert(incident(1));
    ask(1);
    after(10);
    ask(2);
    assertThat(inputs().oldestQuestion()).contains(new HealthInputs.OpenQuestion(PK, NOON));
    answer(1);
    assertThat(inputs().oldestQuestion())
        .contains(new HealthInputs.OpenQuestion(PK, NOON.plus(Duration.ofMinutes(10))));
    answer(2);
    assertThat(inputs().oldestQuestion()).isEmpty();
  }

  private void ask(int number) {
    says(
        IR,
        new AssistanceFact.Requested(
            new AssistanceId(IR, number), incident(1), Need.of(WORDS), Optional.empty()));
  }

  private void answer(int number) {
    says(
        PK,
        new AssistanceFact.Answered(
            new AssistanceId(IR, number),
            incident(1),
            AssistanceFact.Answer.DECLINED,
            List.of(),
            WORDS));
  }

  @Test
  void theLinkIsWhatTheDiaryHas() {
    var diary =
        LinkDiary.parse(
            """
            pk up 2019-04-22T00:00:00Z 2019-04-22T06:00:00Z
            pk down 2019-04-22T06:00:00Z 2019-04-22T08:00:00Z
            """);
    assertThat(
            new CooperationInputs(state, InquiryState.of(List.of()), EntryWays.UNKNOWN, diary)
                .of(DAY)
                .link())
        .isEqualTo(new HealthInputs.Link(Duration.ofHours(6), Duration.ofHours(8)));
    assertThat(Set.of(IR, PK)).isEqualTo(state.parties());
  }
}
