package org.sarhad.core.simulation;

import org.sarhad.core.posture.Assistance;

/// What the other side does when somebody is needed, as the modalities have it.
public sealed interface Help {
  /// Nothing.
  record None() implements Help {}

  /// It closes the road on its own soil, opposite: nobody crosses.
  record Mirrored() implements Help {}

  /// It comes, where no own unit is in time and one of it is sooner, as far as is agreed.
  record Crossing(Assistance.Crossing terms) implements Help {}
}
