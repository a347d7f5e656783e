/// Words of the console's catalogues, said by the node itself: for what it puts on paper.
///
/// There is one set of catalogues, in three languages, and the console's own tests hold them equal.
/// They are read from the jar when a paper is made and not kept, so a node that prints nothing
/// holds none of them.
package org.sarhad.node.words;
