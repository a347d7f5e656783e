/// What every application shares: how a request is decided and how a fact is folded.
///
/// An application is a pair of pure functions over its own sealed type of *facts*. `decide` looks
/// at the state and a request and answers with a [Decision]: facts to be logged and a reply, or a
/// refusal. `apply` folds one fact into the state and is the only thing that changes it; the same
/// `apply` serves a request just decided, the log read back at start, and the peer's entries. What
/// `apply` may know beside the fact is in [FactContext], and nothing else: no clock, no
/// configuration.
///
/// A fact is *released* (own log, seen by the peer, for ever) or *internal* (private journal, never
/// leaves); `decide` says which, fact by fact ([Authored]).
package org.sarhad.core.fact;
