package org.sarhad.core.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.inquiry.InquiryScene.AGENCY;
import static org.sarhad.core.inquiry.InquiryScene.INVESTIGATOR;
import static org.sarhad.core.inquiry.InquiryScene.IR;
import static org.sarhad.core.inquiry.InquiryScene.PK;
import static org.sarhad.core.inquiry.InquiryScene.T0;
import static org.sarhad.core.inquiry.InquiryScene.WHY;
import static org.sarhad.core.inquiry.InquiryScene.file;
import static org.sarhad.core.inquiry.InquiryScene.killed;
import static org.sarhad.core.inquiry.InquiryScene.label;
import static org.sarhad.core.inquiry.InquiryScene.press;
import static org.sarhad.core.inquiry.InquiryScene.salt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Role;

/// Matters, claims, seals and positions (09-1 to 09-4).
class ClaimsTest {
  private final InquiryScene scene = InquiryScene.of("ir", "pk");
  private final EntryId matter = scene.opened(IR);

  // ---- matters --------------------------------------------------------------------------------

  @Test
  void eachSideClosesForItselfAndOpensAgain() {
    scene.say(IR, new MatterFact.Closed(matter, WHY));
    scene.claim(PK, matter, killed(3));
    assertThat(scene.board(matter).head().closed()).containsExactly(IR);

    scene.say(IR, new MatterFact.Reopened(matter, WHY));
    scene.claim(IR, matter, killed(4));

    assertThat(scene.board(matter).head().closed()).isEmpty();
  }

  /// What a side owes it can still do after closing: show what it sealed.
  @Test
  void closingLetsNobodyKeepASeal() {
    EntryId seal = scene.say(IR, scene.seal(IR, matter, killed(3), 1));
    scene.say(IR, new MatterFact.Closed(matter, WHY));

    scene.say(IR, new ClaimFact.Revealed(seal, salt(1), killed(3)));

    assertThat(scene.claim(seal).isStanding()).isTrue();
  }

  @Test
  void importedHistoryProvesNoNotice() {
    EntryId old =
        scene.say(
            IR, MatterFact.Opened.of(MatterKind.INCIDENT, Words.en("13 February")).imported());

    assertThat(scene.board(old).head().hasNoProofOfNotice()).isTrue();
    assertThat(scene.board(old).lines()).contains("imported | no_proof_of_earlier_notice");
    assertThat(scene.board(matter).head().hasNoProofOfNotice()).isFalse();
  }

  /// Traces are lost within days; old matters and deliveries have none.
  @Test
  void aSceneIsKeptAndAVisitProposed() {
    SceneClock clock = scene.board(matter).head().scene().orElseThrow();
    assertThat(clock)
        .isEqualTo(
            new SceneClock(
                T0.plus(Duration.ofHours(24)), T0.plus(Duration.ofHours(48)), false, false));
    scene.pass(Duration.ofHours(49));
    assertThat(scene.board(matter).head().scene().orElseThrow().isOverdue()).isTrue();
    scene.propose(IR, InquiryScene.visit(matter));
    assertThat(scene.board(matter).head().scene().orElseThrow().isVisitProposed()).isTrue();
    assertThat(scene.board(matter).head().scene().orElseThrow().isOverdue()).isFalse();

    EntryId delivery =
        scene.say(PK, MatterFact.Opened.of(MatterKind.DELIVERY_DISPUTE, Words.en("wagons")));
    assertThat(scene.board(delivery).head().scene()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CLERK, true",
    "INVESTIGATOR, true",
    "CHIEF, false",
    "WATCH_OFFICER, false",
    "ADMIN, false"
  })
  void aClaimIsStatedByInvestigatorsAndClerks(Role role, boolean may) {
    ActEntry entry = scene.next(IR, Ordered.set(role));

    assertThat(
            InquiryRules.objection(
                    scene.state(),
                    entry,
                    new ClaimFact.Stated(matter, killed(3)),
                    InquiryScene.SETTINGS)
                .isEmpty())
        .isEqualTo(may);
  }

  // ---- claims ---------------------------------------------------------------------------------

