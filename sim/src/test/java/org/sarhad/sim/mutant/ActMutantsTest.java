package org.sarhad.sim.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.sim.act.InterleavingsTest;

/// Rules of joint acts, broken one at a time: the enumeration must notice, by the invariant that is
/// named.
@Tag("sim")
class ActMutantsTest {
  private static final String ACT = "org.sarhad.core.act.";
  private static final String BOTH = "oneActOfEachSideAndTwoCrashes";
  private static final String REPLACING = "anActThatTakesThePlaceOfAnother";
  private static final String DATED = "anHonestSideIsNeverContested";
  private static final String STALE = "aStaleAssentIsVoidedWhereverThereIsEvidence";

  @TempDir private Path directory;

  @Test
  void nothingMutated() throws IOException {
    var text = "if (act.isLacking(entry.context().author())) {";
    var same = Mutant.of("core", ACT + "ActsState", text, text, directory);

    assertThat(same.test(InterleavingsTest.class, REPLACING)).isEmpty();
  }

  @Test
  void aWithdrawalEndsAnActByBeingWritten() throws IOException {
    noticed("Act", "isOpen() && isLacking(proposal.proposer())", "isOpen()", BOTH, "alone");
  }

  @Test
  void aWithdrawalEndsNothing() throws IOException {
    noticed(
        "ActsState",
        "if (act.isLacking(entry.context().author())) {",
        "if (false) {",
        BOTH,
        "(alone|rest|void)");
  }

  @Test
  void theFirstWithdrawalThatIsSeenIsOverlooked() throws IOException {
    noticed(
        "ActsState",
        "new EntryId(other, before.sizeOf(other));",
        "new EntryId(other, before.sizeOf(other) + 1);",
        BOTH,
        "(alone|rest|void)");
  }

  @Test
  void officersAssentToWhatTheyKnowIsWithdrawn() throws IOException {
    noticed(
        "ActRules",
        "act.withdrawal().filter(taken -> knows(taken.entry())).isPresent()",
        "false",
        BOTH,
        "void");
  }

  @Test
  void whatWasRefusedIsAssentedTo() throws IOException {
    noticed(
        "ActRules",
        "case REFUSED -> Optional.of(ActRefusal.ACT_REFUSED);",
        "case REFUSED -> none();",
        BOTH,
        "I10");
  }

  @Test
  void anybodyWithdraws() throws IOException {
    noticed(
        "ActRules",
        "return when(!isProposer(act), ActRefusal.NOT_PROPOSER)\n          .or(() -> toCapacity(act, as))",
        "return toCapacity(act, as)",
        BOTH,
        "(alone|rest)");
  }

  @Test
  void aCounterProposalLeavesTheActOpen() throws IOException {
    noticed(
        "ActsState",
        ".ifPresent(act -> changed.add(act.at(ActStage.REFUSED, entry.id())));",
        ".ifPresent(changed::add);",
        "twoActsAndACounterProposal",
        "alone");
  }

  @Test
  void aProposalBinds() throws IOException {
    noticed(
        "Act",
        "Optional.empty(),\n        ActStage.PROPOSED,",
        "Optional.empty(),\n        ActStage.EFFECTIVE,",
        BOTH,
        "I10");
  }

  @Test
  void theOldActStaysInForce() throws IOException {
    noticed(
        "ActsState",
        ".ifPresent(old -> changed.add(act(old).at(ActStage.SUPERSEDED, entry.id())));",
        ".ifPresent(old -> changed.add(act(old)));",
        REPLACING,
        "alone");
  }

  @Test
  void theSameSecondIsEvidence() throws IOException {
    noticed(
        "StaleProof",
        "silentAt.getAsLong() > knewAt.getAsLong()",
        "silentAt.getAsLong() >= knewAt.getAsLong()",
        DATED,
        "(alone|I10|void)");
  }

  @Test
  void aWithdrawalThatCameTooLateIsForgotten() throws IOException {
    noticed(
        "ActRules",
        "boolean isTooLate = act.isEffective() && !knows(act.by());",
        "boolean isTooLate = false;",
        STALE,
        "contest");
  }

  @Test
  void finalOneTooEarly() throws IOException {
    var mutant =
        Mutant.of(
            "core",
            "org.sarhad.core.order.JointOrder",
            "lastNumber >= number)",
            "lastNumber >= number - 1)",
            directory);

    assertThat(mutant.test(InterleavingsTest.class, BOTH))
        .singleElement()
        .satisfies(failure -> assertThat(failure).hasMessageStartingWith("I8: "));
  }

  private void noticed(String name, String original, String text, String method, String invariant)
      throws IOException {
    var mutant = Mutant.of("core", ACT + name, original, text, directory);

    assertThat(mutant.test(InterleavingsTest.class, method))
        .singleElement()
        .satisfies(failure -> assertThat(failure).hasMessageMatching("(?s)" + invariant + ": .*"));
  }
}
