package org.sarhad.core.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.party.Origin;
import org.sarhad.tlog.Check;

/// The joint order of the logs of one channel, computed as entries arrive (protocol clauses 03-2 to
/// 03-5).
///
/// Entries are [delivered][#deliver] in *causal* order: each log from its beginning without gaps,
/// and an entry after everything it says it has seen. Each delivery may make entries final; what is
/// final is given out once, in the joint order, and nothing is ever put in between. Any two nodes
/// that were delivered the same entries, in whatever causal order, have given out the same sequence
/// (I8).
///
/// Mutable, for one thread, and deterministic: its state is a function of the sequence of
/// deliveries. It keeps no entry, only numbers: at most 16 bytes for each time an author had seen
/// something new. A delivery costs O(p·log n) for p logs, and O(p + log n) for each entry that
/// becomes final.
public final class JointOrder {
  /// Whether a log that has spoken up to `lastNumber` can still put an entry before one of `number`
  /// (03-4): it can, unless `lastNumber ≥ number`, because its next one is larger than its last.
  @FunctionalInterface
  interface FinalityRule {
    boolean isPast(long lastNumber, long number);
  }

  private final List<Origin> logs;
  private final FinalityRule rule;
  private final LamportNumbers[] numbers;
  private final long[] finalSize;

  /// The order of these logs, however many (03-8); all of them must speak before anything is final.
  ///
  /// @param logs every log of the channel, at least one, each once, in any order
  public JointOrder(List<Origin> logs) {
    this(logs, (lastNumber, number) -> lastNumber >= number);
  }

  /// For tests: with another rule, to see that the checker of I8 notices.
  JointOrder(List<Origin> logs, FinalityRule rule) {
    this.logs = logs.stream().sorted().distinct().toList();
    Check.that(!logs.isEmpty() && this.logs.size() == logs.size(), "logs %s, each once", logs);
    this.rule = rule;
    this.numbers = new LamportNumbers[logs.size()];
    Arrays.setAll(numbers, _ -> new LamportNumbers());
    this.finalSize = new long[logs.size()];
  }

  private JointOrder(
      List<Origin> logs, FinalityRule rule, LamportNumbers[] numbers, long[] finalSize) {
    this.logs = logs;
    this.rule = rule;
    this.numbers = numbers;
    this.finalSize = finalSize;
  }

  // ---- keeping --------------------------------------------------------------------------------

  /// This order as it is now, which deliveries to either of the two no longer change in the other.
  /// O(the jumps of all numbers), a copy of memory.
  public JointOrder copy() {
    LamportNumbers[] copies = new LamportNumbers[numbers.length];
    Arrays.setAll(copies, log -> numbers[log].copy());
    return new JointOrder(logs, rule, copies, finalSize.clone());
  }

  /// Gives out everything this order knows beside the names of its logs, as numbers.
  public void save(LongConsumer out) {
    for (int log = 0; log < numbers.length; log++) {
      out.accept(finalSize[log]);
      numbers[log].save(out);
    }
  }

  /// The order of `logs` that gave out these numbers; inverse of [#save].
  ///
  /// @throws IllegalArgumentException when no order of these logs can have given them out
  public static JointOrder restored(List<Origin> logs, LongSupplier in) {
    JointOrder order = new JointOrder(logs);
    for (int log = 0; log < order.numbers.length; log++) {
      order.finalSize[log] = in.getAsLong();
      order.numbers[log] = LamportNumbers.restored(in);
      if (order.finalSize[log] < 0 || order.finalSize[log] > order.numbers[log].size()) {
        throw new IllegalArgumentException(
            order.finalSize[log] + " final entries of " + order.numbers[log].size());
      }
    }
    return order;
  }

  // ---- delivering -----------------------------------------------------------------------------

  /// Whether `id` can be delivered now: it is the next of its log, and everything it has seen has
  /// been delivered.
  ///
  /// @return false also for a log that is not of this order, or when a seen log is not
  public boolean isDeliverable(EntryId id, Seen seen) {
    if (!logs.contains(id.origin()) || id.index() != numbersOf(id.origin()).size()) {
      return false;
    }
    for (PersistentMap.Entry<Origin, SeenHead> head : seen.heads()) {
      boolean isDelivered =
          logs.contains(head.key()) && head.value().size() <= numbersOf(head.key()).size();
      if (!isDelivered) {
        return false;
      }
    }
    return true;
  }

