/// Modalities: the agreed rules, which both machines obey (docs/protocol/08-modalities.md).
///
/// A [org.sarhad.core.modalities.Document] is a treaty-like text of numbered clauses in two or more
/// languages. A clause is plain text, or also tells the machines something: it binds one
/// [org.sarhad.core.modalities.Setting] of the [org.sarhad.core.modalities.Catalogue] to a value of
/// its type, in its unit and range. The document is the terms of a joint act of kind `modalities`;
/// when the chiefs of all sides have signed the same bytes it is a
/// [org.sarhad.core.modalities.Version], and when it is in force its
/// [org.sarhad.core.modalities.Settings] are what every application reads.
///
/// offered → (countered | refused | withdrawn | signed) → **in force** ⇄ suspended → superseded.
///
/// Four things the rules are built around:
///
/// - **A number stands in one place.** Text for people says `{value}` where the machine's value
///   belongs, so that no translation can say something else than what is obeyed.
/// - **Old documents are not broken.** A key that the document's catalogue does not have is kept
///   and shown, and obeyed by nobody; what a key means never changes.
/// - **Red lines are not negotiable downwards.** A document may repeat or tighten them. One that
///   loosens one never comes in force, whoever signs it.
/// - **No clock decides.** That a version begins, or a suspension, is announced in something that
///   was signed, and said by a later entry whose own time is not before that.
///
/// [org.sarhad.core.modalities.ModalitiesState] folds the final joint order, beside the fold of the
/// acts; [org.sarhad.core.modalities.ModalitiesRules] says what holds, and decides an own request
/// by the same objections. [org.sarhad.core.modalities.Diff] and
/// [org.sarhad.core.modalities.EffectPreview] show an officer what they are about to sign. Parties
/// are never counted (08-11).
package org.sarhad.core.modalities;
