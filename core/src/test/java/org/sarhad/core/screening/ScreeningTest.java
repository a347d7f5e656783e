package org.sarhad.core.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.screening.ScreeningScene.AGREED;
import static org.sarhad.core.screening.ScreeningScene.IR;
import static org.sarhad.core.screening.ScreeningScene.PK;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Sides;

/// What becomes of decisions, lists and licences (protocol clauses 16-3 to 16-6).
class ScreeningTest {
  private final ScreeningScene scene = new ScreeningScene();

  @Test
  void twoOfficersOfEachSideMakeAPartyOneToSignWith() {
    assertThat(scene.standing(IR)).isEqualTo(Standing.NOT_SCREENED);
    EntryId proposal = scene.say(IR, clear(scene.takes(IR, "a")));
    assertThat(scene.standing(IR)).isEqualTo(Standing.NOT_SCREENED);

    scene.second(IR, new ScreeningFact.Confirmed(proposal));
    assertThat(scene.standing(IR)).isEqualTo(Standing.GOOD);
    assertThat(objection()).contains(ScreeningRefusal.PARTY_NOT_SCREENED);

    scene.decide(PK, clear(scene.takes(PK, "another file")));
    assertThat(objection()).isEmpty();
    assertThat(scene.state.screened(IR, Lists.RICE).decision().orElseThrow())
        .extracting(decided -> decided.proposal().officer().value(), d -> d.officer().value())
        .containsExactly("ir.sarhad.example/officer/7f3a", "ir.sarhad.example/officer/2b2b");
  }

  /// A hold needs no second officer, no list that is new enough, and nobody's leave.
  @Test
  void aHoldIsAlwaysOpen() {
    ListState list = scene.takes(IR, "a");
    scene.decide(IR, clear(list));
    scene.voices.at(Sides.EIGHT.plus(Duration.ofDays(300)));

    scene.say(IR, new ScreeningFact.Held(Lists.RICE, Lists.grounds(Lists.state("eu", "old"))));
    assertThat(scene.standing(IR)).isEqualTo(Standing.HELD);
    assertThat(scene.standing(PK)).isEqualTo(Standing.NOT_SCREENED);
  }

  @Test
  void whatIsHeldIsReleasedByTwoAndNeverCleared() {
    Grounds grounds = Lists.grounds(scene.takes(IR, "a"));
    scene.say(IR, new ScreeningFact.Held(Lists.RICE, grounds));
    assertThat(scene.refuse(IR, Lists.proposed(Status.CLEAR, grounds)))
        .isEqualTo(ScreeningRefusal.PARTY_HELD);

    EntryId proposal = scene.say(IR, Lists.proposed(Status.RELEASED, grounds));
    assertThat(scene.standing(IR)).isEqualTo(Standing.HELD);
    scene.second(IR, new ScreeningFact.Confirmed(proposal));
    assertThat(scene.standing(IR)).isEqualTo(Standing.GOOD);
    assertThat(scene.state.screened(IR, Lists.RICE).status()).contains(Status.RELEASED);
  }

  /// Refused is not for ever, and not cleared by the way either.
  @Test
  void whatWasRefusedIsReleasedByTwo() {
    Grounds grounds = Lists.grounds(scene.takes(IR, "a"));
    scene.decide(IR, Lists.proposed(Status.REFUSED, grounds));
    assertThat(scene.standing(IR)).isEqualTo(Standing.REFUSED);
    assertThat(scene.refuse(IR, Lists.proposed(Status.CLEAR, grounds)))
        .isEqualTo(ScreeningRefusal.PARTY_HELD);

    scene.decide(IR, Lists.proposed(Status.RELEASED, grounds));
    assertThat(scene.standing(IR)).isEqualTo(Standing.GOOD);
  }

  /// The second officer answers for the lists of the day on which they sign.
  @Test
  void aProposalDoesNotOutliveItsLists() {
    EntryId proposal = scene.say(IR, clear(scene.takes(IR, "a")));
    scene.takes(IR, "b");

    assertThat(
            scene.refuse(
                ScreeningScene.second(scene.voices.says(IR, Role.COMPLIANCE)),
                new ScreeningFact.Confirmed(proposal)))
        .isEqualTo(ScreeningRefusal.LISTS_NOT_CURRENT);
  }

  // ---- lists ----------------------------------------------------------------------------------

  @Test
  void aListGrowsOldAndIsLookedAtAgain() {
    ListState list = scene.takes(IR, "a");
    scene.decide(IR, clear(list));
    scene.voices.at(Sides.EIGHT.plus(AGREED.listAge()));
    assertThat(scene.standing(IR)).isEqualTo(Standing.GOOD);
    scene.voices.at(scene.voices.time().plusMillis(1));
    assertThat(scene.standing(IR)).isEqualTo(Standing.LIST_STALE);

    scene.say(IR, new ScreeningFact.ListTaken(list));
    assertThat(scene.standing(IR)).isEqualTo(Standing.GOOD);
  }

  @Test
  void aListThatChangesHasEverybodyScreenedAgain() {
    scene.decide(IR, clear(scene.takes(IR, "a")));
    ListState next = scene.takes(IR, "b");
    assertThat(scene.standing(IR)).isEqualTo(Standing.SCREEN_AGAIN);
    assertThat(again()).containsExactly(Lists.RICE);

    scene.decide(IR, clear(next));
    assertThat(again()).isEmpty();
  }

