package org.sarhad.core.inquiry;

/// What sort of thing is looked into.
public enum MatterKind {
  /// Something happened at or near the border.
  INCIDENT,
  /// A side complains of something that goes on.
  COMPLAINT,
  /// What was delivered is not what was agreed.
  DELIVERY_DISPUTE
}
