/// Signed heads of a log; C2SP tlog-checkpoint and tlog-cosignature.
///
/// A **checkpoint** names a log, a number of entries and the root over them. Its **log** signs it:
/// from then on it cannot deny any of those entries, nor show anybody a different tree of that
/// size. **Cosigners** sign it too, each with the time: a *witness* has checked that it extends
/// every earlier head it saw, a *mirror* in addition holds all the entries. A cosignature of the
/// neighbour over one's own head is the receipt for everything under it.
///
/// Log, mirror and witness keys must differ, because the Ed25519 form does not say in which role it
/// was signed. Clause 01-6 of `docs/protocol/01-record.md`.
package org.sarhad.tlog.checkpoint;
