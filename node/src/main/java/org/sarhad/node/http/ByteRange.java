package org.sarhad.node.http;

import java.util.Optional;
import java.util.regex.Pattern;

/// A stretch of a file that somebody asks for (RFC 9110 §14.1.2): the header `Range`.
///
/// @param from the first byte, from 0
/// @param to the one behind the last
public record ByteRange(long from, long to) {
  private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  /// @throws IllegalArgumentException when it is empty or begins before the file does
  public ByteRange {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("bytes %d to %d".formatted(from, to));
    }
  }

  /// How many bytes.
  public long bytes() {
    return to - from;
  }

  /// The one stretch that `header` asks for, of a file of `sizeBytes`, cut at its end; empty when
  /// it is malformed, asks for several, or for nothing that is there: that is answered 416.
  ///
  /// @param header the value, for example `bytes=0-499`, `bytes=500-` or `bytes=-500`
  public static Optional<ByteRange> parse(String header, long sizeBytes) {
    var parts = ONE.matcher(header.strip());
    if (!parts.matches() || (parts.group(1).isEmpty() && parts.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (parts.group(1).isEmpty()) {
      long last = Long.parseLong(parts.group(2));
      return checked(Math.max(0, sizeBytes - last), sizeBytes);
    }
    long from = Long.parseLong(parts.group(1));
    long to =
        parts.group(2).isEmpty()
            ? sizeBytes
            : Math.min(sizeBytes, Long.parseLong(parts.group(2)) + 1);
    return checked(from, to);
  }

  private static Optional<ByteRange> checked(long from, long to) {
    return from < to ? Optional.of(new ByteRange(from, to)) : Optional.empty();
  }
}
