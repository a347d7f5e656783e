/// Where: positions, places and distances on the ground.
///
/// Coordinates are WGS 84 degrees in **micro-degrees** (integers; 1 µ° of latitude is 11 cm),
/// because signed bytes carry no fractions. Distances are whole metres. What must come out equal on
/// both nodes uses `StrictMath` only.
package org.sarhad.core.geo;
