package org.sarhad.node.store;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.DiskException.Fault;
import org.sarhad.node.port.LogException;
import org.sarhad.node.port.LogException.Reason;
import org.sarhad.node.port.OrderedLog.Committed;
import org.sarhad.node.port.OrderedLog.Writer;
import org.sarhad.node.store.AppendQueue.Waiting;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Check;

/// One log in preallocated segments on a [Disk]; 05-2.
///
/// Passive: [#append] only queues, and somebody must call [#flush], which writes everything queued
/// and syncs once for all of it (group commit). After every start a new segment is begun, so that
/// what a torn flush left behind in the old one is never written over and never read as a record.
final class WriteAheadLog implements AutoCloseable {
  /// In the place of the next segment's base, where there is no next segment.
  private static final long OPEN_END = Long.MAX_VALUE;

  private final SegmentFiles files;
  private final LogSettings settings;
  private final Runnable onQueued;

  /// Held by who changes files and the list of segments; guards `files` and `buffer`. Taken before
  /// `state`, never after.
  private final ReentrantLock writing = new ReentrantLock();

  /// Guards the queue, the indexes and `stopped`; the list of segments is changed only by who holds
  /// both.
  private final ReentrantLock state = new ReentrantLock();

  private final Condition committed = state.newCondition();
  private final AppendQueue queue;
  private final List<Segment> segments = new ArrayList<>();
  private Optional<LogException> stopped = Optional.empty();
  private ByteBuffer buffer = ByteBuffer.allocateDirect(256 << 10);

  private WriteAheadLog(SegmentFiles files, LogSettings settings, Runnable onQueued) {
    this.files = files;
    this.settings = settings;
    this.onQueued = onQueued;
    this.queue = new AppendQueue(settings.queueBytesMax());
  }

  /// Opens the log in `directory`, creating it if there is none, and reads back every record that
  /// was not released. `onQueued` is called, on the thread that appends, when something is queued
  /// after nothing was.
  ///
  /// Throws [LogException] with [Reason#DAMAGED] if a record that was acknowledged is not there.
  static WriteAheadLog open(Disk disk, String directory, LogSettings settings, Runnable onQueued)
      throws LogException {
    var log = new WriteAheadLog(new SegmentFiles(disk, directory, settings), settings, onQueued);
    try {
      log.recover();
      return log;
    } catch (SegmentFiles.DamagedHeaderException e) {
      throw log.damaged(String.valueOf(e.getMessage()));
    } catch (DiskException e) {
      throw log.unavailable("cannot be opened", e);
    }
  }

  // --- recovery
  // ------------------------------------------------------------------------------------

  private void recover() throws DiskException, LogException, SegmentFiles.DamagedHeaderException {
    segments.addAll(files.scan());
    for (int i = 0; i < segments.size(); i++) {
      recover(segments.get(i), i + 1 < segments.size() ? segments.get(i + 1).base() : OPEN_END);
    }
  }

  /// Reads the records of `segment` up to position `nextBase`, where the next segment starts.
  private void recover(Segment segment, long nextBase) throws DiskException, LogException {
    if (nextBase < segment.base()) {
      throw damaged("%s starts behind the start of the next segment".formatted(segment.path()));
    }
    try (var reader = files.reader(segment, Frame.BLOCK_BYTES, segment.base())) {
      for (long position = segment.base(); position < nextBase; position++) {
        var frame = reader.next();
        if (frame.isEmpty()) {
          checkTail(segment, reader, position, nextBase);
          return;
        }
        segment.addRecord(frame.get().flush(), reader.flushOffset());
        queue.remember(frame.get().committed());
      }
    }
  }

  /// Nothing more can be read from `position` on. At the end of the last segment that is how a
  /// flush looks that was cut short; anywhere else a record is gone that was acknowledged.
  private void checkTail(Segment segment, SegmentReader reader, long position, long nextBase)
      throws DiskException, LogException {
    String where =
        "the bytes from %d on in %s are not what was written"
            .formatted(reader.offset(), segment.path());
    if (nextBase != OPEN_END) {
      throw damaged(
          "positions %d to %d cannot be read back: %s".formatted(position, nextBase - 1, where));
    }
    if (reader.provesLoss()) {
      throw damaged(
          "position %d cannot be read back, though later ones can: %s".formatted(position, where));
    }
  }

  // --- appending
  // -----------------------------------------------------------------------------------

