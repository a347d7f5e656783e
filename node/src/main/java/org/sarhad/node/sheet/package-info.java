/// The documents that a node prints by itself: what stands on each, in which order and in whose
/// words. Pure: what is known comes in as values, a [org.sarhad.node.print.Sheet] goes out.
///
/// Words of the node are in the language of the reader; what a person wrote stands as they wrote
/// it, whatever its language. All documents begin and end alike ([Frame]): which entry it is, who
/// wrote it when, and at the end what it takes to check every word without this node.
package org.sarhad.node.sheet;
