package org.sarhad.node.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.zip.CRC32C;
import org.sarhad.node.port.LogException;
import org.sarhad.node.port.LogException.Reason;
import org.sarhad.node.port.OrderedLog.Committed;
import org.sarhad.node.port.OrderedLog.Writer;
import org.sarhad.tlog.Bytes;

/// The records that wait to be written, and the memory of those that were: a retry finds its record
/// here, waiting or committed (05-2.9). Not for several threads at once.
final class AppendQueue {
  private final long bytesMax;
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private final Map<Key, Waiting> byKey = new HashMap<>();
  private final WriterIndex committed = new WriterIndex();
  private long bytes;

  /// A queue that refuses more than `bytesMax` bytes of records.
  AppendQueue(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  /// How a writer's number stands for one record.
  record Key(Writer writer, long sequence) {}

  /// A record that waits, and whom to tell its position.
  record Waiting(Key key, Bytes bytes, int crc, CompletableFuture<Long> position) {
    static Waiting of(Writer writer, long sequence, Bytes bytes) {
      return new Waiting(new Key(writer, sequence), bytes, crcOf(bytes), new CompletableFuture<>());
    }

    /// How many bytes it will take in a segment.
    int frameBytes() {
      return Frame.sizeOf(key.writer, bytes);
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// Queues `record` unless the same writer's same number was here before; returns what will tell
  /// its position.
  CompletionStage<Long> offer(Waiting record) {
    var same = Optional.ofNullable(byKey.get(record.key));
    if (same.isPresent()) {
      return same.get().bytes.equals(record.bytes) ? same.get().position.copy() : clash(record.key);
    }
    var known = committed.find(record.key.writer, record.key.sequence);
    if (known.isPresent()) {
      return known.get().crc() == record.crc
          ? CompletableFuture.completedFuture(known.get().position())
          : clash(record.key);
    }
    if (bytes + record.bytes.size() > bytesMax) {
      return refused(
          Reason.BUSY,
          bytes + " bytes are waiting to be written. Try again when the disk has caught up.");
    }
    waiting.add(record);
    byKey.put(record.key, record);
    bytes += record.bytes.size();
    return record.position;
  }

  private static CompletionStage<Long> clash(Key key) {
    return refused(
        Reason.REFUSED,
        "writer %s already used number %d for other bytes"
            .formatted(key.writer.name(), key.sequence));
  }

  /// What an append gets that is not taken.
  static CompletionStage<Long> refused(Reason reason, String why) {
    return CompletableFuture.failedFuture(new LogException(reason, why));
  }

  /// The longest run from the head that takes at most `frameBytesMax` bytes in a segment; one
  /// record at least if any waits. They stay in the queue.
  List<Waiting> head(long frameBytesMax) {
    var head = new ArrayList<Waiting>();
    long size = 0;
    for (var record : waiting) {
      size += record.frameBytes();
      if (!head.isEmpty() && size > frameBytesMax) {
        break;
      }
      head.add(record);
    }
    return head;
  }

  /// The record at the head is durable at `position`.
  void commitHead(long position) {
    var record = waiting.remove();
    byKey.remove(record.key);
    bytes -= record.bytes.size();
    committed.add(record.key.writer, record.key.sequence, position, record.crc);
  }

  /// Takes everything out, unwritten.
  List<Waiting> drain() {
    var all = List.copyOf(waiting);
    waiting.clear();
    byKey.clear();
    bytes = 0;
    return all;
  }

  /// Remembers a record found at the start.
  void remember(Committed record) {
    committed.add(record.writer(), record.sequence(), record.position(), crcOf(record.bytes()));
  }

  /// Forgets the records below `position`.
  void forget(long position) {
    committed.release(position);
  }

  private static int crcOf(Bytes bytes) {
    var crc = new CRC32C();
    crc.update(bytes.asByteBuffer());
    return (int) crc.getValue();
  }
}