  /// See [org.sarhad.node.port.OrderedLog#append].
  CompletionStage<Long> append(Writer writer, long sequence, Bytes bytes) {
    if (bytes.isEmpty() || bytes.size() > settings.recordBytesMax()) {
      return AppendQueue.refused(
          Reason.REFUSED,
          "a record has 1 to %d bytes, not %d".formatted(settings.recordBytesMax(), bytes.size()));
    }
    var record = Waiting.of(writer, sequence, bytes);
    boolean wasEmpty;
    CompletionStage<Long> position;
    state.lock();
    try {
      if (stopped.isPresent()) {
        return CompletableFuture.failedFuture(stopped.get());
      }
      wasEmpty = queue.isEmpty();
      position = queue.offer(record);
    } finally {
      state.unlock();
    }
    if (wasEmpty) {
      onQueued.run();
    }
    return position;
  }

  /// Writes and syncs everything queued, then completes it; returns how many records that were.
  /// What is queued meanwhile is included.
  ///
  /// If a write or sync fails the log stops for good: these records and all later ones fail, and
  /// those who appended learn it. If only the room for a new segment is missing, only what is
  /// queued fails.
  int flush() {
    writing.lock();
    try {
      int total = 0;
      for (var batch = nextBatch(); !batch.isEmpty() && write(batch); batch = nextBatch()) {
        total += batch.size();
      }
      return total;
    } finally {
      writing.unlock();
    }
  }

  private List<Waiting> nextBatch() {
    state.lock();
    try {
      return queue.head(Math.min(settings.batchBytesMax(), files.room()));
    } finally {
      state.unlock();
    }
  }

  /// Returns whether `batch` is durable.
  private boolean write(List<Waiting> batch) {
    int sizeBytes = batch.stream().mapToInt(Waiting::frameBytes).sum();
    try {
      if (sizeBytes > files.room()) {
        roll(sizeBytes);
      }
    } catch (DiskException e) {
      if (e.fault() == Fault.FULL) {
        failQueued(
            new LogException(
                Reason.FULL,
                "the log in %s has no room for another segment: %s"
                    .formatted(files.where(), e.getMessage()),
                e));
      } else {
        stop(e);
      }
      return false;
    }
    try {
      fillBuffer(batch, sizeBytes);
      commit(batch, files.write(buffer));
      return true;
    } catch (DiskException e) {
      stop(e);
      return false;
    }
  }

  private void roll(int sizeBytes) throws DiskException {
    var segment = files.roll(end(), sizeBytes);
    state.lock();
    try {
      segments.add(segment);
    } finally {
      state.unlock();
    }
  }

  private void fillBuffer(List<Waiting> batch, int sizeBytes) {
    if (buffer.capacity() < sizeBytes) {
      buffer = ByteBuffer.allocateDirect(Integer.highestOneBit(sizeBytes - 1) << 1);
    }
    buffer.clear();
    long flush = end();
    long position = flush;
    for (var record : batch) {
      Frame.put(
          buffer,
          files.generation(),
          flush,
          position++,
          record.key().writer(),
          record.key().sequence(),
          record.bytes());
    }
    buffer.flip();
    Check.that(
        buffer.limit() == sizeBytes,
        "a batch of %d bytes came out as %d",
        sizeBytes,
        buffer.limit());
  }

