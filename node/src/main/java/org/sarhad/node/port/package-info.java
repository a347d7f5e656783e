/// What a node needs from the world, as small interfaces: a clock, randomness, a disk, an ordered
/// log, a live picture.
///
/// The machine in the middle of a node takes events and returns effects; it never touches a file, a
/// socket or the time of day. Whatever it needs from outside is named here, and each port promises
/// as little as the machine can live with, so that an adapter is easy to write and hard to get
/// wrong:
///
/// | port | on one machine | in simulation | on a cluster |
/// |---|---|---|---|
/// | [Clock] | the system clock | moved by the scheduler | as on one machine |
/// | [Randomness] | `SecureRandom` | a seed | as on one machine |
/// | [Disk] | a directory | memory that loses, tears and rots | as on one machine |
/// | [OrderedLog] | write-ahead segments on a [Disk] | the same class on a simulated disk | a replicated log |
/// | [LivePicture] | a grid on the heap | the same class | a partitioned stream |
///
/// Two rules hold for everything here. **No port remembers on the node's behalf what the node did
/// not say**: a port that fails says so, and what it does not promise must be assumed lost. And
/// **each port with more than one adapter has a public contract test** (`DiskContract`,
/// `OrderedLogContract`, `LivePictureContract` in the node's test jar); an adapter that passes it
/// may be used, one that does not may not.
package org.sarhad.node.port;
