package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.CrossingRefusal;
import org.sarhad.core.crossing.CrossingState;
import org.sarhad.core.crossing.CrossingTerms;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.register.Wording;
import org.sarhad.sim.testing.Chief;

/// The other side crosses, or says so, without a yes (protocol chapter 11): it is shown for ever,
/// and nothing makes a leave of it.
public class CrossingAttacksTest {
  private static final UnitName UNIT = UnitName.parse("U-PK-1");
  private static final Duration WINDOW = Duration.ofHours(1);

  private final Scene scene = Scene.of(5);

  @BeforeEach
  void rulesAreInForce() {
    new Chief(scene.world(), scene.victim()).agreesOnRules();
  }

  private Instant now() {
    return scene.victim().clock().now().truncatedTo(ChronoUnit.MILLIS);
  }

  private CrossingState crossings() {
    return scene.victim().seen().expected().crossings();
  }

  private CrossingTerms terms() {
    return new CrossingTerms(
        IncidentName.of("INC-PK-1"),
        scene.other().party(),
        scene.victim().party(),
        Ordered.set(UNIT),
        new Ring(
            List.of(
                Position.ofDegrees(26.26, 61.86),
                Position.ofDegrees(26.26, 61.88),
                Position.ofDegrees(26.28, 61.87))),
        now(),
        now().plus(WINDOW),
        Wording.of("en", "to look around"),
        scene.victim().identity().chief().officer(),
        Optional.empty(),
        Ordered.set("en"));
  }

  private ActFact.Proposed asked() {
    return new ActFact.Proposed(
        CrossingTerms.KIND,
        terms().toJson(),
        1,
        Capacity.of(Role.CHIEF),
        Optional.of(now().plus(Duration.ofMinutes(4))),
        Optional.empty(),
        Optional.empty());
  }

  /// It asks, is not answered, and sends its unit. Its own signature says so: a breach, that no
  /// later yes makes good.
  @Test
  void crossingWithoutAnAnswer() {
    var rogue = scene.rogue();
    long old = rogue.size();
    rogue.says(asked());
    var crossing = new EntryId(rogue.keys().origin(), old);
    rogue.says(new CrossingFact.Entered(crossing, UNIT, now()));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(5));

    var entered = new EntryId(rogue.keys().origin(), old + 1);
    assertThat(crossings().voids().find(entered)).contains(CrossingRefusal.NO_ASSENT);
    assertThat(crossings().breaches().find(entered).orElseThrow().said().said().unit())
        .isEqualTo(UNIT);
    assertThat(crossings().leavesOf(UNIT, now())).isEmpty();
    scene.victimGoesOn();
  }

  /// It says that a unit of the victim is on its soil. Nobody incriminates another side.
  @Test
  void sayingThatTheOthersUnitCrossed() {
    var rogue = scene.rogue();
    long old = rogue.size();
    rogue.says(asked());
    var crossing = new EntryId(rogue.keys().origin(), old);
    var theirs = UnitName.parse("U-IR-1");
    rogue.says(new CrossingFact.Entered(crossing, theirs, now()));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(5));

    assertThat(crossings().voids().find(new EntryId(rogue.keys().origin(), old + 1))).isPresent();
    assertThat(crossings().breaches().values()).isEmpty();
    scene.victimGoesOn();
  }
}
