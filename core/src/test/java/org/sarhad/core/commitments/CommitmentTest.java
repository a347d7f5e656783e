package org.sarhad.core.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.commitments.CommitmentScene.IR;
import static org.sarhad.core.commitments.CommitmentScene.OM;
import static org.sarhad.core.commitments.CommitmentScene.PK;
import static org.sarhad.core.commitments.CommitmentScene.acknowledged;
import static org.sarhad.core.commitments.CommitmentScene.closure;
import static org.sarhad.core.commitments.CommitmentScene.disputed;
import static org.sarhad.core.commitments.CommitmentScene.fulfilled;
import static org.sarhad.core.commitments.CommitmentScene.named;
import static org.sarhad.core.commitments.CommitmentScene.power;
import static org.sarhad.core.commitments.CommitmentScene.progress;
import static org.sarhad.core.commitments.CommitmentScene.terms;
import static org.sarhad.core.commitments.CommitmentScene.withdrawn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Voices;

/// What becomes of commitments (protocol clause 10-6).
class CommitmentTest {
  private final CommitmentScene scene = CommitmentScene.ofTwo();

  private static CommitmentFact read(CommitmentId id, String word) {
    return switch (word) {
      case "kept" -> fulfilled(id);
      case "disputed" -> disputed(id);
      case "half" -> progress(id, 50);
      case "all" -> progress(id, 100);
      default -> throw new IllegalArgumentException(word);
    };
  }

  /// Iran owes, Pakistan benefits. What they say, as `side:word`, and what it comes to.
  @ParameterizedTest
  @CsvSource({
    "'', OPEN",
    "'ir:kept', OPEN",
    "'pk:kept', OPEN",
    "'ir:all pk:all', OPEN",
    "'ir:kept pk:disputed', OPEN",
    "'ir:kept pk:kept', FULFILLED",
    "'ir:kept ir:half pk:kept', OPEN",
    "'ir:kept pk:disputed pk:half pk:kept', FULFILLED"
  })
  void itIsFulfilledWhenAllConcernedSaySo(String words, CommitmentStage stage) {
    CommitmentId id = CommitmentId.of(scene.agree(power()).id());
    Arrays.stream(words.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.split(":", -1))
        .forEach(word -> scene.say(PartyId.of(word[0]), read(id, word[1])));

    assertThat(scene.get(id).stage()).isEqualTo(stage);
  }

  @Test
  void anOnlyOwnerWithoutBeneficiariesIsItsOwnJudge() {
    CommitmentId id =
        CommitmentId.of(scene.agree(terms(Ordered.set(IR), Ordered.set(), Optional.empty())).id());
    scene.say(IR, fulfilled(id));

    assertThat(scene.get(id).stage()).isEqualTo(CommitmentStage.FULFILLED);
  }

  @Test
  void aThirdSideMaySayWhatItSeesAndDecidesNothing() {
    CommitmentScene three = new CommitmentScene("ir", "pk", "om");
    CommitmentId id = CommitmentId.of(three.agree(power()).id());
    three.say(OM, disputed(id));
    three.say(IR, fulfilled(id));
    three.say(PK, fulfilled(id));

    assertThat(three.get(id).stage()).isEqualTo(CommitmentStage.FULFILLED);
    assertThat(three.get(id).words().keys()).containsExactly(IR, OM, PK);
  }

  @Test
  void threeThatAreConcernedHaveToSaySo() {
    CommitmentScene three = new CommitmentScene("ir", "pk", "om");
    CommitmentId id =
        CommitmentId.of(
            three.agree(terms(Ordered.set(IR, PK), Ordered.set(OM), Optional.empty())).id());
    three.say(IR, fulfilled(id));
    three.say(PK, fulfilled(id));
    assertThat(three.get(id).stage()).isEqualTo(CommitmentStage.OPEN);
    three.say(OM, fulfilled(id));
    assertThat(three.get(id).stage()).isEqualTo(CommitmentStage.FULFILLED);
  }

