package org.sarhad.node.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.port.OrderedLog.Writer;

/// Which record each writer's number stands for, among the records still in the log: 20 bytes a
/// record. Writers number upwards, so adding is nearly always at the end.
final class WriterIndex {
  /// A record found: its position, and the CRC-32C of its bytes to tell a retry from a clash.
  record Found(long position, int crc) {}

  private final Map<Writer, Numbers> writers = new HashMap<>();

  Optional<Found> find(Writer writer, long sequence) {
    return Optional.ofNullable(writers.get(writer)).flatMap(numbers -> numbers.find(sequence));
  }

  void add(Writer writer, long sequence, long position, int crc) {
    writers.computeIfAbsent(writer, _ -> new Numbers()).add(sequence, position, crc);
  }

  /// Forgets all records below `position`.
  void release(long position) {
    writers.values().removeIf(numbers -> numbers.release(position));
  }

  private static final class Numbers {
    private long[] sequences = new long[16];
    private long[] positions = new long[16];
    private int[] crcs = new int[16];
    private int count;

    Optional<Found> find(long sequence) {
      int at = Arrays.binarySearch(sequences, 0, count, sequence);
      return at < 0 ? Optional.empty() : Optional.of(new Found(positions[at], crcs[at]));
    }

    void add(long sequence, long position, int crc) {
      int found =
          count == 0 || sequence > sequences[count - 1]
              ? -count - 1
              : Arrays.binarySearch(sequences, 0, count, sequence);
      if (found >= 0) {
        return;
      }
      if (count == sequences.length) {
        sequences = Arrays.copyOf(sequences, 2 * count);
        positions = Arrays.copyOf(positions, 2 * count);
        crcs = Arrays.copyOf(crcs, 2 * count);
      }
      int at = -found - 1;
      System.arraycopy(sequences, at, sequences, at + 1, count - at);
      System.arraycopy(positions, at, positions, at + 1, count - at);
      System.arraycopy(crcs, at, crcs, at + 1, count - at);
      sequences[at] = sequence;
      positions[at] = position;
      crcs[at] = crc;
      count++;
    }

    /// Returns whether nothing is left.
    boolean release(long position) {
      int kept = 0;
      for (int i = 0; i < count; i++) {
        if (positions[i] >= position) {
          sequences[kept] = sequences[i];
          positions[kept] = positions[i];
          crcs[kept++] = crcs[i];
        }
      }
      count = kept;
      return kept == 0;
    }
  }
}
