package org.sarhad.node.exhibit;

/// How a file of a known size falls into chunks (protocol clause 09-5.6): all of one size, the last
/// one what is left.
///
/// @param sizeBytes of the file, at least 1
/// @param chunkBytes of a chunk, at least 1
public record ChunkPlan(long sizeBytes, int chunkBytes) {
  /// @throws IllegalArgumentException when either is not positive
  public ChunkPlan {
    if (sizeBytes < 1 || chunkBytes < 1) {
      throw new IllegalArgumentException(
          "a file of %d bytes in chunks of %d".formatted(sizeBytes, chunkBytes));
    }
  }

  /// How many chunks there are.
  public int count() {
    return Math.toIntExact((sizeBytes + chunkBytes - 1) / chunkBytes);
  }

  /// Whether there is a chunk `index`.
  public boolean has(int index) {
    return index >= 0 && index < count();
  }

  /// Where the chunk `index` begins, in bytes.
  public long offsetOf(int index) {
    return (long) index * chunkBytes;
  }

  /// How many bytes the chunk `index` has.
  public int sizeOf(int index) {
    return (int) Math.min(chunkBytes, sizeBytes - offsetOf(index));
  }
}
