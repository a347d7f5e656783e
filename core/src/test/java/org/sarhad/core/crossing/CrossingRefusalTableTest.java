package org.sarhad.core.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.crossing.CrossingScene.BEGIN;
import static org.sarhad.core.crossing.CrossingScene.FIRST;
import static org.sarhad.core.crossing.CrossingScene.HOST;
import static org.sarhad.core.crossing.CrossingScene.SECOND;
import static org.sarhad.core.crossing.CrossingScene.THEIRS;
import static org.sarhad.core.crossing.CrossingScene.VISITOR;
import static org.sarhad.core.crossing.CrossingScene.lane;
import static org.sarhad.core.crossing.CrossingScene.over;
import static org.sarhad.core.crossing.CrossingScene.proposed;
import static org.sarhad.core.crossing.CrossingScene.reported;
import static org.sarhad.core.crossing.CrossingScene.stop;
import static org.sarhad.core.crossing.CrossingScene.terms;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.modalities.ModalitiesState;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Voices;

/// Every refusal of [CrossingRules] and [CrossingTermsRules], by what provokes it: refused when
/// asked, and void when said or signed all the same.
class CrossingRefusalTableTest {
  /// What only a node with its own line and its own register can tell: see CrossingRequestsTest.
  private static final Set<CrossingRefusal> OF_THE_NODE =
      EnumSet.of(
          CrossingRefusal.INCIDENT_UNKNOWN,
          CrossingRefusal.UNIT_NOT_SHOWN,
          CrossingRefusal.LANE_SERVICE,
          CrossingRefusal.AREA_TOO_DEEP);

  private static final EntryId NOTHING = new EntryId(Voices.log(VISITOR), 999);

