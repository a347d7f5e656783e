package org.sarhad.core.joint;

import org.sarhad.core.fact.RefusalCode;

/// Why something about an exercise cannot be stated (red line 11, protocol clause 08-4.4).
public enum ExerciseRefusal implements RefusalCode {
  /// It would tie an exercise to something real.
  EXERCISE_APART(
      Retry.CHANGED,
      "An exercise stands apart: only acts of help, crossing and handover name it; take its name out.");

  private final Retry retry;
  private final String sentence;

  ExerciseRefusal(Retry retry, String sentence) {
    this.retry = retry;
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public Retry retry() {
    return retry;
  }
}
