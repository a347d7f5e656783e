package org.sarhad.node.machine;

import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.record.ChannelState;

/// What stands between the sides by everything that is known here, durable or not, final or not:
/// what is decided on. Judged again where it comes to stand.
///
/// It is carried on by each entry that is said, so that a decision costs the same however much
/// waits for the disk or for the neighbour. Only when the joint fold below it has put an entry
/// before others is it put together anew: what comes behind that one may be judged otherwise.
final class Outlook {
  private Optional<JointFold> fold = Optional.empty();
  private long reorders;
  private Accord accord = Accord.NONE;

  /// What is known by `now` and, behind it, by what waits for the disk. O(1); O(what waits) after
  /// the order has changed.
  ///
  /// @param channel who may sign what, after all that is known
  /// @param waiting what was said and is not durable yet, in order
  Accord on(JointFold now, ChannelState channel, Stream<Told> waiting) {
    if (!isOn(now)) {
      accord = after(now.expected(), channel, waiting);
      fold = Optional.of(now);
      reorders = now.reorders();
    }
    return accord;
  }

  private boolean isOn(JointFold now) {
    return fold.filter(known -> known == now).isPresent() && reorders == now.reorders();
  }

  /// `told` is said behind everything else. Nothing happens as long as nobody has asked.
  ///
  /// @param channel who may sign what, with `told`
  void say(ChannelState channel, Stream<Told> told) {
    if (fold.isPresent()) {
      accord = after(accord, channel, told);
    }
  }

  /// `accord` after what is `told` between the sides.
  static Accord after(Accord accord, ChannelState channel, Stream<Told> told) {
    var next = accord;
    for (var one : (Iterable<Told>) told::iterator) {
      if (one.context().released()) {
        next = next.take(channel, one.place(), one.said());
      }
    }
    return next;
  }
}
