package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.CrossingRefusal;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Statement;

/// Red line 2: an officer of the host is in charge on the host's soil.
public class ChargeAttacksTest {
  private final LineScene scene = LineScene.of(6);

  /// It asks to come under its own commander. Its own node would refuse it; the host's does not
  /// sign it, and were it signed, it would give nothing.
  @Test
  void comingUnderAnOfficerOfOnesOwn() {
    var own = scene.terms(scene.visitor().identity().commander().officer());
    assertThat(scene.isRefused(scene.visitor(), new Statement.OnAct(scene.proposal(own))))
        .isEqualTo("crossing.host_officer_unknown");

    var rogue = scene.scene().rogue();
    long old = rogue.size();
    rogue.says(scene.proposal(own));
    rogue.pushes(old);
    scene.crashes(scene.host());
    var id = new EntryId(rogue.keys().origin(), old);
    assertThat(scene.isRefused(scene.host(), scene.yes(id)))
        .isEqualTo("crossing.host_officer_unknown");
    assertThat(scene.hasLeave(scene.host())).isFalse();
  }

  /// It takes charge of its own unit over there: who was named stays named.
  @Test
  void takingChargeOnTheOthersSoil() {
    var id = scene.granted();
    scene.says(scene.visitor(), scene.entered(id));
    scene.passes(Duration.ofSeconds(20));
    var commander = scene.host().identity().commander().officer();

    var rogue = scene.scene().rogue();
    long old = rogue.size();
    rogue.says(new CrossingFact.ChargeTaken(id));
    rogue.pushes(old);
    scene.scene().victimGoesOn();
    scene.crashes(scene.host());
    var state = scene.crossings(scene.host());
    assertThat(state.voids().find(new EntryId(rogue.keys().origin(), old)))
        .contains(CrossingRefusal.ROLE_MISSING);
    assertThat(scene.crossing(scene.host(), id).inCharge()).contains(commander);
  }
}
