package org.sarhad.node.exhibit;

import java.time.Duration;
import org.sarhad.core.inquiry.Manifest;

/// How much room files of exhibits may take on this node.
///
/// @param chunkBytes of a chunk; that of protocol clause 09-5.6 everywhere but in tests of a disk
/// @param quotaBytes of all files together, partial ones counted as if they were whole
/// @param peersBytes of what was fetched from the other sides, within the quota: so no neighbour
///   can leave this side without room for its own
/// @param reserveBytes that stay free on the device whatever comes: the log needs them more
/// @param partsMax how many uploads may be under way at once
/// @param keepPart how long an upload is kept to which nothing is added; counted anew at each start
public record FileLimits(
    int chunkBytes,
    long quotaBytes,
    long peersBytes,
    long reserveBytes,
    int partsMax,
    Duration keepPart) {
  /// For a node whose operator says nothing else.
  public static final FileLimits DEFAULTS =
      new FileLimits(Manifest.CHUNK_BYTES, 64L << 30, 32L << 30, 1L << 30, 64, Duration.ofDays(7));

  /// @throws IllegalArgumentException when a number is not positive, or the reserve is negative
  public FileLimits {
    if (chunkBytes < 1 || quotaBytes < 1 || peersBytes < 0 || reserveBytes < 0 || partsMax < 1) {
      throw new IllegalArgumentException("limits of files that hold nothing");
    }
  }

  /// The same with room for `quota` bytes, of which the other sides may take half, and `reserve`
  /// left free.
  public FileLimits with(long quota, long reserve) {
    return new FileLimits(chunkBytes, quota, quota / 2, reserve, partsMax, keepPart);
  }

  /// The same with partial uploads kept for `keep`.
  public FileLimits keeping(Duration keep) {
    return new FileLimits(chunkBytes, quotaBytes, peersBytes, reserveBytes, partsMax, keep);
  }
}
