/// Rows about the simulation: production code of two nodes under one seed.
@NullMarked
package org.sarhad.bench.simulation;

import org.jspecify.annotations.NullMarked;