  @Test
  void aSupersededClaimStaysWithTheReason() {
    EntryId three = scene.claim(PK, matter, killed(3));
    EntryId four = scene.say(PK, new ClaimFact.Superseded(three, WHY, killed(4)));

    assertThat(scene.claim(three).isStanding()).isFalse();
    assertThat(scene.claim(three).end().orElseThrow().successor()).contains(four);
    assertThat(scene.claim(three).end().orElseThrow().reason()).isEqualTo(WHY);
    assertThat(scene.claim(three).says()).isEqualTo(killed(3));
    assertThat(scene.claim(four).supersedes()).contains(three);
    assertThat(scene.refuse(PK, new ClaimFact.Withdrawn(three, WHY)))
        .isEqualTo(InquiryRefusal.CLAIM_ENDED);
  }

  @Test
  void aWithdrawnClaimStaysToo() {
    EntryId claim = scene.claim(PK, matter, killed(3));
    scene.say(PK, new ClaimFact.Withdrawn(claim, WHY));

    assertThat(scene.claim(claim).says()).isEqualTo(killed(3));
    assertThat(scene.claim(claim).end().orElseThrow().successor()).isEmpty();
  }

  /// The category may be corrected; what is counted, not.
  @Test
  void aClaimIsSupersededByOneOfTheSameProperty() {
    EntryId claim = scene.claim(PK, matter, killed(3));
    Statement civil =
        Statement.of(
            Property.KILLED, Value.Quantity.persons(Span.exactly(3), Category.CIVIL), T0, AGENCY);

    EntryId next = scene.say(PK, new ClaimFact.Superseded(claim, WHY, civil));

    assertThat(scene.board(matter).rows()).hasSize(2);
    assertThat(scene.claim(next).says().subject().toString()).isEqualTo("killed/civil");
  }

  @Test
  void aTranslationStandsBesideTheOriginal() {
    EntryId claim = scene.claim(PK, matter, killed(3));
    scene.say(IR, new ClaimFact.Translated(claim, Samples.FARSI));

    assertThat(scene.claim(claim).says()).isEqualTo(killed(3));
    assertThat(scene.claim(claim).translations().values().toList())
        .singleElement()
        .satisfies(translation -> assertThat(translation.signed().by()).isEqualTo(IR))
        .satisfies(translation -> assertThat(translation.words()).isEqualTo(Samples.FARSI));
  }

  /// Names that only look like a side's are those of third parties; a side's own name is not.
  @ParameterizedTest
  @CsvSource({"pk, true", "PK, true", "' ir ', true", "pk news, false", "an agency, false"})
  void nobodySpeaksForASide(String outlet, boolean isRefused) {
    Statement says = press(outlet, Span.exactly(3));
    ClaimFact.Stated fact = new ClaimFact.Stated(matter, says);

    Optional<InquiryRefusal> objection =
        InquiryRules.objection(
            scene.state(), scene.next(IR, INVESTIGATOR), fact, InquiryScene.SETTINGS);

    assertThat(objection)
        .isEqualTo(isRefused ? Optional.of(InquiryRefusal.SPEAKS_FOR_SIDE) : Optional.empty());
  }

  // ---- seals ----------------------------------------------------------------------------------

  @Test
  void aSealedClaimSaysNothingBeforeItIsRevealed() {
    EntryId seal = scene.say(PK, scene.seal(PK, matter, killed(14), 1));

    assertThat(scene.state().claim(seal)).isEmpty();
    assertThat(scene.board(matter).rows()).isEmpty();
    assertThat(scene.refuse(IR, ClaimFact.PositionTaken.of(seal, Stance.ACCEPT, Optional.empty())))
        .isEqualTo(InquiryRefusal.CLAIM_UNKNOWN);
  }

  @Test
  void aRevealedClaimStandsWhereItWasSealed() {
    EntryId seal = scene.say(PK, scene.seal(PK, matter, killed(14), 1));
    EntryId other = scene.claim(PK, matter, killed(15));
    EntryId reveal = scene.say(PK, new ClaimFact.Revealed(seal, salt(1), killed(14)));

    Claim claim = scene.claim(seal);
    assertThat(claim.id()).isEqualTo(seal);
    assertThat(claim.revealed().orElseThrow().entry()).isEqualTo(reveal);
    assertThat(scene.row(matter, Property.KILLED).cells().getLast().said())
        .extracting(said -> said.claim().id())
        .containsExactly(seal, other);
  }

