package org.sarhad.node.demo;

import java.net.URI;
import java.nio.file.Path;

/// One side of the worked example.
///
/// @param id its party id, `ir`
/// @param name as people read it
/// @param letter its badge
/// @param zone of its desks
/// @param directory of its node
/// @param consolePort where its officers sign in
/// @param peerPort where its node listens for the neighbour
/// @param relayPort the outer end of the cable that leads to `peerPort`
record Neighbour(
    String id,
    String name,
    String letter,
    String zone,
    Path directory,
    int consolePort,
    int peerPort,
    int relayPort) {

  /// The same neighbour, with its node in another directory.
  Neighbour in(Path other) {
    return new Neighbour(id, name, letter, zone, other, consolePort, peerPort, relayPort);
  }

  URI console() {
    return URI.create("http://127.0.0.1:" + consolePort);
  }

  /// What the neighbour is told to call.
  String peerAddress() {
    return "127.0.0.1:" + relayPort;
  }

  /// The text of its configuration file, with what its desks call `other`; whatever is not here has
  /// its default.
  String configuration(Neighbour other) {
    return """
        party.id = %s
        party.name = %s
        party.letter = %s
        party.zone = %s
        neighbour.name = %s
        neighbour.letter = %s
        neighbour.zone = %s
        channel.id = sarhad.example/ir-pk
        console.address = 127.0.0.1:%d
        peer.address = 127.0.0.1:%d
        peer.public-address = %s
        """
        .formatted(
            id,
            name,
            letter,
            zone,
            other.name(),
            other.letter(),
            other.zone(),
            consolePort,
            peerPort,
            peerAddress());
  }
}
