package org.sarhad.bench.harness;

import java.lang.management.ManagementFactory;

/// Work of one thread measured by the processor time that this thread got: what "per core" means on
/// a machine that others use too.
public final class CpuTime {
  private CpuTime() {}

  /// Something that is done by one thread alone.
  @FunctionalInterface
  public interface Work {
    /// Returns how many pieces were done.
    long run() throws Exception;
  }

  /// Pieces per second of processor time. What other threads do on its behalf (garbage collection,
  /// compilation) is not counted.
  public static double perSecond(Work work) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    long started = threads.getCurrentThreadCpuTime();
    long pieces = work.run();
    return pieces * 1e9 / (threads.getCurrentThreadCpuTime() - started);
  }
}
