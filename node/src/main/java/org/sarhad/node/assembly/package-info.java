/// A whole node put together, with its doors open ([RunningNode]) or closed ([OfflineNode]):
/// everything is wired by hand on one page. Nothing else in this module knows both a port and its
/// adapter.
package org.sarhad.node.assembly;
