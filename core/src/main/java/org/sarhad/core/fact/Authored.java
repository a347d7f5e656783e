package org.sarhad.core.fact;

/// A fact together with who is to read it.
///
/// @param <F> the application's sealed type of facts
public record Authored<F>(F fact, Audience audience) {
  /// `fact` for own eyes.
  public static <F> Authored<F> internal(F fact) {
    return new Authored<>(fact, Audience.INTERNAL);
  }

  /// `fact` for both sides.
  public static <F> Authored<F> released(F fact) {
    return new Authored<>(fact, Audience.RELEASE);
  }
}
