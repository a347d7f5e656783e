package org.sarhad.node.cli;

import java.io.PrintWriter;
import java.time.Duration;
import org.sarhad.node.ground.SurveyReader;

/// Tells a waiting person every few seconds how much of a large file is read.
final class FileProgress implements SurveyReader.Progress {
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final int MIB_SHIFT = 20;

  private final PrintWriter err;
  private long toldNanos = System.nanoTime();

  FileProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void read(long bytes, long size) {
    long now = System.nanoTime();
    if (now - toldNanos >= EVERY.toNanos()) {
      toldNanos = now;
      err.printf("%d of %d MiB read%n", bytes >> MIB_SHIFT, size >> MIB_SHIFT);
      err.flush();
    }
  }
}
