package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.sim.attack.LineScene.HOME;
import static org.sarhad.sim.attack.LineScene.INCIDENT;
import static org.sarhad.sim.attack.LineScene.order;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Place;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.TaskId;
import org.sarhad.core.response.UnitDescription;
import org.sarhad.core.response.UnitFact;
import org.sarhad.core.response.UnitId;
import org.sarhad.core.response.UnitStatus;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.response.Words;

/// Red line 4: no side tasks the other's units, and none speaks for them.
public class OthersUnitsAttacksTest {
  private final LineScene scene = LineScene.of(8);

  /// An officer orders what is not theirs to order, whether the other side can be asked or not.
  @Test
  void taskingAUnitOfTheOther() {
    assertThat(scene.isRefused(scene.host(), order(HOME)))
        .isEqualTo("response.peer_unit_ask_dont_task");
    scene.cut();
    scene.crashes(scene.host());
    assertThat(scene.isRefused(scene.host(), order(HOME)))
        .isEqualTo("response.peer_unit_ask_dont_task");
  }

  /// It writes the order, and where our unit is, into its own log: said in vain.
  @Test
  void writingAnOrderForTheOthersUnit() {
    var ours = new UnitId(scene.host().party(), 1);
    scene.does(
        scene.host(),
        new ResponseRequest.RegisterUnit(
            new UnitDescription("Mirjaveh 1", UnitType.PATROL, Place.at("Post", HOME, 5), Set.of()),
            UnitStatus.AVL,
            Audience.RELEASE));
    scene.passes(Duration.ofSeconds(20));
    var before = scene.host().seen().response().unit(ours);

    var rogue = scene.scene().rogue();
    long old = rogue.size();
    rogue.says(
        new UnitFact.Tasked(
            new TaskId(rogue.keys().party(), 1),
            IncidentId.parse(INCIDENT.value()),
            ours,
            Words.en("Come over"),
            Place.named("Wadi")));
    rogue.says(
        new UnitFact.StatusReported(ours, UnitStatus.OFF, Optional.empty(), Words.en("gone")));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.scene().victimGoesOn();
    scene.crashes(scene.host());

    assertThat(scene.host().seen().response().unit(ours)).isEqualTo(before);
    assertThat(scene.host().seen().response().side(rogue.keys().party()).ledger().anomalies())
        .hasSize(2);
  }

  /// It says that a unit of the victim is on its soil. Nobody incriminates another side.
  @Test
  void sayingThatTheOthersUnitCrossed() {
    var rogue = scene.scene().rogue();
    long old = rogue.size();
    rogue.says(scene.proposal());
    var crossing = new EntryId(rogue.keys().origin(), old);
    rogue.says(new CrossingFact.Entered(crossing, UnitName.parse("U-IR-1"), scene.now()));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(5));

    var state = scene.crossings(scene.host());
    assertThat(state.voids().find(new EntryId(rogue.keys().origin(), old + 1))).isPresent();
    assertThat(state.breaches()).isEmpty();
    assertThat(state.inside()).isEmpty();
    scene.scene().victimGoesOn();
  }
}
