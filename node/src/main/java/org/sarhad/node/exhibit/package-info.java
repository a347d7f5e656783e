/// Files of exhibits: what is too large for an entry, kept beside the logs, and handed to the other
/// side chunk by chunk once its holder has released it.
///
/// **The life of a file.** An officer uploads it in chunks of 4 MiB, in any order, over as many
/// days as it takes; each chunk is synced before it is acknowledged. When all are there the node
/// reads the whole back, compares its SHA-256 with what was announced, and gives it its place under
/// that digest. An investigator registers an exhibit by the digest; from then on the file goes only
/// when the record lets go of the exhibit. When it is released, the entry names the SHA-256 of
/// every chunk. The other node then fetches it piece by piece, compares each chunk with that entry,
/// and the whole with the digest it was registered by. What does not agree is kept, shown and put
/// on the audit trail; it takes the place of nothing.
///
/// | class | does | rule |
/// |---|---|---|
/// | [ExhibitStore] | keeps | what is acknowledged is durable; what has its place was read back first |
/// | [Gathering] | compares | a chunk with the manifest, the whole with the exhibit |
/// | [FileFetcher] | asks the other side | decides what and when; knows no link and no thread |
/// | [Giving] | answers the other side | what is released in the final record, and nothing else |
/// | [FileKeeper] | follows the record | deletes what was erased, never what another side merely names |
///
/// Nothing here looks into a file or runs it: to this program it is bytes. Formats and crash rules
/// are docs/protocol/05-store.md (05-7), the pieces 06-peering.md (06-10). All of it stands on the
/// port [org.sarhad.node.port.Disk], so the simulation runs it with the power cut at every
/// operation.
package org.sarhad.node.exhibit;
