package org.sarhad.tlog.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Check;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;

/// How far a mirror of one log is; tlog-mirror, "Updating a Mirror".
///
/// There are three marks, `mirrored ≤ next` and `mirrored ≤ pending`. The log's newest head that
/// was accepted is *pending*: its entries may not all be here. Entries below *next* are here, each
/// proved to stand in a pending head. Under the *mirrored* head all entries are here, durably, and
/// the mirror has said so with its signature.
///
/// @param pending the heads that were accepted, newest first, at most {@value #PENDING_KEPT}; older
///   ones are kept because an upload that was proved for one may still be on its way
/// @param next the index of the first entry that is not here
/// @param mirrored the head that was last cosigned
public record MirrorState(
    List<SignedCheckpoint> pending, long next, Optional<SignedCheckpoint> mirrored) {
  /// A mirror that has not heard of its log yet.
  public static final MirrorState NEW = new MirrorState(List.of(), 0, Optional.empty());

  /// How many accepted heads are remembered.
  // SPEC: mirrors SHOULD accept any of the last several pending checkpoint values as upload_end.
  public static final int PENDING_KEPT = 8;

  /// Copies the list. That the marks contradict each other is a bug.
  public MirrorState {
    pending = List.copyOf(pending);
    Check.that(pending.size() <= PENDING_KEPT, "%d pending heads", pending.size());
    long newest = pending.isEmpty() ? 0 : pending.getFirst().size();
    long said = mirrored.map(SignedCheckpoint::size).orElse(0L);
    Check.that(
        said <= next && said <= newest && next <= newest,
        "mirrored %d, next %d, pending %d",
        said,
        next,
        newest);
  }

  /// The newest head that was accepted: the one the next add-checkpoint must extend.
  public Optional<SignedCheckpoint> newest() {
    return pending.stream().findFirst();
  }

  /// After `head` was accepted by the witness rule.
  public MirrorState withPending(SignedCheckpoint head) {
    var heads = new ArrayList<SignedCheckpoint>();
    heads.add(head);
    // A head of the same size again replaces the one before: same root, other signatures.
    pending.stream().filter(known -> known.size() != head.size()).forEach(heads::add);
    return new MirrorState(heads.subList(0, Math.min(heads.size(), PENDING_KEPT)), next, mirrored);
  }

  /// After entries up to `next` were stored.
  public MirrorState withNext(long next) {
    Check.that(next >= this.next, "next entry goes back from %d to %d", this.next, next);
    return new MirrorState(pending, next, mirrored);
  }

  /// After all entries of `head` were made durable and `head` was cosigned. Never goes back.
  public MirrorState withMirrored(SignedCheckpoint head) {
    Check.that(
        mirrored.map(known -> head.size() >= known.size()).orElse(true),
        "the mirrored head goes back to %d",
        head.size());
    return new MirrorState(pending, next, Optional.of(head));
  }

  /// The known head of `size` entries: a pending one, or the mirrored one.
  public Optional<SignedCheckpoint> findHead(long size) {
    return pending.stream()
        .filter(head -> head.size() == size)
        .findFirst()
        .or(() -> mirrored.filter(head -> head.size() == size));
  }

  /// What an uploader is told who asked for `end`: that end again if it is a good one, the newest
  /// otherwise.
  public MirrorInfo info(long end) {
    // SPEC: if the client's upload_end value was valid, the first line SHOULD contain upload_end;
    // otherwise the first line SHOULD be the size of the current pending checkpoint.
    boolean good = findHead(end).isPresent() && mirrored.map(m -> end >= m.size()).orElse(true);
    long newest = newest().map(SignedCheckpoint::size).orElse(0L);
    return new MirrorInfo(good ? end : newest, next, Bytes.EMPTY);
  }
}
