package org.sarhad.core.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.commitments.CommitmentFact;
import org.sarhad.core.commitments.CommitmentTerms;
import org.sarhad.core.commitments.Measure;
import org.sarhad.core.commitments.Quantity;
import org.sarhad.core.commitments.Source;
import org.sarhad.core.complaints.ComplaintFact;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.inquiry.MatterFact;
import org.sarhad.core.inquiry.MatterKind;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.register.Wording;
import org.sarhad.core.response.Alert;
import org.sarhad.core.response.AssistanceFact;
import org.sarhad.core.response.AssistanceId;
import org.sarhad.core.response.Capability;
import org.sarhad.core.response.IncidentFact;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.Need;
import org.sarhad.core.response.Priority;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.core.response.ResponseState;
import org.sarhad.core.response.TaskId;
import org.sarhad.core.response.UnitDescription;
import org.sarhad.core.response.UnitFact;
import org.sarhad.core.response.UnitId;
import org.sarhad.core.response.UnitStatus;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.response.Words;
import org.sarhad.core.testing.Keys;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.tree.Merkle;

/// Red line 11 (protocol clause 08-4.4): an exercise touches nothing real. Each test is a way in.
/// Scenario step 27.
class ExerciseApartTest {
  private static final String EXERCISE = "EX-PK-1";
  private static final Capacity CHIEF = Capacity.of(Role.CHIEF);

  private final TestSide ir = new TestSide(Sides.CHANNEL, "ir");
  private final TestSide pk = new TestSide(Sides.CHANNEL, "pk");
  private ChannelState channel =
      ChannelState.of(Sides.CHANNEL, Keys.SIGNATURES).with(ir.card()).with(pk.card());
  private Accord accord = Accord.NONE;
  private ResponseState response = ResponseState.of(Sides.IR, Sides.PK);

  ExerciseApartTest() {
    for (TestSide side : List.of(ir, pk)) {
      side.begin();
      Entry genesis = side.said().getLast().entry();
      channel = channel.enter(genesis);
      channel = channel.apply(channel.context(genesis), side.genesis());
    }
  }

