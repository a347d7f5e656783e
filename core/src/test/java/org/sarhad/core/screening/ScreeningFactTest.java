package org.sarhad.core.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
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
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;

/// The bodies of facts about screening, to the letter (protocol clause 16-2).
class ScreeningFactTest {
  private static final EntryId ID = new EntryId(Sides.IR_LOG, 12);
  private static final Grounds GROUNDS = Lists.grounds(Lists.state("un", "a"));

  static Stream<ScreeningFact> facts() {
    return Stream.of(
        new ScreeningFact.ListTaken(Lists.state("ir-national", "b")),
        new ScreeningFact.ListEnded(ListSource.of("eu"), Lists.WHY),
        new ScreeningFact.Held(Lists.RICE, GROUNDS),
        new ScreeningFact.Held(SubjectId.of("شرکت مکران"), GROUNDS),
        Lists.proposed(Status.CLEAR, GROUNDS),
        new ScreeningFact.Proposed(Lists.RICE, Status.RELEASED, GROUNDS, Optional.of(ID)),
        new ScreeningFact.Confirmed(ID),
        Lists.licence(),
        Lists.drawn(ID, "100630", 12),
        new ScreeningFact.BasisReturned(ID, Lists.WHY),
        new ScreeningFact.BasisEnded(ID, Lists.WHY));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void whatIsWrittenIsRead(ScreeningFact fact) throws Exception {
    Json.Obj body =
        Json.parseCanonicalObject(fact.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(ScreeningFact.fromJson(fact.kind(), body)).isEqualTo(fact);
  }

  @Test
  void thereIsASampleOfEveryKind() {
    Set<ScreeningFactKind> met = EnumSet.noneOf(ScreeningFactKind.class);
    facts().forEach(fact -> met.add(fact.kind()));

    assertThat(met).containsExactly(ScreeningFactKind.values());
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsWord(ScreeningFactKind kind) {
    assertThat(ScreeningFactKind.find(kind.kind())).contains(kind);
    assertThat(ScreeningFactKind.find(Kind.of("screening.guessed"))).isEmpty();
    assertThat(kind.kind().application()).isEqualTo(ScreeningFactKind.APPLICATION);
  }

  /// All that the other side is told: a name that it knows, a status, and by what it was decided.
  @Test
  void aBodyAsItStandsInTheRecord() {
    assertThat(Lists.proposed(Status.CLEAR, GROUNDS).toJson())
        .hasToString(
            ("{\"grounds\":{\"edition\":1,\"lists\":{\"un\":\"%s\"},\"threshold\":800},"
                    + "\"status\":\"clear\",\"subject\":\"PK-0007 Makran Rice\"}")
                .formatted(Lists.hash("a").hex()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "LIST_TAKEN | {'list':{'dated':'20-4-2019','entities':3,'sha256':'H','source':'un'}}",
        "LIST_TAKEN | {'list':{'dated':'2019-04-20','entities':-1,'sha256':'H','source':'un'}}",
        "LIST_TAKEN | {'list':{'dated':'1019-04-20','entities':3,'sha256':'H','source':'un'}}",
        "LIST_TAKEN | {'list':{'dated':'2019-04-20','entities':3,'sha256':'H','source':'UN'}}",
        "LIST_ENDED | {'source':'eu'}",
        "HELD | {'grounds':G}",
        "HELD | {'grounds':G,'subject':'Mаkran'}",
        "HELD | {'grounds':{'edition':1,'lists':{},'threshold':800},'subject':'x'}",
        "HELD | {'grounds':{'edition':1,'lists':{'un':'H'},'threshold':1001},'subject':'x'}",
        "HELD | {'grounds':G,'hits':['Hamun Star'],'subject':'x'}",
        "PROPOSED | {'grounds':G,'status':'held','subject':'x'}",
        "PROPOSED | {'basis':'E','grounds':G,'status':'clear','subject':'x'}",
        "PROPOSED | {'grounds':G,'status':'fine','subject':'x'}",
        "CONFIRMED | {}",
        "BASIS_RECORDED | {'from':'T','quota':Q,'subject':'x','title':W,'until':'T'}",
        "BASIS_DRAWN | {'amount':0,'basis':'E','by':'E','commodity':'10'}",
        "BASIS_DRAWN | {'amount':1,'basis':'E','by':'E','commodity':'rice'}",
        "BASIS_RETURNED | {'draw':'E'}",
        "BASIS_ENDED | {'basis':'E','reason':'x'}"
      })
  void whatIsNotQuiteItIsRefused(ScreeningFactKind kind, String body) throws Exception {
    String text =
        body.replace("G", "{'edition':1,'lists':{'un':'H'},'threshold':800}")
            .replace("Q", "{'amount':1,'commodities':['10'],'unit':'TNE'}")
            .replace("W", "{'en':'x'}")
            .replace("'T'", "'2019-04-22T08:00:00.123Z'")
            .replace("'H'", "'" + "0".repeat(64) + "'")
            .replace("'E'", "'ir.sarhad.example/joint#12'")
            .replace('\'', '"');
    Json.Obj json = Json.parseCanonicalObject(Bytes.ofUtf8(text), JsonLimits.ofBytes(10_000));

    assertThatThrownBy(() -> ScreeningFact.fromJson(kind, json))
        .isInstanceOf(MalformedJsonException.class);
  }

  /// The table above is refused for what is wrong in it, and not for the rest.
  @Test
  void theRestOfThoseBodiesIsRight() throws Exception {
    String held =
        "{\"grounds\":{\"edition\":1,\"lists\":{\"un\":\"%s\"},\"threshold\":800},\"subject\":\"x\"}"
            .formatted("0".repeat(64));
    Json.Obj json = Json.parseCanonicalObject(Bytes.ofUtf8(held), JsonLimits.ofBytes(10_000));

    assertThat(ScreeningFact.fromJson(ScreeningFactKind.HELD, json).toJson()).isEqualTo(json);
  }

  @Test
  void damagedBodiesAreRefusedOrReadAlike() {
    FactFuzz.assertReadsBackAlike(
        4_000,
        facts().toList(),
        ScreeningFact::toJson,
        (original, body) -> ScreeningFact.fromJson(original.kind(), body));
  }

  @ParameterizedTest
  @CsvSource({"100630,true", "1006,true", "31,true", "3102,true", "10,false", "2709,false"})
  void aQuotaCoversItsCodesAndTheirParts(String commodity, boolean isCovered) {
    assertThat(Lists.quota().covers(commodity)).isEqualTo(isCovered);
  }
}
