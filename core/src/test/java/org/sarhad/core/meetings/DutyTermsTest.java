package org.sarhad.core.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.meetings.MeetingScene.IR;
import static org.sarhad.core.meetings.MeetingScene.LADDER;
import static org.sarhad.core.meetings.MeetingScene.PK;
import static org.sarhad.core.meetings.MeetingScene.TEXT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;

/// The terms of acts about duties and meetings, and the calendar that follows from them: protocol
/// clauses 10-3 and 10-4.1.
class DutyTermsTest {
  private static final EntryId DUTY = new EntryId(Sides.IR_LOG, 12);
  private static final EntryId MEETING = new EntryId(Sides.PK_LOG, 7);

  // ---- the calendar ---------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "P30D, 2019-05-22+04:30, '2019-05-22 2019-06-21 2019-07-21 2019-08-20'",
    "P1D,  2020-02-28+00:00, '2020-02-28 2020-02-29 2020-03-01'",
    "P1M,  2019-01-31+05:00, '2019-01-31 2019-02-28 2019-03-31 2019-04-30 2019-05-31'",
    "P1M,  2020-01-31+05:00, '2020-01-31 2020-02-29 2020-03-31'",
    "P3M,  2019-11-30+05:00, '2019-11-30 2020-02-29 2020-05-30 2020-08-30'",
    "P12M, 2020-02-29+05:00, '2020-02-29 2021-02-28 2022-02-28 2023-02-28 2024-02-29'"
  })
  void datesFollowFromTheFirst(String cycle, String first, String days) {
    DutyTerms terms = terms(cycle, first, null);
    String[] expected = days.split(" ", -1);
    for (int i = 0; i < expected.length; i++) {
      assertThat(terms.due(i + 1).day()).hasToString(expected[i]);
      assertThat(terms.due(i + 1).offset()).isEqualTo(DueDate.parse(first).offset());
    }
  }

  @Test
  void nothingIsDueAfterTheLastDay() {
    DutyTerms terms = terms("P1M", "2019-01-31+05:00", "2019-03-31");

    assertThat(terms.has(0)).isFalse();
    assertThat(terms.has(3)).isTrue();
    assertThat(terms.has(4)).isFalse();
    assertThat(terms.countDue(Instant.parse("2030-01-01T00:00:00Z"))).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "2019-05-22T19:29:59.999Z, 0",
    "2019-05-22T19:30:00Z, 1",
    "2019-06-21T19:29:59.999Z, 1",
    "2019-06-21T19:30:00Z, 2",
    "1900-01-01T00:00:00Z, 0"
  })
  void anOccurrenceIsLateFromTheEndOfItsDay(Instant now, int count) {
    assertThat(terms("P30D", "2019-05-22+04:30", null).countDue(now)).isEqualTo(count);
  }

  /// The count by halving is the count by counting.
  @Test
  void datesAscendAndAreCounted() {
    Seeded.check(
        200,
        random -> {
          DutyTerms terms = random(random);
          Instant now =
              Instant.parse("2019-01-01T00:00:00Z").plusSeconds(random.nextLong(2_000_000_000L));
          int counted = 0;
          while (terms.has(counted + 1) && !terms.due(counted + 1).over().isAfter(now)) {
            counted++;
            assertThat(counted == 1 || terms.due(counted - 1).compareTo(terms.due(counted)) < 0)
                .isTrue();
          }
          assertThat(terms.countDue(now)).isEqualTo(counted);
        });
  }

  private static DutyTerms random(SplittableRandom random) {
    Cycle cycle =
        random.nextBoolean()
            ? Cycle.ofDays(20 + random.nextInt(400))
            : Cycle.ofMonths(1 + random.nextInt(24));
    LocalDate first = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(6_000));
    return terms(
        cycle.toString(),
        first + "+05:00",
        random.nextBoolean() ? first.plusDays(random.nextInt(4_000)).toString() : null);
  }

  @Test
  void rungsAreReachedStepByStep() {
    DutyTerms terms = MeetingScene.duty(DutyKind.MEETING);

    assertThat(terms.overdueAt(1, 0)).isEqualTo(Instant.parse("2019-05-29T19:30:00Z"));
    assertThat(terms.overdueAt(1, 1)).isEqualTo(Instant.parse("2019-06-05T19:30:00Z"));
    assertThat(terms.overdueAt(2, 0)).isEqualTo(Instant.parse("2019-06-28T19:30:00Z"));
  }

  // ---- what is refused ------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "P", "P0D", "P01D", "P3661D", "P121M", "P30", "30D", "P1Y", "P1W", "P1M1D", "p30d",
        "P-1D", "P99999D"
      })
  void anotherSpellingIsNoCycle(String text) {
    assertThatThrownBy(() -> Cycle.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1D", "P30D", "P3660D", "P1M", "P120M"})
  void cyclesArePrintedAsTheyAreRead(String text) {
    assertThat(Cycle.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, chief, true",
    "365, 365, 'sector_commander chief', true",
    "-1, 1, chief, false",
    "366, 1, chief, false",
    "0, 0, chief, false",
    "0, 366, chief, false",
    "0, 1, '', false",
    "0, 1, sector_commander, false",
    "0, 1, 'chief sector_commander', false",
    "0, 1, 'chief chief', false",
    "0, 1, 'clerk liaison watch_officer sector_commander chief', false"
  })
  void aLadderEndsWithTheChief(int grace, int step, String ladder, boolean isOne) {
    List<Role> roles =
        Arrays.stream(ladder.split(" ", -1))
            .filter(code -> !code.isEmpty())
            .map(code -> Role.find(code).orElseThrow())
            .toList();
    if (isOne) {
      assertThat(new Escalation(grace, step, roles).rungs()).isEqualTo(roles.size());
    } else {
      assertThatThrownBy(() -> new Escalation(grace, step, roles))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019-05-21", "3000-01-01"})
  void nothingWouldEverBeDue(String until) {
    assertThatThrownBy(() -> terms("P30D", "2019-05-22+04:30", until))
        .hasMessageContaining("expected 2019-05-22 or later");
  }

  // ---- writing and reading --------------------------------------------------------------------

  static Stream<MeetingTerms> samples() {
    TreeMap<PartyId, Wording> positions = new TreeMap<>();
    positions.put(IR, Wording.of("fa", "ما گفتیم"));
    positions.put(PK, Wording.of("ur", "ہم نے کہا"));
    return Stream.of(
        MeetingScene.duty(DutyKind.MEETING),
        terms("P3M", "2019-05-22-03:30", "2025-01-01"),
        MeetingScene.cancellation(DUTY, 3),
        MeetingScene.record(MEETING),
        new JointRecordTerms(
            MEETING,
            List.of(
                new RecordItem.Agreed(TEXT, TEXT),
                new RecordItem.Noted(TEXT, positions),
                new RecordItem.Deferred(TEXT, Wording.of("en", "the next meeting"))),
            List.of(Json.obj().put("title", "anything").build())));
  }

  private static ActKind kind(MeetingTerms terms) {
    return switch (terms) {
      case DutyTerms _ -> MeetingActs.RECURRING_DUTY;
      case CancellationTerms _ -> MeetingActs.DUTY_CANCELLED;
      case JointRecordTerms _ -> MeetingActs.JOINT_RECORD;
    };
  }

  @ParameterizedTest
  @MethodSource("samples")
  void termsAreReadAsTheyAreWritten(MeetingTerms terms) throws Exception {
    Json.Obj json =
        Json.parseCanonicalObject(terms.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(MeetingTerms.find(kind(terms), json)).contains(terms);
    assertThat(MeetingTerms.find(ActKind.of("crossing"), json)).isEmpty();
    assertThat(MeetingActs.kinds()).contains(kind(terms)).hasSize(3);
  }

  @Test
  void termsAsTheyStandInTheRecord() {
    assertThat(MeetingScene.duty(DutyKind.SIMULTANEOUS_PATROL).toJson().toString())
        .isEqualTo(
            "{\"cycle\":\"P30D\",\"escalation\":{\"grace_days\":7,"
                + "\"ladder\":[\"sector_commander\",\"chief\"],\"step_days\":7},"
                + "\"first\":\"2019-05-22+04:30\",\"level\":\"sector\","
                + "\"title\":{\"en\":\"Sector meeting\"},\"what\":\"simultaneous_patrol\"}");
  }

  @Test
  void damagedTermsAreRefusedOrMeanWhatTheySay() {
    FactFuzz.assertReadsBackAlike(
        1_500,
        samples().toList(),
        MeetingTerms::toJson,
        (original, body) -> MeetingTerms.find(kind(original), body).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'outcome':'noted','positions':{'ir':{'en':'x'}},'subject':{'en':'x'}}",
        "{'outcome':'noted','positions':{},'subject':{'en':'x'}}",
        "{'outcome':'noted','subject':{'en':'x'},'text':{'en':'x'}}",
        "{'outcome':'decided','subject':{'en':'x'},'text':{'en':'x'}}",
        "{'outcome':'agreed','subject':{'en':'x'}}",
        "{'outcome':'agreed','positions':{},'subject':{'en':'x'},'text':{'en':'x'}}"
      })
  void anItemIsAgreedNotedOrDeferred(String item) throws Exception {
    Json.Obj terms =
        Json.obj()
            .put("commitments", Json.arr())
            .put(
                "items",
                Json.arr(
                    Json.parseCanonicalObject(
                        Bytes.ofUtf8(item.replace('\'', '"')), JsonLimits.ofBytes(1_000))))
            .put("meeting", MEETING.toString())
            .build();

    assertThatThrownBy(() -> JointRecordTerms.fromJson(terms))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void aRecordOfNothingIsNone() {
    assertThatThrownBy(() -> new JointRecordTerms(MEETING, List.of(), List.of()))
        .hasMessageContaining("0 in items");
  }

  private static DutyTerms terms(String cycle, String first, @Nullable String until) {
    return new DutyTerms(
        DutyKind.MEETING,
        Level.COMMISSION,
        TEXT,
        Cycle.parse(cycle),
        DueDate.parse(first),
        Optional.ofNullable(until).map(LocalDate::parse),
        LADDER);
  }
}
