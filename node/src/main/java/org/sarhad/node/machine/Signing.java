package org.sarhad.node.machine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;

/// Signs heads of the own log and brings them out: signed, durable, in the lock, seen; in that
/// order (06-6.6).
final class Signing {
  private final Kernel kernel;
  private final Deque<Bytes> swapping = new ArrayDeque<>();
  private Optional<Bytes> locked;
  private Optional<Moment> signedAt = Optional.empty();

  /// @param locked the head that is in the lock at the start
  Signing(Kernel kernel, Optional<Bytes> locked) {
    this.kernel = kernel;
    this.locked = locked;
  }

  /// The head in the lock.
  Optional<SignedCheckpoint> locked() {
    return locked.map(Standing::head);
  }

  /// Signs a head over everything the own log has, if it may and there is something new: one for
  /// all that came since the last one.
  void sign(Moment now) {
    var own = kernel.standing().own();
    var interval = kernel.settings().headInterval();
    boolean isSoon = signedAt.isPresent() && !now.isAtLeast(interval, signedAt.get());
    boolean isNew = own.tree().size() > own.signed();
    if (!isNew || isSoon || !kernel.guard().maySign() || kernel.isFrozen()) {
      return;
    }
    // The times we sign never go back, whatever the clock does.
    var last = kernel.standing().lastSignedAt();
    var at = last.filter(time -> time.isAfter(now.wall())).orElse(now.wall());
    var head = Heads.sign(kernel.self(), own.tree(), at);
    kernel.keep(List.of(new IntakeRecord.OwnHead(head.bytes())));
    signedAt = Optional.of(now);
  }

  /// Puts a durable head into the lock. One that is there already, because the lock remembered what
  /// the disk forgot, may be seen at once.
  void lock(Bytes head) {
    var last = swapping.isEmpty() ? locked : Optional.of(swapping.getLast());
    if (!last.equals(Optional.of(head))) {
      swapping.add(head);
      kernel.stage().emitNow(new Effect.SwapLock(last, head));
    } else if (swapping.isEmpty() && !isPublished(head)) {
      locked(head);
    }
  }

  private boolean isPublished(Bytes head) {
    return kernel.published().map(SignedCheckpoint::bytes).equals(Optional.of(head));
  }

  /// `head` is in the lock.
  void locked(Bytes head) {
    swapping.remove(head);
    locked = Optional.of(head);
    kernel.publish(Standing.head(head));
    kernel.tell(new Change.Heads(Set.of(kernel.self().origin())));
  }
}
