/// The yes to cross (docs/protocol/11-crossing.md, clause 11-1): units of one side, the *visitor*,
/// on the soil of the other, the *host*.
///
/// A *leave* is signed by both sides over the same bytes, an act of kind `crossing`: these units,
/// in this area, from then until then, under that officer of the host. Or it was signed beforehand,
/// for ambulances and fire engines in the *fast lane*, and is used by one side alone. Every limit
/// is a setting of the agreed rules.
///
/// asked → granted → **live** → (stopped) → over → reported. Time only ends a leave: nothing but a
/// new act gives or prolongs one. The host says STOP at any time, in whatever state anything is; no
/// fact takes a STOP back. A side that says its unit crossed without a leave has signed the
/// evidence against itself, which is kept as a [Breach] and shown.
///
/// [CrossingTerms] and [CrossingTermsRules] are what is signed, [CrossingFact] and [CrossingRules]
/// what is said; [CrossingState] folds both; [CrossingRefusal] says why not; [CrossingClocks] what
/// is owed and by when. Sources (clause 11-9): Schengen Convention art. 40 and 41; the US-Canada
/// agreement on shiprider operations; EMRIC for the fast lane.
package org.sarhad.core.crossing;
