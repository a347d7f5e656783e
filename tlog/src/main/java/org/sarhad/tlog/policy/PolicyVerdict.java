package org.sarhad.tlog.policy;

import java.util.List;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.VerifierKey;

/// What a policy makes of a signed checkpoint.
public sealed interface PolicyVerdict {
  /// Signed by a listed log and cosigned by enough witnesses.
  ///
  /// @param log the key under which the log's signature was verified
  /// @param witnesses the names of all witnesses that cosigned, in the order of the policy
  record Satisfied(VerifierKey log, List<Bytes> witnesses) implements PolicyVerdict {
    /// Copies the list.
    public Satisfied {
      witnesses = List.copyOf(witnesses);
    }
  }

  /// Not signed by any listed log of this origin.
  record NotByLog(String origin) implements PolicyVerdict {}

  /// Signed by the log, but not by enough witnesses.
  ///
  /// @param witnesses the names of those that did cosign
  record QuorumMissed(List<Bytes> witnesses) implements PolicyVerdict {
    /// Copies the list.
    public QuorumMissed {
      witnesses = List.copyOf(witnesses);
    }
  }

  /// A line claims to be by a listed key and is not. The checkpoint is to be rejected.
  record Forged(VerifierKey key) implements PolicyVerdict {}
}
