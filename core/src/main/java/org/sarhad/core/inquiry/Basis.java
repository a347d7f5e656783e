package org.sarhad.core.inquiry;

/// How the claimant comes to know.
public enum Basis {
  /// Officers of the side saw it.
  OWN_OBSERVATION,
  /// An agency of the side reported it.
  OWN_AGENCY,
  /// Somebody outside both sides reported it.
  THIRD_PARTY,
  /// It was published.
  PRESS,
  /// It was concluded from other things.
  INFERENCE
}
