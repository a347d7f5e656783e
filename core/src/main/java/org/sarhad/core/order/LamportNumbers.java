package org.sarhad.core.order;

import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
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

  /// These numbers as they are now.
  LamportNumbers copy() {
    LamportNumbers copy = new LamportNumbers();
    copy.jumpIndex = Arrays.copyOf(jumpIndex, Math.max(jumps, 16));
    copy.lead = Arrays.copyOf(lead, Math.max(jumps, 16));
    copy.jumps = jumps;
    copy.size = size;
    copy.last = last;
    return copy;
  }

  /// Gives these numbers out: how many, how many jumps, each jump as what it adds to the one
  /// before.
  void save(LongConsumer out) {
    out.accept(size);
    out.accept(jumps);
    for (int i = 0; i < jumps; i++) {
      out.accept(jumpIndex[i] - (i == 0 ? 0 : jumpIndex[i - 1]));
      out.accept(lead[i] - (i == 0 ? 0 : lead[i - 1]));
    }
  }

  /// The numbers that [#save] gave out.
  ///
  /// @throws IllegalArgumentException when they do not rise, or do not begin at the first entry
  static LamportNumbers restored(LongSupplier in) {
    LamportNumbers numbers = new LamportNumbers();
    long size = in.getAsLong();
    long jumps = in.getAsLong();
    if (size < 0 || jumps < 0 || jumps > size || (size > 0 && jumps == 0)) {
      throw new IllegalArgumentException(jumps + " jumps in " + size + " numbers");
    }
    long index = 0;
    long lead = 0;
    for (long i = 0; i < jumps; i++) {
      long step = in.getAsLong();
      long rise = in.getAsLong();
      boolean rises = rise > 0 && (i == 0 ? step == 0 : step > 0) && step < size - index;
      if (!rises || rise > Long.MAX_VALUE / 2 - lead) {
        throw new IllegalArgumentException("jump " + i + " by " + rise + " after " + step);
      }
      index += step;
      lead += rise;
      numbers.size = index;
      numbers.last = index + lead - 1;
      numbers.append(index + lead);
    }
    numbers.size = size;
    numbers.last = size == 0 ? 0 : size - 1 + lead;
    return numbers;
  }
}
