package org.sarhad.core.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.record.RecordRules;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;

/// How crossings stand in the record: terms and facts, each in its one spelling (protocol clauses
/// 11-2.1, 11-3.1).
class CrossingBodiesTest {
  private static final EntryId ID = new EntryId(Sides.PK_LOG, 12);

  static Stream<CrossingFact> facts() {
    return Stream.of(
        new CrossingFact.Entered(ID, CrossingScene.FIRST, Sides.EIGHT),
        new CrossingFact.Left(CrossingScene.FIRST, Sides.EIGHT),
        CrossingScene.stop(ID),
        CrossingScene.stop(CrossingScene.FIRST, CrossingScene.SECOND),
        CrossingScene.stop(ID, CrossingScene.SECOND),
        new CrossingFact.StopConfirmed(ID, CrossingScene.FIRST, Sides.EIGHT),
        new CrossingFact.ChargeTaken(ID),
        CrossingScene.over(ID),
        new CrossingFact.Ended(ID, CrossingFact.End.EARLY),
        CrossingScene.reported(ID),
        new CrossingFact.Reported(
            ID, CrossingScene.WORDS, Optional.of(Wording.of("fa", "جاده بسته بود"))),
        new CrossingFact.ReportOverdue(ID),
        CrossingScene.lane(Sides.EIGHT, CrossingScene.FIRST, CrossingScene.SECOND));
  }

