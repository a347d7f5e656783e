package org.sarhad.node.machine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.tree.HashReader;

/// Whether heads may be signed (06-6): since this start, what is here has been held against what we
/// signed and what the peers hold of it.
final class GuardWatch {
  private final TreeSet<PartyId> agreed = new TreeSet<>();
  private GuardState state = GuardState.WAITING;
  private String sentence = "not yet compared with what the peers hold of our log";
  private OptionalLong behindBy = OptionalLong.empty();
  private Optional<PartyId> holder = Optional.empty();
  private Optional<PartyId> doubter = Optional.empty();
  private long wanted;

  /// Compares with what this node knows itself to have signed, once, at the start.
  ///
  /// @param signed the head in the lock and those that peers cosigned
  /// @param hasPeers whether anybody holds a copy that is to be asked
  void start(List<Checkpoint> signed, boolean hasPeers, long size, HashReader hashes) {
    if (Guard.compare(signed, size, hashes) instanceof Guard.Verdict.Regressed(Checkpoint head)) {
      fallBehind(
          Optional.empty(),
          head.size(),
          size,
          "we signed a head of %d entries that is not of the %d entries here"
              .formatted(head.size(), size));
    } else if (!hasPeers) {
      pass();
    }
  }

  /// A peer says which head of ours it holds; none if it holds nothing. The signature under it was
  /// verified.
  void heard(PartyId peer, Optional<SignedCheckpoint> held, long size, HashReader hashes) {
    if (held.isPresent() && !Guard.isPrefix(held.get().checkpoint(), size, hashes)) {
      if (state != GuardState.RESTORING) {
        fallBehind(
            Optional.of(peer),
            held.get().size(),
            size,
            "%s holds %d entries of ours that are not the %d here"
                .formatted(peer, held.get().size(), size));
      }
      return;
    }
    agreed.add(peer);
    if (state == GuardState.WAITING) {
      pass();
    }
  }

  /// A peer says it has seen more of our log than we ever signed. Its word alone proves nothing; it
  /// is reason enough to stop and ask for the head, once: what a peer holds that agreed with us
  /// since this start, we signed since, and nobody can have more of it than we do. Returns whether
  /// its word counts.
  boolean doubted(PartyId peer, long claimed, long size) {
    if (agreed.contains(peer)) {
      return false;
    }
    if (state == GuardState.PASSED) {
      state = GuardState.WAITING;
      doubter = Optional.of(peer);
      sentence =
          "%s says it has seen %d entries of ours, %d are here".formatted(peer, claimed, size);
    }
    return true;
  }

  /// An administrator vouches that nothing was restored, whatever a peer says it has seen. Does not
  /// help against proof.
  boolean waive() {
    if (state != GuardState.WAITING) {
      return false;
    }
    doubter.ifPresent(agreed::add);
    pass();
    return true;
  }

  /// A restore has begun.
  void restoring() {
    state = GuardState.RESTORING;
  }

  /// A restore failed.
  void restoreFailed(String why) {
    state = GuardState.BEHIND;
    sentence = why;
  }

  /// A restore brought back what the peer's mirror has: `size` entries. If that is all the peer
  /// ever accepted a head for, the peers are asked once more. If not, a head of ours stands for
  /// entries that nobody has any more: this log cannot go on.
  void restored(long size) {
    if (size < wanted) {
      restoreFailed(
          "a head of %d entries of ours is known to the peer, and nobody has more than %d of them;"
                  .formatted(wanted, size)
              + " this log has to be followed by another one");
      return;
    }
    state = GuardState.WAITING;
    sentence = "restored; not yet compared with what the peers hold of our log";
    behindBy = OptionalLong.empty();
    agreed.clear();
  }

  private void fallBehind(Optional<PartyId> peer, long theirs, long ours, String why) {
    state = GuardState.BEHIND;
    sentence = why;
    behindBy = OptionalLong.of(Math.max(theirs - ours, 1));
    holder = peer.or(() -> holder);
    wanted = Math.max(wanted, theirs);
    agreed.clear();
  }

  private void pass() {
    state = GuardState.PASSED;
    sentence = "";
    behindBy = OptionalLong.empty();
  }

  GuardState state() {
    return state;
  }

  boolean maySign() {
    return state == GuardState.PASSED;
  }

  /// Whether entries may be released: also while the guard waits, for what is under no head can
  /// still give way.
  boolean mayRelease() {
    return state == GuardState.PASSED || state == GuardState.WAITING;
  }

  String sentence() {
    return sentence;
  }

  /// How many entries are missing at least.
  OptionalLong behindBy() {
    return behindBy;
  }

  /// The peer that has them.
  Optional<PartyId> holder() {
    return holder;
  }
}
