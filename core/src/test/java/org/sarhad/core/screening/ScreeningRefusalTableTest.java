package org.sarhad.core.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.screening.ScreeningScene.AGREED;
import static org.sarhad.core.screening.ScreeningScene.IR;
import static org.sarhad.core.screening.ScreeningScene.PK;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Voices;
import org.sarhad.tlog.tree.Hash;

/// Every refusal of [ScreeningRules], by what provokes it: refused when asked, and void when said
/// all the same (protocol clauses 16-3 to 16-5).
class ScreeningRefusalTableTest {
  private static final EntryId NOTHING = new EntryId(Sides.IR_LOG, 999);

  private final ScreeningScene scene = new ScreeningScene();
  private final ListState list = scene.takes(IR, "a");
  private final Grounds grounds = Lists.grounds(list);

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(ScreeningRefusal refusal) {
    assertThat(provoke(refusal)).isEqualTo(refusal);
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private ScreeningRefusal provoke(ScreeningRefusal refusal) {
    return switch (refusal) {
      case NOT_A_SIDE ->
          scene.refuse(Voices.of("tm").says(PartyId.of("tm"), Role.COMPLIANCE), held());
      case NOT_RELEASED -> scene.refuse(scene.voices.internal(IR, Role.COMPLIANCE), held());
      case NO_OFFICER -> scene.refuse(scene.voices.node(IR), held());
      case ROLE_MISSING ->
          scene.refuse(scene.voices.says(IR, Role.CHIEF, Role.CLERK, Role.ADMIN), held());
      case DATE_NOT_PLAUSIBLE ->
          scene.refuse(
              IR, taken(new ListState(ListSource.UN, LocalDate.of(2019, 4, 24), hash(), 1)));
      case LIST_OLDER ->
          scene.refuse(
              IR, taken(new ListState(ListSource.UN, LocalDate.of(2019, 4, 19), hash(), 1)));
      case LIST_UNKNOWN ->
          scene.refuse(IR, new ScreeningFact.ListEnded(ListSource.of("eu"), Lists.WHY));
      case LIST_MANDATORY ->
          scene.refuse(IR, new ScreeningFact.ListEnded(ListSource.UN, Lists.WHY));
      case LIST_MISSING -> {
        ListState other = Lists.state("eu", "e");
        scene.say(PK, taken(other));
        yield scene.refuse(PK, Lists.proposed(Status.CLEAR, Lists.grounds(other)));
      }
      case LISTS_NOT_CURRENT -> {
        scene.takes(IR, "b");
        yield scene.refuse(IR, clear());
      }
      case LIST_STALE -> {
        scene.voices.at(Sides.EIGHT.plus(AGREED.listAge()).plusMillis(1));
        yield scene.refuse(IR, clear());
      }
      case THRESHOLD_TOO_HIGH ->
          scene.refuse(IR, Lists.proposed(Status.CLEAR, Grounds.of(grounds.lists(), 801)));
      case PARTY_HELD -> {
        scene.say(IR, held());
        yield scene.refuse(IR, clear());
      }
      case PARTY_NOT_HELD -> scene.refuse(IR, Lists.proposed(Status.RELEASED, grounds));
      case BASIS_UNKNOWN -> {
        EntryId theirs = scene.say(PK, Lists.licence());
        scene.say(IR, held());
        yield scene.refuse(IR, released(theirs));
      }
      case BASIS_NOT_VALID -> {
        EntryId licence = scene.say(IR, Lists.licence());
        scene.voices.at(Sides.EIGHT.plus(Duration.ofDays(1)));
        yield scene.refuse(IR, Lists.drawn(licence, "100630", 1));
      }
      case PROPOSAL_UNKNOWN -> scene.refuse(IR, new ScreeningFact.Confirmed(NOTHING));
      case PROPOSAL_OVERTAKEN -> {
        EntryId first = scene.say(IR, clear());
        scene.say(IR, held());
        yield scene.refuse(
            ScreeningScene.second(scene.voices.says(IR, Role.COMPLIANCE)),
            new ScreeningFact.Confirmed(first));
      }
      case SAME_OFFICER -> scene.refuse(IR, new ScreeningFact.Confirmed(scene.say(IR, clear())));
      case COMMODITY_NOT_COVERED ->
          scene.refuse(IR, Lists.drawn(scene.say(IR, Lists.licence()), "2709", 1));
      case QUOTA_EXCEEDED -> {
        EntryId licence = scene.say(IR, Lists.licence());
        scene.say(IR, Lists.drawn(licence, "100630", 999));
        yield scene.refuse(IR, Lists.drawn(licence, "3102", 2));
      }
      case DRAW_UNKNOWN -> {
        EntryId licence = scene.say(IR, Lists.licence());
        EntryId draw = scene.say(IR, Lists.drawn(licence, "100630", 999));
        scene.say(IR, new ScreeningFact.BasisReturned(draw, Lists.WHY));
        yield scene.refuse(IR, new ScreeningFact.BasisReturned(draw, Lists.WHY));
      }
      case PARTY_NOT_SCREENED -> toSigning();
      case PARTY_REFUSED -> {
        scene.decide(IR, Lists.proposed(Status.REFUSED, grounds));
        yield toSigning();
      }
      case SCREEN_AGAIN -> {
        scene.decide(IR, clear());
        scene.decide(PK, Lists.proposed(Status.CLEAR, Lists.grounds(scene.takes(PK, "p"))));
        scene.takes(IR, "b");
        yield toSigning();
      }
    };
  }

  private ScreeningRefusal toSigning() {
    return scene
        .state
        .objectionToSigning(Ordered.set(Lists.RICE), scene.voices.time(), AGREED)
        .orElseThrow();
  }

  private ScreeningFact held() {
    return new ScreeningFact.Held(Lists.RICE, grounds);
  }

  private ScreeningFact.Proposed clear() {
    return Lists.proposed(Status.CLEAR, grounds);
  }

  private ScreeningFact released(EntryId licence) {
    return new ScreeningFact.Proposed(Lists.RICE, Status.RELEASED, grounds, Optional.of(licence));
  }

  private static ScreeningFact taken(ListState list) {
    return new ScreeningFact.ListTaken(list);
  }

  private static Hash hash() {
    return Lists.hash("another");
  }
}
