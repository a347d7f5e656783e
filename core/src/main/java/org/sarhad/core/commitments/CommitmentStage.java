package org.sarhad.core.commitments;

/// What became of a commitment, computed from the acts and from what each side says (protocol
/// clause 10-6.5).
public enum CommitmentStage {
  /// To be kept.
  OPEN,
  /// All sides concerned say that it was kept, or closed it as kept.
  FULFILLED,
  /// The sides agreed not to hold each other to it any longer.
  DROPPED,
  /// The act that made it has been superseded.
  REPLACED,
  /// The side that registered it took that back.
  WITHDRAWN,
  /// The act that made it was void by a stale assent.
  VOIDED
}
