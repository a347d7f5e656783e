package org.sarhad.core.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.act.ActScene.CHIEF;
import static org.sarhad.core.act.ActScene.CROSSING;
import static org.sarhad.core.act.ActScene.assent;
import static org.sarhad.core.act.ActScene.chief;
import static org.sarhad.core.act.ActScene.crossing;
import static org.sarhad.core.act.ActScene.refusal;
import static org.sarhad.core.act.ActScene.withdrawal;
import static org.sarhad.core.testing.TestSide.idOf;
import static org.sarhad.core.testing.TestSide.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.KeyEnd;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;
import org.sarhad.tlog.note.NoteSigner;

/// What becomes of an act: docs/protocol/07-acts.md, clauses 07-3 to 07-7, story by story. The
/// order of the lines is the joint order; a side knows what it was told to see.
class ActStagesTest {
  private final ActScene scene = ActScene.of("ir", "pk");
  private final TestSide ir = scene.side("ir");
  private final TestSide pk = scene.side("pk");

  // ---- yes and no -----------------------------------------------------------------------------

  @Test
  void anAssentMakesItEffectiveWhereItStands() {
    ActRef act = scene.proposed(ir);
    assertThat(scene.stage(act)).isEqualTo(ActStage.PROPOSED);
    assertThat(scene.act(act.entry()).lacking()).containsExactly(Sides.PK);

    EntryId assent = scene.say(pk, assent(act));

    assertThat(scene.stage(act)).isEqualTo(ActStage.EFFECTIVE);
    assertThat(scene.act(act.entry()).by()).isEqualTo(assent);
    assertThat(scene.act(act.entry()).lacking()).isEmpty();
  }

  @Test
  void oneNoIsEnough() {
    ActScene three = ActScene.of("ir", "pk", "om");
    ActRef act = three.proposed(three.side("ir"));
    three.say(three.side("pk"), assent(act));
    three.say(three.side("om"), refusal(act));

    assertThat(three.stage(act)).isEqualTo(ActStage.REFUSED);
  }

  @Test
  void aCounterProposalRefusesAndProposes() {
    ActRef act = scene.proposed(ir);
    ActRef counter = scene.proposed(pk, crossing().countering(act));

    assertThat(scene.stage(act)).isEqualTo(ActStage.REFUSED);
    assertThat(scene.act(act.entry()).by()).isEqualTo(counter.entry());
    scene.say(ir, assent(counter));
    assertThat(scene.stage(counter)).isEqualTo(ActStage.EFFECTIVE);
  }

  /// It is a proposal in any case: somebody else's no, of which its author could not know, does not
  /// take that away.
  @Test
  void aCounterProposalToWhatIsRefusedAlreadyStandsAsAProposal() {
    ActScene three = ActScene.of("ir", "pk", "om");
    ActRef act = three.proposed(three.side("ir"));
    EntryId no = three.say(three.side("om"), refusal(act));
    EntryId counter = three.say(three.side("pk"), crossing().countering(act));

    assertThat(three.act(act.entry()).by()).isEqualTo(no);
    assertThat(three.act(counter).stage()).isEqualTo(ActStage.PROPOSED);
  }

  // ---- several officers -----------------------------------------------------------------------

  @Test
  void everySeatOfEverySideIsFilled() {
    Seats chiefAndTwo = Seats.of(Role.CHIEF, 1).and(Role.SECTOR_COMMANDER, 2);
    ActScene strict =
        new ActScene(
            (kind, modalities, parties) ->
                Optional.of(
                    new Quorum(
                        Quorum.alike(parties, Seats.of(Role.CHIEF, 1))
                            .seats()
                            .put(Sides.PK, chiefAndTwo))),
            "ir",
            "pk");
    TestSide side = strict.side("pk");
    List<NoteSigner> commanders = new ArrayList<>();
    for (String name : List.of("5ec1", "5ec2", "5ec3")) {
      NoteSigner officer = side.officer(name);
      strict.record(
          side, side.admin(), new RecordFact.OfficerGranted(with(officer, Role.SECTOR_COMMANDER)));
      commanders.add(officer);
    }
    ActRef act = strict.proposed(strict.side("ir"));
    ActFact asCommander = new ActFact.Assented(act, 0, Capacity.of(Role.SECTOR_COMMANDER));

    strict.say(side, commanders.get(0), asCommander);
    assertThat(strict.stage(act)).isEqualTo(ActStage.ASSENTED);
    assertThat(strict.refuse(side, commanders.get(0), asCommander))
        .isEqualTo(ActRefusal.ALREADY_SIGNED);
    strict.say(side, assent(act));
    assertThat(strict.stage(act)).isEqualTo(ActStage.ASSENTED);
    assertThat(strict.act(act.entry()).isLacking(Sides.PK)).isTrue();
    strict.say(side, commanders.get(1), asCommander);

    assertThat(strict.stage(act)).isEqualTo(ActStage.EFFECTIVE);
    assertThat(strict.act(act.entry()).filled(Sides.PK, Role.SECTOR_COMMANDER)).isEqualTo(2);
    assertThat(strict.refuse(side, commanders.get(2), asCommander))
        .isEqualTo(ActRefusal.ACT_IN_FORCE);
  }

