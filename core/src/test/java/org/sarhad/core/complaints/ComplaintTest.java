package org.sarhad.core.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Verdict;
import org.sarhad.core.testing.Voices;
import org.sarhad.tlog.Bytes;

/// Complaints: their bodies, every refusal, and what becomes of them (protocol clauses 10-2, 10-7).
class ComplaintTest {
  private static final PartyId IR = Sides.IR;
  private static final PartyId PK = Sides.PK;
  private static final PartyId OM = PartyId.of("om");
  private static final Wording TEXT = Wording.of("en", "Mortar rounds fell near a post");
  private static final EntryId NOTHING = new EntryId(Sides.PK_LOG, 0);

  private final Voices voices = Voices.of("ir", "om", "pk");
  private ComplaintsState state = ComplaintsState.of(voices.parties());

  // ---- samples --------------------------------------------------------------------------------

  private static ComplaintFact.Lodged against(PartyId side) {
    return new ComplaintFact.Lodged(
        side, Optional.of(Sides.EIGHT), Optional.empty(), TEXT, Ordered.set());
  }

  private static ComplaintFact answer(EntryId id, ComplaintFact.Answer answer) {
    return new ComplaintFact.Answered(id, answer, TEXT, Ordered.set());
  }

  private static ComplaintFact closed(EntryId id) {
    return new ComplaintFact.Closed(id, ComplaintFact.How.SETTLED, TEXT);
  }

  static Stream<ComplaintFact> facts() {
    EntryId id = new EntryId(Sides.IR_LOG, 12);
    return Stream.of(
        against(PK),
        new ComplaintFact.Lodged(
            IR,
            Optional.empty(),
            Optional.of(Wording.of("ur", "تفتان")),
            TEXT,
            Ordered.set(id, NOTHING)),
        answer(id, ComplaintFact.Answer.LOOKING_INTO),
        new ComplaintFact.Answered(
            id, ComplaintFact.Answer.ACCEPTED_IN_PART, TEXT, Ordered.set(NOTHING)),
        new ComplaintFact.Referred(id, NOTHING),
        closed(id));
  }

  // ---- bodies ---------------------------------------------------------------------------------

