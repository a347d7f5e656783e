package org.sarhad.core.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;

/// What the applications outside the registers give for one period: plain numbers, so that nothing
/// here depends on them.
///
/// @param link how long the link was watched, and how long of that it was up
/// @param hotline how often it was used
/// @param acknowledgements for each side of the channel, how long its people took to acknowledge
///   what had arrived at their node, once for each that was acknowledged in the period; in any
///   order
/// @param oldestQuestion the question that has waited longest for an answer at the end of the
///   period, if one waits
public record HealthInputs(
    Link link,
    Hotline hotline,
    SortedMap<PartyId, List<Duration>> acknowledgements,
    Optional<OpenQuestion> oldestQuestion) {
  /// @throws IllegalArgumentException when a time is negative
  public HealthInputs {
    TreeMap<PartyId, List<Duration>> copies = new TreeMap<>();
    acknowledgements.forEach((side, times) -> copies.put(side, List.copyOf(times)));
    acknowledgements = Ordered.map(copies);
    if (copies.values().stream().flatMap(List::stream).anyMatch(Duration::isNegative)) {
      throw new IllegalArgumentException(
          "acknowledgements " + acknowledgements + "; expected no negative time");
    }
  }

  /// The link, as the own node saw it.
  ///
  /// @param up for how long it was up
  /// @param watched for how long that is known; nothing is known of the rest
  public record Link(Duration up, Duration watched) {
    /// Nobody has watched.
    public static final Link UNKNOWN = new Link(Duration.ZERO, Duration.ZERO);

    /// @throws IllegalArgumentException when it was up for longer than it was watched
    public Link {
      if (up.isNegative() || up.compareTo(watched) > 0) {
        throw new IllegalArgumentException(
            "link up for " + up + " of " + watched + "; expected 0 ≤ up ≤ watched");
      }
    }
  }

  /// The hotline.
  ///
  /// @param activations how often one side called the other
  /// @param subjects on how many incidents or other subjects
  public record Hotline(int activations, int subjects) {
    /// @throws IllegalArgumentException when there are fewer activations than subjects
    public Hotline {
      if (subjects < 0 || activations < subjects) {
        throw new IllegalArgumentException(
            "%d activations on %d subjects; expected no fewer activations than subjects"
                .formatted(activations, subjects));
      }
    }
  }

  /// A question that nobody has answered.
  ///
  /// @param asked the side that was asked
  /// @param since when it was asked
  public record OpenQuestion(PartyId asked, Instant since) {}
}