  static Stream<CrossingTerms> terms() {
    CrossingTerms plain = CrossingScene.terms();
    return Stream.of(
        plain,
        new CrossingTerms(
            new IncidentName("EX-IR-7"),
            Sides.IR,
            Sides.PK,
            Ordered.set(CrossingScene.THEIRS),
            CrossingScene.AREA,
            Sides.EIGHT,
            Sides.EIGHT.plusSeconds(1),
            Wording.of("ur", "تلاش").and("en", "Search"),
            CrossingScene.IN_CHARGE,
            Optional.of(Wording.of("en", "By day, with an escort")),
            Ordered.set("fa")));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void whatIsWrittenIsRead(CrossingFact fact) throws Exception {
    Json.Obj body =
        Json.parseCanonicalObject(fact.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(CrossingFact.fromJson(fact.kind(), body)).isEqualTo(fact);
  }

  @ParameterizedTest
  @MethodSource("terms")
  void termsAreReadAsTheyWereWritten(CrossingTerms terms) throws Exception {
    Json.Obj body =
        Json.parseCanonicalObject(terms.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(CrossingTerms.fromJson(body)).isEqualTo(terms);
  }

  @Test
  void thereIsASampleOfEveryKind() {
    Set<CrossingFactKind> met = EnumSet.noneOf(CrossingFactKind.class);
    facts().forEach(fact -> met.add(fact.kind()));

    assertThat(met).containsExactly(CrossingFactKind.values());
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsWord(CrossingFactKind kind) {
    assertThat(CrossingFactKind.find(kind.kind())).contains(kind);
    assertThat(CrossingFactKind.find(Kind.of("crossing.forgotten"))).isEmpty();
    assertThat(kind.kind().application()).isEqualTo("crossing");
    assertThat(RecordRules.isKept(kind.kind()))
        .as("nobody forgets a STOP")
        .isEqualTo(kind != CrossingFactKind.REPORTED);
  }

  @Test
  void aStopAsItStandsInTheRecord() {
    assertThat(CrossingScene.stop(ID, CrossingScene.FIRST).toJson().toString())
        .isEqualTo(
            "{\"crossing\":\"pk.sarhad.example/joint#12\",\"reason\":{\"en\":\"Stop\"},"
                + "\"units\":[\"U-PK-1\"]}");
  }

  @Test
  void termsAsTheyStandInTheRecord() {
    assertThat(CrossingScene.terms().toJson().toString())
        .isEqualTo(
            "{\"area\":[29500000,61400000,29500000,61440000,29540000,61440000,29540000,61400000],"
                + "\"from\":\"2019-04-22T08:01:00.123Z\",\"host\":\"ir\","
                + "\"in_charge\":\"ir.sarhad.example/officer/c0\",\"incident\":\"INC-PK-1\","
                + "\"languages\":[\"en\",\"ur\"],"
                + "\"purpose\":{\"en\":\"Search along the road\"},\"units\":[\"U-PK-1\"],"
                + "\"until\":\"2019-04-22T09:31:00.123Z\",\"visitor\":\"pk\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ENTERED | {'at':'2019-04-22T08:00:00.123Z','crossing':'E','unit':'U-pk-1'}",
        "ENTERED | {'at':'2019-04-22T08:00:00.123Z','crossing':'E'}",
        "ENTERED | {'at':'2019-04-22','crossing':'E','unit':'U-PK-1'}",
        "LEFT | {'at':'2019-04-22T08:00:00.123Z','crossing':'E','unit':'U-PK-1'}",
        "LEFT | {'at':'2019-04-22T08:00:00.123Z','unit':'U-PK-01'}",
        "STOPPED | {'units':[]}",
        "STOPPED | {'crossing':'E'}",
        "STOPPED | {'crossing':'E','units':['U-PK-2','U-PK-1']}",
        "STOPPED | {'crossing':'E','lifted':true,'units':[]}",
        "STOP_CONFIRMED | {'at':'2019-04-22T08:00:00.123Z','stop':'E'}",
        "CHARGE_TAKEN | {'crossing':'E','officer':'x'}",
        "ENDED | {'crossing':'E','why':'expired'}",
        "REPORTED | {'crossing':'E'}",
        "REPORTED | {'crossing':'E','done':'all'}",
        "REPORT_OVERDUE | {}",
        "FAST_LANE_USED |"
            + " {'host':'ir','incident':'INC-PK-1','purpose':{'en':'x'},'units':[],'until':'2019-04-22T08:00:00.123Z'}",
        "FAST_LANE_USED |"
            + " {'host':'ir','incident':'INC-PK-1','purpose':{'en':'x'},'units':[{'service':'police','unit':'U-PK-1'}],'until':'2019-04-22T08:00:00.123Z'}",
        "FAST_LANE_USED |"
            + " {'host':'ir','incident':'INC-1','purpose':{'en':'x'},'units':[{'service':'fire','unit':'U-PK-1'}],'until':'2019-04-22T08:00:00.123Z'}"
      })
  void whatIsNotQuiteItIsRefused(CrossingFactKind kind, String body) throws Exception {
    String text = body.replace('\'', '"').replace("\"E\"", "\"pk.sarhad.example/joint#12\"");
    Json.Obj json = Json.parseCanonicalObject(Bytes.ofUtf8(text), JsonLimits.ofBytes(10_000));

    assertThatThrownBy(() -> CrossingFact.fromJson(kind, json))
        .isInstanceOf(MalformedJsonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"area", "from", "host", "in_charge", "incident", "languages", "units"})
  void termsLackNothing(String member) {
    assertThatThrownBy(() -> CrossingTerms.fromJson(CrossingScene.terms().toJson().without(member)))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void aWindowHasALength() {
    assertThatThrownBy(() -> CrossingScene.terms(Sides.EIGHT, Sides.EIGHT, CrossingScene.FIRST))
        .hasMessageContaining("an end after the beginning");
    assertThat(CrossingScene.terms().length()).isEqualTo(Duration.ofMinutes(90));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "U-PK", "U-PK-0", "U-PK-01", "U-pk-1", "T-PK-1", "U-PK-1000000"})
  void aUnitHasOneSpelling(String text) {
    assertThatThrownBy(() -> UnitName.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesSayWhoseTheyAre() {
    assertThat(UnitName.parse("U-PK-17"))
        .isEqualTo(new UnitName(Sides.PK, 17))
        .hasToString("U-PK-17");
    assertThat(new IncidentName("EX-PK-1").isExercise()).isTrue();
    assertThat(new IncidentName("INC-PK-1").isExercise()).isFalse();
  }

  @Test
  void damagedFactsAreRefusedOrMeanWhatTheySay() {
    FactFuzz.assertReadsBackAlike(
        1_500,
        facts().toList(),
        CrossingFact::toJson,
        (original, body) -> CrossingFact.fromJson(original.kind(), body));
  }

  @Test
  void damagedTermsAreRefusedOrMeanWhatTheySay() {
    FactFuzz.assertReadsBackAlike(
        1_500,
        List.copyOf(terms().toList()),
        CrossingTerms::toJson,
        (_, body) -> CrossingTerms.fromJson(body));
  }
}
