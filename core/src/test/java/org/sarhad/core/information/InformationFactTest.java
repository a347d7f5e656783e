package org.sarhad.core.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/// The bodies of facts about requests of information, to the letter (protocol clause 13-2).
class InformationFactTest {
  private static final EntryId ID = new EntryId(Sides.IR_LOG, 12);
  private static final EntryId OTHER = new EntryId(Sides.PK_LOG, 3);

  static Stream<InformationFact> facts() {
    return Stream.of(
        Requests.ordinary(Sides.PK),
        Requests.urgent(Sides.IR),
        new InformationFact.Asked(
            Sides.PK,
            Urgency.ORDINARY,
            Optional.empty(),
            Requests.TEXT,
            Requests.TEXT,
            Requests.TEXT,
            Ordered.set(ID, OTHER)),
        Requests.received(ID),
        Requests.indirect(ID),
        Requests.askedBack(ID),
        Requests.explained(ID, OTHER),
        Requests.answered(ID),
        Requests.answered(ID, Reply.REFUSED, Optional.of(Ground.OF_A_THIRD_PARTY)),
        new InformationFact.Answered(
            ID,
            Reply.PARTIAL,
            Optional.of(Ground.ONGOING_INQUIRY),
            Requests.TEXT,
            Ordered.set(OTHER)),
        new InformationFact.Deferred(ID, Sides.EIGHT, Optional.empty()),
        new InformationFact.Deferred(ID, Sides.EIGHT, Optional.of(Requests.TEXT)),
        Requests.withdrawn(ID));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void whatIsWrittenIsRead(InformationFact fact) throws Exception {
    Json.Obj body =
        Json.parseCanonicalObject(fact.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(InformationFact.fromJson(fact.kind(), body)).isEqualTo(fact);
  }

  @Test
  void thereIsASampleOfEveryKind() {
    Set<InformationFactKind> met = EnumSet.noneOf(InformationFactKind.class);
    facts().forEach(fact -> met.add(fact.kind()));

    assertThat(met).containsExactly(InformationFactKind.values());
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsWord(InformationFactKind kind) {
    assertThat(InformationFactKind.find(kind.kind())).contains(kind);
    assertThat(InformationFactKind.find(Kind.of("information.guessed"))).isEmpty();
    assertThat(kind.kind().application()).isEqualTo(InformationFactKind.APPLICATION);
  }

  @Test
  void aBodyAsItStandsInTheRecord() {
    assertThat(Requests.urgent(Sides.PK).toJson().toString())
        .isEqualTo(
            "{\"about\":[],\"because\":{\"en\":\"It is on the road now\"},\"purpose\":{\"en\":\"Where"
                + " did the lorry load its goods?\"},\"subject\":{\"en\":\"Where did the lorry load"
                + " its goods?\"},\"text\":{\"en\":\"Where did the lorry load its"
                + " goods?\"},\"to\":\"pk\",\"urgency\":\"urgent\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ASKED | {'about':[],'purpose':W,'subject':W,'text':W,'to':'PK','urgency':'urgent'}",
        "ASKED | {'about':[],'purpose':W,'subject':W,'text':W,'to':'pk','urgency':'at once'}",
        "ASKED | {'about':[],'purpose':W,'subject':W,'text':W,'urgency':'ordinary'}",
        "RECEIVED | {'access':'perhaps','request':'E'}",
        "RECEIVED | {}",
        "CLARIFICATION_ASKED | {'request':'E'}",
        "CLARIFICATION_GIVEN | {'request':'E','text':W}",
        "ANSWERED | {'evidence':[],'reply':'refused','request':'E','text':W}",
        "ANSWERED | {'evidence':[],'ground':'safety','reply':'full','request':'E','text':W}",
        "ANSWERED | {'evidence':[],'ground':'mood','reply':'refused','request':'E','text':W}",
        "ANSWERED | {'evidence':['E','E'],'reply':'full','request':'E','text':W}",
        "DEFERRED | {'request':'E','until':'tomorrow'}",
        "WITHDRAWN | {'request':'E'}"
      })
  void whatIsNotQuiteItIsRefused(InformationFactKind kind, String body) throws Exception {
    String text =
        body.replace("W", "{\"en\":\"x\"}")
            .replace('\'', '"')
            .replace("\"E\"", "\"ir.sarhad.example/joint#12\"");
    Json.Obj json = Json.parseCanonicalObject(Bytes.ofUtf8(text), JsonLimits.ofBytes(10_000));

    assertThatThrownBy(() -> InformationFact.fromJson(kind, json))
        .isInstanceOf(MalformedJsonException.class);
  }

  /// docs/anti-features.md: no files on persons. Whoever sends a name in a member of its own has
  /// sent no request.
  @Test
  void thereIsNoMemberForAPerson() throws Exception {
    for (String member : List.of("person", "name", "passport", "born", "photo", "subject_id")) {
      String body = Requests.ordinary(Sides.PK).toJson().toString();
      Json.Obj read = Json.parseCanonicalObject(Bytes.ofUtf8(body), JsonLimits.ofBytes(10_000));
      var more = Json.obj().put(member, "x");
      for (String name : read.names()) {
        more.put(name, read.get(name));
      }

      assertThatThrownBy(() -> InformationFact.fromJson(InformationFactKind.ASKED, more.build()))
          .as(member)
          .isInstanceOf(MalformedJsonException.class);
    }
  }

  @Test
  void whatIsTooLongIsRefused() {
    TreeSet<EntryId> evidence = new TreeSet<>();
    IntStream.range(0, 17).forEach(i -> evidence.add(new EntryId(Sides.IR_LOG, i)));
    Wording long2001 = Wording.of("en", "x".repeat(2_001));

    assertThatThrownBy(() -> new InformationFact.Withdrawn(ID, long2001))
        .hasMessageContaining("reason has 2001 characters");
    assertThatThrownBy(
            () ->
                new InformationFact.Answered(
                    ID, Reply.FULL, Optional.empty(), Requests.TEXT, evidence))
        .hasMessageContaining("17 in evidence");
  }

  @Test
  void damagedBodiesAreRefusedOrMeanWhatTheySay() {
    FactFuzz.assertReadsBackAlike(
        2_000,
        facts().toList(),
        InformationFact::toJson,
        (original, body) -> InformationFact.fromJson(original.kind(), body));
  }
}
