/// Every interleaving of what two sides can do about a joint act, within small bounds: the model
/// check of docs/protocol/07-acts.md.
///
/// The rules are the production code's: [org.sarhad.core.order.JointOrder] orders,
/// [org.sarhad.core.act.ActRules] decides, [org.sarhad.core.act.ActsState] folds. What is made up
/// is the world around them, as small as it can be: a log is a row of [Line]s of which a first part
/// is durable, a mirror is how many of the other's lines have come, and a node is those two
/// ([Standing]). So a [World] is a value, and two ways that lead to one world are one.
///
/// [Interleavings] walks them all, depth first. A line that is cut is a delivery that does not
/// happen, and since every delivery may wait for ever, every cut and every mending is among the
/// walks. A crash forgets what is not durable; what a node knows is computed anew from its logs at
/// every step, so a restart needs no code of its own.
///
/// What must hold ([WorldChecker], [FoldChecker]) is said without the joint order where that can be
/// done: what became of an act is what the other side's log says by itself.
package org.sarhad.sim.act;