  /// The batch is durable at `fileOffset`: makes it visible, then tells those who wait.
  private void commit(List<Waiting> batch, long fileOffset) {
    long first;
    state.lock();
    try {
      var segment = segments.getLast();
      first = segment.end();
      for (long position = first; position < first + batch.size(); position++) {
        queue.commitHead(position);
        segment.addRecord(first, fileOffset);
      }
      committed.signalAll();
    } finally {
      state.unlock();
    }
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).position().complete(first + i);
    }
  }

  /// Makes sure a spare is ready, so that the next roll need not write one while somebody waits.
  void prepareSpare() {
    writing.lock();
    try {
      if (stopped.isEmpty()) {
        files.prepareSpare();
      }
    } catch (DiskException _) {
      // Nothing has been promised; if there is no room, the roll that needs it will say so.
    } finally {
      writing.unlock();
    }
  }

  private void stop(Exception cause) {
    var failure =
        new LogException(
            Reason.STOPPED,
            "the log in %s has stopped: %s Nothing from position %d on was acknowledged. Look at the disk, then start the node anew: it reads back what is there."
                .formatted(files.where(), cause.getMessage(), end()),
            cause);
    state.lock();
    try {
      stopped = stopped.or(() -> Optional.of(failure));
    } finally {
      state.unlock();
    }
    failQueued(failure);
  }

  private void failQueued(LogException failure) {
    List<Waiting> failed;
    state.lock();
    try {
      failed = queue.drain();
      committed.signalAll();
    } finally {
      state.unlock();
    }
    failed.forEach(record -> record.position().completeExceptionally(failure));
  }

  // --- reading
  // -------------------------------------------------------------------------------------

  /// See [org.sarhad.node.port.OrderedLog#end].
  long end() {
    state.lock();
    try {
      return segments.isEmpty() ? 0 : segments.getLast().end();
    } finally {
      state.unlock();
    }
  }

  /// The first position that has not been released.
  long start() {
    state.lock();
    try {
      return segments.isEmpty() ? 0 : segments.getFirst().base();
    } finally {
      state.unlock();
    }
  }

  /// See [org.sarhad.node.port.OrderedLog#read].
  List<Committed> read(long from, int maxBytes, Duration wait) throws LogException {
    var page = new ArrayList<Committed>();
    long bytes = 0;
    var next = awaitStretch(from, wait);
    while (next.isPresent()) {
      var stretch = next.get();
      try (var reader = files.reader(stretch.segment, stretch.offset, stretch.first)) {
        for (long position = stretch.first; position < stretch.end; position++) {
          var frame = reader.next();
          if (frame.isEmpty()) {
            throw unreadable(
                position,
                "the bytes from %d on in %s are not what was written"
                    .formatted(reader.offset(), stretch.segment.path()));
          }
          if (position >= from) {
            var record = frame.get().committed();
            bytes += record.bytes().size();
            if (!page.isEmpty() && bytes > maxBytes) {
              return page;
            }
            page.add(record);
          }
        }
      } catch (DiskException e) {
        throw unreadable(stretch.first, e.getMessage());
      }
      next = stretch(stretch.end);
    }
    return page;
  }

  /// Records `[first, end)` of a segment, the first of which begins the flush at `offset`.
  private record Stretch(Segment segment, long offset, long first, long end) {}

  private Optional<Stretch> awaitStretch(long from, Duration wait) throws LogException {
    state.lock();
    try {
      long nanos = wait.toNanos();
      while (from >= end() && nanos > 0 && stopped.isEmpty()) {
        nanos = committed.awaitNanos(nanos);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      state.unlock();
    }
    if (from < start()) {
      throw released(from);
    }
    return stretch(from);
  }

  private Optional<Stretch> stretch(long from) {
    state.lock();
    try {
      for (var segment : segments) {
        if (segment.base() <= from && from < segment.end()) {
          var flush = segment.flushOf(from);
          return Optional.of(new Stretch(segment, flush.offset(), flush.position(), segment.end()));
        }
      }
      return Optional.empty();
    } finally {
      state.unlock();
    }
  }

  private LogException unreadable(long position, String why) {
    return position < start()
        ? released(position)
        : damaged("position %d cannot be read back: %s".formatted(position, why));
  }

  private LogException released(long position) {
    return new LogException(
        Reason.RELEASED,
        "position %d of the log in %s was released; it starts at %d"
            .formatted(position, files.where(), start()));
  }

  private LogException damaged(String what) {
    return new LogException(
        Reason.DAMAGED,
        "the log in %s is damaged: %s. That was acknowledged, so nothing is skipped. Keep the files as they are and restore: what was released comes back from the peer's mirror, the rest from a backup (docs/protocol/05-store.md, 5.6)."
            .formatted(files.where(), what));
  }

  private LogException unavailable(String what, DiskException cause) {
    return new LogException(
        Reason.UNAVAILABLE,
        "the log in %s %s: %s".formatted(files.where(), what, cause.getMessage()),
        cause);
  }

  // --- releasing
  // -----------------------------------------------------------------------------------

  /// See [org.sarhad.node.port.OrderedLog#release]. Whole segments only, and never the current one.
  void release(long position) throws LogException {
    writing.lock();
    try {
      Check.that(position <= end(), "released %d positions of %d", position, end());
      while (segments.size() > 1 && segments.get(1).base() <= position) {
        files.retire(segments.getFirst());
        state.lock();
        try {
          segments.removeFirst();
          queue.forget(segments.getFirst().base());
        } finally {
          state.unlock();
        }
      }
      files.dropSpares();
    } catch (DiskException e) {
      throw unavailable("cannot put released segments aside", e);
    } finally {
      writing.unlock();
    }
  }

  /// Overwrites with zeros what released records have left in the files. Returns whether nothing is
  /// left: only if everything up to the end was released, so that the current segment can be left
  /// behind too; otherwise nothing happens.
  boolean scrub(long released) throws LogException {
    writing.lock();
    try {
      if (released < end()) {
        return false;
      }
      files.overwriteSpares();
      roll(Frame.BLOCK_BYTES);
      release(released);
      files.overwriteSpares();
      return true;
    } catch (DiskException e) {
      throw unavailable("cannot overwrite released segments", e);
    } finally {
      writing.unlock();
    }
  }

  /// Fails what is queued and takes no more. What is committed can still be read.
  @Override
  public void close() {
    var closed = new LogException(Reason.STOPPED, "the log in " + files.where() + " is closed");
    writing.lock();
    try {
      state.lock();
      try {
        stopped = stopped.or(() -> Optional.of(closed));
      } finally {
        state.unlock();
      }
      failQueued(closed);
      files.close();
    } finally {
      writing.unlock();
    }
  }
}
