/// Roads out of OpenStreetMap, read by GraphHopper, for the ground over which travel is reckoned. A
/// tool beside the node: it writes a file that `sarhad geo build` reads.
@NullMarked
package org.sarhad.roads;

import org.jspecify.annotations.NullMarked;
