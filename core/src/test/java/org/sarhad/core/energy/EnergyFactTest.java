package org.sarhad.core.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;

/// The bodies of facts about energy and the terms of a line, to the letter (protocol clause 18-4).
class EnergyFactTest {
  private static final EntryId ID = new EntryId(Sides.IR_LOG, 12);
  private static final LineTerms TERMS =
      new LineTerms(
          "jakigur-mand",
          ID,
          Metering.ENDS,
          15,
          EnergyScene.BANDS,
          1_000,
          Optional.of(new InKind(new Quantity(3, UnitCode.KWH), new Quantity(1, UnitCode.MTQ))));

  static Stream<EnergyFact> facts() {
    return Stream.of(
        EnergyScene.schedule(ID, EnergyScene.DAY, 1, 5),
        EnergyScene.schedule(ID, EnergyScene.DAY, 64, Quarters.MOST),
        EnergyScene.metered(ID, EnergyScene.DAY, 1, EnergyScene.reading("A-1", 7, 5)),
        EnergyScene.metered(ID, EnergyScene.DAY, 2, EnergyScene.gappy("A-1", 7, 5, 3, 4)));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void whatIsWrittenIsRead(EnergyFact fact) throws Exception {
    Json.Obj body =
        Json.parseCanonicalObject(fact.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(EnergyFact.fromJson(fact.kind(), body)).isEqualTo(fact);
    assertThat(fact.toJson().canonical().size()).isLessThan(Bodies.BYTES_MAX / 10);
  }

  @Test
  void thereIsASampleOfEveryKind() {
    Set<EnergyFactKind> met = EnumSet.noneOf(EnergyFactKind.class);
    facts().forEach(fact -> met.add(fact.kind()));

    assertThat(met).containsExactly(EnergyFactKind.values());
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsWord(EnergyFactKind kind) {
    assertThat(EnergyFactKind.find(kind.kind())).contains(kind);
    assertThat(EnergyFactKind.find(Kind.of("energy.bill"))).isEmpty();
    assertThat(kind.kind().application()).isEqualTo(EnergyFactKind.APPLICATION);
  }

  @Test
  void aBodyAsItStandsInTheRecord() {
    String fives = String.join(",", Collections.nCopies(96, "5"));
    assertThat(
            EnergyScene.metered(ID, EnergyScene.DAY, 1, EnergyScene.reading("A-1", 7, 5)).toJson())
        .hasToString(
            "{\"day\":\"2019-04-21\",\"from\":7,\"line\":\"ir.sarhad.example/joint#12\","
                + "\"quality\":\""
                + "m".repeat(96)
                + "\",\"quarters\":["
                + fives
                + "],\"serial\":\"A-1\",\"to\":487,\"version\":1}");
    assertThat(TERMS.toJson())
        .hasToString(
            "{\"bands\":[{\"from\":0,\"name\":\"low\"},{\"from\":28,\"name\":\"high\"},"
                + "{\"from\":92,\"name\":\"low\"}],\"contract\":\"ir.sarhad.example/joint#12\","
                + "\"loss\":15,\"metering\":\"ends\",\"minimum\":1000,\"name\":\"jakigur-mand\","
                + "\"returned\":{\"due\":{\"amount\":1,\"unit\":\"MTQ\"},"
                + "\"per\":{\"amount\":3,\"unit\":\"KWH\"}}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"day\":\"2019-04-21\"` | `\"day\":\"2019-4-21\"`",
        "`\"day\":\"2019-04-21\"` | `\"day\":\"1899-12-31\"`",
        "`\"day\":\"2019-04-21\"` | `\"day\":\"2019-02-30\"`",
        "`\"from\":7` | `\"from\":-1`",
        "`\"quality\":\"mmm` | `\"quality\":\"mxm`",
        "`\"quality\":\"mmm` | `\"quality\":\"mm`",
        "`\"quality\":\"mmm` | `\"quality\":\"m-m`",
        "`\"quarters\":[5,` | `\"quarters\":[`",
        "`\"quarters\":[5,` | `\"quarters\":[-5,`",
        "`\"quarters\":[5,` | `\"quarters\":[1000000000001,`",
        "`\"serial\":\"A-1\"` | `\"serial\":\"\"`",
        "`\"version\":1` | `\"version\":0`",
        "`\"version\":1` | `\"version\":65`",
        "`\"version\":1` | `\"version\":1,\"x\":1`"
      })
  void whatIsNotQuiteItIsRefused(String right, String wrong) {
    EnergyFact fact = EnergyScene.metered(ID, EnergyScene.DAY, 1, EnergyScene.reading("A-1", 7, 5));
    String text = fact.toJson().toString();
    assertThat(text).contains(right);

    assertThatThrownBy(
            () -> EnergyFact.fromJson(EnergyFactKind.METER, parse(text.replace(right, wrong))))
        .isInstanceOf(MalformedJsonException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{\"from\":0,\"name\":\"low\"},` | ``",
        "`\"from\":28` | `\"from\":96`",
        "`\"from\":28` | `\"from\":93`",
        "`\"name\":\"high\"` | `\"name\":\"a name that is too long\"`",
        "`\"loss\":15` | `\"loss\":201`",
        "`\"metering\":\"ends\"` | `\"metering\":\"point\"`",
        "`\"metering\":\"ends\"` | `\"metering\":\"middle\"`",
        "`\"minimum\":1000` | `\"minimum\":-1`",
        "`\"name\":\"jakigur-mand\"` | `\"name\":\"\"`",
        "`\"amount\":3` | `\"amount\":0`",
        "`\"unit\":\"KWH\"` | `\"unit\":\"TNE\"`"
      })
  void termsThatAreNotQuiteItAreRefused(String right, String wrong) throws Exception {
    String text = TERMS.toJson().toString();
    assertThat(text).contains(right);
    assertThat(LineTerms.fromJson(parse(text))).isEqualTo(TERMS);

    assertThatThrownBy(() -> LineTerms.fromJson(parse(text.replace(right, wrong))))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void damagedBodiesAreRefusedOrMeanWhatTheySay() {
    FactFuzz.assertReadsBackAlike(
        4_000,
        facts().toList(),
        EnergyFact::toJson,
        (original, body) -> EnergyFact.fromJson(original.kind(), body));
  }

  @Test
  void damagedTermsAreRefusedOrMeanWhatTheySay() {
    FactFuzz.assertReadsBackAlike(
        4_000, List.of(TERMS), LineTerms::toJson, (_, body) -> LineTerms.fromJson(body));
  }

  private static Json.Obj parse(String text) throws MalformedJsonException {
    return Json.parseCanonicalObject(Bytes.ofUtf8(text), JsonLimits.ofBytes(100_000));
  }
}
