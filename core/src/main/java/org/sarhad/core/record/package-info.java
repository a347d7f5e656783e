/// What the sides say about the channel itself: who may sign, who has read what, what was erased,
/// which keys are good (docs/protocol/04-keys-and-people.md).
///
/// The facts ([RecordFact]) stand in the logs like all others, so *who could sign what* is itself
/// on record, and is judged **at the position of the entry in question**: a grant holds for the
/// entries behind it in its log, a revocation ends it for those behind that, and neither reaches
/// back. All of that is a function of one log alone, so both sides compute it alike whatever order
/// the logs arrive in.
///
/// [ChannelState] folds them. Two steps for each entry: [ChannelState#enter] takes every entry, of
/// any kind; [ChannelState#apply] the fact in it, if it is one of these. A fact that its author had
/// no business stating changes nothing and is kept as void with the reason: the peer is distrusted,
/// and a fold must be total. The same objections decide an own request before it is signed
/// ([RecordRules]).
///
/// [EntryAdmission] is the list of checks on an entry that comes from the other side.
///
/// Lifecycle of an officer: granted (key and roles) → roles granted and revoked → granted again
/// with another key (a password was reset) → revoked. Of a log: genesis → keys rotated → ended by
/// the recovery key → followed by a successor.
package org.sarhad.core.record;
