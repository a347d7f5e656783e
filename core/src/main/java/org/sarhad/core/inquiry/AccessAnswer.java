package org.sarhad.core.inquiry;

/// What the holder of an exhibit answers to a request to see it.
public enum AccessAnswer {
  /// It will be opened as asked for; that is a statement of its own.
  GRANTED,
  /// It will not.
  REFUSED,
  /// It can be looked at during a joint visit.
  VISIT
}
