/// What is printed so that it can be checked: an entry with its words, and the proof that it was
/// logged, as texts that go through codes on paper and come back byte for byte.
///
/// A text goes into one code as it is, so that any verifier can take what was scanned; a longer one
/// is cut into numbered [Pieces]. Nothing here verifies anything.
package org.sarhad.node.paper;
