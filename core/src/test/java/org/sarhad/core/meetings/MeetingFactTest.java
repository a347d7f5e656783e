package org.sarhad.core.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.meetings.MeetingScene.IR;
import static org.sarhad.core.meetings.MeetingScene.OM;
import static org.sarhad.core.meetings.MeetingScene.PK;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;

/// The bodies of facts about duties and meetings: protocol clause 10-2.
class MeetingFactTest {
  private static final EntryId DUTY = new EntryId(Sides.IR_LOG, 12);
  private static final EntryId MEETING = new EntryId(Sides.PK_LOG, 7);
  private static final EntryId AGENDA = new EntryId(Sides.IR_LOG, 30);
  private static final OccurrenceId THIRD = new OccurrenceId(DUTY, 3);
  private static final Wording WORDS = Wording.of("en", "Floods").and("fa", "سیل");

  static Stream<MeetingFact> facts() {
    return Stream.of(
        new MeetingFact.DutyOutcomeStated(THIRD, new Outcome.Held(), Optional.empty()),
        new MeetingFact.DutyOutcomeStated(
            THIRD, Outcome.NotHeld.missedBy(IR, PK), Optional.of(WORDS)),
        new MeetingFact.DutyOverdue(THIRD, 3),
        MeetingScene.of(DUTY, 1),
        MeetingScene.extraordinary(IR, PK, OM),
        new MeetingFact.MeetingAnswered(MEETING, true, Optional.empty()),
        new MeetingFact.MeetingAnswered(MEETING, false, Optional.of(WORDS)),
        new MeetingFact.MeetingAgendaSet(MEETING, 2, List.of(WORDS, Wording.of("ur", "ایندھن"))),
        new MeetingFact.MeetingAgendaAccepted(MEETING, AGENDA),
        new MeetingFact.MeetingOutcomeStated(MEETING, new Outcome.Held(), Optional.of(WORDS)),
        new MeetingFact.MeetingOutcomeStated(
            MEETING, Outcome.NotHeld.because(Outcome.Reason.AGENDA_NOT_AGREED), Optional.empty()),
        new MeetingFact.MeetingOutcomeStated(
            MEETING,
            new Outcome.WalkedOut(Ordered.set(PK), Optional.of(new Outcome.ItemRef(AGENDA, 40))),
            Optional.empty()),
        new MeetingFact.MeetingOutcomeStated(
            MEETING,
            new Outcome.WalkedOut(Ordered.set(IR, PK), Optional.empty()),
            Optional.empty()),
        new MeetingFact.MeetingMinutesNoted(MEETING, WORDS));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void whatIsWrittenIsRead(MeetingFact fact) throws Exception {
    Json.Obj body =
        Json.parseCanonicalObject(fact.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(MeetingFact.fromJson(fact.kind(), body)).isEqualTo(fact);
  }

  @Test
  void thereIsASampleOfEveryKind() {
    Set<MeetingFactKind> met = EnumSet.noneOf(MeetingFactKind.class);
    facts().forEach(fact -> met.add(fact.kind()));

    assertThat(met).containsExactly(MeetingFactKind.values());
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsWord(MeetingFactKind kind) {
    assertThat(MeetingFactKind.find(kind.kind())).contains(kind);
    assertThat(kind.kind().value())
        .isEqualTo(kind.name().toLowerCase(Locale.ROOT).replaceFirst("_", "."));
  }

  @Test
  void anotherKindIsNone() {
    assertThat(MeetingFactKind.find(Kind.of("meeting.enjoyed"))).isEmpty();
    assertThat(MeetingFactKind.find(Kind.of("act.assented"))).isEmpty();
  }

  @Test
  void bodiesAsTheyStandInTheRecord() {
    assertThat(new MeetingFact.DutyOverdue(THIRD, 1).toJson().toString())
        .isEqualTo("{\"duty\":\"ir.sarhad.example/joint#12\",\"number\":3,\"rung\":1}");
    assertThat(
            new MeetingFact.MeetingOutcomeStated(
                    MEETING,
                    new Outcome.WalkedOut(
                        Ordered.set(PK), Optional.of(new Outcome.ItemRef(AGENDA, 4))),
                    Optional.empty())
                .toJson()
                .toString())
        .isEqualTo(
            "{\"by\":[\"pk\"],\"item\":{\"agenda\":\"ir.sarhad.example/joint#30\",\"number\":4},"
                + "\"meeting\":\"pk.sarhad.example/joint#7\",\"outcome\":\"walked_out\"}");
    assertThat(MeetingScene.extraordinary(PK, IR).toJson().toString())
        .isEqualTo(
            "{\"at\":\"2019-04-22T08:00:00.123Z\",\"level\":\"commission\","
                + "\"place\":{\"en\":\"Mirjaveh\"},\"sides\":[\"ir\",\"pk\"],"
                + "\"subject\":{\"en\":\"Sector meeting\"}}");
  }

  /// Bodies that are nearly right. `M` and `D` stand for entries.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DUTY_OVERDUE | {'duty':'D','number':0,'rung':0}",
        "DUTY_OVERDUE | {'duty':'D','number':100001,'rung':0}",
        "DUTY_OVERDUE | {'duty':'D','number':1,'rung':4}",
        "DUTY_OVERDUE | {'duty':'D','number':1,'rung':-1}",
        "DUTY_OVERDUE | {'duty':'D','number':1}",
        "DUTY_OVERDUE | {'duty':'D','number':1,'officer':'x','rung':0}",
        "DUTY_OUTCOME_STATED | {'duty':'D','number':1,'outcome':'maybe'}",
        "DUTY_OUTCOME_STATED | {'by':['ir'],'duty':'D','number':1,'outcome':'walked_out'}",
        "DUTY_OUTCOME_STATED | {'duty':'D','number':1,'outcome':'not_held','reason':'agenda_not_agreed'}",
        "DUTY_OUTCOME_STATED | {'duty':'D','number':1,'outcome':'not_held','reason':'missed'}",
        "DUTY_OUTCOME_STATED | {'by':[],'duty':'D','number':1,'outcome':'not_held','reason':'postponed'}",
        "DUTY_OUTCOME_STATED | {'by':['ir'],'duty':'D','number':1,'outcome':'held'}",
        "DUTY_OUTCOME_STATED | {'by':['ir'],'duty':'D','number':1,'outcome':'not_held','reason':'prevented'}",
        "DUTY_OUTCOME_STATED | {'by':['pk','ir'],'duty':'D','number':1,'outcome':'not_held','reason':'missed'}",
        "DUTY_OUTCOME_STATED | {'by':['ir','ir'],'duty':'D','number':1,'outcome':'not_held','reason':'missed'}",
        "MEETING_ANSWERED | {'comes':1,'meeting':'M'}",
        "MEETING_ANSWERED | {'comes':true,'meeting':'M','remark':{}}",
        "MEETING_ANSWERED | {'comes':true,'meeting':'M','remark':{'e1':'x'}}",
        "MEETING_AGENDA_SET | {'items':[],'meeting':'M','version':1}",
        "MEETING_AGENDA_SET | {'items':[{'en':'x'}],'meeting':'M','version':0}",
        "MEETING_AGENDA_SET | {'items':['x'],'meeting':'M','version':1}",
        "MEETING_AGENDA_ACCEPTED | {'agenda':'D','meeting':'M','version':1}",
        "MEETING_OUTCOME_STATED | {'by':[],'meeting':'M','outcome':'walked_out'}",
        "MEETING_OUTCOME_STATED | {'by':['ir'],'item':{'agenda':'D','number':41},'meeting':'M','outcome':'walked_out'}",
        "MEETING_OUTCOME_STATED | {'meeting':'M','outcome':'held','reason':'missed'}",
        "MEETING_CALLED | {'at':'2019-04-22','level':'post','place':{'en':'x'},'sides':['ir','pk'],'subject':{'en':'x'}}",
        "MEETING_CALLED | {'at':'2019-04-22T08:00:00.123Z','level':'post','place':{'en':'x'},'sides':['ir'],'subject':{'en':'x'}}",
        "MEETING_CALLED | {'at':'2019-04-22T08:00:00.123Z','level':'queens','place':{'en':'x'},'sides':['ir','pk'],'subject':{'en':'x'}}",
        "MEETING_CALLED | {'at':'2019-04-22T08:00:00.123Z','duty':'D','level':'post','number':1,'place':{'en':'x'},'subject':{'en':'x'}}",
        "MEETING_MINUTES_NOTED | {'meeting':'M','text':'x'}",
        "MEETING_MINUTES_NOTED | {'meeting':'nowhere','text':{'en':'x'}}"
      })
  void whatIsNotQuiteItIsRefused(MeetingFactKind kind, String body) throws Exception {
    String text =
        body.replace('\'', '"').replace("\"D\"", quoted(DUTY)).replace("\"M\"", quoted(MEETING));
    Json.Obj json = Json.parseCanonicalObject(Bytes.ofUtf8(text), JsonLimits.ofBytes(10_000));

    assertThatThrownBy(() -> MeetingFact.fromJson(kind, json))
        .isInstanceOf(MalformedJsonException.class);
  }

  private static String quoted(EntryId id) {
    return "\"" + id + "\"";
  }

  @Test
  void whatIsTooLongIsRefused() {
    Wording long401 = Wording.of("en", "x".repeat(401));
    Wording long2001 = Wording.of("en", "x".repeat(2_001));
    Wording long16001 = Wording.of("en", "x".repeat(16_001));
    for (ThrowingCallable making :
        List.<ThrowingCallable>of(
            () -> new MeetingFact.MeetingAgendaSet(MEETING, 1, List.of(long401)),
            () -> new MeetingFact.MeetingAgendaSet(MEETING, 1, Collections.nCopies(41, WORDS)),
            () -> new MeetingFact.MeetingAgendaSet(MEETING, 1_001, List.of(WORDS)),
            () -> new MeetingFact.MeetingAnswered(MEETING, true, Optional.of(long2001)),
            () -> new MeetingFact.MeetingMinutesNoted(MEETING, long16001),
            () ->
                new MeetingFact.MeetingCalled(
                    new Occasion.OfDuty(THIRD), Sides.EIGHT, long401, WORDS),
            () ->
                new MeetingFact.MeetingCalled(
                    new Occasion.OfDuty(THIRD), Sides.EIGHT, WORDS, long401),
            () ->
                new MeetingFact.MeetingCalled(
                    new Occasion.OfDuty(THIRD), Sides.EIGHT.plusNanos(1), WORDS, WORDS))) {
      assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
    }
  }

  /// The longest fact of its kind fits: no fact can be made that cannot be read.
  @Test
  void theLongestAgendaIsRead() throws Exception {
    Wording item = Wording.of("fa", "ا".repeat(Agenda.ITEM_LENGTH_MAX));
    var fact =
        new MeetingFact.MeetingAgendaSet(MEETING, 1, Collections.nCopies(Agenda.ITEMS_MAX, item));

    assertThat(MeetingFact.fromJson(fact.kind(), fact.toJson())).isEqualTo(fact);
  }

  @Test
  void damagedBodiesAreRefusedOrMeanWhatTheySay() {
    FactFuzz.assertReadsBackAlike(
        1_500,
        facts().toList(),
        MeetingFact::toJson,
        (original, body) -> MeetingFact.fromJson(original.kind(), body));
  }
}
