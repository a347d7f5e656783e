/// Files: where a node on one machine keeps what it must remember.
///
/// **The life of an entry in here.** The machine appends it, with its payloads, as one record to
/// the *intake* ([FileLog]). There it waits for the sync that everybody who waits shares; when that
/// returns it is durable, and only now somebody is told. It goes into the memory of its
/// [LogDirectory], is readable and served from there, and with the next [LogDirectory#materialise]
/// into tile, bundle and payload files. Once those are durable its record in the intake is
/// released, and the segment it was in is used again. So every byte is written twice, once in a
/// hurry and once in order, and whatever the moment of a crash, one of the two places has it.
///
/// | class | keeps | rule |
/// |---|---|---|
/// | [FileLog], [FlushThread] | the intake | acknowledged means synced; a failed sync stops it for good |
/// | [LogDirectory] | own log, mirrors, journal, exactly as served | what is read is compared with the tree first |
/// | [HeadLock] | the head signed last, for each log | compare and set, before the head leaves |
/// | [DirectoryLock] | the right to work here | one process |
/// | [Snapshots] | folded states | may be deleted at any time |
/// | [DirectoryCheck] | nothing | lists all damage, offline |
/// | [FileDisk] | | the one place that calls the operating system |
///
/// Formats and crash rules are docs/protocol/05-store.md, cited as 05-2.3. Everything but
/// `FileDisk` stands on the port [org.sarhad.node.port.Disk], so the simulation runs these classes
/// on a disk that loses, tears and reorders what was not synced, with the power cut at every
/// operation there is. That found every mistake of order made here while it was written: a spare
/// segment that was a second name of one in use, payloads of entries that had given way to others.
///
/// What none of this can do: notice that the whole directory was replaced by an older copy of
/// itself. That is for the head lock on another device, and for the peer, who remembers.
package org.sarhad.node.store;
