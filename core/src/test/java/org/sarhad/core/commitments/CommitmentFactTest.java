package org.sarhad.core.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.commitments.CommitmentScene.IR;
import static org.sarhad.core.commitments.CommitmentScene.PK;
import static org.sarhad.core.commitments.CommitmentScene.closure;
import static org.sarhad.core.commitments.CommitmentScene.named;
import static org.sarhad.core.commitments.CommitmentScene.power;
import static org.sarhad.core.commitments.CommitmentScene.remarks;
import static org.sarhad.core.commitments.CommitmentScene.terms;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;

/// The bodies of facts about commitments, and the terms of acts: protocol clauses 10-2 and 10-6.
class CommitmentFactTest {
  private static final SortedSet<PartyId> SIDES = Ordered.set(Sides.IR, Sides.PK);

  private static final CommitmentId ID = new CommitmentId(new EntryId(Sides.IR_LOG, 12), 3);
  private static final Wording WORDS = Wording.of("fa", "برق");

  static Stream<CommitmentFact> facts() {
    return Stream.of(
        new CommitmentFact.Registered(power()),
        new CommitmentFact.Registered(
            new CommitmentTerms(
                WORDS,
                "transport",
                Ordered.set(IR, PK),
                Ordered.set(),
                terms(Ordered.set(IR), Ordered.set(), Optional.of("2021-03-20+03:30")).due(),
                new Measure.Described(WORDS),
                Optional.empty())),
        new CommitmentFact.Acknowledged(ID),
        new CommitmentFact.Withdrawn(ID, WORDS),
        new CommitmentFact.ProgressStated(ID, Sides.EIGHT, Optional.empty(), remarks()),
        new CommitmentFact.ProgressStated(
            ID,
            Sides.EIGHT,
            Optional.of(new CommitmentFact.Extent.Percent(40)),
            remarks(new EntryId(Sides.IR_LOG, 3), new EntryId(Sides.PK_LOG, 2))),
        new CommitmentFact.ProgressStated(
            ID,
            Sides.EIGHT,
            Optional.of(new CommitmentFact.Extent.Amount(new Quantity(104, "MW"))),
            remarks()),
        new CommitmentFact.Disputed(ID, remarks(new EntryId(Sides.IR_LOG, 3))),
        new CommitmentFact.FulfilledStated(ID, Sides.EIGHT, remarks()));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void whatIsWrittenIsRead(CommitmentFact fact) throws Exception {
    Json.Obj body =
        Json.parseCanonicalObject(fact.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(CommitmentFact.fromJson(fact.kind(), body)).isEqualTo(fact);
  }

  @Test
  void thereIsASampleOfEveryKind() {
    Set<CommitmentFactKind> met = EnumSet.noneOf(CommitmentFactKind.class);
    facts().forEach(fact -> met.add(fact.kind()));

    assertThat(met).containsExactly(CommitmentFactKind.values());
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsWord(CommitmentFactKind kind) {
    assertThat(CommitmentFactKind.find(kind.kind())).contains(kind);
    assertThat(CommitmentFactKind.find(Kind.of("commitment.hoped"))).isEmpty();
    assertThat(kind.kind().application()).isEqualTo("commitment");
  }

  @Test
  void bodiesAsTheyStandInTheRecord() {
    assertThat(new CommitmentFact.Registered(power()).toJson().toString())
        .isEqualTo(
            "{\"terms\":{\"beneficiaries\":[\"pk\"],\"due\":\"no_date_set\","
                + "\"measure\":{\"quantity\":{\"amount\":1000,\"unit\":\"MW\"}},"
                + "\"owners\":[\"ir\"],"
                + "\"source\":{\"day\":\"2019-04-22\",\"where\":\"joint press conference\"},"
                + "\"subject\":\"energy\",\"title\":{\"en\":\"Electricity exports times ten\"}}}");
    assertThat(
            new CommitmentFact.ProgressStated(
                    ID,
                    Sides.EIGHT,
                    Optional.of(new CommitmentFact.Extent.Percent(40)),
                    remarks(new EntryId(Sides.IR_LOG, 3)))
                .toJson()
                .toString())
        .isEqualTo(
            "{\"as_of\":\"2019-04-22T08:00:00.123Z\","
                + "\"commitment\":{\"entry\":\"ir.sarhad.example/joint#12\",\"number\":3},"
                + "\"evidence\":[\"ir.sarhad.example/joint#3\"],"
                + "\"extent\":{\"percent\":40},\"text\":{\"en\":\"seen\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ACKNOWLEDGED | {'commitment':{'entry':'E','number':0}}",
        "ACKNOWLEDGED | {'commitment':{'entry':'E','number':33}}",
        "ACKNOWLEDGED | {'commitment':{'entry':'E'}}",
        "ACKNOWLEDGED | {'commitment':'E'}",
        "ACKNOWLEDGED | {'commitment':{'entry':'E','number':1},'text':{'en':'x'}}",
        "WITHDRAWN | {'commitment':{'entry':'E','number':1},'reason':'x'}",
        "DISPUTED | {'commitment':{'entry':'E','number':1},'text':{'en':'x'}}",
        "DISPUTED | {'commitment':{'entry':'E','number':1},'evidence':['E','E'],'text':{'en':'x'}}",
        "DISPUTED | {'commitment':{'entry':'E','number':1},'evidence':['F','E'],'text':{'en':'x'}}",
        "FULFILLED_STATED | {'as_of':'2019','commitment':{'entry':'E','number':1},'evidence':[],'text':{'en':'x'}}",
        "PROGRESS_STATED | {'as_of':'T','commitment':{'entry':'E','number':1},'evidence':[],'extent':{'percent':101},'text':{'en':'x'}}",
        "PROGRESS_STATED | {'as_of':'T','commitment':{'entry':'E','number':1},'evidence':[],'extent':{},'text':{'en':'x'}}",
        "PROGRESS_STATED | {'as_of':'T','commitment':{'entry':'E','number':1},'evidence':[],'extent':{'percent':1,'quantity':{'amount':1,'unit':'MW'}},'text':{'en':'x'}}",
        "PROGRESS_STATED | {'as_of':'T','commitment':{'entry':'E','number':1},'evidence':[],'extent':{'quantity':{'amount':-1,'unit':'MW'}},'text':{'en':'x'}}",
        "REGISTERED | {'terms':{}}",
        "REGISTERED | {'terms':{'beneficiaries':[],'due':'no_date_set','measure':{'text':{'en':'x'}},'owners':[],'subject':'energy','title':{'en':'x'}}}",
        "REGISTERED | {'terms':{'beneficiaries':[],'due':'soon','measure':{'text':{'en':'x'}},'owners':['ir'],'subject':'energy','title':{'en':'x'}}}",
        "REGISTERED | {'terms':{'beneficiaries':[],'measure':{'text':{'en':'x'}},'owners':['ir'],'subject':'energy','title':{'en':'x'}}}",
        "REGISTERED | {'terms':{'beneficiaries':[],'due':'no_date_set','measure':{},'owners':['ir'],'subject':'energy','title':{'en':'x'}}}",
        "REGISTERED | {'terms':{'beneficiaries':[],'due':'no_date_set','measure':{'text':{'en':'x'}},'owners':['ir'],'subject':'Energy','title':{'en':'x'}}}",
        "REGISTERED | {'terms':{'beneficiaries':[],'due':'no_date_set','measure':{'text':{'en':'x'}},'owners':['pk','ir'],'subject':'energy','title':{'en':'x'}}}",
        "REGISTERED | {'terms':{'beneficiaries':[],'due':'no_date_set','measure':{'text':{'en':'x'}},'owners':['ir'],'source':{'day':'22 April','where':'x'},'subject':'energy','title':{'en':'x'}}}"
      })
  void whatIsNotQuiteItIsRefused(CommitmentFactKind kind, String body) throws Exception {
    String text =
        body.replace('\'', '"')
            .replace("\"E\"", "\"ir.sarhad.example/joint#12\"")
            .replace("\"F\"", "\"pk.sarhad.example/joint#12\"")
            .replace("\"T\"", "\"2019-04-22T08:00:00.123Z\"");
    Json.Obj json = Json.parseCanonicalObject(Bytes.ofUtf8(text), JsonLimits.ofBytes(10_000));

    assertThatThrownBy(() -> CommitmentFact.fromJson(kind, json))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void whatIsTooLongIsRefused() {
    TreeSet<EntryId> evidence = new TreeSet<>();
    IntStream.range(0, 17).forEach(i -> evidence.add(new EntryId(Sides.IR_LOG, i)));
    for (ThrowingCallable making :
        List.<ThrowingCallable>of(
            () -> CommitmentFact.Remarks.of(Wording.of("en", "x".repeat(4_001))),
            () -> new CommitmentFact.Remarks(WORDS, evidence),
            () -> new CommitmentFact.Withdrawn(ID, Wording.of("en", "x".repeat(4_001))),
            () -> new Measure.Described(Wording.of("en", "x".repeat(1_001))),
            () -> new Quantity(1, ""),
            () -> new Quantity(1, "x".repeat(17)),
            () -> new Source(LocalDate.of(2019, 4, 22), "x".repeat(301)),
            () -> new Source(LocalDate.of(10_000, 1, 1), "x"),
            () -> new ClosureTerms(ID, ClosureTerms.How.DROPPED, long2001()),
            () -> new CommitmentFact.FulfilledStated(ID, Sides.EIGHT.plusNanos(1), remarks()))) {
      assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Wording long2001() {
    return Wording.of("en", "x".repeat(2_001));
  }

  @Test
  void damagedBodiesAreRefusedOrMeanWhatTheySay() {
    FactFuzz.assertReadsBackAlike(
        1_500,
        facts().toList(),
        CommitmentFact::toJson,
        (original, body) -> CommitmentFact.fromJson(original.kind(), body));
  }

  // ---- terms of acts --------------------------------------------------------------------------

  @Test
  void anActOfAnyKindMayNameCommitments() throws Exception {
    ActKind finding = ActKind.of("finding");
    assertThat(CommitmentActs.made(CommitmentActs.COMMITMENT, power().toJson(), SIDES))
        .containsExactly(power());
    assertThat(CommitmentActs.made(finding, named(power(), power()), SIDES))
        .containsExactly(power(), power());
    assertThat(CommitmentActs.made(finding, Json.obj().put("text", "x").build(), SIDES)).isEmpty();
    assertThat(CommitmentActs.made(CommitmentActs.COMMITMENT_CLOSED, named(power()), SIDES))
        .isEmpty();
    CommitmentTerms[] many = Collections.nCopies(33, power()).toArray(CommitmentTerms[]::new);
    assertThatThrownBy(() -> CommitmentActs.made(finding, named(many), SIDES))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("33 commitments");
  }

  @ParameterizedTest
  @EnumSource
  void closuresAreReadAsTheyAreWritten(ClosureTerms.How how) throws Exception {
    ClosureTerms terms = closure(ID, how);

    assertThat(ClosureTerms.fromJson(terms.toJson())).isEqualTo(terms);
    assertThatThrownBy(
            () -> ClosureTerms.fromJson(Json.obj().put("commitment", 1).put("how", "lost").build()))
        .isInstanceOf(MalformedJsonException.class);
  }
}
