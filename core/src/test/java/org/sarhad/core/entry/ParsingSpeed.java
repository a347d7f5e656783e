package org.sarhad.core.entry;

import static org.sarhad.core.testing.Sides.PK_LOG;
import static org.sarhad.core.testing.Sides.alert;
import static org.sarhad.core.testing.Sides.head;
import static org.sarhad.core.testing.Sides.says;

import org.sarhad.core.testing.Keys;
import org.sarhad.tlog.Bytes;

/// How fast envelopes and entries are read, per second of CPU time. A program, not a test: run its
/// `main` from the test class path.
public final class ParsingSpeed {
  private ParsingSpeed() {}

  /// Prints envelopes and entries per second, best of five rounds of one second each.
  public static void main(String[] args) throws MalformedEntryException {
    Entry entry =
        alert(4711)
            .ref("مرز/7")
            .seen(Seen.of(PK_LOG, head(100_000)))
            .payload(says("two vehicles, northbound").ref(PayloadRef.BODY))
            .payload(says("photo").ref("photo"))
            .by(Keys.signer("ir.sarhad.example/officer/7f3a"))
            .seal(Keys.signer("ir.sarhad.example/node"));
    Bytes line = entry.envelope().line();
    double envelopes = 0;
    double entries = 0;
    for (int round = 0; round < 5; round++) {
      envelopes = Math.max(envelopes, perSecond(() -> Envelope.parse(line)));
      entries = Math.max(entries, perSecond(() -> Entry.parse(entry.bytes())));
    }
    System.out.printf("envelope of %d bytes: %,.0f/s%n", line.size(), envelopes);
    System.out.printf("entry of %d bytes: %,.0f/s%n", entry.bytes().size(), entries);
  }

  /// CPU time of the whole process: a little more than the thread's, so the figure errs on the low
  /// side.
  private static long cpuNs() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private interface Reading {
    Object read() throws MalformedEntryException;
  }

  private static double perSecond(Reading reading) throws MalformedEntryException {
    long start = cpuNs();
    long end = start;
    long count = 0;
    int kept = 0;
    while (end - start < 1_000_000_000L) {
      for (int i = 0; i < 1000; i++) {
        kept += System.identityHashCode(reading.read()) & 1;
      }
      count += 1000;
      end = cpuNs();
    }
    if (kept < 0) {
      throw new AssertionError("never, but the compiler does not know");
    }
    return count * 1e9 / (end - start);
  }
}
