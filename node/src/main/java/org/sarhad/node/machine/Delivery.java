package org.sarhad.node.machine;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;

/// How much of our log a peer has said that it holds.
///
/// @param cosigned the newest of our heads that it cosigned, with its lines
/// @param times when it cosigned which of our heads, by its clock
record Delivery(Optional<SignedCheckpoint> cosigned, HeadLine times) {
  static final Delivery NONE = new Delivery(Optional.empty(), HeadLine.EMPTY);

  /// How many entries it has cosigned.
  long size() {
    return cosigned.map(SignedCheckpoint::size).orElse(0L);
  }

  /// It cosigned `head`; one older than we know adds only its time.
  Delivery with(SignedCheckpoint head, Instant at) {
    return new Delivery(
        head.size() >= size() ? Optional.of(head) : cosigned, times.with(head.size(), at));
  }
}
