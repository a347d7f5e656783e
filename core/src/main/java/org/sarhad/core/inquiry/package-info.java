/// The joint inquiry: what each side says happened, side by side and for ever
/// (docs/protocol/09-inquiry.md).
///
/// A *matter* is opened by one side. In it each side states *claims*: one value for one property of
/// a fixed vocabulary, as a range where it is a number, with the time it was true for, its basis
/// and its sources. A claim may be *sealed* first, so that nobody can fit their account to the
/// other's. The other sides take *positions* on it. *Exhibits* are registered by hash, passed from
/// custodian to custodian, and opened step by step. Together, by joint acts, the sides *visit* the
/// scene, agree on *minutes*, and on *findings*; who differs annexes a *dissent*.
///
/// Three things the rules are built around:
///
/// - **Nothing is merged.** No operation averages, deduplicates or overwrites. A claim that was
///   superseded or withdrawn stays, with the reason. An alias of two matters, or of two names, is a
///   joint act, and links without mixing.
/// - **Nobody speaks for another side.** A side's claim stands in its own log, in its own words.
///   What third parties and the press say is shown apart.
/// - **Silence is never consent.** An unanswered claim stays unanswered and shows its age.
///
/// [InquiryState] folds the final joint order; [InquiryRules] says what holds there, and decides an
/// own request by the same objections. [Board] shows a matter: what is fair in it is decided there
/// and not by a page. Sources: UCDP (best, low, high), the Berkeley Protocol (custody, working and
/// evidentiary copies), treaties on joint investigation at borders (the host leads, experts are
/// admitted once).
package org.sarhad.core.inquiry;
