package org.sarhad.core.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Seeded;

/// I8, I9 and I10 for acts: whatever order the logs arrive in, every node computes the same, an act
/// has at most one terminal stage, and what became of it is what each side's log alone says.
class ActPropertiesTest {
  @ParameterizedTest
  @CsvSource({"2, ir pk", "3, ir pk om", "4, ir pk om tm"})
  void theSameStateInWhateverOrderTheLogsArrive(int sides, String parties) {
    EnumMap<ActStage, Integer> met = new EnumMap<>(ActStage.class);
    Seeded.check(
        180 / sides,
        random -> {
          ActWorld world = new ActWorld(random, Quorums.DEFAULT, parties.split(" "));
          for (int i = 0; i < 130; i++) {
            world.step();
          }
          world.heal();
          world.checkAtRest(met);
          assertThat(world.refolded()).isEqualTo(world.acts());
        });

    assertThat(met)
        .containsKeys(ActStage.EFFECTIVE, ActStage.REFUSED, ActStage.WITHDRAWN, ActStage.EXPIRED);
    // That four agree twice, on an act and on what takes its place, takes more luck than this.
    assertThat(met.containsKey(ActStage.SUPERSEDED) || sides > 3).isTrue();
  }

  /// An act of two of three sides does not wait for the third.
  @Test
  void aSideThatAnActDoesNotNeedChangesNothing() {
    Quorums ofTwo =
        (kind, modalities, parties) ->
            Optional.of(Quorum.alike(parties.headSet(parties.last()), Seats.of(Role.CHIEF, 1)));
    EnumMap<ActStage, Integer> met = new EnumMap<>(ActStage.class);
    Seeded.check(
        30,
        random -> {
          ActWorld world = new ActWorld(random, ofTwo, "ir", "pk", "om");
          for (int i = 0; i < 130; i++) {
            world.step();
          }
          world.heal();
          world.checkAtRest(met);
        });

    assertThat(met).containsKeys(ActStage.EFFECTIVE, ActStage.WITHDRAWN);
  }
}
