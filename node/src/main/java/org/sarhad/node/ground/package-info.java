/// Geography as people keep it, read into a survey out of which a grid is made (docs/protocol,
/// 19-travel.md): GeoJSON of ground, roads and gates, and the file of the operational line.
///
/// A file comes from an operator's own hand and may be of any size: it is read feature by feature,
/// with a bound on each of them and on what is kept. What is wrong is left out and named with its
/// file and the number of its feature; nothing is repaired.
@NullMarked
package org.sarhad.node.ground;

import org.jspecify.annotations.NullMarked;
