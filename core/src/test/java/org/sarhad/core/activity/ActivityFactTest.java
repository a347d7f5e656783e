package org.sarhad.core.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;

/// The bodies of facts about activities, to the letter (protocol clause 12-6).
class ActivityFactTest {
  private static final EntryId ID = new EntryId(Sides.IR_LOG, 12);
  private static final EntryId OTHER = new EntryId(Sides.PK_LOG, 3);

  static Stream<ActivityFact> facts() {
    return Stream.of(
        new ActivityFact.Given(Notices.works()),
        new ActivityFact.Given(Notices.patrol()),
        new ActivityFact.Changed(ID, Notices.patrol(), Notices.TEXT),
        new ActivityFact.Cancelled(ID, Wording.of("fa", "طوفان شن")),
        new ActivityFact.Acknowledged(ID, ID, Optional.empty(), Optional.empty()),
        new ActivityFact.Acknowledged(
            ID, OTHER, Optional.of(OTHER), Optional.of(Wording.of("ur", "ہم مغرب میں رہیں گے"))),
        new ActivityFact.Commented(ID, Notices.TEXT));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void whatIsWrittenIsRead(ActivityFact fact) throws Exception {
    Json.Obj body =
        Json.parseCanonicalObject(fact.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(ActivityFact.fromJson(fact.kind(), body)).isEqualTo(fact);
  }

  @Test
  void thereIsASampleOfEveryKind() {
    Set<ActivityFactKind> met = EnumSet.noneOf(ActivityFactKind.class);
    facts().forEach(fact -> met.add(fact.kind()));

    assertThat(met).containsExactly(ActivityFactKind.values());
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsWord(ActivityFactKind kind) {
    assertThat(ActivityFactKind.find(kind.kind())).contains(kind);
    assertThat(ActivityFactKind.find(Kind.of("activity.permitted"))).isEmpty();
    assertThat(kind.kind().application()).isEqualTo(ActivityFactKind.APPLICATION);
  }

  @Test
  void aBodyAsItStandsInTheRecord() {
    assertThat(new ActivityFact.Given(Notices.works()).toJson().toString())
        .isEqualTo(
            "{\"area\":{\"lat\":29014800,\"lon\":61449600,\"radius_m\":500},"
                + "\"contact\":\"watch_officer\",\"from\":\"2019-04-22T10:00:00.123Z\","
                + "\"kind\":\"works\",\"means\":[{\"count\":2,\"what\":{\"en\":\"excavators\"}}],"
                + "\"place\":{\"fa\":\"کنار دروازهٔ میرجاوه\"},\"reach\":{\"en\":\"channel 7\"},"
                + "\"until\":\"2019-04-22T14:00:00.123Z\",\"what\":{\"en\":\"The fence is"
                + " mended\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"kind\":\"works\"` | `\"kind\":\"war\"`",
        "`\"contact\":\"watch_officer\"` | `\"contact\":\"x\"`",
        "`\"count\":2` | `\"count\":0`",
        "`\"count\":2` | `\"count\":10001`",
        "`\"radius_m\":500` | `\"radius_m\":200001`",
        "`\"radius_m\":500` | `\"radius_m\":500,\"ring\":[0,0,0,1,1,1]`",
        "`\"lat\":29014800,\"lon\":61449600,\"radius_m\":500` | `\"ring\":[0,0,0,1]`",
        "`\"lat\":29014800,\"lon\":61449600,\"radius_m\":500` | `\"ring\":[0,0,0,9,9,0,9,9]`",
        "`T14:00:00.123Z` | `T10:00:00.123Z`",
        "`2019-04-22T14:00:00.123Z` | `2020-04-22T14:00:00.123Z`",
        "`\"until\"` | `\"who\":\"x\",\"until\"`"
      })
  void whatIsNotQuiteItIsRefused(String right, String wrong) {
    String text = new ActivityFact.Given(Notices.works()).toJson().toString();
    assertThat(text).contains(right);
    String body = text.replace(right, wrong);

    assertThatThrownBy(
            () ->
                ActivityFact.fromJson(
                    ActivityFactKind.GIVEN,
                    Json.parseCanonicalObject(Bytes.ofUtf8(body), JsonLimits.ofBytes(100_000))))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void whatIsTooLongIsRefused() {
    Wording long2001 = Wording.of("en", "x".repeat(2_001));
    Notice works = Notices.works();

    assertThatThrownBy(() -> new ActivityFact.Cancelled(ID, long2001))
        .hasMessageContaining("reason has 2001 characters");
    assertThatThrownBy(
            () ->
                new Notice(
                    works.kind(),
                    works.what(),
                    works.place(),
                    works.area(),
                    works.window(),
                    Collections.nCopies(17, new Means(1, Notices.TEXT)),
                    Role.CHIEF,
                    Optional.empty()))
        .hasMessageContaining("17 in means");
    assertThatThrownBy(() -> new Window(Notices.TEN, Notices.TEN))
        .hasMessageContaining("expected a later end");
    assertThatThrownBy(
            () -> new Window(Notices.TEN, Notices.TEN.plus(Duration.ofDays(366).plusMillis(1))))
        .hasMessageContaining("within 366 days");
  }

  @Test
  void damagedBodiesAreRefusedOrMeanWhatTheySay() {
    FactFuzz.assertReadsBackAlike(
        2_000,
        facts().toList(),
        ActivityFact::toJson,
        (original, body) -> ActivityFact.fromJson(original.kind(), body));
  }

  @Test
  void windowsHaveTimeInCommonOrNone() {
    Window one = new Window(Notices.TEN, Notices.TEN.plusSeconds(60));
    Window next = new Window(Notices.TEN.plusSeconds(60), Notices.TEN.plusSeconds(90));
    Window late = new Window(Notices.TEN.plusSeconds(59), Notices.TEN.plusSeconds(90));

    assertThat(one.and(next)).isEmpty();
    assertThat(one.and(late))
        .contains(new Window(Notices.TEN.plusSeconds(59), Notices.TEN.plusSeconds(60)));
    assertThat(late.and(one)).isEqualTo(one.and(late));
    assertThat(List.of(one.contains(Notices.TEN), one.contains(one.until())))
        .containsExactly(true, false);
    assertThat(one.isOver(one.until())).isTrue();
  }
}