  @Test
  void whileSeatsAreFreeASideThatHasBegunToAssentMayStillRefuse() {
    ActScene strict =
        new ActScene(
            (kind, modalities, parties) ->
                Optional.of(Quorum.alike(parties, Seats.of(Role.CHIEF, 2))),
            "ir",
            "pk");
    TestSide side = strict.side("pk");
    NoteSigner second = side.officer("c1c1");
    strict.record(side, side.admin(), new RecordFact.OfficerGranted(with(second, Role.CHIEF)));
    ActRef act = strict.proposed(strict.side("ir"));
    strict.say(side, assent(act));
    strict.say(side, second, refusal(act));

    assertThat(strict.stage(act)).isEqualTo(ActStage.REFUSED);
  }

  /// The proposer's second officer is still to sign, and will not: their own side knows at once.
  @Test
  void aWithdrawalBeforeTheProposersOwnSeatsAreFilledEndsItAtOnce() {
    ActScene strict =
        new ActScene(
            (kind, modalities, parties) ->
                Optional.of(Quorum.alike(parties, Seats.of(Role.CHIEF, 2))),
            "ir",
            "pk");
    ActRef act = strict.proposed(strict.side("ir"));
    EntryId withdrawal = strict.say(strict.side("ir"), withdrawal(act));

    assertThat(strict.stage(act)).isEqualTo(ActStage.WITHDRAWN);
    assertThat(strict.act(act.entry()).by()).isEqualTo(withdrawal);
    assertThat(strict.acts().leaving().isEmpty()).isTrue();
  }

  // ---- withdrawal -----------------------------------------------------------------------------

  @Test
  void aWithdrawalEndsAnActOnlyWhereTheOtherSideIsSeenToKnowOfIt() {
    ActRef act = scene.proposed(ir);
    EntryId withdrawal = scene.say(ir, withdrawal(act));
    assertThat(scene.stage(act)).isEqualTo(ActStage.PROPOSED);
    assertThat(scene.act(act.entry()).isBeingWithdrawn()).isTrue();
    assertThat(scene.acts().leaving().find(withdrawal)).contains(act.entry());

    scene.note(pk);
    assertThat(scene.stage(act)).isEqualTo(ActStage.PROPOSED);
    scene.sees(pk);
    EntryId knowing = scene.note(pk);

    assertThat(scene.stage(act)).isEqualTo(ActStage.WITHDRAWN);
    assertThat(scene.act(act.entry()).by()).isEqualTo(knowing);
    assertThat(scene.acts().leaving().isEmpty()).isTrue();
  }

  /// CISG art. 16(1), in either order of the two.
  @Test
  void anAssentBeatsAWithdrawalItsAuthorDidNotKnowOf() {
    ActRef first = scene.proposed(ir);
    scene.say(ir, withdrawal(first));
    scene.say(pk, assent(first));
    assertThat(scene.stage(first)).isEqualTo(ActStage.EFFECTIVE);

    ActRef second = scene.proposed(ir);
    scene.say(pk, assent(second));
    EntryId tooLate = scene.say(ir, withdrawal(second));
    assertThat(scene.stage(second)).isEqualTo(ActStage.EFFECTIVE);
    assertThat(scene.act(second.entry()).withdrawal().orElseThrow().entry()).isEqualTo(tooLate);
    assertThat(scene.acts().leaving().isEmpty()).isTrue();

    scene.sees(pk).sees(ir);
    scene.note(pk);
    assertThat(scene.stage(first)).isEqualTo(ActStage.EFFECTIVE);
    assertThat(scene.stage(second)).isEqualTo(ActStage.EFFECTIVE);
  }

  @Test
  void aRefusalThatDidNotKnowOfTheWithdrawalIsARefusal() {
    ActRef act = scene.proposed(ir);
    scene.say(ir, withdrawal(act));
    scene.say(pk, refusal(act));

    assertThat(scene.stage(act)).isEqualTo(ActStage.REFUSED);
    assertThat(scene.acts().leaving().isEmpty()).isTrue();
  }

