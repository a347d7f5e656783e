/// The register of commitments (docs/protocol/10-meetings-and-commitments.md, clause 10-6).
///
/// What was promised at a press conference is forgotten by the next one, unless somebody keeps a
/// list that both sides accept. A *commitment* is made by a joint act (by itself, or in a joint
/// record or finding), or *registered* by one side as it was stated publicly, and acknowledged by
/// the others when they will. It has owners, perhaps beneficiaries, a due date or the words "no
/// date set", and a measure.
///
/// Every side may say how far it is, that it was kept, or that it disputes that; its *last word* is
/// shown with its age, and the age of everybody's silence is shown too. A commitment is fulfilled
/// when all owners and beneficiaries say so: nobody's silence is a yes, and no side can discharge
/// itself.
///
/// [CommitmentsState] folds [CommitmentFact]s and acts; [CommitmentRules] says what holds;
/// [MatrixRow] is what the console draws.
package org.sarhad.core.commitments;