  /// A word that its author said without knowing of the last one that was missing is heard.
  @Test
  void aDisputeThatCrossesTheFulfilmentIsHeard() {
    CommitmentId id = CommitmentId.of(scene.agree(power()).id());
    scene.say(PK, fulfilled(id));
    Seen before = scene.voices.all(PK);
    scene.say(IR, fulfilled(id));
    assertThat(scene.get(id).stage()).isEqualTo(CommitmentStage.FULFILLED);

    scene.hear(scene.voices.seeing(PK, before, Role.CLERK), disputed(id));
    assertThat(scene.get(id).stage()).isEqualTo(CommitmentStage.OPEN);
    scene.say(PK, fulfilled(id));
    assertThat(scene.refuse(PK, disputed(id))).isEqualTo(CommitmentRefusal.COMMITMENT_ENDED);
  }

  // ---- registering ----------------------------------------------------------------------------

  @Test
  void whatOneSideRegistersIsItsWordUntilTheOthersAcknowledge() {
    CommitmentId id = scene.register(PK, power());
    assertThat(scene.get(id).standing()).isEqualTo(Standing.REGISTERED);
    scene.say(IR, acknowledged(id));

    assertThat(scene.get(id).standing()).isEqualTo(Standing.ACKNOWLEDGED);
    assertThat(scene.get(CommitmentId.of(scene.agree(power()).id())).standing())
        .isEqualTo(Standing.AGREED);
  }

  /// A side that is not concerned can register what others stated; both have to acknowledge it.
  @Test
  void aThirdSideRegistersForNobody() {
    CommitmentScene three = new CommitmentScene("ir", "pk", "om");
    CommitmentId id = three.register(OM, power());
    three.say(IR, acknowledged(id));
    assertThat(three.get(id).standing()).isEqualTo(Standing.REGISTERED);
    three.say(PK, acknowledged(id));
    assertThat(three.get(id).standing()).isEqualTo(Standing.ACKNOWLEDGED);
  }

  @Test
  void aRegistrationIsTakenBackByWhoMadeIt() {
    CommitmentId id = scene.register(PK, power());
    Seen before = scene.voices.all(IR);
    scene.say(PK, withdrawn(id));
    assertThat(scene.get(id).stage()).isEqualTo(CommitmentStage.WITHDRAWN);

    // What crosses that is heard, and changes no end.
    scene.hear(scene.voices.seeing(IR, before, Role.CLERK), acknowledged(id));
    assertThat(scene.get(id).standing()).isEqualTo(Standing.ACKNOWLEDGED);
    assertThat(scene.get(id).stage()).isEqualTo(CommitmentStage.WITHDRAWN);
  }

  // ---- acts -----------------------------------------------------------------------------------

  @Test
  void aRecordOrFindingMakesSeveral() {
    Act act = scene.agree(ActKind.of("finding"), named(power(), power()));

    assertThat(scene.state.commitments().keys())
        .containsExactly(new CommitmentId(act.id(), 1), new CommitmentId(act.id(), 2));
    scene.end(act, ActStage.SUPERSEDED);
    assertThat(scene.state.commitments().values())
        .allMatch(commitment -> commitment.stage() == CommitmentStage.REPLACED);
  }

  /// Whoever owes a remedy owes it to the others, and does not discharge itself.
  @Test
  void whatFollowsFromAFindingIsACommitment() {
    Json.Obj remedy =
        Json.obj()
            .put("due", "2026-12-31T12:00:00.000Z")
            .put("owner", "ir")
            .put("words", Json.obj().put("lang", "en").put("text", "guard the exit road").build())
            .build();
    Act act =
        scene.agree(
            ActKind.of("finding"), Json.obj().put("remedies", Json.arr(remedy, remedy)).build());

    CommitmentId id = new CommitmentId(act.id(), 2);
    assertThat(scene.state.commitments().keys()).containsExactly(new CommitmentId(act.id(), 1), id);
    CommitmentTerms terms = scene.get(id).terms();
    assertThat(terms.title().in("en")).contains("guard the exit road");
    assertThat(terms.owners()).containsExactly(IR);
    assertThat(terms.beneficiaries()).containsExactly(PK);
    assertThat(terms.due().orElseThrow()).hasToString("2026-12-31+00:00");
    scene.end(act, ActStage.VOIDED);
    assertThat(scene.get(id).stage()).isEqualTo(CommitmentStage.VOIDED);
  }

