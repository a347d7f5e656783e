package org.sarhad.sim.check;

/// Something that must always hold does not.
public final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// `invariant` names it (`I4`), `what` says how it was broken.
  public Violation(String invariant, String what) {
    super(invariant + ": " + what);
  }

  /// Throws unless `holds`.
  static void unless(boolean holds, String invariant, String what, Object... arguments) {
    if (!holds) {
      throw new Violation(invariant, what.formatted(arguments));
    }
  }
}
