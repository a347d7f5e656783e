/// Rows about the record itself, without a node around it: what it costs to check what a neighbour
/// sent.
@NullMarked
package org.sarhad.bench.record;

import org.jspecify.annotations.NullMarked;
