package org.sarhad.core.modalities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.modalities.ModalitiesScene.CHIEF;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.Quorum;
import org.sarhad.core.act.Seats;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.modalities.ModalitiesScene.Speaker;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;

/// Every refusal of [ModalitiesRules], by what provokes it: refused when asked, and void when said
/// all the same.
class ModalitiesRefusalTableTest {
  private static final Duration NOTICE = Duration.ofDays(2);
  private static final Instant LATER = Sides.EIGHT.plus(NOTICE);

  private final ModalitiesScene scene = new ModalitiesScene("ir", "pk");
  private final TestSide ir = scene.side("ir");
  private final TestSide pk = scene.side("pk");

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(ModalitiesRefusal refusal) {
    assertThat(provoke(refusal)).isEqualTo(refusal);
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private ModalitiesRefusal provoke(ModalitiesRefusal refusal) {
    return switch (refusal) {
      case NOT_RELEASED -> scene.refuse(ir, CHIEF.internally(), emergency());
      case NO_OFFICER -> scene.refuse(ir, Speaker.NODE, emergency());
      case NODE_ONLY -> scene.refuse(ir, CHIEF, new ModalitiesFact.Began(1));
      case MALFORMED_DOCUMENT ->
          unsound(Docs.proposal(Json.obj().put("title", "x").build(), 0, Optional.empty()));
      case RED_LINE ->
          unsound(
              Docs.proposal(
                  Docs.version(1, RedLines.HOST_MAY_STOP.to(false)), 0, Optional.empty()));
      case WRONG_NUMBER -> unsound(Docs.proposal(Docs.version(2), 0, Optional.empty()));
      case NOT_SUPERSEDING -> {
        scene.signed(Docs.version(1));
        yield unsound(Docs.proposal(Docs.version(2), 1, Optional.empty()));
      }
      case ACT_UNKNOWN -> scene.refuse(pk, CHIEF, comment(ir.at(0), "1"));
      case VERSION_UNKNOWN -> scene.refuse(pk, Speaker.NODE, new ModalitiesFact.Began(1));
      case NO_MODALITIES -> {
        assertThat(scene.state().objectionToJointActs()).contains(ModalitiesRefusal.NO_MODALITIES);
        yield scene.refuse(ir, CHIEF, emergency());
      }
      case SUSPENDED -> {
        scene.signed(Docs.version(1));
        scene.say(ir, CHIEF, emergency());
        yield scene.state().objectionToJointActs().orElseThrow();
      }
      case NOT_SEEN -> {
        EntryId act = scene.act(ir, Docs.proposal(Docs.version(1), 0, Optional.empty()));
        yield scene.refuse(pk, CHIEF, comment(act, "1"));
      }
      case NOT_A_PARTY -> {
        ModalitiesScene three =
            new ModalitiesScene(
                (kind, version, parties) ->
                    Optional.of(Quorum.alike(List.of(Sides.IR, Sides.PK), Seats.of(Role.CHIEF, 1))),
                "ir",
                "pk",
                "om");
        ActRef act = three.offered(three.side("ir"), Docs.version(1));
        yield three.refuse(three.side("om"), CHIEF, comment(act.entry(), "1"));
      }
      case ROLE_MISSING -> {
        scene.signed(Docs.version(1));
        yield scene.refuse(ir, Speaker.officer(Role.DISPATCHER), emergency());
      }
      case ACT_OVER -> {
        ActRef act = scene.signed(Docs.version(1));
        yield scene.refuse(pk, CHIEF, comment(act.entry(), "1"));
      }
      case CLAUSE_UNKNOWN ->
          scene.refuse(pk, CHIEF, comment(scene.offered(ir, Docs.version(1)).entry(), "9.9"));
      case VERSION_VOIDED -> {
        scene.voided(scene.signed(Docs.version(1, LATER)));
        yield scene.at(LATER).refuse(ir, Speaker.NODE, new ModalitiesFact.Began(1));
      }
      case ALREADY_BEGUN -> {
        scene.signed(Docs.version(1));
        yield scene.refuse(ir, Speaker.NODE, new ModalitiesFact.Began(1));
      }
      case OVERTAKEN -> {
        scene.signed(Docs.version(1, LATER));
        scene.signed(Docs.version(2));
        yield scene.at(LATER).refuse(ir, Speaker.NODE, new ModalitiesFact.Began(1));
      }
      case ALREADY_SUSPENDED -> {
        scene.signed(Docs.version(1));
        scene.say(ir, CHIEF, emergency());
        yield scene.refuse(ir, CHIEF, notice(LATER));
      }
      case NOT_SUSPENDED -> {
        scene.signed(Docs.version(1));
        yield scene.refuse(ir, CHIEF, ModalitiesFact.Resumed.atOnce("all is well"));
      }
      case NOTICE_UNKNOWN -> {
        scene.signed(Docs.version(1));
        EntryId others = scene.say(pk, CHIEF, notice(LATER));
        scene.allSee();
        yield scene.at(LATER).refuse(ir, Speaker.NODE, ModalitiesFact.Suspended.after(others));
      }
      case ALREADY_NOTICED -> {
        scene.signed(Docs.version(1));
        scene.say(ir, CHIEF, notice(LATER));
        yield scene.refuse(ir, CHIEF, notice(LATER.plusSeconds(1)));
      }
      case NOT_AN_EMERGENCY -> {
        scene.signed(Docs.version(1));
        EntryId notice = scene.say(ir, CHIEF, notice(LATER));
        scene.at(LATER).say(ir, Speaker.NODE, ModalitiesFact.Suspended.after(notice));
        yield scene.refuse(ir, CHIEF, ModalitiesFact.Resumed.atOnce("all is well"));
      }
      case NOTICE_TOO_SHORT -> {
        scene.signed(Docs.version(1));
        yield scene.refuse(ir, CHIEF, notice(LATER.minusMillis(1)));
      }
      case TOO_EARLY -> {
        scene.signed(Docs.version(1, LATER));
        yield scene.at(LATER.minusMillis(1)).refuse(ir, Speaker.NODE, new ModalitiesFact.Began(1));
      }
    };
  }

  /// Why a document that all sides sign all the same does not come in force: what the rules say
  /// before it is signed, and what becomes of it.
  private ModalitiesRefusal unsound(ActFact.Proposed proposal) {
    long before = scene.inForce();
    ModalitiesRefusal refusal = ModalitiesRules.objection(scene.state(), proposal).orElseThrow();
    ActRef act = scene.offered(ir, proposal);
    assertThat(scene.stage(act)).isEqualTo(VersionStage.OFFERED);
    scene.assented(act);

    assertThat(scene.stage(act)).isEqualTo(VersionStage.UNSOUND);
    assertThat(scene.state().offers().get(act.entry()).objection()).contains(refusal);
    assertThat(scene.state().voids().values()).contains(refusal);
    assertThat(scene.inForce()).isEqualTo(before);
    return refusal;
  }

  // ---- the same refusals, for other reasons ---------------------------------------------------

  @Test
  void whatANodeSaysNoPersonSays() {
    scene.signed(Docs.version(1));
    EntryId notice = scene.say(ir, CHIEF, notice(LATER));
    scene.at(LATER);

    assertThat(scene.refuse(ir, CHIEF, ModalitiesFact.Suspended.after(notice)))
        .isEqualTo(ModalitiesRefusal.NODE_ONLY);
    assertThat(scene.refuse(ir, CHIEF, ModalitiesFact.Resumed.after(notice)))
        .isEqualTo(ModalitiesRefusal.NODE_ONLY);
    assertThat(scene.refuse(ir, Speaker.NODE, ModalitiesFact.Resumed.after(notice)))
        .isEqualTo(ModalitiesRefusal.NOT_SUSPENDED);
    assertThat(scene.refuse(ir, Speaker.NODE, new ModalitiesFact.NoticeWithdrawn(notice, "no")))
        .isEqualTo(ModalitiesRefusal.NO_OFFICER);
    assertThat(scene.refuse(ir, Speaker.NODE, comment(ir.at(0), "1")))
        .isEqualTo(ModalitiesRefusal.NO_OFFICER);
  }

  @Test
  void aSideHasNoSayInTheOthersSuspension() {
    scene.signed(Docs.version(1));
    EntryId notice = scene.say(pk, CHIEF, notice(LATER));
    scene.allSee();

    assertThat(scene.refuse(ir, CHIEF, new ModalitiesFact.NoticeWithdrawn(notice, "no")))
        .isEqualTo(ModalitiesRefusal.NOTICE_UNKNOWN);
    scene.say(pk, CHIEF, emergency());
    scene.allSee();
    assertThat(scene.refuse(ir, CHIEF, ModalitiesFact.Resumed.atOnce("for them")))
        .isEqualTo(ModalitiesRefusal.NOT_SUSPENDED);
    assertThat(scene.refuse(ir, CHIEF, new ModalitiesFact.ResumptionNoticed(LATER, "for them")))
        .isEqualTo(ModalitiesRefusal.NOT_SUSPENDED);
  }

  @Test
  void aNoticeComesTrueWhenItSaidAndNotBefore() {
    scene.signed(Docs.version(1));
    EntryId notice = scene.say(ir, CHIEF, notice(LATER));

    assertThat(
            scene
                .at(LATER.minusMillis(1))
                .refuse(ir, Speaker.NODE, ModalitiesFact.Suspended.after(notice)))
        .isEqualTo(ModalitiesRefusal.TOO_EARLY);
    scene.at(LATER).say(ir, Speaker.NODE, ModalitiesFact.Suspended.after(notice));
    assertThat(scene.refuse(ir, Speaker.NODE, ModalitiesFact.Suspended.after(notice)))
        .isEqualTo(ModalitiesRefusal.ALREADY_SUSPENDED);
    assertThat(scene.refuse(ir, CHIEF, emergency())).isEqualTo(ModalitiesRefusal.ALREADY_SUSPENDED);
  }

  @Test
  void resumptionIsAnnouncedAsLongBeforehand() {
    scene.signed(Docs.version(1));
    scene.say(ir, CHIEF, emergency());

    assertThat(
            scene.refuse(
                ir, CHIEF, new ModalitiesFact.ResumptionNoticed(LATER.minusMillis(1), "soon")))
        .isEqualTo(ModalitiesRefusal.NOTICE_TOO_SHORT);
    EntryId notice = scene.say(ir, CHIEF, new ModalitiesFact.ResumptionNoticed(LATER, "soon"));
    assertThat(scene.refuse(ir, CHIEF, new ModalitiesFact.ResumptionNoticed(LATER, "soon")))
        .isEqualTo(ModalitiesRefusal.ALREADY_NOTICED);
    assertThat(scene.refuse(ir, Speaker.NODE, ModalitiesFact.Resumed.after(notice)))
        .isEqualTo(ModalitiesRefusal.TOO_EARLY);
    assertThat(
            scene.refuse(
                ir,
                Speaker.officer(Role.CLERK),
                new ModalitiesFact.ResumptionNoticed(LATER, "soon")))
        .isEqualTo(ModalitiesRefusal.ROLE_MISSING);
  }

  @Test
  void onlyRolesThatTheModalitiesNameComment() {
    ActRef act = scene.offered(ir, Docs.version(1));

    assertThat(scene.refuse(pk, Speaker.officer(Role.DISPATCHER), comment(act.entry(), "1")))
        .isEqualTo(ModalitiesRefusal.ROLE_MISSING);
    scene.say(pk, Speaker.officer(Role.LIAISON), comment(act.entry(), "1"));
  }

  @Test
  void nobodyBringsAVersionInForceOfWhichTheyHaveNotHeard() {
    ActRef act = scene.offered(ir, Docs.version(1, LATER));
    scene.act(pk, new ActFact.Assented(act, 0, Docs.CHIEF));
    scene.at(LATER);

    assertThat(scene.refuse(ir, Speaker.NODE, new ModalitiesFact.Began(1)))
        .isEqualTo(ModalitiesRefusal.NOT_SEEN);
    scene.allSee();
    scene.say(ir, Speaker.NODE, new ModalitiesFact.Began(1));
  }

  @Test
  void nobodySuspendsWhatTheyHaveNotHeardOf() {
    ActRef act = scene.offered(ir, Docs.version(1));
    scene.act(pk, new ActFact.Assented(act, 0, Docs.CHIEF));

    assertThat(scene.inForce()).isEqualTo(1);
    assertThat(scene.refuse(ir, CHIEF, emergency())).isEqualTo(ModalitiesRefusal.NO_MODALITIES);
    scene.allSee();
    scene.say(ir, CHIEF, emergency());
  }

  private static ModalitiesFact.Suspended emergency() {
    return ModalitiesFact.Suspended.atOnce("an attack");
  }

  private static ModalitiesFact.SuspensionNoticed notice(Instant from) {
    return new ModalitiesFact.SuspensionNoticed(from, "the talks have failed");
  }

  private static ModalitiesFact.Commented comment(EntryId act, String clause) {
    return new ModalitiesFact.Commented(act, ClauseNumber.parse(clause), "en", "too short");
  }
}
