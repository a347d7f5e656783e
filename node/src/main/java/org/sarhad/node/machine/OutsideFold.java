package org.sarhad.node.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.JointState;
import org.sarhad.core.order.JointOrder;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.record.SideKeys;
import org.sarhad.core.response.ResponseState;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Verifier;

/// The fold of both nodes, for somebody who is neither: all logs of a channel from their beginning,
/// in the joint order, as far as it is final in what they hold. Whether the logs are what was
/// signed is for others to check; here they are read. For one thread.
///
/// An entry whose payload is not there says nothing, as it says nothing to a node (03-5.3).
public final class OutsideFold {
  private final List<Source> logs;
  private final JointOrder order;
  private final long[] next;
  private final Map<EntryId, Waiting> waiting = new HashMap<>();
  private ChannelState channel;
  private JointState joint;

  /// A log that somebody holds, read once, entry by entry.
  public interface Source {
    /// Its name.
    Origin origin();

    /// The entry at `index`; empty behind the last one, and where it cannot be read.
    Optional<Entry> entry(long index);

    /// The payloads beside `entry`, as far as they are here.
    List<Bytes> payloads(Entry entry);
  }

  /// One entry of the joint order, and what it made of the state.
  ///
  /// @param before everything that was said before it
  /// @param after the same with it
  public record Step(EntryId entry, JointState before, JointState after) {}

  private record Waiting(Told told, Entry entry) {}

  /// @param logs all logs of one channel
  /// @param sides their keys, as their first entries name them
  public OutsideFold(List<Source> logs, List<SideKeys> sides, Verifier verifier) {
    this.logs = List.copyOf(logs);
    this.order = new JointOrder(logs.stream().map(Source::origin).toList());
    this.next = new long[logs.size()];
    var first =
        logs.stream()
            .flatMap(log -> log.entry(0).stream())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no log has an entry"));
    var begun = ChannelState.of(first.envelope().channel(), verifier);
    for (var side : sides) {
      begun = begun.with(side);
    }
    this.channel = begun;
    this.joint =
        JointState.of(
            begun, ResponseState.of(sides.stream().map(SideKeys::party).toArray(PartyId[]::new)));
  }

  /// Folds everything, and tells `watcher` of each entry in the joint order. O(n log n).
  public void run(Consumer<Step> watcher) {
    boolean isMoving = true;
    while (isMoving) {
      isMoving = false;
      for (int i = 0; i < next.length; i++) {
        isMoving |= deliverAll(i, watcher);
      }
    }
  }

  /// Delivers of one log what does not wait for another one.
  private boolean deliverAll(int log, Consumer<Step> watcher) {
    long before = next[log];
    var entry = logs.get(log).entry(next[log]);
    while (entry.isPresent() && isNext(log, entry.get())) {
      deliver(log, entry.get(), watcher);
      entry = logs.get(log).entry(++next[log]);
    }
    return next[log] > before;
  }

  private boolean isNext(int log, Entry entry) {
    return entry.id().equals(new EntryId(logs.get(log).origin(), next[log]))
        && order.isDeliverable(entry.id(), entry.envelope().seen());
  }

  private void deliver(int log, Entry entry, Consumer<Step> watcher) {
    var told = Told.read(entry, channel.context(entry), logs.get(log).payloads(entry));
    var entered = channel.enter(entry);
    channel = told.record().map(fact -> entered.apply(told.context(), fact)).orElse(entered);
    waiting.put(entry.id(), new Waiting(told, entry));
    for (var id : order.deliver(entry.id(), told.seen())) {
      fold(id, watcher);
    }
  }

  private void fold(EntryId id, Consumer<Step> watcher) {
    var due = Objects.requireNonNull(waiting.remove(id));
    var before = joint;
    joint = before.take(due.told.place(), due.entry, due.told.said());
    watcher.accept(new Step(id, before, joint));
  }

  /// What all final entries come to.
  public JointState state() {
    return joint;
  }

  /// How many entries were read and are not final, because nothing of the other side follows.
  public int tentative() {
    return waiting.size();
  }

  /// The first entry of each log that was not taken: it cannot be read, or has seen what is not
  /// here. Empty for logs that were read to their end.
  ///
  /// @param ends how many entries each log has, in the order of the logs
  public List<EntryId> stuck(List<Long> ends) {
    var stuck = new ArrayList<EntryId>();
    for (int i = 0; i < next.length; i++) {
      if (next[i] < ends.get(i)) {
        stuck.add(new EntryId(logs.get(i).origin(), next[i]));
      }
    }
    return stuck;
  }
}
