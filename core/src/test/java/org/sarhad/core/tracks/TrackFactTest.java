package org.sarhad.core.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;

/// The bodies of facts about tracks, to the letter, and what becomes one (protocol clause 20-5).
class TrackFactTest {
  static Stream<TrackFact> facts() {
    return Stream.of(Lines.crossed(), Lines.possiblyCrossed());
  }

  @ParameterizedTest
  @MethodSource("facts")
  void whatIsWrittenIsRead(TrackFact fact) throws Exception {
    Json.Obj body =
        Json.parseCanonicalObject(fact.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(TrackFact.fromJson(fact.kind(), body)).isEqualTo(fact);
  }

  @Test
  void thereIsASampleOfEveryKind() {
    Set<TrackFactKind> met = EnumSet.noneOf(TrackFactKind.class);
    facts().forEach(fact -> met.add(fact.kind()));

    assertThat(met).containsExactly(TrackFactKind.values());
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsWord(TrackFactKind kind) {
    assertThat(TrackFactKind.find(kind.kind())).contains(kind);
    assertThat(TrackFactKind.find(Kind.of("tracks.seen"))).isEmpty();
    assertThat(kind.kind().application()).isEqualTo(TrackFactKind.APPLICATION);
  }

  @Test
  void aCrossingAsItStandsInTheRecord() {
    assertThat(Lines.crossed().toJson().toString())
        .isEqualTo(
            "{\"after\":{\"at\":\"2026-03-21T04:04:00.000Z\",\"lat\":28000000,\"lon\":61025463,"
                + "\"radius_m\":80},"
                + "\"before\":{\"at\":\"2026-03-21T04:00:00.000Z\",\"lat\":28000000,"
                + "\"lon\":60969444,\"radius_m\":50},"
                + "\"from\":\"ir\",\"line_sha256\":\""
                + Lines.FILE.hex()
                + "\",\"line_uncertainty_m\":1000,\"thing\":\"vehicle\",\"to\":\"pk\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"to\":\"pk\"` | `\"to\":\"ir\"`",
        "`,\"to\":\"pk\"` | ``",
        "`\"line_uncertainty_m\":1000` | `\"line_uncertainty_m\":-1`",
        "`\"line_uncertainty_m\":1000` | `\"line_uncertainty_m\":100001`",
        "`\"radius_m\":80` | `\"radius_m\":1000001`",
        "`\"lat\":28000000` | `\"lat\":90000001`",
        "`04:04:00.000Z` | `04:00:00.000Z`",
        "`04:04:00.000Z` | `03:59:00.000Z`",
        "`vehicle` | `unit`",
        "`vehicle` | `person`",
        "`vehicle` | `walker`",
        "`vehicle` | `group`"
      })
  void whatIsNotQuiteACrossingIsRefused(String right, String wrong) {
    assertNoCrossing(right, wrong == null ? "" : wrong);
  }

  /// Whoever tries to say in it who it was, or who saw it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"name\":\"a person\",",
        "\"persons\":3,",
        "\"sensor\":\"radar-1\",",
        "\"id\":\"radar-1:7\",",
        "\"remark\":\"two men and a child\",",
        "\"label\":\"post 12\","
      })
  void thereIsNoMemberForAPersonOrASensor(String smuggled) {
    assertNoCrossing("\"from\"", smuggled + "\"from\"");
    assertNoCrossing("\"radius_m\":80", smuggled + "\"radius_m\":80");
  }

  private static void assertNoCrossing(String right, String wrong) {
    String text = Lines.crossed().toJson().toString();
    assertThat(text).contains(right);
    String body = text.replace(right, wrong);

    assertThatThrownBy(
            () ->
                TrackFact.fromJson(
                    TrackFactKind.CROSSED,
                    Json.parseCanonicalObject(Bytes.ofUtf8(body), JsonLimits.ofBytes(100_000))))
        .isInstanceOf(MalformedJsonException.class);
  }

  /// What is followed is a thing: a kind of it that could be a person has to be put here by hand.
  @Test
  void whatIsFollowedIsAThing() {
    assertThat(ThingKind.values())
        .extracting(Enum::name)
        .containsExactly("UNIT", "VEHICLE", "AIRCRAFT", "DRONE", "BOAT");
  }

  @Test
  void damagedBodiesAreRefusedOrMeanWhatTheySay() {
    FactFuzz.assertReadsBackAlike(
        6_000,
        facts().toList(),
        TrackFact::toJson,
        (original, body) -> TrackFact.fromJson(original.kind(), body));
  }

  // ---- what is told ---------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void onlyCrossingsAreTold(TrackEvent.Kind kind) {
    Optional<TrackFact> told = TrackFact.of(event(kind, ThingKind.DRONE), Lines.LINE);
    switch (kind) {
      case CROSSED -> {
        TrackFact.Crossed crossed = (TrackFact.Crossed) told.orElseThrow();
        assertThat(crossed.seen().from()).isEqualTo(Sides.PK);
        assertThat(crossed.to()).isEqualTo(Sides.IR);
        assertThat(crossed.seen().line()).isEqualTo(Lines.VERSION);
      }
      case POSSIBLY_CROSSED -> assertThat(told.orElseThrow().seen().from()).isEqualTo(Sides.PK);
      case APPROACHING, ENTERED_BAND, LEFT_BAND, JUMPED, STALE -> assertThat(told).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofAUnitNothingIsTold(TrackEvent.Kind kind) {
    assertThat(TrackFact.of(event(kind, ThingKind.UNIT), Lines.LINE)).isEmpty();
  }

  private static TrackEvent event(TrackEvent.Kind kind, ThingKind thing) {
    return new TrackEvent(
        kind,
        new TrackId("radar-1:7"),
        thing,
        Lines.fix(3_000, 10, 0),
        Lines.fix(-3_000, 10, 1),
        LineSide.RIGHT,
        Optional.empty());
  }

  /// The name that its source gave a thing is in no byte of what is told.
  @Test
  void theNameOfATrackStaysAtTheNode() {
    for (TrackEvent.Kind kind :
        List.of(TrackEvent.Kind.CROSSED, TrackEvent.Kind.POSSIBLY_CROSSED)) {
      TrackFact told = TrackFact.of(event(kind, ThingKind.DRONE), Lines.LINE).orElseThrow();
      assertThat(told.toJson().toString()).doesNotContain("radar");
    }
  }
}