  /// What its author learnt after sealing it cannot have been in it.
  @Test
  void whatWasSealedIsJudgedWhereItWasSealed() {
    Statement later =
        Statement.of(Property.OCCURRED, new Value.YesNo(true), T0.plusSeconds(3600), AGENCY);
    EntryId seal = scene.say(PK, scene.seal(PK, matter, later, 1));
    EntryId exhibit = new EntryId(InquiryScene.log(IR), scene.size(IR));
    Statement resting =
        new Statement(Property.KILLED, killed(3).value(), T0, AGENCY, List.of(exhibit), List.of());
    EntryId foreseen = scene.say(PK, scene.seal(PK, matter, resting, 2));
    assertThat(scene.say(IR, file(matter, "x"))).isEqualTo(exhibit);
    scene.pass(Duration.ofHours(2));

    assertThat(scene.refuse(PK, new ClaimFact.Revealed(seal, salt(1), later)))
        .isEqualTo(InquiryRefusal.AS_OF_LATER);
    assertThat(scene.refuse(PK, new ClaimFact.Revealed(foreseen, salt(2), resting)))
        .isEqualTo(InquiryRefusal.NOT_SEEN);
  }

  @Test
  void aSealCannotBeCopied() {
    ClaimFact.Sealed theirs = scene.seal(PK, matter, killed(14), 1);
    scene.say(PK, theirs);
    EntryId copy = scene.say(IR, theirs);

    assertThat(scene.refuse(IR, new ClaimFact.Revealed(copy, salt(1), killed(14))))
        .isEqualTo(InquiryRefusal.REVEAL_MISMATCH);
  }

  @Test
  void onlyItsAuthorRevealsASeal() {
    EntryId seal = scene.say(PK, scene.seal(PK, matter, killed(14), 1));

    assertThat(scene.refuse(IR, new ClaimFact.Revealed(seal, salt(1), killed(14))))
        .isEqualTo(InquiryRefusal.NOT_YOUR_CLAIM);
  }

  /// 09-3.5: three sealed, one shown in time, one late, one never.
  @Test
  void sealsAreCounted() {
    EntryId one = scene.say(PK, scene.seal(PK, matter, killed(1), 1));
    EntryId two = scene.say(PK, scene.seal(PK, matter, killed(2), 2));
    scene.say(PK, scene.seal(PK, matter, killed(3), 3));
    scene.say(PK, new ClaimFact.Revealed(one, salt(1), killed(1)));
    assertThat(tally()).isEqualTo(new SealTally(3, 1, 0, 0));

    scene.pass(Duration.ofHours(25));
    scene.say(PK, new ClaimFact.Revealed(two, salt(2), killed(2)));

    assertThat(tally()).isEqualTo(new SealTally(3, 2, 1, 1));
    assertThat(scene.board(matter).head().seals().get(IR)).isEqualTo(new SealTally(0, 0, 0, 0));
  }

  private SealTally tally() {
    return scene.board(matter).head().seals().get(PK);
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, false", "1, true", "72, true", "73, false"})
  void aSealIsShownLaterAndSoon(long hours, boolean holds) {
    ClaimFact.Sealed fact =
        new ClaimFact.Sealed(
            matter, scene.state().digest(), scene.time().plus(Duration.ofHours(hours)));

    assertThat(
            InquiryRules.objection(
                    scene.state(), scene.next(IR, INVESTIGATOR), fact, InquiryScene.SETTINGS)
                .isEmpty())
        .isEqualTo(holds);
  }

  // ---- positions ------------------------------------------------------------------------------

  @Test
  void theLatestPositionCountsAndEarlierOnesStay() {
    EntryId claim = scene.claim(IR, matter, killed(27));
    scene.position(PK, claim, Stance.CANNOT_VERIFY);
    scene.position(PK, claim, Stance.ACCEPT);

    assertThat(scene.claim(claim).positionOf(PK).orElseThrow().stance()).isEqualTo(Stance.ACCEPT);
    assertThat(scene.claim(claim).everyPosition())
        .extracting(Position::stance)
        .containsExactly(Stance.CANNOT_VERIFY, Stance.ACCEPT);
  }

  /// 09-4.3: an answer in good faith to a claim that was being withdrawn holds, for that claim
  /// only.
  @Test
  void whoDidNotKnowOfTheEndAnswersInGoodFaith() {
    EntryId three = scene.claim(IR, matter, killed(3));
    scene.blinded(PK);
    EntryId four = scene.say(IR, new ClaimFact.Superseded(three, WHY, killed(4)));

    scene.position(PK, three, Stance.ACCEPT);

    assertThat(scene.claim(three).positionOf(PK)).isPresent();
    assertThat(scene.claim(four).positionOf(PK)).isEmpty();
    assertThat(scene.row(matter, Property.KILLED).state()).isEqualTo(RowState.UNANSWERED);
    scene.sighted(PK);
    assertThat(scene.refuse(PK, ClaimFact.PositionTaken.of(three, Stance.ACCEPT, Optional.empty())))
        .isEqualTo(InquiryRefusal.CLAIM_ENDED);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 6, 4, 6, true",
    "4, 6, 5, 5, true",
    "4, 6, 3, 5, false",
    "4, 6, 5, 7, false",
    "4, , 5, 900, true",
    "4, , 3, 3, false"
  })
  void aPartIsWithinTheClaim(long low, Long high, long partLow, long partHigh, boolean holds) {
    EntryId claim = scene.claim(IR, matter, killed(new Span(low, Optional.ofNullable(high))));
    ClaimFact.PositionTaken part =
        new ClaimFact.PositionTaken(
            claim,
            Stance.ACCEPT_PART,
            Optional.of(killed(Span.between(partLow, partHigh)).value()),
            Optional.of(WHY),
            List.of());

    assertThat(
            InquiryRules.objection(
                    scene.state(), scene.next(PK, INVESTIGATOR), part, InquiryScene.SETTINGS)
                .isEmpty())
        .isEqualTo(holds);
  }

