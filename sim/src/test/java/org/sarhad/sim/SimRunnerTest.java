package org.sarhad.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.sim.fault.FaultMix;

/// The simulation as it runs in the build: some seeds that are always the same, and some that are
/// new each time and printed. Every run prints its line; one that fails says how to see it again.
class SimRunnerTest {
  @Test
  @Tag("sim")
  void everythingHoldsOnTheFixedSeeds() {
    assertThat(run(System.out, "--from", "1", "--seeds", "4", "--minutes", "3")).isZero();
  }

  @Test
  @Tag("sim")
  void everythingHoldsOnFreshSeeds() {
    long fresh = Long.getLong("sarhad.seed", System.nanoTime() >>> 20);

    assertThat(run(System.out, "--from", "" + fresh, "--seeds", "2", "--minutes", "3"))
        .as("fresh seeds from %d; -Dsarhad.seed=%d takes the same ones", fresh, fresh)
        .isZero();
  }

  @Test
  @Tag("sim")
  void aSeedIsARun() {
    var first = Simulation.run(77, FaultMix.HOSTILE, Duration.ofMinutes(2));
    var second = Simulation.run(77, FaultMix.HOSTILE, Duration.ofMinutes(2));
    var other = Simulation.run(78, FaultMix.HOSTILE, Duration.ofMinutes(2));

    assertThat(second).isEqualTo(first);
    assertThat(other.trace()).isNotEqualTo(first.trace());
    assertThat(first.faults()).isPositive();
    assertThat(first.promised()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "--sed 5,      unknown option '--sed'",
        "--seeds,      there is no value for '--seeds'",
        "--seeds none, \"--seeds takes a whole number from 1 on, not 'none'\"",
        "--seeds 0,    \"--seeds takes a whole number from 1 on, not '0'\"",
        "--mix mild,   no mix is called 'mild'"
      })
  void whatItDoesNotKnowItSays(String arguments, String sentence) {
    var out = new ByteArrayOutputStream();

    int status = run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments.split(" "));

    assertThat(status).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("sarhad sim: " + sentence)
        .contains("usage: ./sarhad sim");
  }

  private static int run(PrintStream out, String... arguments) {
    return SimRunner.run(arguments, out);
  }
}
