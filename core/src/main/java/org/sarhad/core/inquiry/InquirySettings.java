package org.sarhad.core.inquiry;

import java.time.Duration;

/// The agreed numbers of the inquiry; the modalities in force give them.
///
/// @param positionDue from the proven receipt of a claim to the other side's position on it
/// @param revealWithin longest time from sealing a claim to the promised reveal
/// @param scenePreserved how long the scene of an incident is kept as it was, from the opening of
///   its matter
/// @param visitProposed from the opening of a matter to the proposal of a joint visit
/// @param sealedClaims how many sealed claims of one side may wait at a time in one matter, from 0
/// @param visitors how many experts each visiting side may bring to a joint visit, from 1
public record InquirySettings(
    Duration positionDue,
    Duration revealWithin,
    Duration scenePreserved,
    Duration visitProposed,
    int sealedClaims,
    int visitors) {
  /// @throws IllegalArgumentException when a duration is not positive, or a number too small
  public InquirySettings {
    requirePositive("positionDue", positionDue);
    requirePositive("revealWithin", revealWithin);
    requirePositive("scenePreserved", scenePreserved);
    requirePositive("visitProposed", visitProposed);
    if (sealedClaims < 0 || visitors < 1) {
      throw new IllegalArgumentException(
          "sealedClaims, visitors are "
              + sealedClaims
              + ", "
              + visitors
              + ", expected 0, 1 or more");
    }
  }

  /// What holds until something else is agreed: 10 days, 72 hours, 24 hours, 48 hours; 5 sealed
  /// claims, 4 visitors.
  public static InquirySettings defaults() {
    return new InquirySettings(
        Duration.ofDays(10),
        Duration.ofHours(72),
        Duration.ofHours(24),
        Duration.ofHours(48),
        5,
        4);
  }

  private static void requirePositive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " is " + duration + ", expected more than zero");
    }
  }
}
