/// The machine in the middle of a node: events in, effects out.
///
/// A [Node] is a single-threaded, deterministic function of the [Event]s it is given. It never
/// waits, never reads a clock, and never does anything to the world but return [Effect]s; so a
/// driver can run it over real disks and sockets, and a simulation can run two of them under one
/// seed. Decisions are taken on the newest state, whether durable yet or not; everything that
/// leaves (an answer, a head, a cosignature, a [NodeView]) waits until all it rests on is durable.
///
/// Each role in the protocol is a class of its own with pure decisions; `Node` only routes.
package org.sarhad.node.machine;
