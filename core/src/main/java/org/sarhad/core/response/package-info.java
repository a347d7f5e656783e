/// The response: alert, told, acknowledged, tasked, on scene, handed over, closed.
///
/// *What a side says* is a [org.sarhad.core.response.ResponseFact], in families by subject:
/// incidents, units, assistance, calls, reports, the watch, history, run cards, clocks. Every one
/// of them is **one-sided**: it belongs to its author, takes effect by being said, and needs
/// nobody's consent. What needs both sides' consent (an assent to cross, a handover of
/// responsibility) is a joint act and not in this package.
///
/// *What it amounts to* is the [org.sarhad.core.response.ResponseState]: one
/// [org.sarhad.core.response.SideState] per side, folded from that side's facts alone. Three things
/// follow, and everything else here leans on them:
///
/// - Nobody can change what belongs to the other side. Names carry their owner (`U-PK-4`), and a
///   fact that reaches for a foreign name is kept as an [org.sarhad.core.response.Anomaly] and does
///   nothing. A foreign unit can be asked for, never tasked.
/// - The order in which the two sides' facts arrive does not matter: folding any interleaving gives
///   the same state, so a link that was down for three weeks changes nothing but the time.
/// - What both say together ([org.sarhad.core.response.Incident], its
///   [org.sarhad.core.response.IncidentStage]) is computed when it is read. One side closing does
///   not close for the other.
///
/// *What may be said* is decided by [org.sarhad.core.response.ResponseRules]: a
/// [org.sarhad.core.response.ResponseRequest] becomes facts, each marked internal or released, or a
/// [org.sarhad.core.response.Refusal]. Internal facts stay in the private journal; the two folds of
/// a node (own view, joint view) differ by exactly those.
///
/// *Clocks* ([org.sarhad.core.response.ResponseClocks]) are pure: given the state and the time they
/// list what is due and which facts to write because nobody acted. The other side's duties are
/// shown and, while the link is down, said to be beyond judging: silence is neither consent nor
/// guilt.
///
/// Nothing here stands for a person, a weapon or a target: units, places, incidents and roles only.
///
/// Rules with their numbers and sources: docs/domain/response.md.
package org.sarhad.core.response;
