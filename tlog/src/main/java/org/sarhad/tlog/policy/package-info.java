/// Whom a reader trusts; C2SP tlog-policy.
///
/// A proof convinces nobody by itself: it says "this log signed, and these cosigned", and it is the
/// reader who decides which log and which cosigners are enough. A policy is that decision written
/// down, in a small text file that is handed out once and rarely changes. For a channel between two
/// neighbours it usually says: either log, and both mirrors.
///
/// Clause 01-10 of `docs/protocol/01-record.md`.
package org.sarhad.tlog.policy;
