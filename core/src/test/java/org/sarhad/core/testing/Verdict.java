package org.sarhad.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.RefusalCode;

/// What the rules say to somebody who asks, as a test expects it.
public final class Verdict {
  private Verdict() {}

  /// Passes when `decision` lets `fact` stand.
  public static void accepted(Decision<?, ?, ?> decision, Object fact) {
    assertThat(decision).as("%s", fact).isInstanceOf(Decision.Accepted.class);
  }

  /// The refusal of `fact`, which `decision` has to be.
  public static <F, R, C extends RefusalCode> Decision.Refused<F, R, C> refused(
      Decision<F, R, C> decision, Object fact) {
    return switch (decision) {
      case Decision.Refused<F, R, C> refused -> refused;
      case Decision.Accepted<F, R, C> _ -> throw new AssertionError(fact + " is accepted");
    };
  }
}
