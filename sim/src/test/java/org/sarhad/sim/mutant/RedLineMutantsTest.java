package org.sarhad.sim.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.sim.attack.AssentAttacksTest;
import org.sarhad.sim.attack.StopAttacksTest;

/// The red lines of 08-4, each broken on purpose in the production code: the checkers must notice,
/// and name the line.
@Tag("sim")
class RedLineMutantsTest {
  private static final String CROSSING = "org.sarhad.core.crossing.";
  private static final String RESPONSE = "org.sarhad.core.response.";

  /// So many runs by chance a mutant may stay unnoticed in; most are noticed in the first.
  private static final long SEEDS = 30;

  /// The first run in which somebody is named who must not be, and both sign, when this was last
  /// looked at: what happens by chance changes with whatever is done in a run.
  private static final long A_WRONG_NAME = 16;

  @TempDir private Path directory;

  // ---- noticed while somebody attacks ---------------------------------------------------------

  @Test
  void entersWithoutAssent() throws IOException {
    noticed(
        "CrossingRules",
        "!crossing.grant().holdsFor(entry),\n                  CrossingRefusal.NO_ASSENT",
        "false,\n                  CrossingRefusal.NO_ASSENT",
        AssentAttacksTest.class,
        "crossingWithoutAnAnswer",
        "R1");
  }

  @Test
  void entersAfterTheEnd() throws IOException {
    noticed(
        "CrossingRules",
        "when(isEndedAt(crossing, said.at()), CrossingRefusal.ENDED, name),",
        "",
        AssentAttacksTest.class,
        "crossingAfterItsOwnEnd",
        "R1");
  }

  @Test
  void entersOutsideTheWindow() throws IOException {
    noticed(
        "CrossingRules",
        "!crossing.leave().isOpenAt(said.at()),",
        "false,",
        AssentAttacksTest.class,
        "crossingBesideTheLeave",
        "R1");
  }

  @Test
  void entersByTheLeaveOfAnother() throws IOException {
    noticed(
        "CrossingRules",
        "when(!crossing.leave().units().contains(unit), CrossingRefusal.UNIT_NOT_IN_IT, name),",
        "",
        AssentAttacksTest.class,
        "crossingBesideTheLeave",
        "R1");
  }

  @Test
  void entersAfterStop() throws IOException {
    noticed(
        "CrossingRules",
        "when(isStoppedAt(crossing, unit, said.at()), CrossingRefusal.UNDER_STOP, name),",
        "",
        StopAttacksTest.class,
        "goingOnAfterStop",
        "R3");
  }

  @Test
  void passesOverABreach() throws IOException {
    noticed(
        "CrossingState",
        "CrossingState next = with(breach);",
        "CrossingState next = this;",
        AssentAttacksTest.class,
        "crossingWithoutAnAnswer",
        "R1");
  }

  // ---- noticed while officers work ------------------------------------------------------------

  @Test
  void isSentAcrossWithoutALeave() throws IOException {
    caught(RESPONSE + "UnitRules", "mayGo(id, request.destination()),", "true,", "R1");
  }

  @Test
  void goesOnAtTheLine() throws IOException {
    caught(
        RESPONSE + "UnitRules",
        "return isHeld ? request.as(UnitStatus.STG_L) : request;",
        "return request;",
        "R1");
  }

  @Test
  void theVisitorsOwnOfficerIsInCharge() throws IOException {
    caught(
        CROSSING + "CrossingTermsRules",
        "!officers.holds(terms.host(), terms.inCharge(), grounds.limits().hostRole()),",
        "false,",
        "R2",
        A_WRONG_NAME);
  }

  @Test
  void mayStayUnansweredForEver() throws IOException {
    caught(
        CROSSING + "CrossingTermsRules",
        "if (said.expires().isEmpty()) {",
        "if (said.expires().isEmpty()) { if (grounds != null) return Optional.empty();",
        "R6");
  }

  @Test
  void tellsPositionsAsTheyAre() throws IOException {
    caught(
        RESPONSE + "Coarse",
        "return fix.precisionM() >= precisionM\n",
        "return fix.precisionM() >= 0\n",
        "11-8.2");
  }

  /// It says that it is coarse, and is not.
  @Test
  void onlySaysThatItIsCoarse() throws IOException {
    caught(
        RESPONSE + "Coarse",
        "new Fix(position(fix.position(), precisionM), precisionM, fix.at())",
        "new Fix(fix.position(), precisionM, fix.at())",
        "11-8.2");
  }

  // ---- desks that refuse nothing --------------------------------------------------------------

  /// Both nodes write down whatever their officers say of crossings, right or wrong: what is wrong
  /// is kept as a breach on both, and nothing of it counts.
  @Test
  void nodesThatSkipTheirOwnRules() throws IOException {
    var run =
        Mutant.of(
                "node",
                "org.sarhad.node.machine.Desk",
                "return AccordRules.objection(accord, response, channel, place(session, batch), statement)\n",
                "return (statement instanceof Statement.OnCrossings ? Optional.<Objection>empty()"
                    + " : AccordRules.objection(accord, response, channel, place(session, batch), statement))\n",
                directory)
            .simulate("--from", "2", "--seeds", "1", "--mix", "rough", "--minutes", "5");

    assertThat(run.status()).as(run.said()).isZero();
    assertThat(run.said()).containsPattern(" [1-9][0-9]* breaches");
  }

  // ---- breaking rules -------------------------------------------------------------------------

  /// One of the first simulations fails, and says that `line` was crossed.
  private void caught(String name, String original, String text, String line) throws IOException {
    caught(name, original, text, line, 1);
  }

  private void caught(String name, String original, String text, String line, long from)
      throws IOException {
    var mutant = Mutant.of("core", name, original, text, directory);
    var run =
        LongStream.range(from, from + SEEDS)
            .mapToObj(
                seed -> mutant.simulate("--seed", "" + seed, "--mix", "calm", "--minutes", "5"))
            .filter(each -> each.status() != 0)
            .findFirst();

    assertThat(run).as("noticed in one of %d runs", SEEDS).isPresent();
    assertThat(run.get().said()).contains("Violation: " + line + ":");
  }

  /// The checkers, who look after every event of the attack `method` too, say that `line` was
  /// crossed.
  private void noticed(
      String name, String original, String text, Class<?> attacks, String method, String line)
      throws IOException {
    var mutant = Mutant.of("core", CROSSING + name, original, text, directory);

    assertThat(mutant.test(attacks, method))
        .singleElement()
        .satisfies(found -> assertThat(found).hasMessageStartingWith(line + ":"));
  }
}
