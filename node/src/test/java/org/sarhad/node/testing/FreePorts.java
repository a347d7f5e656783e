package org.sarhad.node.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Ports of this machine for what a test will start in a moment. They lie below those from which a
/// system takes the near ends of outgoing connections (32768 and up on Linux, 49152 elsewhere):
/// there a port that was free a second ago may be a browser's by now.
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int END = 32_000;

  /// Two processes begin far from each other, and no process gives a port twice in a round.
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 7_919 % (END - FIRST)));

  private FreePorts() {}

  /// A port that nothing listens on.
  ///
  /// @throws IOException there is none
  public static int one() throws IOException {
    return run(1);
  }

  /// The first of a run of `count` ports that nothing listens on.
  ///
  /// @throws IOException there is no such run
  public static int run(int count) throws IOException {
    for (int attempt = 0; attempt < END - FIRST; attempt++) {
      int first = FIRST + Math.floorMod(NEXT.getAndAdd(count), END - FIRST - count);
      if (IntStream.range(first, first + count).allMatch(FreePorts::isFree)) {
        return first;
      }
    }
    throw new IOException("no " + count + " free ports in a row from " + FIRST + " to " + END);
  }

  private static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
