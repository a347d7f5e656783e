/// Signed text; C2SP signed-note.
///
/// A **note** is text a person can read, followed by an empty line and one line for each signature.
/// A **key** signs under a name; name, type and public key together hash to a short identifier that
/// leads from a signature line to the key it claims. The identifier proves nothing: anybody can
/// find a key that collides with it, and gets a signature that does not verify.
///
/// A **verifier key** is a public key as one line of text, the form in which keys are exchanged,
/// configured and pinned:
///
/// ```
/// example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
/// ```
///
/// The rule that makes notes robust: lines by unknown keys are ignored, so that a note can be
/// signed by keys old and new, by the log and by its witnesses; but a line that claims a known key
/// and does not verify spoils the whole note.
///
/// Every entry of a log, every tree head and every receipt in Sarhad is a note. Clause 01-5 of
/// `docs/protocol/01-record.md`.
package org.sarhad.tlog.note;
