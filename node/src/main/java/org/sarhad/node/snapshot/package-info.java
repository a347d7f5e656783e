/// Values as bytes and back: records, enums, sealed types, lists, sets and persistent maps, read
/// off their declarations ([Shapes]) instead of being written down once more for each noun.
///
/// For snapshots of folded state only (decision 10). Nothing written here is ever signed, sent or
/// served: the bytes are private to one node and one version of the program, which is what the
/// [fingerprint][Shapes#fingerprint] of all declarations is for. Only classes that the declarations
/// lead to are ever made, by their own constructors; the bytes name none.
package org.sarhad.node.snapshot;
