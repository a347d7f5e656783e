/// Holding a log to what it said; C2SP tlog-witness.
///
/// A witness remembers one head for each log. A log that wants its next head cosigned sends it with
/// a proof that it extends that one. So of all heads a witness ever cosigned, each is a prefix of
/// the next, and a log that shows different trees to different people is found out at the first
/// witness both trees come by.
///
/// The rule is one function, [org.sarhad.tlog.witness.Witness#update]; where heads are stored and
/// how requests arrive is the node's business. Clause 01-7 of `docs/protocol/01-record.md`.
package org.sarhad.tlog.witness;
