package org.sarhad.core.modalities;

import java.util.Locale;

/// How far an offered document is (protocol clause 08-6). A draft is no stage: it is in nobody's
/// log.
public enum VersionStage {
  /// Proposed; the other sides have not all signed.
  OFFERED,
  /// Answered by a counter-proposal.
  COUNTERED,
  /// Refused.
  REFUSED,
  /// Taken back, or expired.
  WITHDRAWN,
  /// Signed by all, and never to come in force: see [Offer#objection].
  UNSOUND,
  /// Signed by all; the announced time has not come.
  SIGNED,
  /// In force.
  IN_FORCE,
  /// In force, and suspended by one side or several.
  SUSPENDED,
  /// A later version is in force.
  SUPERSEDED,
  /// An assent to it was proven to be stale.
  VOIDED;

  /// The word that users and programs see: `in_force`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
