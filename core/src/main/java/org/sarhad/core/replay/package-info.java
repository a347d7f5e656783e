/// What one side knew at one moment, worked out afterwards: "as A knew", "as B knew", "as both
/// knew, at 04:30" (docs/domain/response.md §9).
///
/// The question of an after-action review is not what happened but what each side could act on. So
/// a replay hides what had not arrived, and everything that is computed (how far the incident is,
/// whose duty runs, what a unit is doing) is computed anew from what is left, by the same fold that
/// serves the live room. Nothing is filtered out of a finished picture: what is not folded cannot
/// shine through.
///
/// **Three answers, not two.** A side's own cosignature proves that it had an entry by some moment,
/// and the head it had signed before proves that it did not have it earlier (protocol clause 03-6).
/// Between the two nothing is proven, and a replay says so ([Certainty]).
///
/// **Whose clock.** A node believes its own clock about its own side, within what signatures prove.
/// About any other side it believes signatures alone: an author who dates an entry back, or
/// forward, moves nothing ([Arrivals]).
///
/// **What a node can say of the other side.** Only what was released is there. The replay of the
/// other side is therefore a lower bound: it knew at least this, and may have had notes of its own.
///
/// [Replay] is the door: of one incident, as one node sees it. [Past] is one moment of it.
package org.sarhad.core.replay;
