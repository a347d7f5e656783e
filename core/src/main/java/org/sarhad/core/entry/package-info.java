/// The signed sentence: what one side says, for ever (docs/protocol/02-entry.md).
///
/// An [Entry] is a signed note whose text is one line of canonical JSON, the [Envelope]:
///
/// ```
/// {"ch":"sarhad.example/ir-pk","kind":"response.alert","log":"ir.sarhad.example/joint", … ,"v":1}
///
/// — ir.sarhad.example/officer/7f3a KUWYew…
/// — ir.sarhad.example/node d2KMBq…
/// ```
///
/// The exact bytes are kept, hashed and shown; they are never written again from the parsed value.
/// An entry is a leaf of its author's log at index [EntryId#index()], which it names itself
/// (`seq`), so it cannot be moved, repeated or put into another log or channel.
///
/// The envelope carries no content. What was said is in *payloads*: blobs named by their SHA-256
/// ([PayloadRef]). A JSON payload begins with 32 random bytes of salt, so its name is a commitment
/// that hides it; a payload can be *withheld* until a promised time ([Release#SEALED]) or *erased*
/// on both sides, and no leaf hash, proof or signature changes.
///
/// [Seen] is the heart of the record: which heads of the other logs the author had verified and
/// stored when it wrote. It is checked by the other side against its own tree.
///
/// Entries of a kind that this version does not know are kept, mirrored, ordered and shown like all
/// others; only their payload means nothing here.
package org.sarhad.core.entry;