  private final CrossingScene scene = new CrossingScene();

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(CrossingRefusal refusal) {
    if (!OF_THE_NODE.contains(refusal)) {
      assertThat(provoke(refusal)).isEqualTo(refusal);
    }
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private CrossingRefusal provoke(CrossingRefusal refusal) {
    return switch (refusal) {
      case NOT_A_SIDE ->
          scene.refuse(Voices.of("tm").says(PartyId.of("tm"), Role.CHIEF), scene.left(FIRST));
      case NOT_RELEASED ->
          scene.refuse(scene.voices.internal(VISITOR, Role.WATCH_OFFICER), scene.left(FIRST));
      case NO_OFFICER -> scene.refuse(scene.voices.node(HOST), stop(FIRST));
      case NODE_ONLY ->
          scene.refuse(scene.voices.says(HOST, Role.CHIEF), over(scene.grant(terms()).id()));
      case ROLE_MISSING -> scene.refuse(scene.voices.says(HOST, Role.CLERK), stop(FIRST));
      case TERMS_UNREADABLE -> scene.refuse(proposed(Json.obj().put("minutes", 90).build()));
      case CROSSING_UNKNOWN -> scene.refuse(HOST, stop(NOTHING));
      case NOT_SEEN -> {
        EntryId id = scene.grant(terms()).id();
        yield scene.refuse(scene.voices.blind(HOST, Role.CHIEF), stop(id));
      }
      case STOP_UNKNOWN -> scene.refuse(VISITOR, scene.confirmed(NOTHING, FIRST));
      case SIDE_UNKNOWN -> scene.refuse(withSides(PartyId.of("om"), HOST));
      case OWN_SOIL -> scene.refuse(withSides(VISITOR, VISITOR));
      case NOT_VISITOR -> {
        EntryId id = scene.grant(terms()).id();
        yield scene.refuse(scene.voices.says(HOST, Role.CHIEF), scene.entered(id, THEIRS));
      }
      case NOT_HOST -> scene.refuse(VISITOR, stop(scene.grant(terms()).id()));
      case UNIT_NOT_VISITORS ->
          scene.refuse(scene.proposed(terms(BEGIN, BEGIN.plusSeconds(600), THEIRS)));
      case UNIT_NOT_IN_IT -> {
        EntryId id = scene.grant(terms()).id();
        yield scene.refuse(HOST, stop(id, SECOND));
      }
      case REPLACES_OTHER -> {
        Act other =
            Voices.act(
                scene.voices.says(HOST, Role.CHIEF),
                scene.voices.says(VISITOR, Role.CHIEF),
                ActKind.of("finding"),
                Json.obj().build(),
                scene.voices.parties());
        yield scene.refuse(scene.proposed(terms()).superseding(other.ref()));
      }
      case INCIDENT_UNKNOWN, UNIT_NOT_SHOWN, LANE_SERVICE, AREA_TOO_DEEP ->
          throw new AssertionError("of the node");
      case HOST_OFFICER_UNKNOWN -> scene.refuse(underOfficer(CrossingScene.CLERK));
      case LANE_CLOSED -> {
        scene.rules = ModalitiesState.of();
        yield scene.refuse(VISITOR, lane(BEGIN.plusSeconds(600), FIRST));
      }
      case TOO_MANY_UNITS ->
          scene.refuse(
              scene.proposed(
                  terms(BEGIN, BEGIN.plusSeconds(600), FIRST, SECOND, UnitName.parse("U-PK-3"))));
      case TOO_LONG ->
          scene.refuse(
              scene.proposed(
                  terms(BEGIN, BEGIN.plus(Duration.ofMinutes(90)).plusMillis(1), FIRST)));
      case STAY_TOO_LONG -> scene.refuse(stayTooLong());
      case AREA_TOO_LARGE -> scene.refuse(inArea(200_000));
      case EXPIRY_MISSING -> scene.refuse(proposed(terms().toJson()));
      case EXPIRY_TOO_LATE ->
          scene.refuse(
              proposed(terms().toJson())
                  .expiring(scene.voices.time().plus(Duration.ofMinutes(5)).plusMillis(1)));
      case LAPSED -> scene.refuse(proposed(terms().toJson()).expiring(scene.voices.time()));
      case NOT_YET -> {
        EntryId id = scene.grant(terms()).id();
        yield scene.refuse(VISITOR, new CrossingFact.Entered(id, FIRST, BEGIN.plusSeconds(1)));
      }
      case NO_ASSENT -> {
        Act asked = scene.propose(VISITOR, scene.proposed(terms()));
        scene.voices.at(BEGIN);
        yield scene.refuse(VISITOR, scene.entered(asked.id(), FIRST));
      }
      case UNDER_STOP -> {
        EntryId id = scene.grant(terms()).id();
        scene.voices.at(BEGIN);
        scene.say(HOST, stop(id));
        yield scene.refuse(VISITOR, scene.entered(id, FIRST));
      }
      case ENDED -> {
        EntryId id = scene.grant(terms()).id();
        scene.voices.at(BEGIN);
        scene.say(VISITOR, new CrossingFact.Ended(id, CrossingFact.End.EARLY));
        yield scene.refuse(VISITOR, scene.entered(id, FIRST));
      }
      case WINDOW_OVER -> {
        Instant end = scene.voices.time();
        yield scene.refuse(scene.proposed(terms(end.minusSeconds(60), end, FIRST)));
      }
      case OUTSIDE_WINDOW -> scene.refuse(VISITOR, scene.entered(scene.grant(terms()).id(), FIRST));
      case ALREADY_INSIDE -> {
        EntryId id = scene.inside(FIRST);
        yield scene.refuse(VISITOR, scene.entered(id, FIRST));
      }
      case NOT_INSIDE -> scene.refuse(VISITOR, scene.left(FIRST));
      case ALREADY_CONFIRMED -> {
        EntryId said = scene.say(HOST, stop(scene.inside(FIRST)));
        scene.say(VISITOR, scene.confirmed(said, FIRST));
        yield scene.refuse(VISITOR, scene.confirmed(said, FIRST));
      }
      case ALREADY_IN_CHARGE -> {
        EntryId id = scene.grant(terms()).id();
        scene.say(HOST, new CrossingFact.ChargeTaken(id));
        yield scene.refuse(HOST, new CrossingFact.ChargeTaken(id));
      }
      case WINDOW_OPEN -> scene.refuse(VISITOR, over(scene.grant(terms()).id()));
      case UNITS_INSIDE ->
          scene.refuse(
              VISITOR, new CrossingFact.Ended(scene.inside(FIRST), CrossingFact.End.EARLY));
      case NOT_OVER -> scene.refuse(VISITOR, reported(scene.inside(FIRST)));
      case NOT_OVERDUE -> {
        EntryId id = scene.inside(FIRST);
        scene.voices.at(scene.crossing(id).reportDue(CrossingScene.REPORT).minusMillis(1));
        yield scene.refuse(VISITOR, new CrossingFact.ReportOverdue(id));
      }
      case ALREADY_SAID -> {
        EntryId id = scene.inside(FIRST);
        scene.voices.at(scene.crossing(id).over());
        scene.say(VISITOR, over(id));
        yield scene.refuse(HOST, over(id));
      }
    };
  }

  // ---- further cases of the same reasons ------------------------------------------------------

  @Test
  void aLimitIsRefusedWithItsValueAndItsClause() {
    CrossingTermsRules rules =
        new CrossingTermsRules(
            scene.state, scene.grounds(), CrossingScene.officers(), scene.voices.parties());
    var entry = scene.voices.says(VISITOR, Role.CHIEF);
    var said = scene.proposed(terms(BEGIN, BEGIN.plus(Duration.ofMinutes(91)), FIRST));

    assertThat(rules.objection(entry, said, entry.id()))
        .contains(
            new CrossingObjection(
                CrossingRefusal.TOO_LONG, "91 min; crossing.duration is 90 min (clause 11.2)"));
  }

  @Test
  void theFastLaneHasLimitsOfItsOwn() {
    Instant now = scene.voices.time();
    UnitName[] seven = new UnitName[7];
    for (int i = 0; i < seven.length; i++) {
      seven[i] = new UnitName(VISITOR, i + 1);
    }
    assertThat(scene.refuse(VISITOR, lane(now.plusSeconds(600), seven)))
        .isEqualTo(CrossingRefusal.TOO_MANY_UNITS);
    assertThat(scene.refuse(VISITOR, lane(now.plus(Duration.ofMinutes(181)), FIRST)))
        .isEqualTo(CrossingRefusal.TOO_LONG);
    assertThat(scene.refuse(VISITOR, lane(now, FIRST))).isEqualTo(CrossingRefusal.WINDOW_OVER);
    assertThat(scene.refuse(VISITOR, lane(now.plusSeconds(600), THEIRS)))
        .isEqualTo(CrossingRefusal.UNIT_NOT_VISITORS);
    assertThat(scene.refuse(HOST, lane(now.plusSeconds(600), THEIRS)))
        .isEqualTo(CrossingRefusal.OWN_SOIL);
  }

  @Test
  void theLaneCountsWhoIsInItAlready() {
    Instant end = scene.voices.time().plus(Duration.ofHours(1));
    EntryId first =
        scene.say(VISITOR, lane(end, FIRST, SECOND, unit(3), unit(4), unit(5), unit(6)));
    assertThat(scene.refuse(VISITOR, lane(end, unit(7)))).isEqualTo(CrossingRefusal.TOO_MANY_UNITS);
    scene.voices.at(scene.voices.time().plusSeconds(10));
    scene.say(VISITOR, scene.entered(first, SECOND));
    scene.say(VISITOR, scene.left(SECOND));
    scene.say(VISITOR, lane(end, unit(7)));
  }

  private static UnitName unit(int number) {
    return new UnitName(VISITOR, number);
  }

  private ActFact.Proposed withSides(PartyId visitor, PartyId host) {
    CrossingTerms terms = terms();
    return scene.proposed(
        new CrossingTerms(
            terms.incident(),
            visitor,
            host,
            terms.units(),
            terms.where(),
            terms.from(),
            terms.until(),
            terms.purpose(),
            terms.inCharge(),
            Optional.empty(),
            terms.languages()));
  }

  private ActFact.Proposed underOfficer(OfficerId officer) {
    CrossingTerms terms = terms();
    return scene.proposed(
        new CrossingTerms(
            terms.incident(),
            VISITOR,
            HOST,
            terms.units(),
            terms.where(),
            terms.from(),
            terms.until(),
            terms.purpose(),
            officer,
            Optional.empty(),
            Ordered.set("en")));
  }

  private ActFact.Proposed inArea(int size) {
    CrossingTerms terms = terms();
    return scene.proposed(
        new CrossingTerms(
            terms.incident(),
            VISITOR,
            HOST,
            terms.units(),
            CrossingScene.square(29_500_000, 61_400_000, size),
            terms.from(),
            terms.until(),
            terms.purpose(),
            terms.inCharge(),
            Optional.empty(),
            Ordered.set("en")));
  }

  /// Four leaves of 90 minutes, one behind the other, without a return.
  private ActFact.Proposed stayTooLong() {
    Duration step = Duration.ofMinutes(90);
    for (int i = 0; i < 3; i++) {
      scene.grant(
          terms(BEGIN.plus(step.multipliedBy(i)), BEGIN.plus(step.multipliedBy(i + 1)), FIRST));
    }
    return scene.proposed(
        terms(BEGIN.plus(step.multipliedBy(3)), BEGIN.plus(step.multipliedBy(4)), FIRST));
  }
}
