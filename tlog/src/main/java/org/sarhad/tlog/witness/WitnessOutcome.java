package org.sarhad.tlog.witness;

import org.sarhad.tlog.checkpoint.SignedCheckpoint;

/// What a witness makes of a newer head. Each outcome has the HTTP status that tlog-witness gives
/// it.
public sealed interface WitnessOutcome {
  /// The status of the answer.
  int status();

  /// The head extends the one that was held. It is to be stored, durably and in the same step in
  /// which the held one was read, before anything is cosigned.
  ///
  /// @param head the head with those signature lines that were verified, and no others
  record Accepted(SignedCheckpoint head) implements WitnessOutcome {
    @Override
    public int status() {
      return 200;
    }
  }

  /// No keys are known for a log of this name.
  record UnknownOrigin(String origin) implements WitnessOutcome {
    @Override
    public int status() {
      return 404;
    }
  }

  /// The head is not signed by the log, or a line that claims to be the log's is not.
  record NotByLog(String reason) implements WitnessOutcome {
    @Override
    public int status() {
      return 403;
    }
  }

  /// The request contradicts itself: it starts from a size above the one it leads to.
  record OldAboveNew(long oldSize, long newSize) implements WitnessOutcome {
    @Override
    public int status() {
      return 400;
    }
  }

  /// The request starts from another head than the one that is held. The body of the answer says
  /// which; see [HeldSize].
  record Conflict(HeldSize held) implements WitnessOutcome {
    @Override
    public int status() {
      return 409;
    }
  }

  /// The head is signed by the log, but the proof does not show that it extends the one that is
  /// held. Either the proof is wrong or the log has forked; this alone does not say which.
  record NotProven(SignedCheckpoint offered, String reason) implements WitnessOutcome {
    @Override
    public int status() {
      return 422;
    }
  }

  /// The log has signed two different roots for one size. Both heads are evidence, and no proof is
  /// needed beside them.
  record Forked(SignedCheckpoint held, SignedCheckpoint offered) implements WitnessOutcome {
    @Override
    public int status() {
      return 422;
    }
  }
}
