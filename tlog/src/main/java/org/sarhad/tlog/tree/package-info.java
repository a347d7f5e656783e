/// The tree: what it is, how it is stored, what it proves.
///
/// A log is a row of entries. Each is hashed to a *leaf*; leaves are hashed in pairs to *nodes* up
/// to one *root*, which fixes every entry and its place (RFC 6962 §2.1). Who holds a root needs
/// only a handful of hashes to be convinced that
///
/// - an entry is in the tree (**inclusion**),
/// - a smaller tree is a prefix of it (**consistency**), so nothing was changed or taken out,
/// - a block of entries stands at its place (**subtree consistency**), so that a mirror can take a
///   log in small proven portions.
///
/// [org.sarhad.tlog.tree.Tree] computes and checks all three. It asks a
/// [org.sarhad.tlog.tree.HashReader] for hashes of complete subtrees and does not care where they
/// lie. [org.sarhad.tlog.tree.Frontier] is the least state that can append. On disk and on the wire
/// hashes come 256 at a time as a [org.sarhad.tlog.tree.Tile], entries as an
/// [org.sarhad.tlog.tree.EntryBundle], both under a [org.sarhad.tlog.tree.TilePath] that never
/// changes its meaning once served.
///
/// Sources: RFC 6962 §2.1; C2SP tlog-tiles; Crosby and Wallach, *Efficient Data Structures for
/// Tamper-Evident Logging* (2009); draft-ietf-plants-merkle-tree-certs §4 for subtrees. Clauses
/// 01-2 and 01-3 of `docs/protocol/01-record.md`.
package org.sarhad.tlog.tree;
