/// Joint acts: what needs more than one side (docs/protocol/07-acts.md).
///
/// An act is a *proposal* in one log and *assents* in the others that name the proposal's leaf
/// hash. So every officer has signed the same bytes, and anybody with the logs can check it. What
/// the terms of an act mean is the business of the application that has its kind; who is bound, and
/// since when, is decided here, for all kinds alike.
///
/// proposed → assented (by some) → **effective** → superseded; or, while it is open: → refused, →
/// withdrawn, → expired. An assent that is proven to be *stale* (its author had signed for the
/// withdrawal before) makes it void.
///
/// Three things the rules are built around:
///
/// - **An assent beats a withdrawal that its author did not know of**, wherever the two stand in
///   the joint order. So a withdrawal does not end an act by being written: it ends it where a side
///   that has not assented is seen to know of it. From that place on no assent can hold.
/// - **No clock decides.** An expiry is a withdrawal announced beforehand and written by the
///   proposer's node. Times that are signed are used against their own signer only.
/// - **Nobody is asked to believe anybody.** A fact that its author had no business stating is void
///   and kept with the reason; the fold is total.
///
/// [ActsState] folds the final joint order, each entry in two steps: [ActsState#enter] for every
/// entry of any kind, [ActsState#apply] for the fact in it. [ActRules] says what holds, and decides
/// an own request by the same objections. [Quorums] is where the agreed rules say who signs what.
/// Parties are never counted: two are a special case of several.
package org.sarhad.core.act;
