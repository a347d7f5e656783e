package org.sarhad.sim.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.sim.attack.ActAttacksTest;
import org.sarhad.sim.attack.EntryAttacksTest;
import org.sarhad.sim.attack.HeadAttacksTest;
import org.sarhad.sim.attack.LineAttacksTest;
import org.sarhad.sim.attack.RollbackAttacksTest;
import org.sarhad.sim.machine.JointActsTest;
import org.sarhad.sim.machine.SnapshotTest;

/// A checker that never fails proves nothing. Here a rule of the production code is broken on
/// purpose, one at a time, and the simulation or an attack must notice.
@Tag("sim")
class MutantsTest {
  @TempDir private Path directory;

  // ---- noticed by the checkers ----------------------------------------------------------------

  @Test
  void nothingMutated() throws IOException {
    var text = "if (waiting.isEmpty()) {";
    var same = Mutant.of("node", MACHINE + "Stage", text, text, directory);

    assertThat(same.simulate(SEEDS).status()).as("the loader alone changes nothing").isZero();
    assertThat(same.test(EntryAttacksTest.class, "entryRewrittenOnTheWay")).isEmpty();
  }

  /// Answers leave at once, cosignatures among them, before what they state is durable.
  @Test
  void cosignsBeforeItIsDurable() throws IOException {
    caught("Stage", "if (waiting.isEmpty()) {", "if (true) {", "I[25]");
  }

  @Test
  void seenThatGoesBack() throws IOException {
    caught(
        "Scribe",
        "if (receipt.isPresent() && receipt.get().size() > 0) {",
        "if (receipt.isPresent() && receipt.get().size() > 0 && standing.own().tree().size() % 7 !="
            + " 6) {",
        "I4");
  }

  /// The neighbour would refuse it; the checkers know it when it leaves.
  @Test
  void seesLessThanItCosigned() throws IOException {
    caught(
        "Scribe",
        "var receipt = peer.value().mirror().receipt();",
        "var receipt = peer.value().delivery().size() > 20 ? peer.value().mirror().receipt()"
            + ".filter(head -> head.size() < 10) : peer.value().mirror().receipt();",
        "I[46]");
  }

  @Test
  void finalOneTooEarly() throws IOException {
    caughtIn(
        "core",
        "org.sarhad.core.order.JointOrder",
        "lastNumber >= number)",
        "lastNumber >= number - 1)",
        "I[89]");
  }

  @Test
  void foldsInTheOrderOfArrival() throws IOException {
    caughtIn(
        "core",
        "org.sarhad.core.order.JointOrder",
        "lastNumber >= number)",
        "lastNumber >= 0)",
        "I[89]");
  }

  /// For one moment a node shows less of its journal than before: the checkers look whenever what
  /// is shown is another value, however short.
  @Test
  void showsLessForAMoment() throws IOException {
    caught(
        "DurableView",
        "LogView.Kind.JOURNAL,\n            standing.journal().size(),",
        "LogView.Kind.JOURNAL,\n            standing.journal().size() - (standing.journal().size() % 7 == 6 ? 2 : 0),",
        "I14");
  }

  /// A place in the joint order becomes another one long after it was given, and nothing that is
  /// shown changes by it: what was found good bit by bit is looked at once more as a whole.
  @Test
  void changesAnOldPlace() throws IOException {
    var run =
        Mutant.of(
                "node",
                MACHINE + "JointFold",
                "return Optional.ofNullable(places.get(count));",
                "return Optional.ofNullable(places.get(count == 3 && joint.count() > 40 ? 4L : count));",
                directory)
            .simulate("--from", "1", "--seeds", "1", "--mix", "calm", "--minutes", "2");

    assertThat(run.status()).as(run.said()).isEqualTo(1);
    assertThat(run.said()).contains("Violation: I8");
  }

  /// What ended by an acknowledgement is not over before the exchange has settled.
  @Test
  void answersNoAcknowledgementAtAll() throws IOException {
    noticed(
        "Arrivals",
        "!told.isAck() || fold.isFirstToKnow(told)",
        "!told.isAck()",
        JointActsTest.class,
        "aWithdrawalEndsTheActOnceTheOtherSideKnows");
  }

  /// What was signed can be undone by whoever signed it.
  @Test
  void erasesWhatWasSigned() throws IOException {
    noticed(
        "Kernel",
        "kind.filter(known -> !RecordRules.isKept(known)).isEmpty()",
        "kind.isEmpty()",
        ActAttacksTest.class,
        "erasingWhatWasSigned");
  }

  /// A side signs with one who showed two histories.
  @Test
  void signsWithOneWhoForked() throws IOException {
    noticed(
        "Desk",
        "peer.mirror().isFrozen()",
        "false",
        ActAttacksTest.class,
        "signingGoesOnWithOneWhoForked");
  }

  // ---- noticed by the attacks -----------------------------------------------------------------

