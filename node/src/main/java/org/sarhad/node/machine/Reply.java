package org.sarhad.node.machine;

import java.util.List;
import org.sarhad.core.response.ResponseReply;

/// What an accepted request is answered with, beside the entries it wrote.
public sealed interface Reply {

  /// What the rules of the response reply.
  record Responded(ResponseReply reply) implements Reply {}

  /// Nothing more to say.
  record Nothing() implements Reply {}

  /// The same request was answered before, by the entries named in the outcome.
  record Repeated() implements Reply {}

  /// How the steps of a link test went, in order, up to the first that failed.
  record LinkTested(List<Step> steps) implements Reply {
    /// Copies the list.
    public LinkTested {
      steps = List.copyOf(steps);
    }

    /// Whether every step passed.
    public boolean passed() {
      return steps.stream().allMatch(Step::passed);
    }
  }

  /// One step of a link test.
  ///
  /// @param name `paired`, `reachable`, `hello`, `head`, `cosignature`, `clock`
  /// @param sentence what was found
  /// @param millis how long it took
  record Step(String name, boolean passed, String sentence, long millis) {}

  /// How much of a bundle was new.
  ///
  /// @param entries of them not held before
  /// @param size entries of that log held now
  /// @param isWhole whether all of the bundle is; otherwise ask again to go on
  record Imported(long entries, long size, boolean isWhole) implements Reply {}
}
