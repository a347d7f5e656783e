/// One order of what several sides said, the same on every node, without a leader and without
/// clocks (docs/protocol/03-order.md).
///
/// Every entry names what its author had seen of the other logs. From that a *Lamport number* is
/// derived, never claimed: one more than the largest number among the author's previous entry and
/// all entries it had seen. The joint order is by that number, then by the name of the log. An
/// entry is *final* as soon as every other log has spoken at or past its number: whatever comes
/// later, comes after it. So what is final is folded once and never taken back; what is not yet
/// final is *tentative* and shown as such.
///
/// [JointOrder] computes it, entry by entry. [SeenRules] decides whether what an entry says it saw
/// can be true.
package org.sarhad.core.order;
