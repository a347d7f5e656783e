package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.response.IncidentFact;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.Words;
import org.sarhad.sim.world.LinkFaults;
import org.sarhad.sim.world.SimNode;

/// Red lines 8 and 9: what a side says is shown in its own words, and what it released stays: a
/// withdrawal is a new entry beside the old one.
public class ReleasedAttacksTest {
  private static final IncidentId OURS = IncidentId.parse("INC-IR-1");

  /// Two spellings of one letter, digits of two scripts, and marks that nobody sees.
  private static final Words WORDS = Words.typed("fa", "دیده شد ي ی ۱۲ ١٢ نمی\u200cدانیم — «شاید»");

  private final LineScene scene = LineScene.of(11);

  private EntryId noted() {
    return scene
        .does(
            scene.host(), new ResponseRequest.Note(OURS, WORDS, Optional.empty(), Audience.RELEASE))
        .getFirst();
  }

  private Words words(SimNode node, EntryId note) {
    return node.seen().response().incident(OURS).orElseThrow().said().stream()
        .filter(said -> said.entry().equals(note))
        .map(said -> ((IncidentFact.Noted) said.fact()).words())
        .findFirst()
        .orElseThrow();
  }

  /// Over a bad line, with a power cut on both sides, each letter arrives as it was written.
  @Test
  void wordsOverABadLine() {
    scene.scene().world().link().use(LinkFaults.BAD);
    var note = noted();
    scene.crashes(scene.host());
    scene.crashes(scene.visitor());
    scene.scene().world().link().use(LinkFaults.GOOD);
    scene.mended();

    assertThat(words(scene.visitor(), note)).isEqualTo(WORDS);
    assertThat(scene.visitor().seen().entry(note)).isEqualTo(scene.host().seen().entry(note));
  }

  /// It corrects and withdraws what we said, in our name: said in vain.
  @Test
  void correctingTheOthersWords() {
    var note = noted();
    scene.passes(Duration.ofSeconds(20));
    var rogue = scene.scene().rogue();
    long old = rogue.size();
    rogue.says(new IncidentFact.Corrected(OURS, note, Words.en("no"), Words.en("a slip")));
    rogue.says(new IncidentFact.Withdrawn(OURS, note, Words.en("untrue")));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.scene().victimGoesOn();
    scene.crashes(scene.host());

    assertThat(words(scene.host(), note)).isEqualTo(WORDS);
    assertThat(scene.host().seen().response().side(rogue.keys().party()).ledger().anomalies())
        .hasSize(2);
  }

  /// Released while the line was cut, withdrawn before it was mended: the other side gets both.
  @Test
  void withdrawingBeforeItArrived() {
    scene.cut();
    var note = noted();
    var withdrawn =
        scene.does(
            scene.host(), new ResponseRequest.Withdraw(OURS, note, Words.en("it was a shepherd")));
    scene.crashes(scene.host());
    scene.mended();

    for (var node : scene.scene().world().nodes()) {
      assertThat(words(node, note)).isEqualTo(WORDS);
      assertThat(node.seen().entry(withdrawn.getFirst())).isPresent();
      assertThat(node.seen().proof(note)).isPresent();
    }
  }
}
