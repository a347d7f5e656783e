package org.sarhad.core.modalities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;

/// The bodies of facts about modalities: protocol clause 08-5.
class ModalitiesFactTest {
  private static final EntryId ACT = new EntryId(Sides.IR_LOG, 12);
  private static final EntryId NOTICE = new EntryId(Sides.PK_LOG, 7);

  static Stream<ModalitiesFact> facts() {
    return Stream.of(
        new ModalitiesFact.Commented(ACT, ClauseNumber.parse("7.2"), "ur", "یہ مدت کم ہے"),
        new ModalitiesFact.Began(3),
        new ModalitiesFact.SuspensionNoticed(Sides.EIGHT, "the talks have failed"),
        ModalitiesFact.Suspended.after(NOTICE),
        ModalitiesFact.Suspended.atOnce("حملهٔ تازه"),
        new ModalitiesFact.ResumptionNoticed(Sides.EIGHT, "agreed on the telephone"),
        ModalitiesFact.Resumed.after(NOTICE),
        ModalitiesFact.Resumed.atOnce("it was a false alarm"),
        new ModalitiesFact.NoticeWithdrawn(NOTICE, "settled"));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void whatIsWrittenIsRead(ModalitiesFact fact) throws Exception {
    Json.Obj body =
        Json.parseCanonicalObject(fact.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(ModalitiesFact.fromJson(fact.kind(), body)).isEqualTo(fact);
  }

  @Test
  void thereIsASampleOfEveryKind() {
    Set<ModalitiesFactKind> met = EnumSet.noneOf(ModalitiesFactKind.class);
    facts().forEach(fact -> met.add(fact.kind()));

    assertThat(met).containsExactly(ModalitiesFactKind.values());
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsWord(ModalitiesFactKind kind) {
    assertThat(ModalitiesFactKind.find(kind.kind())).contains(kind);
    assertThat(kind.kind().application()).isEqualTo(ModalitiesFactKind.APPLICATION);
  }

  @Test
  void anotherKindIsNone() {
    assertThat(ModalitiesFactKind.find(Kind.of("modalities.blessed"))).isEmpty();
    assertThat(ModalitiesFactKind.find(Kind.of("act.proposed"))).isEmpty();
  }

  @Test
  void bodiesAsTheyStandInTheRecord() {
    assertThat(
            new ModalitiesFact.SuspensionNoticed(Sides.EIGHT, "talks failed").toJson().toString())
        .isEqualTo("{\"from\":\"2019-04-22T08:00:00.123Z\",\"reason\":\"talks failed\"}");
    assertThat(ModalitiesFact.Suspended.atOnce("attack").toJson().toString())
        .isEqualTo("{\"emergency\":\"attack\"}");
    assertThat(ModalitiesFact.Suspended.after(NOTICE).toJson().toString())
        .isEqualTo("{\"notice\":\"pk.sarhad.example/joint#7\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          COMMENTED           | {"act":"a#1","clause":"07","language":"en","text":"x"}     | member "clause": found "07"
          COMMENTED           | {"act":"a#1","clause":"7.0","language":"en","text":"x"}    | member "clause": found "7.0"
          COMMENTED           | {"act":"a","clause":"7","language":"en","text":"x"}        | member "act": found "a"
          COMMENTED           | {"act":"a#1","clause":"7","language":"EN","text":"x"}      | modalities.commented: found "language
          COMMENTED           | {"act":"a#1","clause":"7","language":"en","text":""}       | modalities.commented: found "text has nothing"
          COMMENTED           | {"act":"a#1","clause":"7","language":"en"}                 | member "text": found "nothing"
          BEGAN               | {"version":0}                                              | member "version": found "0"
          BEGAN               | {"version":1000001}                                        | member "version": found "1000001"
          BEGAN               | {"version":1,"when":"now"}                                 | modalities.began: found
          SUSPENSION_NOTICED  | {"from":"tomorrow","reason":"x"}                           | member "from": found "tomorrow"
          SUSPENSION_NOTICED  | {"from":"2019-04-22T08:00:00.123Z"}                        | member "reason": found "nothing"
          SUSPENSION_NOTICED  | {"from":"2019-04-22T08:00:00.123Z","reason":" "}           | modalities.suspension_noticed: found "reason has
          SUSPENDED           | {}                                                         | modalities.suspended: found "expected a notice or
          SUSPENDED           | {"emergency":"x","notice":"a#1"}                           | modalities.suspended: found "expected a notice or
          SUSPENDED           | {"emergency":""}                                           | modalities.suspended: found "reason has nothing"
          SUSPENDED           | {"reason":"x"}                                             | modalities.suspended: found "expected a notice or
          RESUMPTION_NOTICED  | {"from":"2019-04-22","reason":"x"}                         | member "from": found "2019-04-22"
          RESUMED             | {}                                                         | modalities.resumed: found "expected a notice or
          RESUMED             | {"notice":"a#01"}                                          | member "notice": found "a#01"
          RESUMED             | {"notice":"a#1","emergency":"x"}                           | modalities.resumed: found
          NOTICE_WITHDRAWN    | {"notice":"a#1"}                                           | member "reason": found "nothing"
          NOTICE_WITHDRAWN    | {"reason":"x"}                                             | member "notice": found "nothing"
          """)
  void whatIsNotTheOneSpellingOfAFactIsRefused(ModalitiesFactKind kind, String body, String message)
      throws Exception {
    Json.Obj json = (Json.Obj) Json.parse(Bytes.ofUtf8(body), JsonLimits.ofBytes(10_000));

    assertThatThrownBy(() -> ModalitiesFact.fromJson(kind, json))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void factsHaveLimits() {
    ClauseNumber seven = ClauseNumber.parse("7");
    assertIllegal(
        () -> new ModalitiesFact.Commented(ACT, seven, "en", "x".repeat(2_001)), "2001 characters");
    assertIllegal(
        () -> new ModalitiesFact.Commented(ACT, seven, "en", "left \u202e right"), "U+202E");
    assertIllegal(() -> new ModalitiesFact.Began(0), "version 0");
    assertIllegal(
        () -> new ModalitiesFact.SuspensionNoticed(Sides.EIGHT, "x".repeat(501)), "501 characters");
    assertIllegal(
        () -> new ModalitiesFact.ResumptionNoticed(Sides.EIGHT.plusNanos(1), "x"),
        "whole milliseconds");
    assertIllegal(
        () -> new ModalitiesFact.Suspended(Optional.of(NOTICE), Optional.of("x")), "not both");
    assertIllegal(() -> new ModalitiesFact.Resumed(Optional.empty(), Optional.empty()), "not both");
  }

  /// I3 and I13: a fact is read from its one spelling or refused with the one exception.
  @Test
  void mutatedFactsAreRefusedOrWrittenBackAlike() {
    FactFuzz.assertReadsBackAlike(
        1_500,
        facts().toList(),
        ModalitiesFact::toJson,
        (fact, json) -> ModalitiesFact.fromJson(fact.kind(), json));
  }

  private static void assertIllegal(ThrowingCallable mistake, String message) {
    assertThatThrownBy(mistake)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
