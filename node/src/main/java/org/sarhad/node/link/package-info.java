/// The link between two nodes: what can be asked and answered on it, who a peer says it is, and the
/// forms in which payloads and whole bundles cross, over a line or carried by hand
/// (docs/protocol/06-peering.md).
///
/// [PeerRequest] and [PeerResponse] are the whole vocabulary. The machine speaks nothing else, so
/// the simulation can hand the records over as they are, and the HTTP adapter of [PeerPort] is a
/// translation with nothing to decide.
package org.sarhad.node.link;
