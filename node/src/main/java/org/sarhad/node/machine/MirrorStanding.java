package org.sarhad.node.machine;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.mirror.MirrorState;

/// Our copy of a peer's log.
///
/// @param state its pending heads, the next entry we want, the head we cosigned
/// @param headTimes when the author signed which head, by the author's own cosignature
/// @param receipt the newest head that we cosigned, with the author's lines and ours
/// @param receiptTimes when we cosigned which head, by our clock
/// @param isFrozen whether we have proof that the log forked
record MirrorStanding(
    MirrorState state,
    HeadLine headTimes,
    Optional<SignedCheckpoint> receipt,
    HeadLine receiptTimes,
    boolean isFrozen) {
  static final MirrorStanding NONE =
      new MirrorStanding(MirrorState.NEW, HeadLine.EMPTY, Optional.empty(), HeadLine.EMPTY, false);

  /// How many entries we have cosigned.
  long size() {
    return receipt.map(SignedCheckpoint::size).orElse(0L);
  }

  /// Entries under the newest head that we accepted.
  long pending() {
    return state.newest().map(SignedCheckpoint::size).orElse(0L);
  }

  /// Whether we know that we cosigned `size` entries at that time.
  boolean remembers(long size, Optional<Instant> at) {
    return receiptTimes.times().find(size).equals(at);
  }

  /// The author's `head` was accepted.
  MirrorStanding withPending(SignedCheckpoint head, Optional<Instant> at) {
    var times = at.map(time -> headTimes.with(head.size(), time)).orElse(headTimes);
    return new MirrorStanding(state.withPending(head), times, receipt, receiptTimes, isFrozen);
  }

  /// Entries below `next` are stored; an older word changes nothing.
  MirrorStanding withNext(long next) {
    return next <= state.next()
        ? this
        : new MirrorStanding(state.withNext(next), headTimes, receipt, receiptTimes, isFrozen);
  }

  /// We cosigned `head`.
  MirrorStanding withReceipt(SignedCheckpoint head, Instant at) {
    return new MirrorStanding(
        state.withMirrored(head),
        headTimes,
        Optional.of(head),
        receiptTimes.with(head.size(), at),
        isFrozen);
  }

  /// It forked.
  MirrorStanding frozen() {
    return new MirrorStanding(state, headTimes, receipt, receiptTimes, true);
  }
}
