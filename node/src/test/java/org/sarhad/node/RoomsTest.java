package org.sarhad.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sarhad.node.testing.RoomMap;

/// The map of a node: who may know whom. Think about it before changing it; each new door is a way
/// for one idea to leak into another.
///
/// Ports know nobody. Adapters (`store`, `picture`, `peer`, `http`) know the ports. The `machine`
/// decides, and knows of the world what its store and its messages look like; the API and the
/// command line stand around it, and only the root knows everyone.
///
/// Two circles are known and named here, so that no third one is made: `machine` and `peer`,
/// because the messages of the link live with its adapter; `machine`, `keys` and `config`, because
/// the machine's settings are read by the configuration that the keys are found by.
class RoomsTest {
  private static final String MAP =
      """
      port     :
      intake   :

      store    : port
      picture  : port
      http     : config port
      account  : config port
      keys     : config port

      machine  : intake keys peer port store
      peer     : config http keys machine port

      config   : machine
      metrics  : config machine
      verify   : peer port store
      api      : account api.view config http intake machine metrics peer port
      api.view : api
      cli      : . account config demo keys machine metrics peer port store verify
      demo     : config keys machine peer port store

      .        : account api api.view cli config http intake keys machine metrics peer port store
      """;

  @Test
  void everyRoomUsesWhatTheMapAllowsAndNothingElse() {
    assertThat(RoomMap.of("org.sarhad.node", MAP).faults()).isEmpty();
  }
}