  @Test
  void ofWhatHasNoBoundsTheReasonSaysWhichPart() {
    EntryId claim = scene.claim(IR, matter, label(Property.EXIT_DIRECTION, "north by west"));
    scene.position(PK, claim, Stance.ACCEPT_PART);
    ClaimFact.PositionTaken odd =
        new ClaimFact.PositionTaken(
            claim,
            Stance.ACCEPT_PART,
            Optional.of(new Value.Label("north")),
            Optional.of(WHY),
            List.of());

    assertThat(scene.refuse(PK, odd)).isEqualTo(InquiryRefusal.PART_MISFIT);
  }

  /// People of another category are no part of a count.
  @Test
  void aPartIsOfTheSameKind() {
    EntryId claim = scene.claim(IR, matter, killed(Span.between(4, 6)));
    ClaimFact.PositionTaken odd =
        new ClaimFact.PositionTaken(
            claim,
            Stance.ACCEPT_PART,
            Optional.of(Value.Quantity.persons(Span.exactly(4), Category.CIVIL)),
            Optional.of(WHY),
            List.of());

    assertThat(scene.refuse(PK, odd)).isEqualTo(InquiryRefusal.PART_MISFIT);
  }

  @Test
  void anAnswerIsDueTenDaysAfterProvenReceipt() {
    EntryId claim = scene.claim(IR, matter, killed(3));
    BoardView proven =
        new BoardView(
            T0.plus(Duration.ofDays(10)), InquiryScene.SETTINGS, (_, _) -> Optional.of(T0));
    BoardView later =
        new BoardView(
            T0.plus(Duration.ofDays(10)).plusMillis(1),
            InquiryScene.SETTINGS,
            (_, _) -> Optional.of(T0));

    assertThat(scene.board(matter).dues())
        .containsExactly(new PositionDue(claim, PK, Optional.empty(), false));
    assertThat(Board.of(scene.state(), matter, proven).dues())
        .containsExactly(
            new PositionDue(claim, PK, Optional.of(T0.plus(Duration.ofDays(10))), false));
    assertThat(Board.of(scene.state(), matter, later).dues().getFirst().isOverdue()).isTrue();

    scene.position(PK, claim, Stance.NONE_YET);
    assertThat(scene.board(matter).dues()).hasSize(1);
    scene.position(PK, claim, Stance.CANNOT_VERIFY);
    assertThat(scene.board(matter).dues()).isEmpty();
  }

  /// A claim that was sealed is to be answered from its reveal on, not from the seal.
  @Test
  void aSealedClaimIsDueFromItsReveal() {
    EntryId seal = scene.say(PK, scene.seal(PK, matter, killed(14), 1));
    EntryId reveal = scene.say(PK, new ClaimFact.Revealed(seal, salt(1), killed(14)));
    BoardView view =
        new BoardView(
            T0,
            InquiryScene.SETTINGS,
            (entry, _) -> entry.equals(reveal) ? Optional.of(T0) : Optional.empty());

    assertThat(Board.of(scene.state(), matter, view).dues())
        .containsExactly(
            new PositionDue(seal, IR, Optional.of(T0.plus(Duration.ofDays(10))), false));
  }
}
