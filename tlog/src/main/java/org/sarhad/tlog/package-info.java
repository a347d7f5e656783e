/// The record as arithmetic. This package holds the few words the others share: immutable bytes,
/// the exception every parser specialises, and the assertion that stays on.
///
/// Above it, bottom first: [org.sarhad.tlog.tree] hashes and proves, [org.sarhad.tlog.crypto] signs
/// and verifies, [org.sarhad.tlog.note] is signed text, [org.sarhad.tlog.checkpoint] is a signed
/// tree head, [org.sarhad.tlog.witness] and [org.sarhad.tlog.mirror] are the rules by which a
/// neighbour cosigns it, [org.sarhad.tlog.proof] is what is handed to a stranger, and
/// [org.sarhad.tlog.policy] is whom the stranger trusts.
///
/// Nothing here reads a clock, draws a random number, opens a file or writes a log line. The
/// formats are those of C2SP, described with clause numbers in `docs/protocol/01-record.md`.
package org.sarhad.tlog;
