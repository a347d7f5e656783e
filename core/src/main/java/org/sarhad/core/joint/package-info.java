/// What both sides have said to each other, folded as one: every application's state, entry by
/// entry in the joint order (docs/protocol/03-order.md).
///
/// Here, and nowhere below, the applications stand side by side. [Statement] is what an entry says
/// to any of them; [JointState] is everything that is final, whose hash both nodes publish and
/// compare; [Accord] is the part of it that rests on the signatures of several sides, which can
/// also be looked at before it is final.
package org.sarhad.core.joint;
