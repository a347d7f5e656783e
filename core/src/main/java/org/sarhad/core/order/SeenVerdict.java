package org.sarhad.core.order;

import java.util.Optional;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.party.Origin;

/// What can be said about what an entry says it has seen. See [SeenRules].
public sealed interface SeenVerdict {
  /// It can be true, and where we hold the trees it is.
  record Sound() implements SeenVerdict {}

  /// It names more of a log than we hold. Of a third log: wait until we have it. Of our own log:
  /// the author made it up, or **we** have lost what we once showed (an old backup); either way
  /// nothing of it is taken.
  ///
  /// @param log the log
  /// @param claimed what the entry says it has seen of it
  record Beyond(Origin log, SeenHead claimed) implements SeenVerdict {}

  /// Evidence: the author has seen less than, or something else than, in an earlier entry of its
  /// own. The two entries together prove it.
  ///
  /// @param log the log it says it has seen
  /// @param before what an earlier entry of the same author said
  /// @param now what this one says; empty when it no longer names the log
  record Contradicts(Origin log, SeenHead before, Optional<SeenHead> now) implements SeenVerdict {}

  /// Evidence: the author says it has verified a tree that we know to be another. Either it was
  /// shown a second history of that log, or it never verified.
  ///
  /// @param log the log
  /// @param claimed what the entry says
  /// @param held what that log's tree is on this node, at the same size
  record OtherTree(Origin log, SeenHead claimed, SeenHead held) implements SeenVerdict {}

  /// Whether it proves that the author broke the protocol, or that somebody showed it a fork.
  default boolean isEvidence() {
    return switch (this) {
      case Sound _, Beyond _ -> false;
      case Contradicts _, OtherTree _ -> true;
    };
  }
}
