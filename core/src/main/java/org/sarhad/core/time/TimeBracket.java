package org.sarhad.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When something must have happened, as far as signatures prove it (protocol clause 03-6).
///
/// For an entry of A both ends are **B's own signed times**: *not before* the time B put on the
/// head of B's log that the entry says it had seen; *not after* the time B put on its mirror
/// cosignature over the first head of A that covers the entry. So "you had my alert by 08:00:07" is
/// B's own testimony. An end nobody has signed is open. Cosignature times are whole seconds, so an
/// end is exact to one second.
///
/// @param notBefore the earliest it can have been; empty when open
/// @param notAfter the latest it can have been; empty when open
public record TimeBracket(Optional<Instant> notBefore, Optional<Instant> notAfter) {
  /// Nothing is proven.
  public static final TimeBracket OPEN = new TimeBracket(Optional.empty(), Optional.empty());

  /// Not before `instant`; open above.
  public static TimeBracket since(Instant instant) {
    return new TimeBracket(Optional.of(instant), Optional.empty());
  }

  /// Not after `instant`; open below.
  public static TimeBracket by(Instant instant) {
    return new TimeBracket(Optional.empty(), Optional.of(instant));
  }

  /// From `notBefore` to `notAfter`, both possible.
  public static TimeBracket between(Instant notBefore, Instant notAfter) {
    return new TimeBracket(Optional.of(notBefore), Optional.of(notAfter));
  }

  /// Whether the two ends cannot both be true: the side that signed them had a clock that went
  /// backwards. Shown as a clock dispute, never used to move an entry.
  public boolean isContradictory() {
    return notBefore.isPresent() && notAfter.isPresent() && notBefore.get().isAfter(notAfter.get());
  }

  /// How much is left open: the time between the ends; empty when an end is open. Negative when
  /// contradictory.
  public Optional<Duration> width() {
    return notBefore.flatMap(from -> notAfter.map(to -> Duration.between(from, to)));
  }

  /// Whether it can have been at `instant`, ends included.
  public boolean admits(Instant instant) {
    return notBefore.map(from -> !instant.isBefore(from)).orElse(true)
        && notAfter.map(to -> !instant.isAfter(to)).orElse(true);
  }

  /// What both brackets together prove: the later beginning, the earlier end.
  public TimeBracket and(TimeBracket other) {
    return new TimeBracket(
        tighter(notBefore, other.notBefore, true), tighter(notAfter, other.notAfter, false));
  }

  /// Whether this certainly was before `other`: every instant this admits is earlier than every
  /// instant that one admits.
  public boolean isBefore(TimeBracket other) {
    return notAfter.isPresent()
        && other.notBefore.isPresent()
        && notAfter.get().isBefore(other.notBefore.get());
  }

  private static Optional<Instant> tighter(
      Optional<Instant> a, Optional<Instant> b, boolean later) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    return a.get().isAfter(b.get()) == later ? a : b;
  }

  /// `[2019-04-22T08:00:00Z, …]`; `…` is an open end.
  @Override
  public String toString() {
    return "["
        + notBefore.map(Instant::toString).orElse("…")
        + ", "
        + notAfter.map(Instant::toString).orElse("…")
        + "]";
  }
}
