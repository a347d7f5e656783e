package org.sarhad.node.store;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Flushes a [FileLog] whenever something is queued: while one sync is on its way, whatever arrives
/// waits for the next and shares it. Completions run on this thread.
public final class FlushThread implements AutoCloseable {
  private final FileLog log;
  private final Thread thread;

  /// Set before every wake-up, because waiting for a lock may use up the permit that a wake-up
  /// leaves.
  private final AtomicBoolean isQueued = new AtomicBoolean();

  private volatile boolean isClosing;

  private FlushThread(FileLog log) {
    this.log = log;
    this.thread = Thread.ofPlatform().name("sarhad-flush").unstarted(this::run);
  }

  /// Starts flushing `log`.
  public static FlushThread start(FileLog log) {
    var flusher = new FlushThread(log);
    flusher.thread.start();
    log.onQueued(flusher::wake);
    return flusher;
  }

  private void wake() {
    isQueued.set(true);
    LockSupport.unpark(thread);
  }

  private void run() {
    try {
      while (!isClosing) {
        if (isQueued.getAndSet(false)) {
          log.flush();
        } else {
          log.prepareSpares();
          // Nothing that could block may come between this question and parking.
          if (!isQueued.get() && !isClosing) {
            LockSupport.park(this);
          }
        }
      }
      log.flush();
    } finally {
      // Also if a bug ended the loop: whoever waits learns that nothing more will be written.
      log.close();
    }
  }

  /// Flushes what is queued, closes the log, and returns when both are done.
  @Override
  public void close() {
    isClosing = true;
    wake();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        // Never passed on: an interrupt would close the file under the flush.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
