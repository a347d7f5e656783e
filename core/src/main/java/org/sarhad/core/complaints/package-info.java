/// The register of complaints (docs/protocol/10-meetings-and-commitments.md, clause 10-7).
///
/// A list of concerns with who raised them, against whom, what was answered, and how long it has
/// taken, as monitors of a demilitarised zone keep it. One side *lodges* a complaint, the side
/// complained of *answers*, either *refers* it to a matter under inquiry (by entry; what a matter
/// is is none of this package's business), and the side that complained *closes* it. Nobody closes
/// another side's complaint, and an unanswered one has an age.
///
/// [ComplaintsState] folds [ComplaintFact]s; [ComplaintRules] says what holds; [ComplaintRefusal]
/// why not.
package org.sarhad.core.complaints;