  @Test
  void takesEntriesWithoutProof() throws IOException {
    noticed(
        "MirrorKeeper",
        "part.verify(head.checkpoint(), MirrorKeeper.this::leaf);",
        "if (head.size() < 0) part.verify(head.checkpoint(), MirrorKeeper.this::leaf);",
        EntryAttacksTest.class,
        "entryRewrittenOnTheWay");
  }

  @Test
  void takesHeadsOfAnybody() throws IOException {
    var claims = "if (!line.claims(key)) {\n      return false;\n    }\n";
    var mutant =
        Mutant.of(
            "tlog",
            "org.sarhad.tlog.checkpoint.Cosignature",
            claims,
            claims + "    if (true) {\n      return true;\n    }\n",
            directory);

    assertThat(mutant.test(HeadAttacksTest.class, "rootSwappedUnderAValidSignature")).isNotEmpty();
  }

  @Test
  void believesAnyCosignature() throws IOException {
    noticed(
        "PushSession",
        "return switch (answer.verify(mirrorKeys, verifier)) {",
        "return switch (answer.verify(mirrorKeys, (_, _, _, _) -> true)) {",
        LineAttacksTest.class,
        "cosignatureSwapped");
  }

  @Test
  void stopsForABareWord() throws IOException {
    noticed(
        "GuardWatch",
        "if (agreed.contains(peer)) {\n      return false;",
        "if (agreed.contains(peer) && claimed < 0) {\n      return false;",
        LineAttacksTest.class,
        "mirrorLiesAboutItsSize");
  }

  @Test
  void signsWithoutAskingTheGuard() throws IOException {
    noticed(
        "GuardWatch",
        "  boolean maySign() {\n    return state == GuardState.PASSED;",
        "  boolean maySign() {\n    return true;",
        RollbackAttacksTest.class,
        "oldBackupAndNobodyToAsk");
  }

  @Test
  void doesNotGiveWay() throws IOException {
    noticed(
        "Restoring",
        "    kernel.freeze(true);\n    mustGiveWay = true;",
        "",
        RollbackAttacksTest.class,
        "oldBackupAndNobodyToAsk");
  }

  /// What a bundle brought back counts as never forgotten.
  @Test
  void takesWhatIsHereForWhatItRemembers() throws IOException {
    noticed(
        "Restoring",
        "boolean isForgotten = isNews &&",
        "boolean isForgotten = false && isNews &&",
        RollbackAttacksTest.class,
        "oldBackupAndABundleThatHidesWhatWasForgotten");
  }

  @Test
  void asksNobodyBeforeItSigns() throws IOException {
    noticed(
        "GuardWatch",
        "private GuardState state = GuardState.WAITING;",
        "private GuardState state = GuardState.PASSED;",
        RollbackAttacksTest.class,
        "oldBackupAndNobodyToAsk");
  }

  // ---- noticed by the tests of what is kept ---------------------------------------------------

  @Test
  void goesOnFromASnapshotOfAnotherHistory() throws IOException {
    noticed(
        "SnapshotMatch",
        "return reach.size() <= log.size() && log.root(reach.size()).equals(reach.root());",
        "return reach.size() <= log.size();",
        SnapshotTest.class,
        "oneOfAnotherHistoryDoesNotCount");
  }

  @Test
  void keepsWhatWasErasedInASnapshot() throws IOException {
    noticed(
        "StateSnapshots",
        "files.deleteAll();\n      report = report.forgotten();",
        "report = report.forgotten();",
        SnapshotTest.class,
        "whatIsErasedIsInNoneAndAStartDoesNotBringItBack");
  }

  @Test
  void bringsBackWhatWasErasedSinceTheSnapshot() throws IOException {
    noticed(
        "StateSnapshots",
        "match.holdsErased(image, folded.facts())",
        "false",
        SnapshotTest.class,
        "whatIsErasedIsInNoneAndAStartDoesNotBringItBack");
  }

  // ---- breaking rules -------------------------------------------------------------------------

  private static final String MACHINE = "org.sarhad.node.machine.";
  private static final String[] SEEDS = {
    "--from", "1", "--seeds", "1", "--mix", "hostile", "--minutes", "3"
  };

  private void caught(String name, String original, String text, String invariant)
      throws IOException {
    caughtIn("node", MACHINE + name, original, text, invariant);
  }

  /// The simulation fails, and says that `invariant`, a pattern, did not hold.
  private void caughtIn(String module, String name, String original, String text, String invariant)
      throws IOException {
    var run = Mutant.of(module, name, original, text, directory).simulate(SEEDS);

    assertThat(run.status()).as(run.said()).isEqualTo(1);
    assertThat(run.said()).containsPattern("Violation: (" + invariant + ")");
  }

  /// The attack `method` is not stopped any more.
  private void noticed(String name, String original, String text, Class<?> attacks, String method)
      throws IOException {
    var mutant = Mutant.of("node", MACHINE + name, original, text, directory);

    assertThat(mutant.test(attacks, method)).isNotEmpty();
  }
}
