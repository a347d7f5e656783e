/// Rows about what moves near the line: sides, and what happens between two positions.
@NullMarked
package org.sarhad.bench.tracks;

import org.jspecify.annotations.NullMarked;
