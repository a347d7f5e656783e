package org.sarhad.sim.store;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.sarhad.node.port.OrderedLog;
import org.sarhad.node.port.OrderedLogContract;
import org.sarhad.node.store.FileLog;
import org.sarhad.node.store.FlushThread;
import org.sarhad.node.store.LogSettings;
import org.sarhad.sim.world.SimDisk;

/// The contract of the ordered log once more, on the simulated disk, with the power cut at every
/// restart.
class FileLogOnSimDiskTest extends OrderedLogContract {
  private final SimDisk disk = new SimDisk("disk", new SplittableRandom(1));
  private final List<FlushThread> flushers = new ArrayList<>();

  @Override
  protected OrderedLog start() {
    var log = new FileLog(disk, "logs", LogSettings.DEFAULT.withSegmentBytes(64 << 10));
    flushers.add(FlushThread.start(log));
    return log;
  }

  @Override
  protected void stop(OrderedLog log) {
    flushers.getLast().close();
    disk.crash();
  }
}
