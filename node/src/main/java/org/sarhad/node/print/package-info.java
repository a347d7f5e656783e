/// A document on paper, as a PDF made by the node itself: for a desk that has no browser to print
/// from, and for a file that is kept.
///
/// A [Sheet] says what stands on it and knows nothing of paper; [Press] sets it. **Letters are
/// outlines**: the JDK shapes and orders each line (HarfBuzz and Unicode's bidirectional
/// algorithm), and what goes into the file is its shape, so Persian and Urdu look on every machine
/// as they look here. Their text cannot be marked and copied; therefore the exact bytes of what is
/// printed are attached to the file, and their digest is at the head of every page.
///
/// **The same sheet is the same bytes.** No clock and no chance goes into a file: its time is the
/// document's own.
///
/// Fonts, the JDK's graphics and the PDF library are loaded with the first sheet and not before; a
/// node that never prints pays nothing for them.
package org.sarhad.node.print;
