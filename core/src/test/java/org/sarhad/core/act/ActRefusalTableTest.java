package org.sarhad.core.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.act.ActScene.CHIEF;
import static org.sarhad.core.act.ActScene.CROSSING;
import static org.sarhad.core.act.ActScene.LATER;
import static org.sarhad.core.act.ActScene.assent;
import static org.sarhad.core.act.ActScene.chief;
import static org.sarhad.core.act.ActScene.crossing;
import static org.sarhad.core.act.ActScene.refusal;
import static org.sarhad.core.act.ActScene.withdrawal;
import static org.sarhad.core.testing.TestSide.idOf;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.tree.Merkle;

/// Every refusal of [ActRules], by what provokes it: refused when asked, and void when said all the
/// same.
class ActRefusalTableTest {
  private final ActScene scene = ActScene.of("ir", "pk");
  private final TestSide ir = scene.side("ir");
  private final TestSide pk = scene.side("pk");

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(ActRefusal refusal) {
    assertThat(provoke(refusal)).isEqualTo(refusal);
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private ActRefusal provoke(ActRefusal refusal) {
    return switch (refusal) {
      case NOT_A_SIDE -> decide(context(pk, ir.at(1), true));
      case NOT_RELEASED -> decide(context(ir, ir.at(1), false));
      case NO_OFFICER -> scene.refuse(ir, null, crossing());
      case NODE_ONLY -> {
        ActRef act = scene.proposed(ir, crossing().expiring(Sides.EIGHT));
        yield scene.refuse(ir, new ActFact.Expired(act));
      }
      case NO_QUORUM ->
          scene.refuse(
              ir,
              new ActFact.Proposed(
                  CROSSING,
                  crossing().terms(),
                  7,
                  CHIEF,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
      case ACT_UNKNOWN -> scene.refuse(pk, assent(new ActRef(pk.at(0), Merkle.EMPTY_ROOT)));
      case NOT_SEEN -> scene.refuse(pk, assent(scene.act(scene.say(ir, crossing())).ref()));
      case OTHER_BYTES ->
          scene.refuse(pk, assent(new ActRef(scene.proposed(ir).entry(), Merkle.EMPTY_ROOT)));
      case OTHER_MODALITIES -> scene.refuse(pk, new ActFact.Assented(scene.proposed(ir), 1, CHIEF));
      case NOT_A_PARTY -> {
        ActScene three =
            new ActScene(
                (kind, modalities, parties) ->
                    Optional.of(Quorum.alike(List.of(Sides.IR, Sides.PK), Seats.of(Role.CHIEF, 1))),
                "ir",
                "pk",
                "om");
        ActRef act = three.proposed(three.side("ir"));
        yield three.refuse(three.side("om"), assent(act));
      }
      case NOT_PROPOSER -> scene.refuse(pk, withdrawal(scene.proposed(ir)));
      case OWN_ACT -> scene.refuse(ir, refusal(scene.proposed(ir)));
      case NO_SEAT ->
          scene.refuse(
              pk, new ActFact.Assented(scene.proposed(ir), 0, Capacity.of(Role.WATCH_OFFICER)));
      case ROLE_MISSING -> scene.refuse(pk, pk.watch(), assent(scene.proposed(ir)));
      case NO_DELEGATION -> {
        EntryId lent =
            scene.say(
                pk,
                new ActFact.Delegated(
                    idOf(pk.watch()),
                    Role.CHIEF,
                    List.of(ActKind.of("handover")),
                    Optional.empty()));
        ActFact.Assented byWatch =
            new ActFact.Assented(scene.proposed(ir), 0, Capacity.lent(Role.CHIEF, lent));
        yield scene.refuse(pk, pk.watch(), byWatch);
      }
      case ACT_IN_FORCE -> scene.refuse(ir, withdrawal(scene.agreed(ir)));
      case ACT_REFUSED -> scene.refuse(pk, assent(refused()));
      case ACT_WITHDRAWN -> scene.refuse(pk, assent(withdrawn()));
      case ACT_ENDED -> {
        ActRef old = scene.agreed(ir);
        ActRef next = scene.proposed(pk, crossing().superseding(old));
        scene.say(ir, assent(next));
        yield scene.refuse(ir, withdrawal(old));
      }
      case SIDE_ASSENTED -> {
        ActScene three = ActScene.of("ir", "pk", "om");
        ActRef act = three.proposed(three.side("ir"));
        three.say(three.side("pk"), assent(act));
        yield three.refuse(three.side("pk"), refusal(act));
      }
      case ALREADY_SIGNED -> {
        ActScene strict = twoSeats();
        ActRef act = strict.proposed(strict.side("ir"));
        strict.say(strict.side("pk"), assent(act));
        yield strict.refuse(strict.side("pk"), assent(act));
      }
      case SEAT_TAKEN -> {
        ActScene three = ActScene.of("ir", "pk", "om");
        TestSide side = three.side("pk");
        EntryId lent = three.say(side, lend(side.watch()));
        ActRef act = three.proposed(three.side("ir"));
        three.say(side, assent(act));
        yield three.refuse(
            side, side.watch(), new ActFact.Assented(act, 0, Capacity.lent(Role.CHIEF, lent)));
      }
      case ALREADY_WITHDRAWN -> {
        ActRef act = scene.proposed(ir);
        scene.say(ir, withdrawal(act));
        yield scene.refuse(ir, withdrawal(act));
      }
      case NO_EXPIRY -> scene.refuse(ir, null, new ActFact.Expired(scene.proposed(ir)));
      case TOO_EARLY ->
          scene.refuse(
              ir, null, new ActFact.Expired(scene.proposed(ir, crossing().expiring(LATER))));
      case NOT_IN_FORCE -> scene.refuse(pk, crossing().superseding(scene.proposed(ir)));
      case PARTY_LEFT_OUT -> {
        ActKind narrow = ActKind.of("narrow");
        ActScene three =
            new ActScene(
                (kind, modalities, parties) ->
                    Optional.of(
                        Quorum.alike(
                            kind.equals(narrow) ? List.of(Sides.IR, Sides.PK) : parties,
                            Seats.of(Role.CHIEF, 1))),
                "ir",
                "pk",
                "om");
        ActRef old = three.agreed(three.side("ir"));
        yield three.refuse(
            three.side("ir"),
            ActFact.Proposed.of(narrow, crossing().terms(), CHIEF).superseding(old));
      }
      case NOT_WITHDRAWN -> {
        ActRef act = scene.agreed(ir);
        yield scene.refuse(ir, contest(act, pk.at(1), proof(1, 2, 1, 20, 10)));
      }
      case NOT_AN_ASSENT -> {
        ActRef act = stale();
        yield scene.refuse(ir, contest(act, act.entry(), proof(2, 3, 1, 20, 10)));
      }
      case NOT_COVERED -> scene.refuse(ir, contest(stale(), pk.at(1), proof(1, 2, 1, 20, 10)));
      case NOT_COSIGNED -> {
        ActRef act = stale();
        StaleProof unsigned =
            new StaleProof(
                ActScene.head(ir, 3, 10), ActScene.head(pk, 1, 20), ActScene.inclusion(ir, 2, 3));
        yield scene.refuse(ir, contest(act, pk.at(1), unsigned));
      }
      case NOT_SILENT -> scene.refuse(ir, contest(stale(), pk.at(1), proof(2, 3, 2, 20, 10)));
      case NOT_LATER -> scene.refuse(ir, contest(stale(), pk.at(1), proof(2, 3, 1, 10, 10)));
      case OWN_ROLE -> scene.refuse(ir, lend(chief(ir)));
      case OFFICER_UNKNOWN -> scene.refuse(ir, lend(ir.officer("9999")));
      case DELEGATION_UNKNOWN -> {
        EntryId lent = scene.say(pk, lend(pk.watch()));
        scene.sees(ir);
        yield scene.refuse(ir, new ActFact.DelegationEnded(lent, DelegationEnd.REVOKED));
      }
      case DELEGATION_ENDED -> {
        EntryId lent = scene.say(ir, lend(ir.watch()));
        ActFact end = new ActFact.DelegationEnded(lent, DelegationEnd.REVOKED);
        scene.say(ir, end);
        yield scene.refuse(ir, end);
      }
    };
  }

  // ---- the same refusals, for other reasons ---------------------------------------------------

  @Test
  void nobodySignsForTheOtherSideByLendingThemselvesItsRole() {
    EntryId lent = scene.say(pk, lend(pk.watch()));
    ActRef act = scene.proposed(ir);
    // A delegation of one's own side holds; the same one named by the other side does not.
    assertThat(
            scene.refuse(
                ir, ir.watch(), new ActFact.Withdrawn(act, Capacity.lent(Role.CHIEF, lent), "x")))
        .isEqualTo(ActRefusal.NO_DELEGATION);
  }

  @Test
  void aPersonDoesNotWriteThatADelegationHasExpired() {
    EntryId lent =
        scene.say(
            ir,
            new ActFact.Delegated(
                idOf(ir.watch()), Role.CHIEF, List.of(), Optional.of(Sides.EIGHT)));
    ActFact expired = new ActFact.DelegationEnded(lent, DelegationEnd.EXPIRED);

    assertThat(scene.refuse(ir, expired)).isEqualTo(ActRefusal.NODE_ONLY);
    assertThat(scene.refuse(ir, null, new ActFact.DelegationEnded(lent, DelegationEnd.REVOKED)))
        .isEqualTo(ActRefusal.NO_OFFICER);
    assertThat(
            scene.refuse(ir, ir.watch(), new ActFact.DelegationEnded(lent, DelegationEnd.REVOKED)))
        .isEqualTo(ActRefusal.ROLE_MISSING);
    scene.sayByNode(ir, expired);
  }

  @Test
  void aDelegationWithoutAnnouncedEndDoesNotExpire() {
    EntryId lent = scene.say(ir, lend(ir.watch()));

    assertThat(scene.refuse(ir, null, new ActFact.DelegationEnded(lent, DelegationEnd.EXPIRED)))
        .isEqualTo(ActRefusal.NO_EXPIRY);
  }

  @Test
  void aCounterProposalNamesAnActOfTheOtherSide() {
    ActRef own = scene.proposed(ir);

    assertThat(scene.refuse(ir, crossing().countering(own))).isEqualTo(ActRefusal.OWN_ACT);
    assertThat(scene.refuse(pk, crossing().countering(new ActRef(own.entry(), Merkle.EMPTY_ROOT))))
        .isEqualTo(ActRefusal.OTHER_BYTES);
    // When several apply, the first one in the enum is given: unknown before other bytes.
    assertThat(
            scene.refuse(
                pk,
                crossing()
                    .countering(new ActRef(own.entry(), Merkle.EMPTY_ROOT))
                    .superseding(new ActRef(pk.at(0), Merkle.EMPTY_ROOT))))
        .isEqualTo(ActRefusal.ACT_UNKNOWN);
  }

  @Test
  void whatIsOverIsNeitherAssentedToNorContested() {
    ActRef refused = refused();
    assertThat(scene.refuse(ir, withdrawal(refused))).isEqualTo(ActRefusal.ACT_REFUSED);
    assertThat(scene.refuse(ir, contest(refused, pk.at(1), proof(1, 2, 1, 20, 10))))
        .isEqualTo(ActRefusal.ACT_REFUSED);
  }

  /// Of two acts that would take the place of one, only the first that becomes effective can.
  @Test
  void aPlaceIsTakenOnce() {
    ActRef old = scene.agreed(ir);
    ActRef one = scene.proposed(ir, crossing().superseding(old));
    ActRef other = scene.proposed(ir, crossing().superseding(old));
    scene.say(pk, assent(one));

    assertThat(scene.refuse(pk, assent(other))).isEqualTo(ActRefusal.NOT_IN_FORCE);
    assertThat(scene.stage(other)).isEqualTo(ActStage.PROPOSED);
    assertThat(scene.stage(old)).isEqualTo(ActStage.SUPERSEDED);
  }

  // ---- situations -----------------------------------------------------------------------------

  private static ActFact.Delegated lend(NoteSigner to) {
    return new ActFact.Delegated(idOf(to), Role.CHIEF, List.of(), Optional.empty());
  }

  private static ActScene twoSeats() {
    return new ActScene(
        (kind, modalities, parties) -> Optional.of(Quorum.alike(parties, Seats.of(Role.CHIEF, 2))),
        "ir",
        "pk");
  }

  private ActRef refused() {
    ActRef act = scene.proposed(ir);
    scene.say(pk, refusal(act));
    scene.sees(ir);
    return act;
  }

  private ActRef withdrawn() {
    ActRef act = scene.proposed(ir);
    scene.say(ir, withdrawal(act));
    scene.sees(pk);
    return act;
  }

  /// Iran's side proposed with entry 1 and withdrew with entry 2; Pakistan's side assents with its
  /// entry 1, saying that it has seen entry 1 only.
  private ActRef stale() {
    ActRef act = scene.proposed(ir);
    scene.say(ir, withdrawal(act));
    scene.say(pk, assent(act));
    scene.sees(ir);
    return act;
  }

  /// A proof with a head of Iran's log over `covering` entries for the entry at `index`, cosigned
  /// at `knewAt`, and a head of Pakistan's log of `silent` entries dated `silentAt`.
  private StaleProof proof(long index, long covering, long silent, long silentAt, long knewAt) {
    return new StaleProof(
        ActScene.cosigned(ActScene.head(ir, covering, knewAt), pk, knewAt),
        ActScene.head(pk, silent, silentAt),
        ActScene.inclusion(ir, index, covering));
  }

  private static ActFact.Contested contest(ActRef act, EntryId assent, StaleProof proof) {
    return new ActFact.Contested(act, assent, proof);
  }

  private static FactContext context(TestSide author, EntryId entry, boolean released) {
    return new FactContext(
        entry,
        author.party(),
        released,
        Sides.EIGHT,
        Optional.of(idOf(chief(author))),
        Set.of(Role.CHIEF));
  }

  private ActRefusal decide(FactContext context) {
    Decision<ActFact, ActFact, ActRefusal> decision =
        ActRules.decide(scene.acts(), scene.who(), context, Seen.NOTHING, crossing());
    return switch (decision) {
      case Decision.Refused<ActFact, ActFact, ActRefusal>(ActRefusal refusal, String detail) -> {
        assertThat(detail).isEqualTo("act.proposed");
        yield refusal;
      }
      case Decision.Accepted<ActFact, ActFact, ActRefusal> accepted ->
          throw new AssertionError("accepted: " + accepted);
    };
  }
}