  @Test
  void anExpiryIsAWithdrawalThatWasAnnounced() {
    ActRef act = scene.proposed(ir, crossing().expiring(Sides.EIGHT));
    scene.sayByNode(ir, new ActFact.Expired(act));
    assertThat(scene.act(act.entry()).isBeingWithdrawn()).isTrue();
    scene.sees(pk);
    scene.note(pk);
    assertThat(scene.stage(act)).isEqualTo(ActStage.EXPIRED);

    ActRef late = scene.proposed(ir, crossing().expiring(Sides.EIGHT));
    scene.sayByNode(ir, new ActFact.Expired(late));
    scene.say(pk, assent(late));
    assertThat(scene.stage(late)).isEqualTo(ActStage.EFFECTIVE);
  }

  /// One side assented before it knew, another one knew before it assented.
  @Test
  void withThreeOneSideThatKnowsIsEnoughToEndIt() {
    ActScene three = ActScene.of("ir", "pk", "om");
    ActRef act = three.proposed(three.side("ir"));
    three.say(three.side("ir"), withdrawal(act));
    three.say(three.side("pk"), assent(act));
    assertThat(three.stage(act)).isEqualTo(ActStage.ASSENTED);
    three.sees(three.side("pk"));
    three.note(three.side("pk"));
    assertThat(three.stage(act)).as("pk has assented and is bound").isEqualTo(ActStage.ASSENTED);
    three.sees(three.side("om"));
    three.note(three.side("om"));

    assertThat(three.stage(act)).isEqualTo(ActStage.WITHDRAWN);
  }

  // ---- what follows ---------------------------------------------------------------------------

  @Test
  void anActInForceEndsByOneThatTakesItsPlace() {
    ActRef old = scene.agreed(ir);
    ActRef next = scene.proposed(pk, crossing().superseding(old));
    assertThat(scene.stage(old)).isEqualTo(ActStage.EFFECTIVE);
    EntryId assent = scene.say(ir, assent(next));

    assertThat(scene.stage(next)).isEqualTo(ActStage.EFFECTIVE);
    assertThat(scene.stage(old)).isEqualTo(ActStage.SUPERSEDED);
    assertThat(scene.act(old.entry()).by()).isEqualTo(assent);
  }

  @Test
  void aContestVoidsAnActThatAStaleAssentMadeEffective() {
    ActRef act = scene.proposed(ir);
    scene.say(ir, withdrawal(act));
    EntryId assent = scene.say(pk, assent(act));
    scene.sees(ir);
    StaleProof proof =
        new StaleProof(
            ActScene.cosigned(ActScene.head(ir, 3, 10), pk, 10),
            ActScene.head(pk, 1, 11),
            ActScene.inclusion(ir, 2, 3));
    EntryId contest = scene.sayByNode(ir, new ActFact.Contested(act, assent, proof));

    assertThat(scene.stage(act)).isEqualTo(ActStage.VOIDED);
    assertThat(scene.act(act.entry()).by()).isEqualTo(contest);
  }

  /// A side that the act does not need may show the evidence too: it speaks for itself.
  @Test
  void anybodyMayContest() {
    ActScene three =
        new ActScene(
            (kind, modalities, parties) ->
                Optional.of(Quorum.alike(List.of(Sides.IR, Sides.PK), Seats.of(Role.CHIEF, 1))),
            "ir",
            "pk",
            "om");
    TestSide proposer = three.side("ir");
    TestSide cheat = three.side("pk");
    ActRef act = three.proposed(proposer);
    three.say(proposer, withdrawal(act));
    EntryId assent = three.say(cheat, assent(act));
    three.sees(three.side("om"));
    StaleProof proof =
        new StaleProof(
            ActScene.cosigned(ActScene.head(proposer, 3, 10), cheat, 10),
            ActScene.head(cheat, 1, 11),
            ActScene.inclusion(proposer, 2, 3));
    three.sayByNode(three.side("om"), new ActFact.Contested(act, assent, proof));

    assertThat(three.stage(act)).isEqualTo(ActStage.VOIDED);
  }

  // ---- delegation -----------------------------------------------------------------------------

  @Test
  void whoHoldsADelegationSignsInItsRole() {
    EntryId lent = scene.say(pk, lend(pk.watch(), CROSSING));
    ActRef act = scene.proposed(ir);
    scene.say(pk, pk.watch(), new ActFact.Assented(act, 0, Capacity.lent(Role.CHIEF, lent)));

    assertThat(scene.stage(act)).isEqualTo(ActStage.EFFECTIVE);
  }

