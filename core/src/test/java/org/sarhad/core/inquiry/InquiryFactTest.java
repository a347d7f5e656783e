package org.sarhad.core.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.inquiry.InquiryScene.AGENCY;
import static org.sarhad.core.inquiry.InquiryScene.IR;
import static org.sarhad.core.inquiry.InquiryScene.LAB;
import static org.sarhad.core.inquiry.InquiryScene.PK;
import static org.sarhad.core.inquiry.InquiryScene.T0;
import static org.sarhad.core.inquiry.InquiryScene.WHY;
import static org.sarhad.core.inquiry.InquiryScene.killed;
import static org.sarhad.core.inquiry.Samples.ONE;
import static org.sarhad.core.inquiry.Samples.TWO;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.geo.Place;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Origin;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Facts and terms of the inquiry as they stand in the record.
class InquiryFactTest {
  static Stream<InquiryFact> facts() {
    return Samples.facts();
  }

  static Stream<InquiryTerms> terms() {
    return Samples.terms();
  }

  @ParameterizedTest
  @MethodSource("facts")
  void aFactIsReadBackAsWritten(InquiryFact fact) throws Exception {
    Json.Obj body = parsed(fact.toJson().toString());

    assertThat(InquiryFact.fromJson(fact.kind(), body)).isEqualTo(fact);
  }

  @ParameterizedTest
  @MethodSource("terms")
  void termsAreReadBackAsWritten(InquiryTerms terms) throws Exception {
    Json.Obj inBody =
        parsed(InquiryScene.proposal(terms).toJson().toString()); // The depth of a real proposal.

    assertThat(InquiryTerms.fromJson(terms.kind(), inBody.object("terms"))).isEqualTo(terms);
  }

