package org.sarhad.core.response;

import java.util.List;

/// The part of a run card that both sides have agreed on: what a code-word means to both, how grave
/// it is, and what each of them then does. Which own units are looked for, and who at home is told,
/// stays each side's business ([RunCards]).
///
/// @param word in its three spellings
/// @param steps each once, in the order in which they are done
public record SharedCard(CodeWord word, Priority priority, List<Step> steps) {
  public SharedCard {
    steps = List.copyOf(steps);
  }

  /// Whether the other side is to be told: then that duty runs, whatever a side's own card says.
  public boolean tellsPeer() {
    return steps.contains(Step.TELL_PEER);
  }
}
