/// The keys of one node: where they lie, and what they become.
///
/// A node has six keys, each with one job: two sign heads of its own log (Ed25519 for everybody who
/// can read notes today, ML-DSA-44 for the day when somebody has a quantum computer), two cosign
/// its neighbours' heads, one signs entries beside the officer, and one is its half of TLS. All are
/// files of one directory ([KeyDirectory]), readable by the node's user alone; officers' keys are
/// not among them, they lie under their owners' passwords.
///
/// **TLS knows keys, not names.** Certificates are issued by each node to itself, and a neighbour
/// is recognised by the SHA-256 of its public key, which two people compared ([PinnedTrust]).
/// Names, dates and issuers in a certificate mean nothing here: a node whose clock is wrong still
/// reaches its neighbour, and no authority in the middle can vouch for somebody else.
package org.sarhad.node.keys;
