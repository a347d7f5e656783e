package org.sarhad.core.inquiry;

/// How far an exhibit is open to the other sides. It goes forward only: what was shown cannot be
/// un-shown (protocol clause 09-5.3).
public enum Level {
  /// That it exists, and its hash.
  EXISTS,
  /// What it is, how large, where and when it was collected.
  DESCRIBED,
  /// It can be looked at where it is kept.
  INSPECT_ON_SITE,
  /// The file itself.
  RELEASED
}
