package org.sarhad.sim.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The red lines of 08-4, each broken on purpose in the production code: the checkers of the
/// simulation must notice, and name the line.
@Tag("sim")
class RedLineMutantsTest {
  private static final String CROSSING = "org.sarhad.core.crossing.";
  private static final String RESPONSE = "org.sarhad.core.response.";

  @TempDir private Path directory;

  // ---- 1: no unit crosses without a leave -----------------------------------------------------

  @Test
  void entersWithoutAssent() throws IOException {
    caught(
        CROSSING + "CrossingRules",
        "!crossing.grant().holdsFor(entry),\n                  CrossingRefusal.NO_ASSENT",
        "false,\n                  CrossingRefusal.NO_ASSENT",
        "R1");
  }

  @Test
  void entersAfterTheWindow() throws IOException {
    caught(
        CROSSING + "CrossingRules",
        "!crossing.leave().isOpenAt(said.at()),",
        "false,",
        "R1");
  }

  @Test
  void entersAfterTheEnd() throws IOException {
    caught(
        CROSSING + "CrossingRules",
        "when(isEndedAt(crossing, said.at()), CrossingRefusal.ENDED, name),",
        "",
        "R1");
  }

  @Test
  void entersByTheLeaveOfAnotherUnit() throws IOException {
    caught(
        CROSSING + "CrossingRules",
        "when(!crossing.leave().units().contains(unit), CrossingRefusal.UNIT_NOT_IN_IT, name),",
        "",
        "R1");
  }

  @Test
  void isSentAcrossWithoutALeave() throws IOException {
    caught(
        RESPONSE + "UnitRules",
        "mayGo(id, request.destination()),",
        "true,",
        "R1");
  }

  @Test
  void goesOnAtTheLine() throws IOException {
    caught(
        RESPONSE + "UnitRules",
        "return isHeld ? request.as(UnitStatus.STG_L) : request;",
        "return request;",
        "R1");
  }

  // ---- 2: the host is in charge ---------------------------------------------------------------

  @Test
  void theVisitorsOwnOfficerIsInCharge() throws IOException {
    caught(
        CROSSING + "CrossingTermsRules",
        "!officers.holds(terms.host(), terms.inCharge(), grounds.limits().hostRole()),",
        "false,",
        "R2");
  }

  // ---- 3: STOP --------------------------------------------------------------------------------

  @Test
  void entersAfterStop() throws IOException {
    caught(
        CROSSING + "CrossingRules",
        "when(isStoppedAt(crossing, unit, said.at()), CrossingRefusal.UNDER_STOP, name),",
        "",
        "R3");
  }

  // ---- 4: own units only ----------------------------------------------------------------------

  @Test
  void longerThanAgreed() throws IOException {
    caught(
        CROSSING + "CrossingTermsRules",
        "terms.length().compareTo(limits.duration()) > 0,",
        "false,",
        "R1");
  }

  // ---- 6: silence -----------------------------------------------------------------------------

  @Test
  void mayStayUnansweredForEver() throws IOException {
    caught(
        CROSSING + "CrossingTermsRules",
        "if (said.expires().isEmpty()) {",
        "if (said.expires().isEmpty()) { if (grounds != null) return Optional.empty();",
        "R6");
  }

  // ---- how precisely --------------------------------------------------------------------------

  @Test
  void tellsPositionsAsTheyAre() throws IOException {
    caught(
        RESPONSE + "Coarse",
        "return fix.precisionM() >= precisionM\n",
        "return fix.precisionM() >= 0\n",
        "11-8.2");
  }

  /// It says that it is coarse.
  @Test
  void saysThatItIsCoarse() throws IOException {
    caught(
        RESPONSE + "Coarse",
        "new Fix(position(fix.position(), precisionM), precisionM, fix.at())",
        "new Fix(fix.position(), precisionM, fix.at())",
        "11-8.2");
  }

  @Test
  void tellsStationsAsTheyAre() throws IOException {
    caught(
        RESPONSE + "Coarse",
        "place(unit.station(), precisionM)",
        "unit.station()",
        "11-8.2");
  }

  private void caught(String name, String original, String text, String line) throws IOException {
    var run =
        Mutant.of("core", name, original, text, directory)
            .simulate("--from", "1", "--seeds", "1", "--mix", "calm", "--minutes", "5");

    assertThat(run.status()).as(run.said()).isEqualTo(1);
    assertThat(run.said()).containsPattern("Violation: " + line + ":");
  }
}
