/// The live picture of one machine: where every tracked thing was seen last, on the heap.
///
/// A [GridPicture] keeps things in a grid of cells and is passive: publishing notes what has to be
/// told to whom, and a [PictureThread] (or the simulation's scheduler) tells it. So a slow console
/// costs nobody else anything: what it missed is conflated to the latest sighting of each thing,
/// and memory is bounded by the number of things, not by how often they move.
///
/// Nothing here survives the process, and nothing here is evidence. What matters is appended to the
/// ordered log by whoever evaluates the sightings.
package org.sarhad.node.picture;
