package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.crossing.CrossingRefusal;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Statement;

/// Red line 6: silence is never consent.
public class SilenceAttacksTest {
  private final LineScene scene = LineScene.of(9);

  /// Nobody can answer, because the line is cut and the power is gone: that is a no.
  @Test
  void nobodyAnswersBecauseNobodyCan() {
    scene.cut();
    var id = scene.says(scene.visitor(), new Statement.OnAct(scene.proposal()));
    scene.host().crash();
    scene.passes(Duration.ofMinutes(5));
    scene.host().start();
    scene.mended();

    for (var node : scene.scene().world().nodes()) {
      assertThat(scene.crossing(node, id).grant().stage()).isEqualTo(ActStage.EXPIRED);
      assertThat(scene.hasLeave(node)).isFalse();
    }
    assertThat(scene.isRefused(scene.visitor(), scene.entered(id))).isEqualTo("crossing.no_assent");
  }

  /// The host answers after the time, cut off from the news that it has passed.
  @Test
  void aYesThatComesTooLate() {
    var id = scene.asked();
    scene.cut();
    scene.passes(Duration.ofMinutes(5));
    assertThat(scene.isRefused(scene.host(), scene.yes(id))).isEqualTo("crossing.lapsed");

    scene.mended();
    assertThat(scene.hasLeave(scene.visitor())).isFalse();
    assertThat(scene.hasLeave(scene.host())).isFalse();
  }

  /// It announces that it may stay unanswered for ever, and takes what follows for a yes.
  @Test
  void aProposalThatWaitsForEver() {
    var rogue = scene.scene().rogue();
    long old = rogue.size();
    var asked = scene.proposal().expiring(scene.now().plus(Duration.ofDays(30)));
    rogue.says(asked);
    rogue.says(scene.entered(new EntryId(rogue.keys().origin(), old)));
    rogue.pushes(old);
    scene.scene().victimGoesOn();
    scene.crashes(scene.host());

    var id = new EntryId(rogue.keys().origin(), old);
    assertThat(scene.crossing(scene.host(), id).grant().flaw())
        .contains(CrossingRefusal.EXPIRY_TOO_LATE);
    assertThat(scene.crossings(scene.host()).breaches()).hasSize(1);
  }
}
