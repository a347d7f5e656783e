package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.sim.attack.LineScene.ACROSS;
import static org.sarhad.sim.attack.LineScene.AT_LINE;
import static org.sarhad.sim.attack.LineScene.UNIT;
import static org.sarhad.sim.attack.LineScene.order;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sarhad.core.crossing.Breach;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.CrossingRefusal;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.response.UnitStatus;

/// Red line 1: no unit crosses without a live assent. Whoever does is shown doing it, for ever.
public class AssentAttacksTest {
  private static final String NEEDS_ASSENT = "response.crossing_needs_assent";

  private final LineScene scene = LineScene.of(5);

  /// It is held at the line, and nobody over there learns where to the metre; the line is cut and
  /// the power goes while it is said.
  @Test
  void aUnitComesToTheLineWithoutAsking() {
    scene.cut();
    scene.reports(UnitStatus.ENR, AT_LINE);
    scene.crashes(scene.visitor());
    assertThat(scene.seen(scene.visitor()).status()).isEqualTo(UnitStatus.STG_L);

    scene.mended();
    var shown = scene.seen(scene.host()).shown().orElseThrow();
    assertThat(shown.status()).isEqualTo(UnitStatus.STG_L);
    assertThat(shown.fix().orElseThrow().precisionM()).isEqualTo(1000);
    assertThat(shown.fix().orElseThrow().position()).isNotEqualTo(AT_LINE);
    assertThat(scene.seen(scene.visitor()).fix().map(fix -> fix.position())).contains(AT_LINE);
  }

  /// The host has said yes, and nobody on the other side knows: there is none yet.
  @Test
  void theYesIsStillOnItsWay() {
    var id = scene.asked();
    scene.cut();
    scene.says(scene.host(), scene.yes(id));
    scene.crashes(scene.host());
    assertThat(scene.isRefused(scene.visitor(), order(ACROSS))).isEqualTo(NEEDS_ASSENT);
    assertThat(scene.isRefused(scene.visitor(), scene.entered(id))).isEqualTo("crossing.no_assent");

    scene.mended();
    scene.does(scene.visitor(), order(ACROSS));
    scene.says(scene.visitor(), scene.entered(id));
    scene.mended();
    assertThat(scene.crossings(scene.host()).inside().containsKey(UNIT)).isTrue();
    assertThat(scene.crossings(scene.host()).breaches()).isEmpty();
  }

  /// Nobody says that it is over, on either side of a cut line: time alone ends it.
  @Test
  void theWindowEndsWhileNobodyCanSaySo() {
    var id = scene.granted();
    scene.cut();
    scene.passes(LineScene.WINDOW);
    assertThat(scene.hasLeave(scene.visitor())).isFalse();
    assertThat(scene.isRefused(scene.visitor(), order(ACROSS))).isEqualTo(NEEDS_ASSENT);
    assertThat(scene.isRefused(scene.visitor(), scene.entered(id))).isEqualTo("crossing.ended");

    scene.mended();
    assertThat(scene.crossing(scene.host(), id).course().ended()).isPresent();
  }

  /// It asks, is not answered, and sends its unit. Its own signature says so: a breach, that no
  /// later yes and no crash makes good.
  @Test
  void crossingWithoutAnAnswer() {
    var rogue = scene.scene().rogue();
    long old = rogue.size();
    rogue.says(scene.proposal());
    rogue.says(scene.entered(new EntryId(rogue.keys().origin(), old)));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(5));

    isBreach(new EntryId(rogue.keys().origin(), old + 1), CrossingRefusal.NO_ASSENT);
    scene.scene().victimGoesOn();
    scene.crashes(scene.host());
    isBreach(new EntryId(rogue.keys().origin(), old + 1), CrossingRefusal.NO_ASSENT);
    assertThat(scene.hasLeave(scene.host())).isFalse();
  }

  /// It had a leave, and goes again when it is over, dating it into the window it had closed.
  @Test
  void crossingAfterItsOwnEnd() {
    var id = scene.granted();
    var rogue = scene.scene().rogue();
    long old = rogue.size();
    rogue.says(new CrossingFact.Ended(id, CrossingFact.End.EARLY));
    scene.passes(Duration.ofSeconds(1));
    rogue.says(scene.entered(id));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(5));

    isBreach(new EntryId(rogue.keys().origin(), old + 1), CrossingRefusal.ENDED);
    assertThat(scene.crossings(scene.host()).inside().get(UNIT).crossing()).isEmpty();
    scene.scene().victimGoesOn();
  }

  /// It has a leave, for one unit and from a moment on; another one goes, and the one goes earlier.
  @Test
  void crossingBesideTheLeave() {
    var id = scene.granted();
    var rogue = scene.scene().rogue();
    long old = rogue.size();
    rogue.says(new CrossingFact.Entered(id, UNIT, scene.now().minus(Duration.ofDays(1))));
    rogue.says(new CrossingFact.Entered(id, UnitName.parse("U-PK-9"), scene.now()));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(5));

    assertThat(scene.crossings(scene.host()).breaches().values().map(Breach::why))
        .containsExactly(CrossingRefusal.OUTSIDE_WINDOW, CrossingRefusal.UNIT_NOT_IN_IT);
    scene.scene().victimGoesOn();
  }

  private void isBreach(EntryId entered, CrossingRefusal why) {
    var state = scene.crossings(scene.host());
    assertThat(state.voids().find(entered)).contains(why);
    assertThat(state.breaches().find(entered).orElseThrow().said().said().unit()).isEqualTo(UNIT);
  }
}
