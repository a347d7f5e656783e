package org.sarhad.roads;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.sarhad.core.geo.Position;

/// Where nodes lie, kept in a file beside the heap: 16 bytes for each, written one after another in
/// the order of their ids, then looked up in the mapped file by halving. The heap it takes is the
/// same for a village and for a continent. Mutable, for one thread; closing deletes the file.
final class NodeStore implements AutoCloseable {
  private static final long BYTES = 2L * Long.BYTES;
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final DataOutputStream out;
  private final Arena arena = Arena.ofConfined();
  private MemorySegment nodes = MemorySegment.NULL;
  private long count;
  private boolean isComplete;

  /// @param directory where it may keep its file
  NodeStore(Path directory) throws IOException {
    this.file = Files.createTempFile(directory, "sarhad-roads", ".nodes");
    this.out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
  }

  /// Adds one, whose id is greater than all before it. Not after [#complete].
  void add(long id, Position at) throws IOException {
    out.writeLong(id);
    out.writeInt(at.latitudeMicro());
    out.writeInt(at.longitudeMicro());
    count++;
  }

  /// No more are added; from now on they can be found. Once is enough.
  void complete() throws IOException {
    if (!isComplete) {
      isComplete = true;
      out.close();
      try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
        nodes = channel.map(FileChannel.MapMode.READ_ONLY, 0, count * BYTES, arena);
      }
    }
  }

  boolean isComplete() {
    return isComplete;
  }

  /// Where the node `id` lies; empty when it was not added. O(log nodes).
  Optional<Position> find(long id) {
    long from = 0;
    long to = count - 1;
    while (from <= to) {
      long middle = (from + to) >>> 1;
      long there = nodes.get(LONG, middle * BYTES);
      if (there == id) {
        return Optional.of(at(middle * BYTES + Long.BYTES));
      } else if (there < id) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return Optional.empty();
  }

  private Position at(long offset) {
    return new Position(nodes.get(INT, offset), nodes.get(INT, offset + Integer.BYTES));
  }

  @Override
  public void close() throws IOException {
    arena.close();
    try {
      out.close();
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
