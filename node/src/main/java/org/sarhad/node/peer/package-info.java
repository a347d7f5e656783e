/// The adapter that carries the link between two nodes over HTTP (docs/protocol/06-peering.md):
/// [PeerClient] asks, [PeerServer] answers for the node behind its [PeerGate].
///
/// It is a translation with nothing to decide: what can be asked and answered is the room `link`.
package org.sarhad.node.peer;
