package org.sarhad.core.response;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the differing figures for one property of an imported item have in common and how far they
/// reach: overlap and envelope, never a mean, and never one of them chosen.
///
/// @param claims all of them, as reported, superseded ones included
/// @param lowest the lowest number any report names, with [#highest()] the envelope
/// @param highest the highest number any report names
/// @param overlap the range within which every report that still stands agrees; empty when they do
///   not
public record Figures(
    List<HistoryItem.ReportedClaim> claims,
    OptionalInt lowest,
    OptionalInt highest,
    Optional<Range> overlap) {
  /// Both ends included.
  public record Range(int low, int high) {}

  public Figures {
    claims = List.copyOf(claims);
  }

  /// The figures of `item` for `property`.
  public static Figures of(HistoryItem item, HistoryItem.Property property) {
    List<HistoryItem.ReportedClaim> claims =
        item.claims().stream().filter(claim -> claim.property() == property).toList();
    List<Range> standing =
        claims.stream()
            .filter(HistoryItem.ReportedClaim::isNumeric)
            .filter(claim -> !claim.superseded())
            .map(Figures::range)
            .toList();
    return new Figures(claims, named(claims).min(), named(claims).max(), overlap(standing));
  }

  private static IntStream named(List<HistoryItem.ReportedClaim> claims) {
    return claims.stream()
        .flatMap(claim -> Stream.of(claim.low(), claim.best(), claim.high()))
        .flatMap(Optional::stream)
        .mapToInt(Integer::intValue);
  }

  /// "At least 27" is 27 and up; a bare 27 is 27 and nothing else.
  private static Range range(HistoryItem.ReportedClaim claim) {
    int low = claim.low().or(claim::best).orElse(0);
    boolean openAbove = claim.high().isEmpty() && claim.low().isPresent();
    int high =
        claim
            .high()
            .or(() -> openAbove ? Optional.empty() : claim.best())
            .orElse(Integer.MAX_VALUE);
    return new Range(low, high);
  }

  private static Optional<Range> overlap(List<Range> ranges) {
    int low = ranges.stream().mapToInt(Range::low).max().orElse(0);
    int high = ranges.stream().mapToInt(Range::high).min().orElse(0);
    return ranges.isEmpty() || low > high || high == Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.of(new Range(low, high));
  }
}
