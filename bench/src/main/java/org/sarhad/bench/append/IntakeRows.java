package org.sarhad.bench.append;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.sarhad.node.port.OrderedLog.LogId;
import org.sarhad.node.port.OrderedLog.Writer;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.store.FileLog;
import org.sarhad.node.store.FlushThread;
import org.sarhad.node.store.LogSettings;
import org.sarhad.tlog.Bytes;

/// The node's own intake, as a node drives it: segments, group commit, a thread that flushes. What
/// is {@value #KEPT} rows old is released, as it is in a node once it stands in the served files.
final class IntakeRows implements DurableRows {
  private static final LogId LOG = new LogId("intake");
  private static final int KEPT = 100_000;

  /// A writer and how often it wrote.
  private record Numbered(Writer writer, AtomicLong count) {}

  private final FileLog log;
  private final FlushThread flusher;
  private final List<Numbered> writers = new ArrayList<>();

  IntakeRows(Path directory) throws Exception {
    log = new FileLog(FileDisk.at(directory), "", LogSettings.DEFAULT);
    log.open(LOG);
    flusher = FlushThread.start(log);
  }

  @Override
  public String name() {
    return "Sarhad intake";
  }

  @Override
  public void prepare(int wanted) {
    while (writers.size() < wanted) {
      writers.add(new Numbered(new Writer("writer-" + writers.size()), new AtomicLong()));
    }
  }

  @Override
  public void insert(int writer, Bytes row) throws Exception {
    Numbered own = writers.get(writer);
    long position =
        log.append(LOG, own.writer(), own.count().getAndIncrement(), row)
            .toCompletableFuture()
            .get();
    if (position % KEPT == KEPT - 1) {
      log.release(LOG, position + 1 - KEPT);
    }
  }

  @Override
  public void close() {
    flusher.close();
  }
}
