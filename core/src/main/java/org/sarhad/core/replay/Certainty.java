package org.sarhad.core.replay;

/// Whether a side knew of something at one moment. In this order, and never back, as time goes on.
public enum Certainty {
  /// It cannot have known of it: it was not written yet, or is proven not to have arrived.
  NOT_YET,
  /// Between the earliest and the latest moment that signatures leave open.
  UNDECIDED,
  /// It had it.
  KNOWN
}