  @Test
  void anotherListHasEverybodyScreenedAgainAndSoHasItsEnd() {
    scene.decide(IR, clear(scene.takes(IR, "a")));
    scene.say(IR, new ScreeningFact.ListTaken(Lists.state("eu", "e")));
    assertThat(scene.standing(IR)).isEqualTo(Standing.SCREEN_AGAIN);

    scene.say(IR, new ScreeningFact.ListEnded(ListSource.of("eu"), Lists.WHY));
    assertThat(scene.standing(IR)).isEqualTo(Standing.GOOD);
    assertThat(scene.state.listsOf(IR)).containsOnlyKeys(ListSource.UN);
    assertThat(scene.state.listsOf(PK)).isEmpty();
  }

  @Test
  void aLowerAgreedThresholdHasEverybodyScreenedAgain() {
    scene.decide(IR, clear(scene.takes(IR, "a")));
    ScreeningSettings stricter = new ScreeningSettings(799, AGREED.listAge(), AGREED.lookBack());

    assertThat(scene.state.standing(IR, Lists.RICE, Sides.EIGHT, stricter))
        .isEqualTo(Standing.SCREEN_AGAIN);
  }

  @Test
  void aLookBackHasWhatIsOpenAndWhatIsNotLongAgo() {
    scene.decide(IR, clear(scene.takes(IR, "a")));
    scene.takes(IR, "b");
    SubjectId other = SubjectId.of("another");
    Instant now = Sides.EIGHT;
    Instant before = now.minus(AGREED.lookBack());
    LookBack.Dealing open = dealing(1, true, before.minusMillis(1), Lists.RICE);
    LookBack.Dealing recent = dealing(2, false, before, other, Lists.RICE);
    LookBack.Dealing longAgo = dealing(3, false, before.minusMillis(1), Lists.RICE);
    LookBack.Dealing ofOthers = dealing(4, true, now, other);

    LookBack back =
        LookBack.of(scene.state, IR, List.of(open, recent, longAgo, ofOthers), now, AGREED);
    assertThat(back.subjects()).containsExactly(Lists.RICE);
    assertThat(back.dealings()).containsExactly(open, recent);
    assertThat(LookBack.of(scene.state, PK, List.of(open), now, AGREED).dealings()).isEmpty();
  }

  private static LookBack.Dealing dealing(
      long index, boolean isOpen, Instant last, SubjectId... subjects) {
    return new LookBack.Dealing(
        new EntryId(Sides.IR_LOG, index), Ordered.set(subjects), isOpen, last);
  }

  // ---- licences -------------------------------------------------------------------------------

  @Test
  void aLicenceIsUsedUpLikeAQuota() {
    EntryId licence = scene.say(IR, Lists.licence());
    EntryId draw = scene.say(IR, Lists.drawn(licence, "100630", 600));
    scene.say(IR, Lists.drawn(licence, "310210", 400));
    assertThat(basis(licence).left()).isZero();
    assertThat(scene.refuse(IR, Lists.drawn(licence, "100630", 1)))
        .isEqualTo(ScreeningRefusal.QUOTA_EXCEEDED);

    scene.say(IR, new ScreeningFact.BasisReturned(draw, Lists.WHY));
    assertThat(basis(licence).left()).isEqualTo(600);
    assertThat(basis(licence).returned().containsKey(draw)).isTrue();
    scene.say(IR, new ScreeningFact.BasisEnded(licence, Lists.WHY));
    assertThat(scene.refuse(IR, Lists.drawn(licence, "100630", 1)))
        .isEqualTo(ScreeningRefusal.BASIS_UNKNOWN);
  }

  @Test
  void aPartyReleasedByALicenceIsSoAsLongAsTheLicenceHolds() {
    Grounds grounds = Lists.grounds(scene.takes(IR, "a"));
    scene.say(IR, new ScreeningFact.Held(Lists.RICE, grounds));
    EntryId licence = scene.say(IR, Lists.licence());
    scene.decide(
        IR, new ScreeningFact.Proposed(Lists.RICE, Status.RELEASED, grounds, Optional.of(licence)));
    assertThat(scene.standing(IR)).isEqualTo(Standing.GOOD);

    scene.voices.at(Lists.licence().until());
    assertThat(scene.standing(IR)).isEqualTo(Standing.SCREEN_AGAIN);
    scene.voices.at(Sides.EIGHT);
    scene.say(IR, new ScreeningFact.BasisEnded(licence, Lists.WHY));
    assertThat(scene.standing(IR)).isEqualTo(Standing.SCREEN_AGAIN);
  }

  // ---- the state ------------------------------------------------------------------------------

  @Test
  void theDigestTellsEveryOutcomeApart() {
    ScreeningState before = scene.state;
    scene.takes(IR, "a");
    assertThat(scene.state.digest()).isNotEqualTo(before.digest());
    assertThat(scene.state.among(scene.voices.parties())).isSameAs(scene.state);
    assertThat(scene.state.among(Ordered.set(IR)).digest()).isEqualTo(scene.state.digest());
  }

  private List<SubjectId> again() {
    return scene.state.toScreenAgain(IR, scene.voices.time(), AGREED);
  }

  private LegalBasis basis(EntryId id) {
    return scene.state.bases().get(id);
  }

  private static ScreeningFact.Proposed clear(ListState list) {
    return Lists.proposed(Status.CLEAR, Lists.grounds(list));
  }

  private Optional<ScreeningRefusal> objection() {
    return scene.state.objectionToSigning(Ordered.set(Lists.RICE), scene.voices.time(), AGREED);
  }
}
