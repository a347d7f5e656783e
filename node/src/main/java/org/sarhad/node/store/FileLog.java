package org.sarhad.node.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.LogException;
import org.sarhad.node.port.LogException.Reason;
import org.sarhad.node.port.OrderedLog;
import org.sarhad.tlog.Bytes;

/// The [OrderedLog] of one machine: each log a directory of write-ahead segments, with group
/// commit.
///
/// Passive: appends are queued until [#flush] is called, by a [FlushThread] in a node and by the
/// scheduler in simulation. One flush is one write and one sync however many records wait.
public final class FileLog implements OrderedLog {
  private final Disk disk;
  private final String directory;
  private final LogSettings settings;
  private final Map<String, WriteAheadLog> logs = new ConcurrentSkipListMap<>();
  private volatile Runnable onQueued = () -> {};

  /// The logs in the subdirectories of `directory` on `disk`; nothing is touched before [#open].
  public FileLog(Disk disk, String directory, LogSettings settings) {
    this.disk = disk;
    this.directory = Disk.checkPath(directory);
    this.settings = settings;
  }

  /// Calls `onQueued`, on the thread that appends, when something waits to be flushed after nothing
  /// did.
  void onQueued(Runnable onQueued) {
    this.onQueued = onQueued;
    onQueued.run();
  }

  @Override
  public synchronized Durability open(LogId log) throws LogException {
    if (!logs.containsKey(log.name())) {
      String path = directory.isEmpty() ? log.name() : directory + "/" + log.name();
      logs.put(log.name(), WriteAheadLog.open(disk, path, settings, () -> onQueued.run()));
    }
    return Durability.LOCAL_FSYNC;
  }

  @Override
  public CompletionStage<Long> append(LogId log, Writer writer, long sequence, Bytes bytes) {
    try {
      return get(log).append(writer, sequence, bytes);
    } catch (LogException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /// Writes and syncs everything queued, completes it on this thread, and returns how many records
  /// that were. A failure is told to those who appended, not to the caller.
  public int flush() {
    return logs.values().stream().mapToInt(WriteAheadLog::flush).sum();
  }

  /// Makes the segments that the next flushes will need, while nobody waits.
  public void prepareSpares() {
    logs.values().forEach(WriteAheadLog::prepareSpare);
  }

  @Override
  public List<Committed> read(LogId log, long from, int maxBytes, Duration wait)
      throws LogException {
    return get(log).read(from, maxBytes, wait);
  }

  @Override
  public long end(LogId log) throws LogException {
    return get(log).end();
  }

  /// The first position of `log` that can still be read.
  public long start(LogId log) throws LogException {
    return get(log).start();
  }

  @Override
  public void release(LogId log, long position) throws LogException {
    get(log).release(position);
  }

  /// Overwrites with zeros what released records of `log` have left in its files, for payloads that
  /// were erased, and returns whether nothing is left. Does nothing and returns false unless
  /// `released`, which must have been released, is the end of the log: then try again when it is. A
  /// file system or device that copies on write may keep older copies; that is for its operator to
  /// know.
  public boolean scrub(LogId log, long released) throws LogException {
    return get(log).scrub(released);
  }

  @Override
  public synchronized void close() {
    logs.values().forEach(WriteAheadLog::close);
  }

  private WriteAheadLog get(LogId log) throws LogException {
    return Optional.ofNullable(logs.get(log.name()))
        .orElseThrow(
            () ->
                new LogException(
                    Reason.UNAVAILABLE, "the log \"" + log.name() + "\" was not opened"));
  }
}
