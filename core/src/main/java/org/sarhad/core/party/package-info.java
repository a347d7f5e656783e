/// Who speaks: parties, their logs, their officers and what an officer may do.
///
/// A *party* is one sovereign side of a channel ("ir", "pk"). It keeps one append-only log per
/// channel; the log's name is its *origin*, which is also the first line of every checkpoint the
/// party signs. People act as *officers*: an officer is known by the name of a key, never by a
/// person's name (docs/protocol/04-keys-and-people.md), and holds *roles* granted by entries.
///
/// Every name here goes into signed bytes and is compared by machines of both sides, so the
/// alphabets are small, ASCII and lower case: two names that look alike are alike.
package org.sarhad.core.party;
