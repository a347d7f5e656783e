package org.sarhad.tlog;

/// Assertions that stay on in production.
///
/// What is checked here can only fail through a mistake of ours: arithmetic that cannot be, a state
/// that was ruled out. Input from outside is never checked here; each format has its own
/// [MalformedException] for that.
public final class Check {
  private Check() {}

  /// Passes if `holds`; otherwise throws a [BugException] whose message is `format` filled with
  /// `args` in the manner of [String#format].
  @SuppressWarnings("AnnotateFormatMethod") // the annotation lives in a library we do without
  public static void that(boolean holds, String format, Object... args) {
    if (!holds) {
      throw new BugException(String.format(format, args));
    }
  }

  /// Passes if `holds`; otherwise throws a [BugException] with `message`. For hot paths: nothing is
  /// allocated when the check holds.
  public static void that(boolean holds, String message) {
    if (!holds) {
      throw new BugException(message);
    }
  }
}
