package org.sarhad.node.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Counts what was expected and what came, and says so line by line.
final class Checks {
  private static final Duration POLL_EVERY = Duration.ofMillis(50);

  private final PrintStream out;
  private int passed;
  private int failed;

  Checks(PrintStream out) {
    this.out = out;
  }

  /// Tells the reader where in the story we are.
  void step(int number, String title) {
    out.printf("%n%2d  %s%n", number, title);
  }

  /// Tells the reader something that is not checked.
  void tell(String text) {
    out.printf("      %s%n", text);
  }

  /// Expects `condition` now.
  void that(String what, boolean condition) {
    count(what, condition, "");
  }

  /// Expects `got` to be `wanted`.
  void equal(String what, Object wanted, Object got) {
    count(what, wanted.equals(got), "expected %s, got %s".formatted(wanted, got));
  }

  /// Expects `condition` to come true within `time`, asking again and again.
  void within(Duration time, String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + time.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        count(what, false, "not within %d s".formatted(time.toSeconds()));
        return;
      }
      NodeProcess.pause(POLL_EVERY);
    }
    count(what, true, "");
  }

  private void count(String what, boolean ok, String why) {
    if (ok) {
      passed++;
      out.printf("    ✓ %s%n", what);
    } else {
      failed++;
      out.printf("    ✗ %s%s%n", what, why.isEmpty() ? "" : " (" + why + ")");
    }
  }

  boolean allPassed() {
    return failed == 0 && passed > 0;
  }

  /// The closing line: `N passed, M failed`.
  String summary() {
    return "%d passed, %d failed".formatted(passed, failed);
  }
}
