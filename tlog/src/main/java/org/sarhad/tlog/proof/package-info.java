/// What is handed to a stranger, on paper or on a stick.
///
/// A [org.sarhad.tlog.proof.TlogProof] shows that an entry was logged and who cosigned; C2SP
/// tlog-proof. A [org.sarhad.tlog.proof.ForkProof] shows that a log has told two stories; that
/// format is ours, because none exists. Both are text, both are checked offline with this module
/// and the parties' public keys, and neither needs the node that made it to be alive or honest.
///
/// Clause 01-9 of `docs/protocol/01-record.md`.
package org.sarhad.tlog.proof;
