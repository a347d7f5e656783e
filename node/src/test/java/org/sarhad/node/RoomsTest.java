package org.sarhad.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sarhad.node.testing.RoomMap;

/// The map of a node: who may know whom. Think about it before changing it; each new door is a way
/// for one idea to leak into another.
///
/// Ports know nobody. Adapters (`store`, `picture`, `peer`, `http`) know the ports. What two nodes
/// say to each other is the `link`, which knows nobody either: the adapter `peer` carries it, the
/// `machine` decides what to say. The machine knows of the world what its store looks like; the API
/// and the command line stand around it, and only the `assembly` knows everyone. The root is the
/// door.
///
/// There is no circle on the map, so it can be read from the top: a line uses only lines above it.
class RoomsTest {
  private static final String MAP =
      """
      port     :
      intake   :
      link     :
      lists    :
      paper    :
      snapshot :
      words    :
      ground   :
      ubl      :

      print    : paper
      store    : port
      picture  : port
      exhibit  : link port store
      machine  : intake link port snapshot store
      verify   : link machine paper port store

      config   : machine
      account  : config port
      http     : config port
      keys     : config port
      metrics  : config machine
      peer     : config http keys link port
      uptime   : machine port

      api.view :
      sheet    : api.view paper print words
      api      : account api.view config exhibit ground http intake link lists machine metrics paper peer port print sheet ubl uptime words

      assembly : account api api.view config exhibit ground http intake keys link lists machine metrics peer port store uptime
      demo     : assembly config ground keys link lists machine peer port store
      cli      : account assembly config demo exhibit ground keys link lists machine metrics port store verify

      .        : cli
      """;

  @Test
  void everyRoomUsesWhatTheMapAllowsAndNothingElse() {
    assertThat(RoomMap.of("org.sarhad.node", MAP).faults()).isEmpty();
  }
}
