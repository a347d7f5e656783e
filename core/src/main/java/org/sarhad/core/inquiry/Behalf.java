package org.sarhad.core.inquiry;

/// Whose account it is (protocol clause 09-2.4). A side states its own, or puts on record what
/// somebody else said; there is no constant for another side, because nobody speaks for one.
public enum Behalf {
  /// The side whose log it stands in.
  OWN,
  /// An organisation or authority that is no side of the channel.
  THIRD_PARTY,
  /// A published report.
  PRESS
}
