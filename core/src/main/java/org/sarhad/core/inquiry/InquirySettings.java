package org.sarhad.core.inquiry;

import java.time.Duration;

/// The agreed numbers of the inquiry; the modalities in force give them.
///
/// @param positionDue from the proven receipt of a claim to the other side's position on it
/// @param revealWithin longest time from sealing a claim to the promised reveal
/// @param scenePreserved how long the scene of an incident is kept as it was, from the opening of
///   its matter
/// @param visitProposed from the opening of a matter to the proposal of a joint visit
public record InquirySettings(
    Duration positionDue, Duration revealWithin, Duration scenePreserved, Duration visitProposed) {
  /// @throws IllegalArgumentException when a duration is not positive
  public InquirySettings {
    requirePositive("positionDue", positionDue);
    requirePositive("revealWithin", revealWithin);
    requirePositive("scenePreserved", scenePreserved);
    requirePositive("visitProposed", visitProposed);
  }

  /// What holds until something else is agreed: 10 days, 72 hours, 24 hours, 48 hours.
  public static InquirySettings defaults() {
    return new InquirySettings(
        Duration.ofDays(10), Duration.ofHours(72), Duration.ofHours(24), Duration.ofHours(48));
  }

  private static void requirePositive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " is " + duration + ", expected more than zero");
    }
  }
}