  @ParameterizedTest
  @MethodSource("facts")
  void whatIsWrittenIsRead(ComplaintFact fact) throws Exception {
    Json.Obj body =
        Json.parseCanonicalObject(fact.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(ComplaintFact.fromJson(fact.kind(), body)).isEqualTo(fact);
  }

  @Test
  void thereIsASampleOfEveryKind() {
    Set<ComplaintFactKind> met = EnumSet.noneOf(ComplaintFactKind.class);
    facts().forEach(fact -> met.add(fact.kind()));

    assertThat(met).containsExactly(ComplaintFactKind.values());
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsWord(ComplaintFactKind kind) {
    assertThat(ComplaintFactKind.find(kind.kind())).contains(kind);
    assertThat(ComplaintFactKind.find(Kind.of("complaint.forgotten"))).isEmpty();
    assertThat(kind.kind().application()).isEqualTo("complaint");
  }

  @Test
  void aBodyAsItStandsInTheRecord() {
    assertThat(against(PK).toJson().toString())
        .isEqualTo(
            "{\"against\":\"pk\",\"evidence\":[],\"occurred\":\"2019-04-22T08:00:00.123Z\","
                + "\"text\":{\"en\":\"Mortar rounds fell near a post\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "LODGED | {'against':'PK','evidence':[],'text':{'en':'x'}}",
        "LODGED | {'against':'pk','text':{'en':'x'}}",
        "LODGED | {'against':'pk','evidence':[],'text':'x'}",
        "LODGED | {'against':'pk','evidence':[],'person':'x','text':{'en':'x'}}",
        "ANSWERED | {'answer':'no','complaint':'E','evidence':[],'text':{'en':'x'}}",
        "ANSWERED | {'answer':'rejected','complaint':'E','evidence':['E','E'],'text':{'en':'x'}}",
        "REFERRED | {'complaint':'E'}",
        "REFERRED | {'complaint':'E','matter':'M1'}",
        "CLOSED | {'complaint':'E','how':'won','text':{'en':'x'}}",
        "CLOSED | {'complaint':'E','how':'settled'}"
      })
  void whatIsNotQuiteItIsRefused(ComplaintFactKind kind, String body) throws Exception {
    String text = body.replace('\'', '"').replace("\"E\"", "\"ir.sarhad.example/joint#12\"");
    Json.Obj json = Json.parseCanonicalObject(Bytes.ofUtf8(text), JsonLimits.ofBytes(10_000));

    assertThatThrownBy(() -> ComplaintFact.fromJson(kind, json))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void whatIsTooLongIsRefused() {
    TreeSet<EntryId> evidence = new TreeSet<>();
    IntStream.range(0, 17).forEach(i -> evidence.add(new EntryId(Sides.IR_LOG, i)));
    Wording long8001 = Wording.of("en", "x".repeat(8_001));

    assertThatThrownBy(() -> new ComplaintFact.Closed(NOTHING, ComplaintFact.How.SETTLED, long8001))
        .hasMessageContaining("text has 8001 characters");
    assertThatThrownBy(
            () ->
                new ComplaintFact.Answered(NOTHING, ComplaintFact.Answer.ACCEPTED, TEXT, evidence))
        .hasMessageContaining("17 in evidence");
  }

  @Test
  void damagedBodiesAreRefusedOrMeanWhatTheySay() {
    FactFuzz.assertReadsBackAlike(
        1_500,
        facts().toList(),
        ComplaintFact::toJson,
        (original, body) -> ComplaintFact.fromJson(original.kind(), body));
  }

  // ---- refusals -------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(ComplaintRefusal refusal) {
    assertThat(provoke(refusal)).isEqualTo(refusal);
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private ComplaintRefusal provoke(ComplaintRefusal refusal) {
    return switch (refusal) {
      case NOT_A_SIDE -> refuse(Voices.of("tm").says(PartyId.of("tm"), Role.CLERK), against(PK));
      case NOT_RELEASED -> refuse(voices.internal(IR, Role.CLERK), against(PK));
      case NO_OFFICER -> refuse(voices.node(IR), against(PK));
      case ROLE_MISSING -> refuse(voices.says(IR, Role.DISPATCHER, Role.COMPLIANCE), against(PK));
      case COMPLAINT_UNKNOWN -> refuse(IR, closed(NOTHING));
      case NOT_SEEN -> {
        EntryId id = say(IR, against(PK));
        yield refuse(voices.blind(PK, Role.CLERK), answer(id, ComplaintFact.Answer.REJECTED));
      }
      case SIDE_UNKNOWN -> refuse(IR, against(PartyId.of("tm")));
      case OWN_SIDE -> refuse(IR, against(IR));
      case NOT_CONCERNED -> refuse(OM, closed(say(IR, against(PK))));
      case NOT_COMPLAINED_OF ->
          refuse(IR, answer(say(IR, against(PK)), ComplaintFact.Answer.ACCEPTED));
      case NOT_COMPLAINANT -> refuse(PK, closed(say(IR, against(PK))));
      case COMPLAINT_CLOSED -> {
        EntryId id = say(IR, against(PK));
        say(IR, closed(id));
        yield refuse(PK, answer(id, ComplaintFact.Answer.ACCEPTED));
      }
      case EVIDENCE_UNKNOWN -> {
        EntryId id = say(IR, against(PK));
        yield refuse(PK, new ComplaintFact.Referred(id, new EntryId(Sides.IR_LOG, 77)));
      }
      case ALREADY_REFERRED -> {
        EntryId id = say(IR, against(PK));
        EntryId matter = say(PK, against(IR));
        say(PK, new ComplaintFact.Referred(id, matter));
        yield refuse(IR, new ComplaintFact.Referred(id, matter));
      }
      case NOT_YET -> {
        voices.at(Sides.EIGHT.minusMillis(1));
        yield refuse(IR, against(PK));
      }
    };
  }

  // ---- what becomes of it ---------------------------------------------------------------------

  @Test
  void lookingIntoItIsNoAnswer() {
    EntryId id = say(IR, against(PK));
    assertThat(stage(id)).isEqualTo(ComplaintStage.UNANSWERED);
    say(PK, answer(id, ComplaintFact.Answer.LOOKING_INTO));
    assertThat(stage(id)).isEqualTo(ComplaintStage.UNANSWERED);
    assertThat(state.unanswered()).extracting(Complaint::id).containsExactly(id);
    assertThat(state.complaint(id).orElseThrow().age(Sides.EIGHT.plus(Duration.ofDays(9))))
        .isEqualTo(Duration.ofDays(9));

    say(PK, answer(id, ComplaintFact.Answer.REJECTED));
    assertThat(stage(id)).isEqualTo(ComplaintStage.ANSWERED);
    assertThat(state.unanswered()).isEmpty();
    say(IR, closed(id));
    assertThat(stage(id)).isEqualTo(ComplaintStage.CLOSED);
  }

  @Test
  void theOldestUnansweredComesFirst() {
    voices.at(Sides.EIGHT.plusSeconds(60));
    EntryId later = say(IR, against(PK));
    voices.at(Sides.EIGHT);
    EntryId earlier = say(PK, against(OM));

    assertThat(state.unanswered()).extracting(Complaint::id).containsExactly(earlier, later);
  }

  @Test
  void anAnswerThatCrossesTheClosingIsKept() {
    EntryId id = say(IR, against(PK));
    Seen before = voices.all(PK);
    say(IR, closed(id));
    hear(voices.seeing(PK, before, Role.INVESTIGATOR), answer(id, ComplaintFact.Answer.ACCEPTED));

    assertThat(state.voids().isEmpty()).isTrue();
    assertThat(state.complaint(id).orElseThrow().answer()).isPresent();
    assertThat(stage(id)).isEqualTo(ComplaintStage.CLOSED);
  }

  @Test
  void referralsThatCrossAreOne() {
    EntryId id = say(IR, against(PK));
    EntryId matter = say(IR, against(OM));
    Seen before = voices.all(PK);
    EntryId first = say(IR, new ComplaintFact.Referred(id, matter));
    hear(voices.seeing(PK, before, Role.CLERK), new ComplaintFact.Referred(id, matter));

    assertThat(state.voids().isEmpty()).isTrue();
    assertThat(state.complaint(id).orElseThrow().matters().get(matter).entry()).isEqualTo(first);
  }

  /// Each side may say each of these of each complaint: whatever they say, nobody closes another
  /// side's complaint or answers for it, and two nodes that fold the same say the same.
  @Test
  void whateverIsSaid() {
    List<PartyId> sides = List.copyOf(voices.parties());
    for (PartyId side : sides) {
      for (PartyId other : sides) {
        hear(voices.says(side, Role.CLERK), against(other));
      }
    }
    List<EntryId> ids = state.complaints().keys().toList();
    assertThat(ids).hasSize(6);
    ComplaintsState again = state;
    for (int round = 0; round < 2; round++) {
      for (EntryId id : ids) {
        for (PartyId side : sides) {
          for (ComplaintFact fact :
              List.of(
                  answer(id, ComplaintFact.Answer.ACCEPTED),
                  new ComplaintFact.Referred(id, ids.getFirst()),
                  closed(id))) {
            ActEntry entry = voices.says(side, Role.CLERK);
            again = again.apply(entry, fact);
            hear(entry, fact);
            state.complaints().values().forEach(ComplaintTest::check);
          }
        }
      }
    }

    assertThat(again).isEqualTo(state);
    assertThat(state.complaints().values())
        .allMatch(complaint -> complaint.stage() == ComplaintStage.CLOSED);
    assertThat(state.voids().size()).isGreaterThan(50);
  }

  private static void check(Complaint complaint) {
    complaint
        .closed()
        .ifPresent(word -> assertThat(word.entry().origin()).isEqualTo(Voices.log(complaint.by())));
    complaint
        .answer()
        .ifPresent(
            word -> assertThat(word.entry().origin()).isEqualTo(Voices.log(complaint.against())));
  }

  /// A side that joins the channel later can be complained of from there on.
  @Test
  void aSideMayJoinLater() {
    ComplaintsState two = ComplaintsState.of(Ordered.set(IR, PK));
    ActEntry entry = voices.says(IR, Role.CLERK);

    assertThat(two.apply(entry, against(OM)).voids().get(entry.id()))
        .isEqualTo(ComplaintRefusal.SIDE_UNKNOWN);
    assertThat(two.among(voices.parties()).apply(entry, against(OM)).unanswered()).hasSize(1);
    assertThat(two.among(voices.parties()).digest()).isEqualTo(two.digest());
  }

  /// Every word stays in sight in its order; one that does not hold is no word.
  @Test
  void everyWordIsKeptInItsOrder() {
    EntryId id = say(IR, against(PK));
    EntryId looked = say(PK, answer(id, ComplaintFact.Answer.LOOKING_INTO));
    refuse(IR, answer(id, ComplaintFact.Answer.ACCEPTED));
    EntryId rejected = say(PK, answer(id, ComplaintFact.Answer.REJECTED));
    EntryId end = say(IR, closed(id));

    assertThat(state.complaint(id).orElseThrow().mentions().stream())
        .containsExactly(id, looked, rejected, end);
  }

  @Test
  void noActChangesAnything() {
    say(IR, against(PK));
    ActEntry entry = voices.says(IR, Role.CHIEF);

    assertThat(
            state.moved(
                entry,
                Voices.act(
                    entry, entry, ActKind.of("crossing"), Json.obj().build(), voices.parties())))
        .isEqualTo(state);
  }

  // ---- saying ---------------------------------------------------------------------------------

  private ComplaintStage stage(EntryId id) {
    return state.complaint(id).orElseThrow().stage();
  }

  private EntryId say(PartyId side, ComplaintFact fact) {
    ActEntry entry = voices.says(side, Role.CLERK);
    Verdict.accepted(ComplaintRules.decide(state, entry.context(), entry.seen(), fact), fact);
    return hear(entry, fact);
  }

  private EntryId hear(ActEntry entry, ComplaintFact fact) {
    state = state.apply(entry, fact);
    return entry.id();
  }

  private ComplaintRefusal refuse(PartyId side, ComplaintFact fact) {
    return refuse(voices.says(side, Role.CLERK), fact);
  }

  private ComplaintRefusal refuse(ActEntry entry, ComplaintFact fact) {
    ComplaintsState before = state;
    var refused =
        Verdict.refused(ComplaintRules.decide(state, entry.context(), entry.seen(), fact), fact);
    hear(entry, fact);
    assertThat(state.voids().get(entry.id())).isEqualTo(refused.refusal());
    assertThat(state.complaints()).isEqualTo(before.complaints());
    return refused.refusal();
  }
}
