/// People at this node: accounts, passwords, officer keys at rest, sessions, and what was already
/// answered.
///
/// None of this is the record. It is small state in one SQLite file that can be restored from a
/// backup of its own or rebuilt by an administrator; the record says who was an officer and with
/// which roles, and no database row can change that.
///
/// **A password opens a key.** Every account has an officer key of its own, and the node cannot
/// sign as that officer unless the officer is there: the key's seed lies wrapped in AES-256-GCM
/// under a key derived from the password. One run of Argon2id gives 32 bytes; HKDF-SHA256 makes of
/// them the verifier that is stored and the wrapping key that never is ([PasswordHash]). So reading
/// the file gives nobody a signature, and resetting a forgotten password cannot bring the old key
/// back: a new key is made and granted by an entry, the old one revoked.
///
/// **Sessions live in memory.** An unlocked key must not outlive the process, so neither does a
/// session: after a restart everybody signs in again ([Sessions]).
///
/// **Guessing is slow.** Wrong passwords are counted for each login *from one address*, so nobody
/// far away can lock the duty officer out of the duty desk; for each address; and, at ten times the
/// bar, for each login from anywhere ([SignInGuard]). Known and unknown logins take the same work
/// and get the same answer.
///
/// **A repeated request gets its first answer.** [Answered] keeps what a write was answered, under
/// the caller's idempotency key, for a day; that nothing is done twice is the node's own doing.
package org.sarhad.node.account;