  @Test
  void thereIsASampleOfEveryKind() {
    EnumSet<InquiryFactKind> met = EnumSet.noneOf(InquiryFactKind.class);
    facts().forEach(fact -> met.add(fact.kind()));
    EnumSet<InquiryActKind> acts = EnumSet.noneOf(InquiryActKind.class);
    terms().forEach(terms -> acts.add(terms.kind()));
    EnumSet<ValueType> types = EnumSet.noneOf(ValueType.class);
    Samples.statements().forEach(says -> types.add(says.value().type()));

    assertThat(met).containsExactly(InquiryFactKind.values());
    assertThat(acts).containsExactly(InquiryActKind.values());
    assertThat(types).containsExactly(ValueType.values());
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsWord(InquiryFactKind kind) {
    assertThat(InquiryFactKind.find(kind.kind())).contains(kind);
    assertThat(kind.kind().application()).isEqualTo("inquiry");
  }

  @ParameterizedTest
  @EnumSource
  void anActKindIsFoundByItsWord(InquiryActKind kind) {
    assertThat(InquiryActKind.find(kind.kind())).contains(kind);
  }

  @Test
  void anotherKindIsNone() {
    assertThat(InquiryFactKind.find(Kind.of("inquiry.merged"))).isEmpty();
    assertThat(InquiryFactKind.find(Kind.of("response.claim_stated"))).isEmpty();
  }

  /// Nothing that could mix two accounts has a name.
  @Test
  void noMergeExists() {
    assertThat(InquiryFactKind.values())
        .extracting(Enum::name)
        .noneMatch(name -> name.contains("MERGE") || name.contains("DELETE"));
    assertThat(InquiryActKind.values())
        .extracting(Enum::name)
        .noneMatch(name -> name.contains("MERGE"));
  }

  @Test
  void bodiesAsTheyStandInTheRecord() {
    assertThat(new ClaimFact.Stated(ONE, killed(Span.between(20, 41))).toJson().toString())
        .isEqualTo(
            """
            {"claim":{"as_of":"2019-04-22T08:00:00.000Z","property":"killed",\
            "provenance":{"basis":"own_agency","behalf":"own"},\
            "value":{"category":"security","high":41,"low":20,"type":"quantity","unit":"persons"}},\
            "matter":"ir.sarhad.example/joint#12"}""");
    assertThat(ClaimFact.PositionTaken.of(ONE, Stance.ACCEPT, Optional.empty()).toJson().toString())
        .isEqualTo("{\"claim\":\"ir.sarhad.example/joint#12\",\"stance\":\"accept\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          MATTER_OPENED   | {"imported":false,"matter":"crime","title":{"lang":"en","text":"x"}}    | member "matter": found "crime"
          MATTER_OPENED   | {"imported":0,"matter":"incident","title":{"lang":"en","text":"x"}}     | member "imported": found "0"
          MATTER_OPENED   | {"imported":false,"matter":"incident","title":{"lang":"E","text":"x"}}  | inquiry.matter_opened: found "language
          MATTER_OPENED   | {"imported":false,"incidents":[],"matter":"incident","title":{"lang":"en","text":"x"}} | inquiry.matter_opened: found
          MATTER_OPENED   | {"imported":false,"incidents":["b","a"],"matter":"incident","title":{"lang":"en","text":"x"}} | inquiry.matter_opened: found "incident a does not ascend"
          MATTER_CLOSED   | {"matter":"a#1"}                                                        | member "reason": found "nothing"
          MATTER_CLOSED   | {"matter":"a#1","merge":"b#1","reason":{"lang":"en","text":"x"}}        | inquiry.matter_closed: found
          CLAIM_STATED    | {"claim":{},"matter":"a#1"}                                             | member "property": found "nothing"
          CLAIM_SEALED    | {"commitment":"00","matter":"a#1","reveal_by":"x"}                      | member "commitment": found "00"
          CLAIM_REVEALED  | {"claim":{},"salt":"AAAA","seal":"a#1"}                                 | member "property": found "nothing"
          CLAIM_WITHDRAWN | {"claim":"a#01","reason":{"lang":"en","text":"x"}}                      | member "claim": found "a#01"
          POSITION_TAKEN  | {"claim":"a#1","stance":"yes"}                                          | member "stance": found "yes"
          POSITION_TAKEN  | {"claim":"a#1","stance":"Accept"}                                       | member "stance": found "Accept"
          POSITION_TAKEN  | {"claim":"a#1","stance":"dispute"}                                      | inquiry.position_taken: found "dispute without a reason"
          POSITION_TAKEN  | {"claim":"a#1","part":{"type":"yes_no","yes":true},"stance":"accept"}   | inquiry.position_taken: found "a part goes with
          QUESTION_ASKED  | {"matter":"a#1","property":"names","to":"pk"}                           | member "property": found "names"
          EVIDENCE_RELEASED | {"exhibit":"a#1","level":"exists"}                                    | inquiry.evidence_released: found "that it exists
          VISIT_PASS_USED | {"at":"2019-04-22T08:00:00.000Z","experts":0,"visit":"a#1"}             | member "experts": found "0"
          """)
  void whatIsNotTheOneSpellingOfAFactIsRefused(InquiryFactKind kind, String body, String message)
      throws Exception {
    Json.Obj json = parsed(body);

    assertThatThrownBy(() -> InquiryFact.fromJson(kind, json))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"quantity","low":3}                                                       | member "unit"
          {"high":2,"low":3,"type":"quantity","unit":"pieces"}                              | from 3 to 2
          {"low":-1,"type":"quantity","unit":"pieces"}                                      | member "low"
          {"category":"civil","low":3,"type":"quantity","unit":"pieces"}                    | a category goes with persons
          {"low":3,"type":"quantity","unit":"persons"}                                      | a category goes with persons
          {"best":3,"high":3,"low":3,"type":"quantity","unit":"pieces"}                     | best estimate 3
          {"best":9,"high":8,"low":3,"type":"quantity","unit":"pieces"}                     | best estimate 9
          {"from":"2019-04-22T08:00:00.000Z","to":"2019-04-22T07:00:00.000Z","type":"interval"} | an interval from
          {"label":"x","lat":1,"type":"place"}                                              | member "lon"
          {"text":"","type":"label"}                                                        | label has nothing
          {"type":"yes_no","yes":1}                                                         | member "yes"
          {"mean":7,"type":"text"}                                                          | only text, type
          {"type":"average"}                                                                | member "type"
          """)
  void whatIsNoValueIsRefused(String text, String message) throws Exception {
    Json.Obj json = parsed(Json.parse(Bytes.ofUtf8(text), JsonLimits.ofBytes(1000)).toString());

    assertThatThrownBy(() -> Value.fromJson(json)).hasMessageContaining(message);
  }

  /// Every property takes its own sort of value and no other.
  @ParameterizedTest
  @EnumSource
  void aPropertyTakesItsOwnValues(Property property) {
    List<Value> values =
        List.of(
            Value.Quantity.persons(Span.exactly(1), Category.CIVIL),
            Value.Quantity.of(Span.exactly(1), Unit.VEHICLES),
            Value.Quantity.of(Span.exactly(1), Unit.PROJECTILES),
            Value.Quantity.of(Span.exactly(1), Unit.WAGONS),
            new Value.Interval(T0, T0),
            new Value.Location(Place.named("x")),
            new Value.Label("x"),
            new Value.YesNo(true),
            new Value.Account("x"));

    assertThat(values.stream().filter(property::takes)).as(property.code()).hasSize(1);
    assertThat(values.stream().filter(property::takes).findFirst().orElseThrow().type())
        .isEqualTo(property.type());
  }

  @Test
  void factsHaveLimits() {
    Words longest = new Words("fa", "م".repeat(2000));
    List<EntryId> many =
        IntStream.range(0, 33).mapToObj(i -> new EntryId(ONE.origin(), i)).toList();
    List<Source> sources = Collections.nCopies(9, Source.named("x"));

    assertIllegal(() -> new Words("en", "x".repeat(2001)), "2001 characters");
    assertIllegal(() -> new Words("en", "left \u202e right"), "U+202E");
    assertIllegal(() -> new Grading("G1"), "A1 to F6");
    assertIllegal(
        () -> new Provenance(Behalf.OWN, Basis.INFERENCE, sources, Optional.empty()), "9 sources");
    assertIllegal(
        () -> new Provenance(Behalf.PRESS, Basis.PRESS, List.of(), Optional.empty()), "0 sources");
    assertIllegal(
        () ->
            new Provenance(
                Behalf.PRESS, Basis.OWN_AGENCY, List.of(Source.named("x")), Optional.empty()),
        "own_agency");
    assertIllegal(() -> Statement.of(Property.KILLED, new Value.YesNo(true), T0, AGENCY), "killed");
    assertIllegal(
        () -> new Statement(Property.KILLED, killed(3).value(), T0, AGENCY, many, List.of()),
        "33 exhibits");
    assertIllegal(
        () ->
            new Statement(
                Property.KILLED, killed(3).value(), T0, AGENCY, List.of(TWO, ONE), List.of()),
        "does not ascend");
    assertIllegal(
        () ->
            new Statement(
                Property.KILLED, killed(3).value(), T0, AGENCY, List.of(), List.of(WHY, WHY)),
        "one language twice");
    assertIllegal(() -> new ClaimFact.Revealed(ONE, Bytes.EMPTY, killed(3)), "salt of 0 bytes");
    assertIllegal(
        () -> new ExhibitFact.CustodyPassed(ONE, LAB, LAB, T0, longest), "whoever has it");
    assertIllegal(
        () ->
            new ExhibitFact.Registered(
                ONE,
                Merkle.EMPTY_ROOT,
                CopyClass.REDACTED,
                Optional.of(TWO),
                Level.EXISTS,
                Optional.empty()),
        "a redacted one is registered as such");
    assertIllegal(
        () ->
            new ExhibitFact.Registered(
                ONE,
                Merkle.EMPTY_ROOT,
                CopyClass.EVIDENTIARY,
                Optional.empty(),
                Level.RELEASED,
                Optional.empty()),
        "a description goes with");
  }

  @Test
  void termsHaveLimits() {
    assertIllegal(() -> new AliasTerms.OfMatters(List.of(ONE)), "an alias of 1");
    assertIllegal(() -> new AliasTerms.OfLabels(ONE, List.of("x", "x")), "does not ascend");
    assertIllegal(
        () -> new Outcome.AgreedValue(killed(Span.between(4, 5)).value()), "agree on the range");
    assertIllegal(() -> new Outcome.AgreedRange(killed(4).value()), "one value");
    assertIllegal(
        () ->
            new Outcome.Differ(
                List.of(
                    new Outcome.SideValue(IR, killed(4).value()),
                    new Outcome.SideValue(PK, killed(4).value()))),
        "at least two values");
    assertIllegal(
        () ->
            new FindingTerms(
                ONE, FindingTerms.Standard.REASONABLE_GROUNDS, List.of(), List.of(), List.of()),
        "a finding of nothing");
    assertIllegal(
        () -> InquiryScene.item(killed(4), new Outcome.AgreedValue(new Value.Label("four"))),
        "is no value of killed/security");
    assertIllegal(() -> new MinutesTerms(ONE, List.of(), List.of()), "minutes without words");
    assertIllegal(
        () ->
            new VisitTerms(
                ONE,
                PK,
                Place.named("x"),
                new Value.Interval(T0, T0),
                List.of(new VisitTerms.Experts(PK, "examiner", 1))),
        "by the host alone");
  }

  /// A body that keeps every limit is no longer than the record takes.
  @Test
  void theLongestFactsFit() throws Exception {
    List<Words> words =
        Stream.of("fa", "ur", "en", "ar").map(l -> new Words(l, "م".repeat(2000))).toList();
    List<Source> sources =
        Collections.nCopies(
            8, new Source("م".repeat(200), Optional.of("م".repeat(300)), Optional.of(T0)));
    List<EntryId> exhibits =
        IntStream.range(0, 32)
            .mapToObj(i -> new EntryId(Origin.of("a".repeat(128)), 900_000_000_000_000_000L + i))
            .toList();
    Statement says =
        new Statement(
            Property.ACTION_TAKEN,
            new Value.Account("م".repeat(2000)),
            T0,
            new Provenance(Behalf.PRESS, Basis.PRESS, sources, Optional.of(new Grading("A1"))),
            exhibits,
            words);
    InquiryFact claim = new ClaimFact.Superseded(ONE, words.getFirst(), says);
    List<Hash> chunks = Collections.nCopies(512, Merkle.EMPTY_ROOT);
    InquiryFact file =
        new ExhibitFact.Released(
            ONE,
            Level.RELEASED,
            Optional.empty(),
            Optional.of(new Manifest(Description.SIZE_MAX, chunks)));

    assertThat(InquiryFact.fromJson(claim.kind(), claim.toJson())).isEqualTo(claim);
    assertThat(InquiryFact.fromJson(file.kind(), file.toJson())).isEqualTo(file);
  }

  /// I3 and I13: a fact is read from its one spelling or refused with the one exception.
  @Test
  void mutatedFactsAreRefusedOrWrittenBackAlike() {
    FactFuzz.assertReadsBackAlike(
        3_000,
        facts().toList(),
        InquiryFact::toJson,
        (fact, json) -> InquiryFact.fromJson(fact.kind(), json));
  }

  @Test
  void mutatedTermsAreRefusedOrWrittenBackAlike() {
    FactFuzz.assertReadsBackAlike(
        1_500,
        terms().toList(),
        InquiryTerms::toJson,
        (terms, json) -> InquiryTerms.fromJson(terms.kind(), json));
  }

  private static Json.Obj parsed(String text) throws MalformedJsonException {
    return Json.parseCanonicalObject(Bytes.ofUtf8(text), JsonLimits.ofBytes(100_000));
  }

  private static void assertIllegal(ThrowingCallable mistake, String message) {
    assertThatThrownBy(mistake)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
