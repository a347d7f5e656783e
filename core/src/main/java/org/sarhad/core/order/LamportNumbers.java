package org.sarhad.core.order;

import java.util.Arrays;
import org.sarhad.tlog.Check;

/// The Lamport numbers of one log, by index (protocol clause 03-3).
///
/// They rise by one from entry to entry, except where the author had just seen more of another log:
/// so only the jumps are kept, 16 bytes each. Between two jumps `number = index + lead`.
final class LamportNumbers {
  private long[] jumpIndex = new long[16];
  private long[] lead = new long[16];
  private int jumps;
  private long size;
  private long last;

  /// How many entries.
  long size() {
    return size;
  }

  /// The number of the last entry; 0 when there is none.
  long last() {
    return last;
  }

  /// The number of the entry at `index`; O(log of the jumps).
  ///
  /// @param index 0 to `size() - 1`
  long at(long index) {
    // Without arguments, which would be boxed each time: this is the inner loop.
    Check.that(index >= 0 && index < size, "an entry that was not delivered has no number");
    int at = Arrays.binarySearch(jumpIndex, 0, jumps, index);
    // Between two jumps the one before holds: its place is one before the insertion point.
    return index + lead[at >= 0 ? at : -at - 2];
  }

  /// Adds the number of the next entry, which is larger than the last.
  void append(long number) {
    Check.that(number > last, "Lamport numbers rise");
    long newLead = number - size;
    if (jumps == 0 || lead[jumps - 1] != newLead) {
      if (jumps == lead.length) {
        jumpIndex = Arrays.copyOf(jumpIndex, 2 * jumps);
        lead = Arrays.copyOf(lead, 2 * jumps);
      }
      jumpIndex[jumps] = size;
      lead[jumps++] = newLead;
    }
    last = number;
    size++;
  }
}
