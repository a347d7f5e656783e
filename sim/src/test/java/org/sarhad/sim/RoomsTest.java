package org.sarhad.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sarhad.node.testing.RoomMap;

/// The map of the simulation. Checkers, faults and workload know the world and not each other: none
/// can rely on what another one does.
class RoomsTest {
  private static final String MAP =
      """
      world    :
      fault    : world
      workload : world
      check    : world
      act      : check world
      .        : check fault workload world
      """;

  @Test
  void everyRoomUsesWhatTheMapAllowsAndNothingElse() {
    assertThat(RoomMap.of("org.sarhad.sim", MAP).faults()).isEmpty();
  }
}
