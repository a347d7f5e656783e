package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.sim.attack.LineScene.ACROSS;
import static org.sarhad.sim.attack.LineScene.INCIDENT;
import static org.sarhad.sim.attack.LineScene.UNIT;
import static org.sarhad.sim.attack.LineScene.order;
import static org.sarhad.sim.attack.LineScene.stop;

import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.CrossingRefusal;
import org.sarhad.core.crossing.LaneWork;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.modalities.ModalitiesFact;
import org.sarhad.core.register.Wording;

/// Red line 10: emergencies of life have a fast lane that was signed beforehand; and it is for
/// nothing else, and for no more than was signed.
public class FastLaneAttacksTest {
  private final LineScene scene = LineScene.of(12);

  /// The unit, and so many more, for so long.
  private CrossingFact.FastLaneUsed use(int units, Duration length) {
    var services = new TreeMap<UnitName, LaneWork>();
    for (int number = 1; number <= units; number++) {
      services.put(new UnitName(UNIT.owner(), number), LaneWork.MEDICAL);
    }
    return new CrossingFact.FastLaneUsed(
        INCIDENT,
        scene.host().party(),
        services,
        scene.now().plus(length),
        Wording.of("en", "to hospital"));
  }

  /// The host has suspended everything and the line is cut: nobody can be asked, and nobody has to
  /// be.
  @Test
  void everythingIsSuspendedAndNobodyCanBeAsked() {
    scene.says(scene.host(), new Statement.OnModalities(ModalitiesFact.Suspended.atOnce("no")));
    scene.passes(Duration.ofSeconds(30));
    scene.cut();
    var id = scene.says(scene.visitor(), use(1, Duration.ofHours(1)));
    scene.does(scene.visitor(), order(ACROSS));
    scene.crashes(scene.visitor());
    scene.says(scene.visitor(), scene.entered(id));

    scene.mended();
    assertThat(scene.hasLeave(scene.host())).isTrue();
    assertThat(scene.crossings(scene.host()).inside().get(UNIT).crossing()).contains(id);
    assertThat(scene.crossings(scene.host()).breaches()).isEmpty();
  }

  /// It is stopped like any other, and not used again for the same emergency.
  @Test
  void usingItAgainAfterStop() {
    var id = scene.says(scene.visitor(), use(1, Duration.ofHours(1)));
    scene.passes(Duration.ofSeconds(20));
    scene.says(scene.host(), stop(id));
    scene.crashes(scene.host());
    scene.mended();

    assertThat(scene.hasLeave(scene.visitor())).isFalse();
    assertThat(scene.isRefused(scene.visitor(), use(1, Duration.ofHours(1))))
        .isEqualTo("crossing.under_stop");
  }

  /// It was used while the STOP was on its way: it is stopped from the beginning.
  @Test
  void usingItBeforeTheStopArrives() {
    scene.says(scene.visitor(), use(1, Duration.ofHours(1)));
    scene.passes(Duration.ofSeconds(20));
    scene.cut();
    scene.says(
        scene.host(),
        new CrossingFact.Stopped(Optional.empty(), Ordered.set(UNIT), Optional.empty()));
    var again = scene.says(scene.visitor(), use(1, Duration.ofHours(2)));
    scene.crashes(scene.host());
    scene.mended();

    for (var node : scene.scene().world().nodes()) {
      assertThat(scene.crossing(node, again).isStopped()).isTrue();
      assertThat(scene.hasLeave(node)).isFalse();
    }
  }

  /// A convoy of seven, where six were signed: none of them has a leave.
  @Test
  void aConvoyInTheFastLane() {
    var rogue = scene.scene().rogue();
    long old = rogue.size();
    rogue.says(use(7, Duration.ofHours(1)));
    rogue.says(scene.entered(new EntryId(rogue.keys().origin(), old)));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.scene().victimGoesOn();
    scene.crashes(scene.host());

    var state = scene.crossings(scene.host());
    assertThat(state.voids().find(new EntryId(rogue.keys().origin(), old)))
        .contains(CrossingRefusal.TOO_MANY_UNITS);
    assertThat(state.breaches().values().map(breach -> breach.why()))
        .containsExactly(CrossingRefusal.CROSSING_UNKNOWN);
    assertThat(scene.hasLeave(scene.host())).isFalse();
  }
}
