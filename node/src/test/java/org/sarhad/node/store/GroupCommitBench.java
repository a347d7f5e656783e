package org.sarhad.node.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.sarhad.node.port.OrderedLog.LogId;
import org.sarhad.node.port.OrderedLog.Writer;
import org.sarhad.tlog.Bytes;

/// How many 512-byte records a second become durable with 1, 64 and 512 writers, each waiting for
/// one before it sends the next, and how long one waits. Arguments: a directory on the disk to be
/// measured, seconds for each row.
final class GroupCommitBench {
  private static final LogId LOG = new LogId("bench");

  private GroupCommitBench() {}

  public static void main(String[] args) throws Exception {
    var directory = Files.createTempDirectory(Path.of(args[0]), "group-commit-");
    double seconds = Double.parseDouble(args[1]);
    System.out.printf("%8s %14s %10s %10s%n", "writers", "records/s", "p50 ms", "p99 ms");
    // The first row warms up.
    for (int writers : new int[] {1, 1, 64, 512, 4096}) {
      run(directory.resolve("w" + writers), writers, seconds);
    }
  }

  private static void run(Path directory, int writers, double seconds) throws Exception {
    var log = new FileLog(FileDisk.at(directory), "", LogSettings.DEFAULT);
    var latencies = new long[writers][];
    try (var _ = FlushThread.start(log)) {
      log.open(LOG);
      log.append(LOG, new Writer("first"), 0, Bytes.of(new byte[512])).toCompletableFuture().join();
      var stop = new CountDownLatch(1);
      var done = new CountDownLatch(writers);
      long start = System.nanoTime();
      for (int w = 0; w < writers; w++) {
        int id = w;
        Thread.ofVirtual()
            .start(
                () -> {
                  latencies[id] = write(log, new Writer("writer-" + id), stop);
                  done.countDown();
                });
      }
      // The integrator's part: what is behind is released, so that segments are used again.
      while (System.nanoTime() - start < seconds * 1e9) {
        LockSupport.parkNanos(20_000_000);
        log.release(LOG, log.end(LOG));
      }
      stop.countDown();
      done.await();
      double took = (System.nanoTime() - start) / 1e9;
      var all = Arrays.stream(latencies).flatMapToLong(Arrays::stream).sorted().toArray();
      System.out.printf(
          "%8d %14.0f %10.3f %10.3f%n",
          writers,
          all.length / took,
          all[all.length / 2] / 1e6,
          all[(int) (all.length * 0.99)] / 1e6);
    }
  }

  private static long[] write(FileLog log, Writer writer, CountDownLatch stop) {
    var bytes = new byte[512];
    Arrays.fill(bytes, (byte) 'x');
    var record = Bytes.of(bytes);
    var latencies = new long[1024];
    int count = 0;
    while (stop.getCount() > 0) {
      long before = System.nanoTime();
      log.append(LOG, writer, count, record).toCompletableFuture().join();
      if (count == latencies.length) {
        latencies = Arrays.copyOf(latencies, 2 * count);
      }
      latencies[count++] = System.nanoTime() - before;
    }
    return Arrays.copyOf(latencies, count);
  }
}