  // ---- names ----------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EX-PK-1",
        "EX-IR-999999",
        "ex-pk-1",
        " EX-PK-1 ",
        "EX-PK-1\n",
        "\u2066EX-PK-1\u2069",
        "\u200eEx-Pk-1",
        "E X - P K - 1"
      })
  void aNameIsKnownHoweverItIsSpelt(String name) {
    assertThat(ExerciseNames.isOne(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INC-PK-1",
        "EX-PK",
        "EX-PK-0",
        "EX-PK-01",
        "EX",
        "",
        "the exercise EX-PK-1 of May"
      })
  void whatIsNoNameOfAnExerciseTiesNothing(String text) {
    assertThat(ExerciseNames.isOne(text)).isFalse();
  }

  // ---- acts -----------------------------------------------------------------------------------

  /// Attack: money out of an exercise. Whatever the kind is called, and whenever it is invented.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "barter_contract",
        "barter_delivery",
        "payment",
        "posting",
        "swing_limit",
        "statement",
        "commitment",
        "commitment_closed",
        "finding",
        "joint_record",
        "recurring_duty",
        "modalities",
        "crossings",
        "crossing_paid",
        "handover2"
      })
  void noOtherKindOfActNamesAnExercise(String kind) {
    assertApart(proposed(kind, Json.obj().put("incident", EXERCISE).build()));
    assertNotApart(proposed(kind, Json.obj().put("incident", "INC-PK-1").build()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"assistance", "crossing", "handover"})
  void whatCanBePractisedMayNameOne(String kind) {
    assertNotApart(proposed(kind, Json.obj().put("incident", EXERCISE).build()));
  }

  /// Attack: an act of any kind can make commitments by the way.
  @ParameterizedTest
  @ValueSource(strings = {"assistance", "crossing", "handover"})
  void aPractisedActMakesNoCommitmentByTheWay(String kind) {
    Json.Obj smuggled =
        Json.obj()
            .put("commitments", new Json.Arr(List.of(terms("Power").toJson())))
            .put("incident", EXERCISE)
            .build();
    assertApart(proposed(kind, smuggled));

    sign(proposed(kind, smuggled));
    assertThat(accord.commitments().commitments()).isEmpty();
  }

  /// Attack: the name deep inside, among others, in any spelling.
  @Test
  void noDepthHidesAName() {
    Seeded.check(
        300,
        random -> {
          ActKind kind = ActKind.of("k" + random.nextInt(1_000));
          String name = random.nextBoolean() ? EXERCISE : EXERCISE.toLowerCase(Locale.ROOT);
          assertApart(proposed(kind.value(), hidden(random, name, random.nextInt(6))));
        });
  }

  private static Json.Obj hidden(SplittableRandom random, String name, int depth) {
    String member = "m" + random.nextInt(9);
    if (depth == 0) {
      return Json.obj().put(member, name).build();
    }
    Json inner = hidden(random, name, depth - 1);
    return Json.obj()
        .put("a", "text")
        .put(member, random.nextBoolean() ? inner : new Json.Arr(List.of(Json.of("x"), inner)))
        .build();
  }

  /// Attack: the other side proposes it, and asks only for a signature.
  @Test
  void nobodyHereSignsWhatTheOtherSideProposes() {
    ActRef ref = propose(pk, proposed("barter_contract", Json.obj().put("for", EXERCISE).build()));
    ir.sees(pk);
    assertApart(new ActFact.Assented(ref, 0, CHIEF));
    assertNotApart(new ActFact.Refused(ref, CHIEF, "an exercise pays nothing"));
    assertNotApart(new ActFact.Withdrawn(ref, CHIEF, "an exercise pays nothing"));
  }

  // ---- statements -----------------------------------------------------------------------------

  @Test
  void noMatterOfAnInquiryBelongsToOne() {
    assertApart(new Statement.OnInquiry(matter(EXERCISE)));
    assertNotApart(new Statement.OnInquiry(matter("INC-PK-1")));
  }

  @Test
  void noCommitmentIsMadeOfOne() {
    assertApart(new Statement.OnCommitments(new CommitmentFact.Registered(terms(EXERCISE))));
    assertNotApart(new Statement.OnCommitments(new CommitmentFact.Registered(terms("Power"))));
  }

  @Test
  void noComplaintRestsOnOne() {
    EntryId practised = practise(new IncidentFact.Opened(exercise(), alert()));
    assertApart(new Statement.OnComplaints(complaint(practised)));
    assertNotApart(new Statement.OnComplaints(complaint(EntryId.of(pk.log(), 77))));
  }

  /// Attack: not the exercise itself is named, but something that belongs to it.
  @Test
  void whatBelongsToAnExerciseNamesIt() {
    UnitId unit = new UnitId(Sides.PK, 1);
    practise(new IncidentFact.Opened(exercise(), alert()));
    practise(
        new UnitFact.Registered(
            unit,
            new UnitDescription(
                "Patrol", UnitType.PATROL, alert().where(), Ordered.set(Capability.SEARCH)),
            UnitStatus.AVL));
    EntryId order =
        practise(
            new UnitFact.Tasked(
                new TaskId(Sides.PK, 1), exercise(), unit, Words.en("Go"), alert().where()));
    practise(
        new AssistanceFact.Requested(
            new AssistanceId(Sides.PK, 1),
            exercise(),
            Need.of(Words.en("Help")),
            Optional.empty()));

    for (String name : List.of("AR-PK-1", "T-PK-1", order.toString())) {
      assertApart(proposed("barter_contract", Json.obj().put("for", name).build()));
    }
    for (String name : List.of("AR-PK-2", "T-PK-2", "AR-IR-1", "HN-PK-1")) {
      assertNotApart(proposed("barter_contract", Json.obj().put("for", name).build()));
    }
  }

  // ---- where it stands ------------------------------------------------------------------------

  /// Attack: both sides' nodes are careless, or altered, and both sign.
  @Test
  void whatBothHaveSignedAllTheSameComesToNothing() {
    sign(proposed("commitment", terms(EXERCISE).toJson()));
    assertThat(accord.acts().acts().values()).allMatch(act -> act.isEffective());
    assertThat(accord.acts().acts().values()).allMatch(ExerciseRules::isVoid);
    assertThat(accord.commitments().commitments()).isEmpty();

    sign(proposed("commitment", terms("Power").toJson()));
    assertThat(accord.commitments().commitments().size()).as("a real one").isEqualTo(1);
  }

  /// Attack: the other side states it in its own log, where nobody here can refuse it.
  @Test
  void aLyingPeersStatementChangesNothing() {
    say(pk, new Statement.OnInquiry(matter(EXERCISE)), Kind.of("inquiry.matter_opened"));
    registers(EXERCISE);
    complains(EXERCISE);
    assertThat(accord.inquiry().matters()).isEmpty();
    assertThat(accord.commitments().commitments()).isEmpty();
    assertThat(accord.complaints().complaints()).isEmpty();

    registers("Power");
    complains("Mirjaveh");
    assertThat(accord.commitments().commitments().size()).as("a real one").isEqualTo(1);
    assertThat(accord.complaints().complaints().size()).as("a real one").isEqualTo(1);
  }

  private void registers(String title) {
    say(
        pk,
        new Statement.OnCommitments(new CommitmentFact.Registered(terms(title))),
        Kind.of("commitment.registered"));
  }

  private void complains(String place) {
    say(
        pk,
        new Statement.OnComplaints(
            new ComplaintFact.Lodged(
                Sides.IR,
                Optional.of(Sides.EIGHT),
                Optional.of(Wording.of("en", place)),
                Wording.of("en", "Shots across the line"),
                Ordered.set(List.<EntryId>of()))),
        Kind.of("complaint.lodged"));
  }

  @ParameterizedTest
  @EnumSource(ExerciseRefusal.class)
  void aRefusalSaysWhatIsWrongAndWhatToDo(ExerciseRefusal refusal) {
    assertThat(refusal.sentence()).endsWith(".").contains(";");
    assertThat(Arrays.asList(ExerciseRefusal.values())).contains(refusal);
  }

  // ---- saying ---------------------------------------------------------------------------------

  private void assertApart(ActFact fact) {
    assertApart(new Statement.OnAct(fact));
  }

  private void assertApart(Statement statement) {
    assertThat(objection(statement))
        .hasValueSatisfying(
            found -> {
              assertThat(found.area()).isEqualTo("exercise");
              assertThat(found.refusal()).isEqualTo(ExerciseRefusal.EXERCISE_APART);
            });
  }

  private void assertNotApart(ActFact fact) {
    assertNotApart(new Statement.OnAct(fact));
  }

  private void assertNotApart(Statement statement) {
    assertThat(ExerciseRules.objection(accord.acts(), response, statement)).isEmpty();
  }

  private Optional<Objection> objection(Statement statement) {
    Entry draft = entry(ir, Kind.of("act.proposed"), Json.obj().build());
    return AccordRules.objection(accord, response, channel, at(draft), statement);
  }

  private static ActFact.Proposed proposed(String kind, Json.Obj terms) {
    return ActFact.Proposed.of(ActKind.of(kind), terms, CHIEF);
  }

  /// Proposed by one chief and signed by the other, whatever the rules say.
  private void sign(ActFact.Proposed fact) {
    ActRef ref = propose(pk, fact);
    ir.sees(pk);
    ActFact.Assented yes = new ActFact.Assented(ref, 0, CHIEF);
    say(ir, new Statement.OnAct(yes), yes.kind().kind());
    pk.sees(ir);
  }

  private ActRef propose(TestSide side, ActFact.Proposed fact) {
    Entry entry = say(side, new Statement.OnAct(fact), fact.kind().kind());
    return new ActRef(entry.id(), entry.leafHash());
  }

  private Entry say(TestSide side, Statement statement, Kind kind) {
    Entry entry = entry(side, kind, Json.obj().put("n", side.size()).build());
    side.add(entry, Optional.empty());
    channel = channel.enter(entry);
    accord = accord.take(channel, at(entry), Optional.of(statement));
    return entry;
  }

  private ActEntry at(Entry entry) {
    return new ActEntry(channel.context(entry), entry.envelope().seen(), entry.leafHash());
  }

  private static Entry entry(TestSide side, Kind kind, Json.Obj body) {
    Payload payload =
        Payload.salted(body, Merkle.sha256(Bytes.ofUtf8("salt " + side.size())).toBytes());
    NoteSigner chief = side.officer("c0c0");
    return side.next(kind).payload(payload.ref(PayloadRef.BODY)).by(chief).seal(side.node());
  }

  /// Pakistan's side does something in its exercise.
  private EntryId practise(ResponseFact fact) {
    EntryId entry = EntryId.of(pk.log(), 500 + response.side(Sides.PK).ledger().said().size());
    var context =
        new FactContext(
            entry,
            Sides.PK,
            fact.kind().reach().allows(true),
            Sides.EIGHT,
            Optional.of(TestSide.idOf(pk.watch())),
            Ordered.set(Role.WATCH_OFFICER));
    response = response.apply(context, fact);
    return entry;
  }

  // ---- samples --------------------------------------------------------------------------------

  private static IncidentId exercise() {
    return IncidentId.parse(EXERCISE);
  }

  private static Alert alert() {
    return new Alert(
        Optional.empty(),
        Words.en("Practice"),
        Place.at("Post 42", Position.ofDegrees(29.0148, 61.4496), 500),
        Sides.EIGHT,
        Priority.P1);
  }

  private static MatterFact matter(String incident) {
    return new MatterFact.Opened(
        MatterKind.INCIDENT,
        org.sarhad.core.inquiry.Words.en("What happened"),
        Optional.empty(),
        Optional.empty(),
        List.of(incident),
        false);
  }

  private static CommitmentTerms terms(String title) {
    return new CommitmentTerms(
        Wording.of("en", title),
        "energy",
        Ordered.set(Sides.IR),
        Ordered.set(Sides.PK),
        Optional.empty(),
        new Measure.Counted(new Quantity(1_000, "MW")),
        Optional.of(new Source(LocalDate.of(2019, 4, 22), "press conference")));
  }

  private static ComplaintFact complaint(EntryId evidence) {
    return new ComplaintFact.Lodged(
        Sides.PK,
        Optional.of(Sides.EIGHT),
        Optional.empty(),
        Wording.of("en", "Shots across the line during the exercise EX-PK-1"),
        Ordered.set(evidence));
  }
}
