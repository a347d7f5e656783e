package org.sarhad.core.activity;

/// How far an activity is, at a time that the asker gives (protocol clause 12-7.5).
public enum ActivityStage {
  /// It is to come.
  PLANNED,
  /// It is going on.
  RUNNING,
  /// Its time is over.
  OVER,
  /// It was cancelled.
  CANCELLED
}