  @Test
  void anActOfAnotherKindIsNoneOfItsBusiness() {
    CommitmentsState before = scene.state;
    ActEntry entry = scene.voices.says(IR, Role.CHIEF);
    scene.state =
        before.moved(
            entry,
            Voices.act(
                entry,
                entry,
                ActKind.of("crossing"),
                Json.obj().put("area", "x").build(),
                scene.voices.parties()));

    assertThat(scene.state).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"FULFILLED, FULFILLED", "DROPPED, DROPPED"})
  void theSidesCloseIt(ClosureTerms.How how, CommitmentStage stage) {
    CommitmentId id = CommitmentId.of(scene.agree(power()).id());
    Act closed = scene.agree(closure(id, how));
    assertThat(scene.get(id).stage()).isEqualTo(stage);

    scene.end(closed, ActStage.VOIDED);
    assertThat(scene.get(id).stage()).isEqualTo(CommitmentStage.OPEN);
  }

  /// What was dropped is not replaced afterwards; an older closure cannot reopen a newer one.
  @Test
  void anEndStays() {
    Act made = scene.agree(power());
    CommitmentId id = CommitmentId.of(made.id());
    Act first = scene.agree(closure(id, ClosureTerms.How.DROPPED));
    scene.end(made, ActStage.SUPERSEDED);
    assertThat(scene.get(id).stage()).isEqualTo(CommitmentStage.DROPPED);
    scene.end(first, ActStage.VOIDED);
    assertThat(scene.get(id).stage()).isEqualTo(CommitmentStage.OPEN);
    Act second = scene.agree(closure(id, ClosureTerms.How.FULFILLED));
    scene.end(first, ActStage.VOIDED);
    assertThat(scene.get(id).end().orElseThrow().said().act()).contains(second.id());
  }

  @Test
  void aVoidedActCommitsNobody() {
    Act made = scene.agree(power());
    scene.end(made, ActStage.VOIDED);

    assertThat(scene.get(CommitmentId.of(made.id())).stage()).isEqualTo(CommitmentStage.VOIDED);
  }

  @ParameterizedTest
  @EnumSource(
      value = ActStage.class,
      names = {"PROPOSED", "ASSENTED", "REFUSED", "WITHDRAWN", "EXPIRED"})
  void anActThatIsNotInForceChangesNothing(ActStage stage) {
    ActEntry entry = scene.voices.says(IR, Role.CHIEF);
    Act act =
        Voices.act(
            entry, entry, CommitmentActs.COMMITMENT, power().toJson(), scene.voices.parties());
    CommitmentsState before = scene.state;
    scene.end(act, stage);

    assertThat(scene.state).isEqualTo(before);
  }

  /// An act may be voided or superseded whose terms never counted.
  @Test
  void whatNeverCountedHasNoEnd() {
    CommitmentScene three = new CommitmentScene("ir", "pk", "om");
    var theirs = terms(Ordered.set(OM), Ordered.set(), Optional.empty()).toJson();
    Act act = three.effective(CommitmentActs.COMMITMENT, theirs, Ordered.set(IR, PK));
    assertThat(three.state.voids().get(act.by())).isEqualTo(CommitmentRefusal.OWNER_LEFT_OUT);
    var digest = three.state.digest();
    three.end(act, ActStage.SUPERSEDED);

    assertThat(three.state.digest()).isEqualTo(digest);
    assertThat(three.state.commitments().isEmpty()).isTrue();
  }

  // ---- how it looks ---------------------------------------------------------------------------

  /// Days since the 22nd of April; whether a date was set for the 30th of June; whether somebody
  /// says something on day 100; what it looks like.
  @ParameterizedTest
  @CsvSource({
    "1, false, false, CURRENT",
    "89, false, false, CURRENT",
    "90, false, false, SILENT",
    "100, false, true, CURRENT",
    "190, false, true, SILENT",
    "364, false, false, SILENT",
    "365, false, false, LAPSED",
    "464, false, true, SILENT",
    "465, false, true, LAPSED",
    "1, true, false, CURRENT",
    "69, true, false, CURRENT",
    "70, true, false, OVERDUE",
    "364, true, false, OVERDUE",
    "365, true, false, LAPSED",
    "400, true, true, OVERDUE"
  })
  void silenceHasAnAge(int days, boolean isDated, boolean isSpokenOf, Condition condition) {
    Optional<String> due = isDated ? Optional.of("2019-06-30+05:00") : Optional.empty();
    CommitmentId id =
        CommitmentId.of(scene.agree(terms(Ordered.set(IR), Ordered.set(PK), due)).id());
    if (isSpokenOf) {
      scene.voices.at(Sides.EIGHT.plus(Duration.ofDays(100)));
      scene.say(PK, disputed(id));
    }

    Instant now = Sides.EIGHT.plus(Duration.ofDays(days));
    assertThat(scene.get(id).condition(now, CommitmentSettings.defaults())).isEqualTo(condition);
  }

  @Test
  void whatIsOverAsksForNoAttention() {
    CommitmentId id = CommitmentId.of(scene.agree(power()).id());
    scene.agree(closure(id, ClosureTerms.How.DROPPED));

    assertThat(
            scene
                .get(id)
                .condition(Instant.parse("2030-01-01T00:00:00Z"), CommitmentSettings.defaults()))
        .isEqualTo(Condition.CLOSED);
  }

  @Test
  void theMatrixHasACellForEverySide() {
    CommitmentScene three = new CommitmentScene("ir", "pk", "om");
    CommitmentId first = CommitmentId.of(three.agree(power()).id());
    three.register(PK, power());
    three.voices.at(Sides.EIGHT.plus(Duration.ofDays(10)));
    three.say(PK, progress(first, 20));
    Instant now = Sides.EIGHT.plus(Duration.ofDays(130));
    List<MatrixRow> matrix = three.state.matrix(now, CommitmentSettings.defaults());

    assertThat(matrix).hasSize(2).allMatch(row -> row.cells().size() == 3);
    MatrixRow row = matrix.getFirst();
    assertThat(row.silence()).isEqualTo(Duration.ofDays(120));
    assertThat(row.condition()).isEqualTo(Condition.SILENT);
    MatrixRow.Cell owner = cell(row, IR);
    assertThat(owner.isOwner()).isTrue();
    assertThat(owner.isAcknowledged()).isTrue();
    assertThat(owner.word()).isEmpty();
    assertThat(owner.age()).isEmpty();
    MatrixRow.Cell beneficiary = cell(row, PK);
    assertThat(beneficiary.isBeneficiary()).isTrue();
    assertThat(beneficiary.age()).contains(Duration.ofDays(120));
    assertThat(cell(row, OM).isOwner() || cell(row, OM).isBeneficiary()).isFalse();
    assertThat(cell(matrix.getLast(), PK).isAcknowledged()).isTrue();
    assertThat(cell(matrix.getLast(), IR).isAcknowledged()).isFalse();
  }

  private static MatrixRow.Cell cell(MatrixRow row, PartyId side) {
    return Objects.requireNonNull(row.cells().get(side));
  }

  @Test
  void silenceBecomesLapseNotBeforeItIsSilence() {
    assertThatThrownBy(() -> new CommitmentSettings(Duration.ofDays(2), Duration.ofDays(1)))
        .hasMessageContaining("expected 0 < silent");
  }

  /// A side that joins the channel later can be named from there on; nothing else is changed.
  @Test
  void aSideMayJoinLater() {
    CommitmentTerms theirs = terms(Ordered.set(IR), Ordered.set(OM), Optional.empty());
    assertThat(scene.refuse(IR, new CommitmentFact.Registered(theirs)))
        .isEqualTo(CommitmentRefusal.SIDE_UNKNOWN);
    CommitmentsState before = scene.state;
    scene.state = before.among(Ordered.set(IR, OM, PK));

    assertThat(scene.state.digest()).isEqualTo(before.digest());
    assertThat(scene.get(scene.register(IR, theirs)).standing()).isEqualTo(Standing.REGISTERED);
    assertThat(scene.state.among(scene.state.parties())).isSameAs(scene.state);
  }

  /// Every word stays in sight, those that another one has taken the place of too; one that does
  /// not hold is no word.
  @Test
  void everyWordIsKeptInItsOrder() {
    CommitmentId id = scene.register(IR, power());
    var said = new ArrayList<>(List.of(id.entry()));
    said.add(scene.say(PK, acknowledged(id)));
    scene.refuse(PK, acknowledged(id));
    said.add(scene.say(IR, progress(id, 20)));
    said.add(scene.say(IR, progress(id, 40)));
    said.add(scene.say(PK, disputed(id)));
    assertThat(scene.state.commitment(id).orElseThrow().mentions().stream())
        .containsExactlyElementsOf(said);
  }
}
