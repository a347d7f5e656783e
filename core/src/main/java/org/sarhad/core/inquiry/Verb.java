package org.sarhad.core.inquiry;

/// The word between a side and what it says. It is made here, from what became of the claim and
/// from nothing else, so that no side "claims" where another one "confirms" (protocol clause
/// 09-8.6).
public enum Verb {
  /// A side's own account, which it holds to.
  SAYS,
  /// A side's own account that it has superseded.
  SAID_BEFORE,
  /// A side's own account that it has withdrawn.
  NO_LONGER_SAYS,
  /// What somebody who is no side reported.
  REPORTS,
  /// The same, superseded by the side that put it on record.
  REPORTED_BEFORE,
  /// The same, withdrawn by that side.
  NO_LONGER_REPORTS;

  /// The word for `claim`, as it is now.
  public static Verb of(Claim claim) {
    boolean isOwn = claim.says().isOwn();
    if (claim.end().isEmpty()) {
      return isOwn ? SAYS : REPORTS;
    }
    if (claim.end().get().successor().isPresent()) {
      return isOwn ? SAID_BEFORE : REPORTED_BEFORE;
    }
    return isOwn ? NO_LONGER_SAYS : NO_LONGER_REPORTS;
  }
}