  /// Takes the next entry of a log.
  ///
  /// @param id its place; must be deliverable, see [#isDeliverable]: anything else is a bug of the
  ///   caller, who has to hold entries back
  /// @param seen what its author had seen
  /// @return the entries that this made final, in the joint order, following all given out before;
  ///   `id` itself may be among them
  public List<EntryId> deliver(EntryId id, Seen seen) {
    Check.that(isDeliverable(id, seen), "%s having seen %s is not next in causal order", id, seen);
    LamportNumbers own = numbersOf(id.origin());
    long highest = own.last();
    for (PersistentMap.Entry<Origin, SeenHead> head : seen.heads()) {
      highest = Math.max(highest, numbersOf(head.key()).at(head.value().size() - 1));
    }
    own.append(highest + 1);
    return advance();
  }

  /// Gives out what is final. Only the first tentative entry of each log can be next; if the least
  /// of them is not final, none is.
  private List<EntryId> advance() {
    List<EntryId> newlyFinal = new ArrayList<>();
    for (int next = least(finalSize); next >= 0 && isPast(next); next = least(finalSize)) {
      newlyFinal.add(new EntryId(logs.get(next), finalSize[next]));
      finalSize[next]++;
    }
    return List.copyOf(newlyFinal);
  }

  /// The log whose entry at `from` comes first in the joint order, or -1 when none has one.
  private int least(long[] from) {
    int least = -1;
    long leastNumber = Long.MAX_VALUE;
    for (int log = 0; log < numbers.length; log++) {
      if (from[log] < numbers[log].size()) {
        long number = numbers[log].at(from[log]);
        // Logs are in the order of their names: on a tie the earlier one stays.
        if (number < leastNumber) {
          least = log;
          leastNumber = number;
        }
      }
    }
    return least;
  }

  private boolean isPast(int log) {
    long number = numbers[log].at(finalSize[log]);
    for (int other = 0; other < numbers.length; other++) {
      if (other != log && !rule.isPast(numbers[other].last(), number)) {
        return false;
      }
    }
    return true;
  }

  // ---- looking --------------------------------------------------------------------------------

  /// The logs of this order, by name.
  public List<Origin> logs() {
    return logs;
  }

  /// How many entries of `log` have been delivered.
  public long deliveredSize(Origin log) {
    return numbersOf(log).size();
  }

  /// How many entries of `log` are final; they are its first ones.
  public long finalSize(Origin log) {
    return finalSize[position(log)];
  }

  /// How many entries of all logs together are final.
  public long finalCount() {
    return Arrays.stream(finalSize).sum();
  }

  /// Whether the place of `id` in the joint order can no longer change.
  public boolean isFinal(EntryId id) {
    return id.index() < finalSize(id.origin());
  }

  /// The Lamport number of a delivered entry, from 1.
  public long lamport(EntryId id) {
    return numbersOf(id.origin()).at(id.index());
  }

  /// The Lamport number of the last delivered entry of `log`; 0 when there is none.
  public long lastLamport(Origin log) {
    return numbersOf(log).last();
  }

  /// The delivered entries that are not final, in the order they would have if nothing else came.
  /// O(p) for each.
  public List<EntryId> tentative() {
    List<EntryId> tentative = new ArrayList<>();
    long[] from = finalSize.clone();
    for (int next = least(from); next >= 0; next = least(from)) {
      tentative.add(new EntryId(logs.get(next), from[next]++));
    }
    return List.copyOf(tentative);
  }

  /// Whether nothing that is delivered comes after the delivered entry `id`. O(p).
  public boolean isLast(EntryId id) {
    int own = position(id.origin());
    long number = lamport(id);
    boolean isLast = id.index() == numbers[own].size() - 1;
    for (int log = 0; log < numbers.length && isLast; log++) {
      // On a tie the log whose name is greater comes last.
      isLast = log == own || numbers[log].last() < (log < own ? number + 1 : number);
    }
    return isLast;
  }

  /// The logs that have to speak before the delivered entry `id` can be final: "waiting for PK".
  /// Empty when it is final.
  public List<Origin> waitingFor(EntryId id) {
    long number = lamport(id);
    return logs.stream()
        .filter(log -> !log.equals(id.origin()))
        .filter(log -> !rule.isPast(lastLamport(log), number))
        .toList();
  }

  private LamportNumbers numbersOf(Origin log) {
    return numbers[position(log)];
  }

  private int position(Origin log) {
    int position = logs.indexOf(log);
    Check.that(position >= 0, "a log that is not of this order");
    return position;
  }
}
