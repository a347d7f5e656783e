/// Values that are never changed in place: every state of every application is built from them.
///
/// A state is folded entry by entry, read by many threads while the next one is being made, and
/// must iterate in the same order on both nodes. A [PersistentMap] gives all three: `put` returns a
/// new map that shares all but O(log n) nodes with the old one, and iteration follows the keys' own
/// order. The JDK's `HashMap`, `Map.of` and `Set.of` iterate in an order that differs from run to
/// run and stay out of this module.
///
/// A [Csv] is what people bring along: a table as text.
package org.sarhad.core.data;
