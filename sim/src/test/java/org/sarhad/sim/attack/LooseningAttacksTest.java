package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.core.crossing.CrossingTerms;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.sim.workload.Treaty;

/// Red lines 5 (no watch-lists of persons) and 7 (the line claims nothing), and the loosening of
/// any: whatever somebody writes, no version of the rules says otherwise.
public class LooseningAttacksTest {
  private final LineScene scene = LineScene.of(10);

  /// A version that takes a red line back is proposed by a node that does not mind.
  @Test
  void aVersionThatLoosensALine() {
    var lines = List.of("assent_to_cross", "no_person_lists", "line_without_prejudice", "verbatim");
    var accord = scene.host().seen().agreed();
    var rogue = scene.scene().rogue();
    long old = rogue.size();
    lines.forEach(line -> rogue.says(Treaty.loosening(accord, "red_line." + line)));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.scene().victimGoesOn();
    scene.crashes(scene.host());

    for (int i = 0; i < lines.size(); i++) {
      var act = new EntryId(rogue.keys().origin(), old + i);
      assertThat(scene.isRefused(scene.host(), scene.yes(act))).isEqualTo("modalities.red_line");
    }
    assertThat(scene.host().seen().agreed().version()).isEqualTo(accord.version());
  }

  /// It writes a list of persons into its log. It stands there, as what it is: bytes that no rule
  /// of ours knows, and nothing that is shown as a list of anybody.
  @Test
  void aListOfPersons() {
    var kind = Kind.of("watchlist.person");
    var before = scene.host().seen().response().digest();
    var rogue = scene.scene().rogue();
    long old = rogue.size();
    rogue.says(kind, Json.obj().put("name", "somebody").build());
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.crashes(scene.host());

    assertThat(Statement.isKnown(kind)).isFalse();
    assertThat(scene.host().seen().entry(new EntryId(rogue.keys().origin(), old))).isPresent();
    assertThat(scene.host().seen().response().digest()).isEqualTo(before);
  }

  /// It asks for an area far inside, as its own file of the line may have it. Whose soil that is
  /// the host's node asks its own file, for itself alone, and says no.
  @Test
  void anAreaAsTheOthersFileHasTheLine() {
    var terms = scene.terms(scene.host().identity().commander().officer());
    var rogue = scene.scene().rogue();
    long old = rogue.size();
    rogue.says(scene.proposal(moved(terms)));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(5));

    var id = new EntryId(rogue.keys().origin(), old);
    assertThat(scene.isRefused(scene.host(), scene.yes(id))).isEqualTo("crossing.area_too_deep");
    assertThat(scene.hasLeave(scene.host())).isFalse();
  }

  private static CrossingTerms moved(CrossingTerms terms) {
    return new CrossingTerms(
        terms.incident(),
        terms.visitor(),
        terms.host(),
        terms.units(),
        new Ring(
            List.of(
                Position.ofDegrees(29.50, 61.20),
                Position.ofDegrees(29.50, 61.24),
                Position.ofDegrees(29.54, 61.22))),
        terms.from(),
        terms.until(),
        terms.purpose(),
        terms.inCharge(),
        terms.conditions(),
        terms.languages());
  }
}
