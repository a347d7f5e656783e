package org.sarhad.sim.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActStage;
import org.sarhad.sim.check.Violation;

/// Every interleaving of what two sides can do about joint acts, within small bounds. Each prints
/// how many worlds it has been through, and in which time. `-Dsarhad.act.facts=N` lets each side
/// write N lines about acts: with 3 it takes minutes, with 4 it wants memory too.
@Tag("sim")
public class InterleavingsTest {
  private static final int DEEPER = Integer.getInteger("sarhad.act.facts", 0);

  /// Proposals of both sides, which both answer, take back and let expire while nodes crash.
  @Test
  void oneActOfEachSideAndTwoCrashes() {
    var report = explore("one of each side, two crashes", Bounds.honest(facts(2), 1, 1, 2));

    assertThat(report.states()).isGreaterThan(80_000);
    assertThat(report.stages())
        .containsOnlyKeys(
            ActStage.PROPOSED,
            ActStage.EFFECTIVE,
            ActStage.REFUSED,
            ActStage.WITHDRAWN,
            ActStage.EXPIRED);
  }

  /// Two acts of one side, answered in any order, also with a counter-proposal.
  @Test
  void twoActsAndACounterProposal() {
    var report = explore("two and a counter-proposal", Bounds.honest(facts(2), 2, 1, 1));

    assertThat(report.states()).isGreaterThan(90_000);
  }

  @Test
  void anActThatTakesThePlaceOfAnother() {
    var report = explore("one after another", Bounds.honest(facts(3), 2, 0, 1).withReplacing());

    assertThat(report.stages()).containsKey(ActStage.SUPERSEDED);
  }

  /// Whatever a node dates, and whenever: nothing of it is evidence against an honest side.
  @Test
  void anHonestSideIsNeverContested() {
    var report = explore("dated heads", Bounds.honest(facts(2), 1, 1, 1).withDates());

    assertThat(report.states()).isGreaterThan(300_000);
    assertThat(report.stages()).doesNotContainKey(ActStage.VOIDED);
  }

  /// Whoever dates a head between the withdrawal and the assent that denies it is found out.
  @Test
  void aStaleAssentIsVoidedWhereverThereIsEvidence() {
    var report = explore("stale assents", Bounds.honest(facts(3), 2, 0, 0).withStaleAssents());

    assertThat(report.stages()).containsKey(ActStage.VOIDED);
  }

  // ---- rules of the node that the acts rest on ------------------------------------------------

  @Test
  void whatIsNotDurableIsNotFinal() {
    broken(Bounds.honest(2, 1, 1, 1), Flaw.FOLDS_BEFORE_DURABLE, "(I8|bound)");
  }

  /// 07-7.6: otherwise the evidence would convict the honest.
  @Test
  void whatWasWrittenBeforeACosignatureIsDurableWithIt() {
    broken(Bounds.honest(2, 1, 0, 0).withDates(), Flaw.COSIGNS_BEFORE_DURABLE, "I6");
  }

  /// 07-5.10: a withdrawal is acknowledged although nothing waits for it to become final.
  @Test
  void whatEndsAnActIsAcknowledged() {
    broken(Bounds.honest(2, 1, 0, 0), Flaw.LEAVES_WITHDRAWALS_OPEN, "rest");
  }

  private static void broken(Bounds bounds, Flaw flaw, String invariant) {
    assertThatThrownBy(() -> Interleavings.explore(bounds, flaw))
        .isInstanceOf(Violation.class)
        .hasMessageMatching("(?s)" + invariant + ": .*after all has begun; .*");
  }

  private static int facts(int small) {
    return Math.max(small, DEEPER);
  }

  private static Report explore(String what, Bounds bounds) {
    var report = Interleavings.explore(bounds);
    System.out.printf("acts, %s: %s%n", what, report);
    return report;
  }
}
