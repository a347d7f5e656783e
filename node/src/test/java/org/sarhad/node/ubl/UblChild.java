package org.sarhad.node.ubl;

import java.nio.file.Path;
import java.time.Duration;
import org.sarhad.node.testing.DeliveryStory;
import org.sarhad.node.testing.TestNode;

/// Child process of [UblLoadingTest].
final class UblChild {
  /// A node that is asked for its deliveries, and for no document.
  static final String NODE = "node";

  /// A first document, and a hundred more.
  static final String DOCUMENT = "document";

  private static final int MORE = 100;

  private UblChild() {}

  /// Does one of the two and ends.
  ///
  /// @param args what to do, and a directory that may be made
  public static void main(String[] args) throws Exception {
    if (args[0].equals(NODE)) {
      node(Path.of(args[1]));
    } else {
      documents();
    }
    System.exit(0);
  }

  private static void node(Path directory) throws Exception {
    try (var node = TestNode.start(directory, "ir");
        var chief = node.signIn("chief")) {
      chief.get("/api/v1/deliveries").expect(200);
    }
  }

  private static void documents() {
    var story = new DeliveryStory();
    long before = used();
    long begun = System.nanoTime();
    int size =
        UblAdvice.despatch(story.consignment(), story.book(), story::time).orElseThrow().size();
    long first = System.nanoTime() - begun;
    begun = System.nanoTime();
    for (int i = 0; i < MORE; i++) {
      size += UblStatus.of(story.consignment(), story.book()).size();
    }
    long each = (System.nanoTime() - begun) / MORE;
    System.out.printf(
        "UBL, %d bytes: the first document %d ms, a status of 15 events %d µs; %d KiB of heap%n",
        size, Duration.ofNanos(first).toMillis(), each / 1_000, (used() - before) >> 10);
  }

  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
