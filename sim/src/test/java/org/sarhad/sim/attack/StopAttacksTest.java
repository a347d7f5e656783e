package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.sim.attack.LineScene.ACROSS;
import static org.sarhad.sim.attack.LineScene.UNIT;
import static org.sarhad.sim.attack.LineScene.order;
import static org.sarhad.sim.attack.LineScene.stop;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.CrossingRefusal;
import org.sarhad.core.entry.EntryId;

/// Red line 3: the host may stop a visiting unit at any time.
public class StopAttacksTest {
  private final LineScene scene = LineScene.of(7);

  /// The host says it at once and stops at once, cut off or not. Who did not know of it did nothing
  /// wrong; who has heard of it goes nowhere any more.
  @Test
  void stopWhileTheLineIsCut() {
    var id = scene.granted();
    scene.cut();
    var stop = scene.says(scene.host(), stop(id));
    scene.crashes(scene.host());
    assertThat(scene.hasLeave(scene.host())).isFalse();
    scene.says(scene.visitor(), scene.entered(id));
    scene.crashes(scene.visitor());

    scene.mended();
    for (var node : scene.scene().world().nodes()) {
      assertThat(scene.hasLeave(node)).isFalse();
      assertThat(scene.crossings(node).breaches()).isEmpty();
      assertThat(scene.crossings(node).inside().containsKey(UNIT)).isTrue();
    }
    scene.says(scene.visitor(), new CrossingFact.StopConfirmed(stop, UNIT, scene.now()));
    scene.says(scene.visitor(), new CrossingFact.Left(UNIT, scene.now()));
    assertThat(scene.isRefused(scene.visitor(), scene.entered(id)))
        .isEqualTo("crossing.under_stop");
    assertThat(scene.isRefused(scene.visitor(), order(ACROSS)))
        .isEqualTo("response.crossing_needs_assent");
  }

  /// The host has signed and thinks better of it before the other side knows: the STOP stands
  /// behind its yes, and stops what that gave.
  @Test
  void stopOvertakesTheYes() {
    var id = scene.asked();
    scene.cut();
    scene.says(scene.host(), scene.yes(id));
    scene.says(scene.host(), stop(id));
    scene.mended();

    for (var node : scene.scene().world().nodes()) {
      assertThat(scene.crossing(node, id).isStopped()).isTrue();
      assertThat(scene.hasLeave(node)).isFalse();
    }
  }

  /// It has seen the STOP, says so by the entry it writes behind it, and goes on all the same.
  @Test
  void goingOnAfterStop() {
    var id = scene.granted();
    scene.says(scene.host(), stop(id));
    scene.passes(Duration.ofSeconds(30));
    scene.scene().raises(scene.visitor());
    scene.passes(Duration.ofSeconds(20));
    var rogue = scene.scene().rogue();
    long old = rogue.size();
    rogue.says(scene.entered(id));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.scene().victimGoesOn();
    scene.crashes(scene.host());

    var entered = new EntryId(rogue.keys().origin(), old);
    assertThat(scene.crossings(scene.host()).voids().find(entered))
        .contains(CrossingRefusal.UNDER_STOP);
    assertThat(scene.crossings(scene.host()).breaches().containsKey(entered)).isTrue();
  }

  /// The host's clock is five minutes ahead, and so is the time its STOP bears. The visitor has had
  /// it for twenty seconds and enters "before" it: its own node knows better. What was before it
  /// came may still be written down.
  @Test
  void enteringBeforeAStopThatIsDatedAhead() {
    var id = scene.granted();
    var before = scene.entered(id);
    scene.passes(Duration.ofSeconds(2));
    scene.host().clock().step(Duration.ofMinutes(5));
    scene.says(scene.host(), stop(id));
    scene.passes(Duration.ofSeconds(20));
    assertThat(scene.isRefused(scene.visitor(), scene.entered(id)))
        .isEqualTo("crossing.under_stop");

    scene.crashes(scene.visitor());
    assertThat(scene.isRefused(scene.visitor(), scene.entered(id)))
        .isEqualTo("crossing.under_stop");
    scene.says(scene.visitor(), before);
    assertThat(scene.crossings(scene.visitor()).breaches()).isEmpty();
  }

  /// The visitor says STOP to its own STOP: nothing lifts one.
  @Test
  void liftingAStopThatIsTheHosts() {
    var id = scene.granted();
    scene.says(scene.host(), stop(id));
    scene.passes(Duration.ofSeconds(20));
    assertThat(scene.isRefused(scene.visitor(), stop(id))).isEqualTo("crossing.not_host");

    scene.crashes(scene.visitor());
    assertThat(scene.crossing(scene.visitor(), id).isStopped()).isTrue();
    assertThat(scene.hasLeave(scene.visitor())).isFalse();
  }
}