  record Ending(String why, BiConsumer<ActScene, EntryId> end) {
    @Override
    public String toString() {
      return why;
    }
  }

  static Stream<Ending> endings() {
    return Stream.of(
        new Ending(
            "revoked by the lender",
            (scene, lent) ->
                scene.say(
                    scene.side("pk"), new ActFact.DelegationEnded(lent, DelegationEnd.REVOKED))),
        new Ending(
            "revoked by an administrator",
            (scene, lent) ->
                scene.say(
                    scene.side("pk"),
                    scene.side("pk").admin(),
                    new ActFact.DelegationEnded(lent, DelegationEnd.REVOKED))),
        new Ending(
            "the lender lost the role",
            (scene, lent) ->
                scene.record(
                    scene.side("pk"),
                    scene.side("pk").admin(),
                    new RecordFact.RoleRevoked(idOf(chief(scene.side("pk"))), Role.CHIEF))),
        new Ending(
            "the lender's key was stolen",
            (scene, lent) ->
                scene.record(
                    scene.side("pk"),
                    scene.side("pk").admin(),
                    new RecordFact.OfficerRevoked(idOf(chief(scene.side("pk"))), KeyEnd.STOLEN))));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void aDelegationHoldsUntilItEnds(Ending ending) {
    EntryId lent = scene.say(pk, lend(pk.watch(), CROSSING));
    ActRef before = scene.proposed(ir);
    ActRef after = scene.proposed(ir);
    scene.say(pk, pk.watch(), new ActFact.Assented(before, 0, Capacity.lent(Role.CHIEF, lent)));
    ending.end().accept(scene, lent);

    assertThat(
            scene.refuse(
                pk, pk.watch(), new ActFact.Assented(after, 0, Capacity.lent(Role.CHIEF, lent))))
        .isEqualTo(ActRefusal.NO_DELEGATION);
    assertThat(scene.stage(before)).as("what was good stays good").isEqualTo(ActStage.EFFECTIVE);
  }

  @Test
  void whatIsLentIsNotLentOn() {
    scene.say(pk, lend(pk.watch(), CROSSING));

    assertThat(scene.refuse(pk, pk.watch(), lend(pk.admin(), CROSSING)))
        .isEqualTo(ActRefusal.ROLE_MISSING);
  }

  private static ActFact.Delegated lend(NoteSigner to, ActKind kind) {
    return new ActFact.Delegated(idOf(to), Role.CHIEF, List.of(kind), Optional.empty());
  }

  // ---- the whole ------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void aTerminalStageIsNeverLeft(ActStage stage) {
    for (ActStage next : ActStage.values()) {
      assertThat(stage.mayBecome(next))
          .as("%s to %s", stage, next)
          .isEqualTo(
              !stage.isTerminal()
                  && next.compareTo(stage) >= 0
                  && (stage.isOpen()
                      ? next != ActStage.PROPOSED && next != ActStage.SUPERSEDED
                      : next == ActStage.SUPERSEDED || next == ActStage.VOIDED));
    }
    assertThat(stage.isOpen() && stage.isTerminal()).isFalse();
    assertThat(stage.code()).matches("[a-z]+");
  }

  /// What the digest stands for: everything that was said about acts, and what became of it.
  @Test
  void theDigestTellsWhatBecameOfEverything() {
    ActsState empty = ActScene.of("ir", "pk").acts();
    ActRef act = scene.proposed(ir);
    ActsState proposed = scene.acts();
    scene.note(ir);
    assertThat(scene.acts().digest()).as("nothing about acts").isEqualTo(proposed.digest());
    scene.say(ir, withdrawal(act));
    ActsState leaving = scene.acts();
    scene.sees(pk);
    scene.note(pk);

    assertThat(Stream.of(empty, proposed, leaving, scene.acts()).map(ActsState::digest).distinct())
        .hasSize(4);
  }

  @Test
  void aSeatAndAQuorumAreNotEmpty() {
    assertThat(Seats.of(Role.CHIEF, 1).and(Role.COMPLIANCE, 2).total()).isEqualTo(3);
    assertThat(Quorums.DEFAULT.find(CROSSING, 0, new TreeSet<>(List.of(Sides.IR)))).isEmpty();
    assertThat(
            Quorums.DEFAULT
                .find(CROSSING, 0, new TreeSet<>(List.of(Sides.IR, Sides.PK)))
                .orElseThrow()
                .seatsOf(Sides.PK))
        .contains(Seats.of(CHIEF.role(), 1));
  }
}
