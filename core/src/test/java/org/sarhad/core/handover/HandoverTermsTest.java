package org.sarhad.core.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.handover.HandoverScene.BRIEFING;
import static org.sarhad.core.handover.HandoverScene.INCIDENT;
import static org.sarhad.core.handover.HandoverScene.IR;
import static org.sarhad.core.handover.HandoverScene.PK;
import static org.sarhad.core.handover.HandoverScene.REASONS;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;

/// The terms of a handover, to the letter (protocol clauses 12-2, 12-3).
class HandoverTermsTest {
  private static final EntryId BASIS = new EntryId(Sides.IR_LOG, 12);

  static Stream<HandoverTerms> samples() {
    return Stream.of(
        HandoverScene.terms(Part.WHOLE, PK, IR, Optional.empty()),
        HandoverScene.terms(Part.of(Part.Kind.MEDICAL), IR, PK, Optional.of(BASIS)),
        new HandoverTerms(
            IncidentName.of("EX-IR-1"),
            Part.other("mine clearance"),
            IR,
            PK,
            Optional.empty(),
            Wording.of("fa", "رد به آن سو می‌رود").and("en", "The track leads over"),
            Briefing.NONE));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsWrittenIsRead(HandoverTerms terms) throws Exception {
    Json.Obj body =
        Json.parseCanonicalObject(terms.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(HandoverTerms.fromJson(body)).isEqualTo(terms);
  }

  @Test
  void termsAsTheyStandInTheRecord() {
    HandoverTerms terms =
        new HandoverTerms(
            INCIDENT,
            Part.of(Part.Kind.SEARCH),
            PK,
            IR,
            Optional.of(BASIS),
            REASONS,
            new Briefing(
                Ordered.set("T-PK-9"),
                Ordered.set(),
                Ordered.set(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));

    assertThat(terms.toJson().toString())
        .isEqualTo(
            "{\"basis\":\"ir.sarhad.example/joint#12\",\"briefing\":{\"requests\":[],"
                + "\"tasks\":[\"T-PK-9\"],\"units\":[]},\"from\":\"pk\",\"incident\":\"INC-PK-3\","
                + "\"part\":{\"kind\":\"search\"},\"reasons\":{\"en\":\"The track leads over the"
                + " line\"},\"to\":\"ir\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"kind\":\"search\"` | `\"kind\":\"other\"`",
        "`\"kind\":\"search\"` | `\"kind\":\"search\",\"name\":\"dogs\"`",
        "`\"kind\":\"search\"` | `\"kind\":\"SEARCH\"`",
        "`\"kind\":\"search\"` | `\"kind\":\"other\",\"name\":\"\"`",
        "`\"to\":\"ir\"` | `\"to\":\"IR\"`",
        "`\"to\":\"ir\"` | `\"to\":\"ir\",\"whom\":\"x\"`",
        "`INC-PK-3` | `INC-PK-03`",
        "`INC-PK-3` | `INC-pk-3`",
        "`INC-PK-3` | `M-PK-3`",
        "`\"T-PK-9\"` | `\"U-PK-9\"`",
        "`\"T-PK-9\"` | `\"T-PK-9\",\"T-PK-9\"`",
        "`\"T-PK-9\"` | `\"T-PK-0\"`",
        "`\"U-PK-4\",\"U-PK-5\"` | `\"U-PK-5\",\"U-PK-4\"`",
        "`\"radius_m\":100` | `\"radius_m\":-1`",
        "`\"en\":\"The track leads over the line\"` | ``"
      })
  void whatIsNotQuiteItIsRefused(String right, String wrong) throws Exception {
    String body =
        HandoverScene.terms(Part.of(Part.Kind.SEARCH), PK, IR, Optional.empty())
            .toJson()
            .toString();
    assertThat(body).contains(right);
    Json.Obj json =
        Json.parseCanonicalObject(
            Bytes.ofUtf8(body.replace(right, wrong)), JsonLimits.ofBytes(100_000));

    assertThatThrownBy(() -> HandoverTerms.fromJson(json))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void whatIsTooLongIsRefused() {
    TreeSet<String> names = new TreeSet<>();
    IntStream.rangeClosed(1, 65).forEach(i -> names.add("U-PK-" + i));
    Wording long2001 = Wording.of("en", "x".repeat(2_001));

    assertThatThrownBy(
            () ->
                new HandoverTerms(
                    INCIDENT, Part.WHOLE, PK, IR, Optional.empty(), long2001, BRIEFING))
        .hasMessageContaining("reasons has 2001 characters");
    assertThatThrownBy(
            () ->
                new Briefing(
                    Ordered.set(),
                    Ordered.set(),
                    names,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
        .hasMessageContaining("65 in units");
    assertThatThrownBy(() -> Part.other("x".repeat(81))).hasMessageContaining("name of a part");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INC-PK-1", "EX-PK-999999", "INC-P-K-7"})
  void theOpenerIsInTheName(String name) {
    String party = name.substring(name.indexOf('-') + 1, name.lastIndexOf('-'));

    assertThat(IncidentName.of(name).owner()).isEqualTo(PartyId.of(party.toLowerCase(Locale.ROOT)));
    assertThat(IncidentName.of(name)).hasToString(name);
  }

  @ParameterizedTest
  @EnumSource
  void aPartIsTheWholeOrHasAName(Part.Kind kind) {
    Part part = kind == Part.Kind.OTHER ? Part.other("dogs") : Part.of(kind);

    assertThat(part.isWhole()).isEqualTo(kind == Part.Kind.WHOLE);
    assertThat(part.toString())
        .isEqualTo(kind == Part.Kind.OTHER ? "other: dogs" : part.toString());
    assertThat(Part.other("a").compareTo(Part.other("b"))).isNegative();
    assertThat(Part.WHOLE.compareTo(part)).isNotPositive();
  }

  @Test
  void damagedTermsAreRefusedOrMeanWhatTheySay() {
    FactFuzz.assertReadsBackAlike(
        1_500,
        samples().toList(),
        HandoverTerms::toJson,
        (_, body) -> HandoverTerms.fromJson(body));
  }

  @Test
  void aNameOfNoSideIsNoName() {
    for (String name : List.of("INC--1", "INC-PK-", "INC-PK-1000000", "INC-PK_1-1", "")) {
      assertThatThrownBy(() -> IncidentName.of(name))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
